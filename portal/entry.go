package portal

import (
	"net/http"
	"time"

	"tamga/access"
)

const (
	keyCookie      = "tamga_key"
	languageCookie = "tamga_language"
)

func (p *portal) who(r *http.Request) (access.Principal, bool) {
	cookie, err := r.Cookie(keyCookie)
	if err != nil || cookie.Value == "" {
		return access.Principal{}, false
	}
	who, err := p.Keys.Authenticate(cookie.Value)
	return who, err == nil
}

// visit is one request of someone who is signed in.
type visit struct {
	*http.Request
	who      access.Principal
	language string
	// status is what the page is answered with; 0 is OK.
	status int
}

// signedIn lets only those in who are signed in; others are led to the page where they can do it.
func (p *portal) signedIn(page func(http.ResponseWriter, *visit)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		who, known := p.who(r)
		if !known {
			http.Redirect(w, r, "/sign-in", http.StatusSeeOther)
			return
		}
		page(w, &visit{Request: r, who: who, language: languageOf(w, r)})
	})
}

type signInView struct {
	Accounts []accountLine
	Wrong    bool
}

// accountLine is an account of a sandbox as it is offered.
type accountLine struct{ Secret, Text string }

func (p *portal) accounts(language string) []accountLine {
	var lines []accountLine
	for _, known := range p.Accounts {
		lines = append(lines, accountLine{known.Secret, nameOf(language, known.Principal)})
	}
	return lines
}

// nameOf is what a page calls an account.
func nameOf(language string, who access.Principal) string {
	role, place := say(language, "role."+string(who.Role)), placeOf(who)
	if place == "" {
		return role
	}
	return say(language, "account", "role", role, "of", place)
}

// placeOf is for whom somebody acts, or where they serve.
func placeOf(who access.Principal) string {
	if who.Office != "" {
		return string(who.Office)
	}
	if len(who.Parties) > 1 {
		return string(who.Party()) + " …"
	}
	return string(who.Party())
}

func (s signInView) trouble() bool { return s.Wrong }

func (p *portal) signInPage(w http.ResponseWriter, r *http.Request) {
	v := &visit{Request: r, language: languageOf(w, r)}
	p.show(w, v, "sign-in", signInView{Accounts: p.accounts(v.language)})
}

func (p *portal) signIn(w http.ResponseWriter, r *http.Request) {
	key := r.PostFormValue("key")
	if typed := r.PostFormValue("typed"); typed != "" {
		key = typed
	}
	who, err := p.Keys.Authenticate(key)
	if key == "" || err != nil {
		v := &visit{Request: r, language: languageOf(w, r), status: http.StatusForbidden}
		p.show(w, v, "sign-in", signInView{Accounts: p.accounts(v.language), Wrong: true})
		return
	}
	http.SetCookie(w, cookie(r, keyCookie, key, 0))
	home := "/cases"
	if who.Permit(access.ListCases) != nil {
		home = "/status"
	}
	http.Redirect(w, r, home, http.StatusSeeOther)
}

func (p *portal) signOut(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, cookie(r, keyCookie, "", -1))
	http.Redirect(w, r, "/sign-in", http.StatusSeeOther)
}

func cookie(r *http.Request, name, value string, age int) *http.Cookie {
	return &http.Cookie{
		Name: name, Value: value, Path: "/", MaxAge: age, HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: r.TLS != nil,
	}
}

// languageOf is the language asked for in the address, else the one kept, else what the browser prefers.
func languageOf(w http.ResponseWriter, r *http.Request) string {
	if asked := r.URL.Query().Get("lang"); asked == "ru" || asked == "en" {
		http.SetCookie(w, cookie(r, languageCookie, asked, int((365*24*time.Hour).Seconds())))
		return asked
	}
	if kept, err := r.Cookie(languageCookie); err == nil && (kept.Value == "ru" || kept.Value == "en") {
		return kept.Value
	}
	return preferred(r.Header.Get("Accept-Language"))
}

// language keeps the language and leads back to the page it was chosen on.
func (p *portal) language(w http.ResponseWriter, r *http.Request) {
	chosen := "ru"
	if r.PathValue("language") == "en" {
		chosen = "en"
	}
	http.SetCookie(w, cookie(r, languageCookie, chosen, int((365*24*time.Hour).Seconds())))
	http.Redirect(w, r, localPath(r.URL.Query().Get("back")), http.StatusSeeOther)
}
