package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
)

// DeadCode finds comments that are statements of Go: code that was commented out.
// Formulas of law ("base = value + duty") are not taken for code, nor is what
// stands in the comment of a declaration.
func (t *Tree) DeadCode() []Breach {
	var breaches []Breach
	for _, file := range t.written() {
		spoken := documentation(file.Syntax)
		for _, group := range file.Syntax.Comments {
			if !spoken[group] && t.standsAlone(file, group) && isCode(group) {
				breaches = append(breaches, Breach{
					Check: "dead code", Where: file.Path, Line: t.line(group),
					Detail: "commented-out code", Instead: "delete it: Git remembers",
				})
			}
		}
	}
	return breaches
}

// documentation collects the comments that belong to declarations and fields.
func documentation(file *ast.File) map[*ast.CommentGroup]bool {
	spoken := map[*ast.CommentGroup]bool{}
	ast.Inspect(file, func(node ast.Node) bool {
		switch n := node.(type) {
		case *ast.File:
			spoken[n.Doc] = true
		case *ast.GenDecl:
			spoken[n.Doc] = true
		case *ast.FuncDecl:
			spoken[n.Doc] = true
		case *ast.TypeSpec:
			spoken[n.Doc] = true
		case *ast.ValueSpec:
			spoken[n.Doc] = true
		case *ast.Field:
			spoken[n.Doc] = true
		}
		return true
	})
	return spoken
}

// standsAlone tells a comment on lines of its own from one that trails code.
func (t *Tree) standsAlone(file *File, group *ast.CommentGroup) bool {
	at := t.positions.Position(group.Pos())
	lines := t.Texts[file.Path]
	if at.Line > len(lines) {
		return false
	}
	return strings.TrimSpace(lines[at.Line-1][:at.Column-1]) == ""
}

// isCode tells whether the text parses as statements of which one does something
// prose never looks like.
func isCode(group *ast.CommentGroup) bool {
	var text strings.Builder
	for _, comment := range group.List {
		line := comment.Text
		if strings.HasPrefix(line, "//go:") || strings.HasPrefix(line, "//nolint") {
			return false
		}
		line = strings.TrimSuffix(strings.TrimPrefix(line, "/*"), "*/")
		text.WriteString(strings.TrimPrefix(line, "//") + "\n")
	}
	for _, frame := range []string{"package p\nfunc f() {\n%\n}\n", "package p\n%\n"} {
		source := strings.Replace(frame, "%", text.String(), 1)
		file, err := parser.ParseFile(token.NewFileSet(), "", source, parser.SkipObjectResolution)
		if err == nil && acts(file) {
			return true
		}
	}
	return false
}

func acts(file *ast.File) bool {
	found := false
	ast.Inspect(file, func(node ast.Node) bool {
		switch n := node.(type) {
		case *ast.AssignStmt:
			found = found || n.Tok == token.DEFINE || hasCall(n)
		case *ast.ExprStmt:
			found = found || hasCall(n)
		case *ast.FuncDecl:
			found = found || n.Name.Name != "f"
		case *ast.ReturnStmt:
			// "return early" is advice; two results or a call are code.
			found = found || len(n.Results) > 1 || hasCall(n)
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.IncDecStmt, *ast.DeferStmt, *ast.TypeSpec, *ast.ValueSpec:
			found = true
		}
		return !found
	})
	return found
}

func hasCall(node ast.Node) bool {
	found := false
	ast.Inspect(node, func(inner ast.Node) bool {
		_, call := inner.(*ast.CallExpr)
		found = found || call
		return !found
	})
	return found
}
