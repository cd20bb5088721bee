package portal

import (
	"bytes"
	"embed"
	"html/template"
	"io/fs"
	"net/http"
	"net/url"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"tamga/access"
	"tamga/clearance"
	"tamga/internal/wording"
)

//go:embed pages
var pageFiles embed.FS

// Texts holds the sentences of the pages.
//
//go:embed texts.ru.toml texts.en.toml
var Texts embed.FS

// catalogue are the sentences of the pages and of the case.
var catalogue = sync.OnceValue(func() *wording.Catalogue {
	merged, err := wording.Merge(wording.MustLoad(Texts), wording.MustLoad(clearance.Texts))
	if err != nil {
		panic(err)
	}
	return merged
})

// say is the sentence of the code; arguments are names and values in turn.
func say(language, code string, arguments ...string) string {
	return catalogue().Say(language, code, "text", func(name string) string {
		for i := 0; i+1 < len(arguments); i += 2 {
			if arguments[i] == name {
				return arguments[i+1]
			}
		}
		return ""
	})
}

// sayIf is the sentence of the code, or the plain word when there is none.
func sayIf(language, prefix, word string) string {
	if word == "" || !catalogue().Has(language, prefix+word, "text") {
		return word
	}
	return say(language, prefix+word)
}

// pages are the templates, by language and name.
type pages struct {
	ready map[string]map[string]*template.Template
	style []byte
}

// pageNames lists the pages; each is a file that fills the frame.
var pageNames = []string{"sign-in", "status", "cases", "case", "act", "lodge", "check", "failure"}

func loadPages() *pages {
	files, err := fs.Sub(pageFiles, "pages")
	if err != nil {
		panic(err)
	}
	style, err := fs.ReadFile(files, "style.css")
	if err != nil {
		panic(err)
	}
	loaded := &pages{ready: map[string]map[string]*template.Template{}, style: style}
	for _, language := range wording.Languages {
		loaded.ready[language] = map[string]*template.Template{}
		functions := template.FuncMap{
			"t":      func(code string, arguments ...string) string { return say(language, code, arguments...) },
			"money":  func(amount string) string { return grouped(language, amount) },
			"number": func(amount string) string { return grouped(language, amount) },
			"size":   func(bytes int64) string { return sizeOf(language, bytes) },
		}
		for _, name := range pageNames {
			made := template.New("frame.html").Funcs(functions)
			loaded.ready[language][name] = template.Must(made.ParseFS(files, "frame.html", "parts.html", name+".html"))
		}
	}
	return loaded
}

// frame is what every page has around its own content.
type frame struct {
	Language, Other string
	// Back is the address of the page, for the link to the other language.
	Back  string
	Title string
	// Who is signed in, "" when nobody is.
	Who              string
	Lodges, Examines bool
	Section, Program string
	// Trouble tells that the page tells of an error, for its title.
	Trouble bool
	View    any
}

// show renders a page whole before it sends anything, so that a fault gives an honest error.
func (p *portal) show(w http.ResponseWriter, v *visit, name string, view any) {
	page := frame{
		Language: v.language, Other: "en", Section: name, Program: p.Program, View: view,
		Back: url.QueryEscape(backOf(v.Request)), Title: say(v.language, "title."+name),
	}
	if v.language == "en" {
		page.Other = "ru"
	}
	if v.who.ID != "" {
		page.Who = nameOf(v.language, v.who)
		page.Lodges, page.Examines = v.who.Permit(access.Lodge) == nil, v.who.Permit(access.Examine) == nil
	}
	if titled, ok := view.(interface{ title(language string) string }); ok {
		page.Title = titled.title(v.language)
	}
	if troubled, ok := view.(interface{ trouble() bool }); ok {
		page.Trouble = troubled.trouble()
	}
	var body bytes.Buffer
	if err := p.pages.ready[v.language][name].Execute(&body, page); err != nil {
		p.Office.Journal.Error("portal", "page", name, "error", err.Error())
		http.Error(w, say(v.language, "failure.internal"), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Language", v.language)
	w.WriteHeader(max(v.status, http.StatusOK))
	_, _ = w.Write(body.Bytes())
}

// backOf is where the link to the other language leads: the page itself, or the page of a form that was sent.
func backOf(r *http.Request) string {
	if r.Method != http.MethodGet {
		return r.URL.Path
	}
	query := r.URL.Query()
	query.Del("lang")
	if len(query) == 0 {
		return r.URL.Path
	}
	return r.URL.Path + "?" + query.Encode()
}

// localPath returns the path when it stays on this site, else the list of cases.
func localPath(path string) string {
	if !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") || strings.ContainsAny(path, "\\\r\n") {
		return "/cases"
	}
	return path
}

var languageMatcher = language.NewMatcher([]language.Tag{language.Russian, language.English})

// preferred is which of our languages a browser asks for.
func preferred(header string) string {
	tags, _, err := language.ParseAcceptLanguage(header)
	if err != nil || len(tags) == 0 {
		return "ru"
	}
	_, index, confidence := languageMatcher.Match(tags...)
	if confidence != language.No && index == 1 {
		return "en"
	}
	return "ru"
}

func (p *portal) style(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	w.Header().Set("Cache-Control", "public, max-age=300")
	_, _ = w.Write(p.pages.style)
}
