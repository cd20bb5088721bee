package house

import (
	"fmt"
	"go/ast"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Direction is the order of the packages: a package may import the lines above
// its own, and packages on one line do not know each other.
type Direction struct {
	nouns []noun
}

// noun is a directory with its line. Its subdirectories are part of it unless they
// are listed themselves; "validation/*" makes each subdirectory a noun of its own.
type noun struct {
	name string
	line int
}

// ParseDirection reads one line per rank, names separated by spaces.
func ParseDirection(text string) Direction {
	var d Direction
	for rank, line := range strings.Split(strings.TrimSpace(text), "\n") {
		for _, name := range strings.Fields(line) {
			d.nouns = append(d.nouns, noun{name: name, line: rank})
		}
	}
	return d
}

// find returns the noun a directory belongs to.
func (d Direction) find(dir string) (noun, bool) {
	for at := dir; at != "."; at = path.Dir(at) {
		for _, n := range d.nouns {
			if n.name == at {
				return n, true
			}
		}
		for _, n := range d.nouns {
			if family, every := strings.CutSuffix(n.name, "/*"); every && path.Dir(at) == family {
				return noun{name: at, line: n.line}, true
			}
		}
	}
	return noun{}, false
}

// above tells whether a directory stands on a line above the named one.
func (d Direction) above(dir, limit string) bool {
	end, known := d.find(limit)
	n, found := d.find(dir)
	return known && found && n.line < end.line
}

// Kind says who may import a helper under internal and what it may import.
type Kind string

// The kinds of helper. None of them knows customs law, but for Fiction.
const (
	// Pure helpers are imported by anyone and keep the law's purity themselves.
	Pure Kind = "pure"
	// Tests helpers are imported by tests and test support only.
	Tests Kind = "tests"
	// Fiction may import what stands above office; tests and the binary import it.
	Fiction Kind = "fiction"
)

// Plan is the whole order: the direction, the helpers, and who counts as a test.
type Plan struct {
	// Order is the direction of the nouns.
	Order Direction
	// Office is the noun above which packages are the law.
	Office string
	// Binary is the package that may import everything.
	Binary string
	// Helpers are the directories under internal by kind.
	Helpers map[string]Kind
	// Support are nouns that only tests import, and that count as tests.
	Support []string
	// Others are top-level directories without Go.
	Others []string
}

// law tells whether the files of a directory are under the purity of the law.
func (p Plan) law(dir string) bool {
	return p.Order.above(dir, p.Office) || p.Helpers[dir] == Pure
}

// tests tells whether a file may import what only tests import.
func (p Plan) tests(file *File) bool {
	return file.Test || p.Helpers[file.Dir] == Tests || slices.Contains(p.Support, file.Dir)
}

func (p Plan) known(dir string) bool {
	if _, listed := p.Helpers[dir]; listed || dir == "." {
		return true
	}
	_, listed := p.Order.find(dir)
	return listed
}

// Imports checks every import of our own packages, in tests too, and that every
// directory is listed.
func (t *Tree) Imports(p Plan) []Breach {
	breaches := t.unlisted(p)
	for _, file := range t.Go {
		for _, spec := range file.Syntax.Imports {
			target, ours := own(spec)
			if !ours || target == file.Dir {
				continue
			}
			if detail := p.forbids(file, target); detail != "" {
				breaches = append(breaches, Breach{
					Check: "direction", Where: file.Path, Line: t.line(spec),
					Detail: detail, Instead: "move what is shared to a line above both, pass it in as an argument, or let them meet in " + p.Office,
				})
			}
		}
	}
	return breaches
}

// unlisted finds directories the plan does not know.
func (t *Tree) unlisted(p Plan) []Breach {
	var breaches []Breach
	for dir := range t.packages() {
		if !p.known(dir) {
			breaches = append(breaches, Breach{
				Check: "direction", Where: dir, Detail: "is not on any line of the direction",
				Instead: "list it in arch_test.go, in ARCHITECTURE.md, and on the line where it belongs",
			})
		}
	}
	for _, folder := range t.Folders {
		top := path.Dir(folder) == "." && folder != "." && folder != "internal"
		_, family := p.family(folder)
		if top && !family && !p.known(folder) && !slices.Contains(p.Others, folder) {
			breaches = append(breaches, Breach{
				Check: "direction", Where: folder + "/", Detail: "is a directory nobody listed",
				Instead: "list it in arch_test.go, or put its content where it belongs",
			})
		}
	}
	return breaches
}

// family finds a noun under the folder, such as store/sqlite under store.
func (p Plan) family(folder string) (noun, bool) {
	for _, n := range p.Order.nouns {
		if strings.HasPrefix(n.name, folder+"/") {
			return n, true
		}
	}
	return noun{}, false
}

// forbids says why a file may not import one of our packages, "" when it may.
func (p Plan) forbids(file *File, target string) string {
	if kind, helper := p.Helpers[target]; helper {
		return p.forbidsHelper(file, target, kind)
	}
	if kind, helper := p.Helpers[file.Dir]; helper {
		if kind == Fiction && p.Order.above(target, p.Office) {
			return ""
		}
		return fmt.Sprintf("a helper imports %s, but helpers know nothing of customs", target)
	}
	from, fromKnown := p.Order.find(file.Dir)
	to, toKnown := p.Order.find(target)
	switch {
	case file.Dir == "." || from.name == p.Binary:
		return ""
	case !toKnown || !fromKnown:
		return fmt.Sprintf("imports %s, and one of them is on no line", target)
	case from.name == to.name || to.line < from.line:
		return ""
	case to.line == from.line:
		return fmt.Sprintf("%s imports %s, which stands on the same line", from.name, target)
	}
	return fmt.Sprintf("%s imports %s, which stands below it", from.name, target)
}

func (p Plan) forbidsHelper(file *File, target string, kind Kind) string {
	switch {
	case kind == Pure, p.tests(file):
		return ""
	case kind == Fiction && file.Dir == p.Binary:
		return ""
	}
	return fmt.Sprintf("imports %s, which is for %s", target, kind)
}

// own returns the directory of an import of this module.
func own(spec *ast.ImportSpec) (dir string, ours bool) {
	target := importPath(spec)
	if target == Module {
		return ".", true
	}
	return strings.CutPrefix(target, Module+"/")
}

func importPath(spec *ast.ImportSpec) string {
	// The parser has accepted the literal, so unquoting it cannot fail.
	target, _ := strconv.Unquote(spec.Path.Value)
	return target
}
