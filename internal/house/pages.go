package house

import (
	"go/ast"
	"path"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// Later stands right behind a name on a page that does not exist yet. When it does
// exist the mark is refused: the page would be behind the code.
const Later = "(later)"

// Pages checks that what pages name exists: relative links and their headings,
// directories (`duty/`), exported names (`duty.Assess`), targets (`make test`)
// and commands (`tamga check`).
func (t *Tree) Pages(pages []string, binary string) []Breach {
	known := inventory{
		names:    t.exported(),
		targets:  targets(t.Texts["Makefile"]),
		commands: t.commands(binary),
	}
	var breaches []Breach
	for _, page := range pages {
		lines, present := t.Texts[page]
		if !present {
			breaches = append(breaches, Breach{
				Check: "page", Where: page, Detail: "is not there", Instead: "write it, or take it off the list of pages",
			})
			continue
		}
		breaches = append(breaches, t.page(page, lines, known)...)
	}
	return breaches
}

// inventory is what pages may name.
type inventory struct {
	names             map[string]bool
	targets, commands map[string]bool
}

var fence = regexp.MustCompile("^\\s*```")

func (t *Tree) page(page string, lines []string, known inventory) []Breach {
	var breaches []Breach
	fenced := false
	for number, line := range lines {
		if fence.MatchString(line) {
			fenced = !fenced
		}
		complaints := append(t.links(page, line), t.mentions(line, known)...)
		if fenced {
			complaints = t.typed(line, known)
		}
		for _, complaint := range complaints {
			breaches = append(breaches, Breach{
				Check: "page", Where: page, Line: number + 1, Detail: complaint,
				Instead: "say what is there; what does not stand yet is marked " + Later,
			})
		}
	}
	return breaches
}

var link = regexp.MustCompile(`\]\(([^)\s]+)\)`)

// links complains of relative links that lead nowhere.
func (t *Tree) links(page, line string) []string {
	var complaints []string
	for _, match := range link.FindAllStringSubmatch(line, -1) {
		target, heading, _ := strings.Cut(match[1], "#")
		if strings.Contains(target, ":") {
			continue
		}
		file := page
		if target != "" {
			file = path.Join(path.Dir(page), target)
		}
		if !t.exists(file) {
			complaints = append(complaints, "links to "+match[1]+", which is not there")
			continue
		}
		if heading != "" && !headings(t.Texts[file])[heading] {
			complaints = append(complaints, "links to "+match[1]+", but there is no such heading")
		}
	}
	return complaints
}

func (t *Tree) exists(name string) bool {
	if _, file := t.Texts[name]; file {
		return true
	}
	return t.folder(name)
}

// folder tells whether there is a directory with at least one text in it; an empty
// directory is not in a clone.
func (t *Tree) folder(name string) bool {
	prefix := strings.TrimSuffix(name, "/") + "/"
	for text := range t.Texts {
		if strings.HasPrefix(text, prefix) {
			return true
		}
	}
	return false
}

// headings are the anchors of a page, in the form Git forges give them.
func headings(lines []string) map[string]bool {
	anchors := map[string]bool{}
	for _, line := range lines {
		if strings.HasPrefix(line, "#") {
			anchors[anchor(strings.TrimSpace(strings.TrimLeft(line, "#")))] = true
		}
	}
	return anchors
}

func anchor(heading string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '-', r == '_':
			return unicode.ToLower(r)
		case r == ' ':
			return '-'
		}
		return -1
	}, heading)
}

var (
	quoted    = regexp.MustCompile("`([^`]+)`")
	directory = regexp.MustCompile(`^\.?[a-z]+(/[a-z]+)*/$`)
	name      = regexp.MustCompile(`^[a-z]+(\.[A-Z]\w*){1,2}$`)
	makes     = regexp.MustCompile(`^make ([a-z-]+)$`)
	program   = regexp.MustCompile(`^tamga ([a-z-]+)`)
)

