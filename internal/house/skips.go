package house

import (
	"go/ast"
	"strings"
)

// Skips checks that no test skips itself: only the package at keeper does that, so
// that every skip is counted and can be made a failure.
func (t *Tree) Skips(keeper string) []Breach {
	var breaches []Breach
	for _, file := range t.Go {
		if file.Dir == keeper {
			continue
		}
		tests := testNames(file.Syntax)
		ast.Inspect(file.Syntax, func(node ast.Node) bool {
			selector, ok := node.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			receiver, ok := selector.X.(*ast.Ident)
			if ok && tests[receiver.Name] && strings.HasPrefix(selector.Sel.Name, "Skip") {
				breaches = append(breaches, Breach{
					Check: "skip", Where: file.Path, Line: t.line(selector),
					Detail: "a test skips itself", Instead: keeper + ": need.Tool, need.Shared, need.Postgres, need.Chromium; in a fuzz target return",
				})
			}
			return true
		})
	}
	return breaches
}

// testNames are the parameters of a file that are tests: t *testing.T and its kin.
func testNames(file *ast.File) map[string]bool {
	names := map[string]bool{}
	ast.Inspect(file, func(node ast.Node) bool {
		field, ok := node.(*ast.Field)
		if !ok || !fromTesting(field.Type) {
			return true
		}
		for _, name := range field.Names {
			names[name.Name] = true
		}
		return true
	})
	return names
}

func fromTesting(expression ast.Expr) bool {
	if pointer, ok := expression.(*ast.StarExpr); ok {
		expression = pointer.X
	}
	selector, ok := expression.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	name, ok := selector.X.(*ast.Ident)
	return ok && name.Name == "testing"
}
