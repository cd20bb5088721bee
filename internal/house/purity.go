package house

import (
	"go/ast"
	"strings"
)

// Forbidden is a name the law may not use, with what to use instead.
type Forbidden struct {
	// Name is an import path ("os", which covers "os/exec"), or a path and an
	// exported name ("time.Now").
	Name string
	// Instead is the replacement.
	Instead string
}

// Purity checks the packages that are the law: their non-test files use none of
// the forbidden names and start no goroutine.
func (t *Tree) Purity(p Plan, forbidden []Forbidden) []Breach {
	var breaches []Breach
	for _, file := range t.Go {
		if file.Test || !p.law(file.Dir) {
			continue
		}
		breaches = append(breaches, t.imports(file, forbidden)...)
		breaches = append(breaches, t.uses(file, forbidden)...)
	}
	return breaches
}

func (t *Tree) imports(file *File, forbidden []Forbidden) []Breach {
	var breaches []Breach
	for _, spec := range file.Syntax.Imports {
		target := importPath(spec)
		for _, f := range forbidden {
			if target == f.Name || strings.HasPrefix(target, f.Name+"/") {
				breaches = append(breaches, Breach{
					Check: "purity", Where: file.Path, Line: t.line(spec),
					Detail: "the law imports " + target, Instead: f.Instead,
				})
				break
			}
		}
		if spec.Name != nil && spec.Name.Name == "." {
			breaches = append(breaches, Breach{
				Check: "purity", Where: file.Path, Line: t.line(spec),
				Detail: "a dot import hides where names come from", Instead: "import it by its name",
			})
		}
	}
	return breaches
}

func (t *Tree) uses(file *File, forbidden []Forbidden) []Breach {
	var breaches []Breach
	names := localNames(file.Syntax)
	ast.Inspect(file.Syntax, func(node ast.Node) bool {
		if statement, starts := node.(*ast.GoStmt); starts {
			breaches = append(breaches, Breach{
				Check: "purity", Where: file.Path, Line: t.line(statement),
				Detail: "the law starts a goroutine", Instead: "compute and return; what runs side by side is office's affair",
			})
		}
		used := qualified(node, names)
		for _, f := range forbidden {
			if used != "" && used == f.Name {
				breaches = append(breaches, Breach{
					Check: "purity", Where: file.Path, Line: t.line(node),
					Detail: "the law uses " + used, Instead: f.Instead,
				})
			}
		}
		return true
	})
	return breaches
}

// qualified returns "time.Now" for a selector on an imported package.
func qualified(node ast.Node, names map[string]string) string {
	selector, ok := node.(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	name, ok := selector.X.(*ast.Ident)
	if !ok || names[name.Name] == "" {
		return ""
	}
	return names[name.Name] + "." + selector.Sel.Name
}

// localNames maps the names of a file's imports to their paths.
func localNames(file *ast.File) map[string]string {
	names := map[string]string{}
	for _, spec := range file.Imports {
		target := importPath(spec)
		local := target[strings.LastIndex(target, "/")+1:]
		if spec.Name != nil {
			local = spec.Name.Name
		}
		names[local] = target
	}
	return names
}

// Floats checks that the named packages and what is under them have no binary
// floating point outside tests: money, quantities and rates are exact.
func (t *Tree) Floats(exact []string) []Breach {
	var breaches []Breach
	for _, file := range t.Go {
		if file.Test || !within(file.Dir, exact) {
			continue
		}
		ast.Inspect(file.Syntax, func(node ast.Node) bool {
			name, ok := node.(*ast.Ident)
			if ok && (name.Name == "float64" || name.Name == "float32") {
				breaches = append(breaches, Breach{
					Check: "floats", Where: file.Path, Line: t.line(name),
					Detail: name.Name + " where amounts, quantities and rates are", Instead: "money.Decimal",
				})
			}
			return true
		})
	}
	return breaches
}

// within tells whether a directory is one of the named ones or under one.
func within(dir string, names []string) bool {
	for _, name := range names {
		if dir == name || strings.HasPrefix(dir, name+"/") {
			return true
		}
	}
	return false
}