// mentions complains of what a line names in backticks and is not there, and of
// what it marks as later and is there.
func (t *Tree) mentions(line string, known inventory) []string {
	var complaints []string
	for _, at := range quoted.FindAllStringSubmatchIndex(line, -1) {
		text := line[at[2]:at[3]]
		later := strings.HasPrefix(strings.TrimSpace(line[at[1]:]), Later)
		there, checked := t.stands(text, known)
		switch {
		case checked && !there && !later:
			complaints = append(complaints, "names "+text+", which is not there")
		case checked && there && later:
			complaints = append(complaints, "says later of "+text+", which is there")
		}
	}
	return complaints
}

// typed complains of a command in a fenced block that cannot be typed: the words
// before its remark are looked up, and the mark stands in the remark.
func (t *Tree) typed(line string, known inventory) []string {
	command, remark, _ := strings.Cut(line, "#")
	there, checked := t.stands(strings.TrimSpace(command), known)
	later := strings.Contains(remark, Later)
	switch {
	case checked && !there && !later:
		return []string{"shows " + command + ", which is not there"}
	case checked && there && later:
		return []string{"says later of " + command + ", which is there"}
	}
	return nil
}

// stands tells whether a quoted text is something that can be checked, and whether
// it is there.
func (t *Tree) stands(text string, known inventory) (there, checked bool) {
	if directory.MatchString(text) {
		return t.folder(text), true
	}
	if name.MatchString(text) {
		return known.names[text], true
	}
	if target := makes.FindStringSubmatch(text); target != nil {
		return known.targets[target[1]], true
	}
	if command := program.FindStringSubmatch(text); command != nil {
		return known.commands[command[1]], true
	}
	return false, false
}

// exported are the names of all packages as "package.Name" and "package.Type.Name",
// methods and fields among them.
func (t *Tree) exported() map[string]bool {
	names := map[string]bool{}
	for _, file := range t.Go {
		if file.Test {
			continue
		}
		prefix := file.Syntax.Name.Name + "."
		for _, declaration := range file.Syntax.Decls {
			for _, found := range declared(declaration) {
				names[prefix+found] = true
			}
		}
	}
	return names
}

func declared(declaration ast.Decl) []string {
	if f, ok := declaration.(*ast.FuncDecl); ok {
		return []string{functionName(f)}
	}
	d, ok := declaration.(*ast.GenDecl)
	if !ok {
		return nil
	}
	var names []string
	for _, spec := range d.Specs {
		switch s := spec.(type) {
		case *ast.TypeSpec:
			names = append(names, s.Name.Name)
			names = append(names, members(s)...)
		case *ast.ValueSpec:
			for _, n := range s.Names {
				names = append(names, n.Name)
			}
		}
	}
	return names
}

func members(s *ast.TypeSpec) []string {
	var fields []*ast.Field
	switch body := s.Type.(type) {
	case *ast.StructType:
		fields = body.Fields.List
	case *ast.InterfaceType:
		fields = body.Methods.List
	}
	var names []string
	for _, field := range fields {
		for _, n := range field.Names {
			names = append(names, s.Name.Name+"."+n.Name)
		}
	}
	return names
}

var rule = regexp.MustCompile(`^([a-z-]+):`)

func targets(makefile []string) map[string]bool {
	found := map[string]bool{}
	for _, line := range makefile {
		if match := rule.FindStringSubmatch(line); match != nil {
			found[match[1]] = true
		}
	}
	return found
}

var camel = regexp.MustCompile(`([a-z])([A-Z])`)

// commands are the fields of the binary's structs that the command-line library
// takes for commands: those with a tag "cmd".
func (t *Tree) commands(binary string) map[string]bool {
	found := map[string]bool{}
	for _, file := range t.Go {
		if file.Dir != binary || file.Test {
			continue
		}
		ast.Inspect(file.Syntax, func(node ast.Node) bool {
			field, ok := node.(*ast.Field)
			if !ok || field.Tag == nil {
				return true
			}
			// The parser has accepted the literal, so unquoting it cannot fail.
			text, _ := strconv.Unquote(field.Tag.Value)
			tag := reflect.StructTag(text)
			if _, command := tag.Lookup("cmd"); !command {
				return true
			}
			for _, n := range field.Names {
				found[strings.ToLower(camel.ReplaceAllString(n.Name, "$1-$2"))] = true
			}
			if given := tag.Get("name"); given != "" {
				found[given] = true
			}
			return true
		})
	}
	return found
}
