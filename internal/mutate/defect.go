package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// defect replaces the bytes [from, to) of a file.
type defect struct {
	file     string
	line     int
	from, to int
	was, is  string
}

func (d defect) String() string {
	return fmt.Sprintf("%s:%d: %s becomes %s", d.file, d.line, short(d.was), short(d.is))
}

// short keeps one line of a text, so that a row taken out of a table is readable.
func short(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if runes := []rune(text); len(runes) > 60 {
		text = string(runes[:60]) + "…"
	}
	return strconv.Quote(text)
}

// planted applies the defect to the text of its file.
func (d defect) planted(text []byte) []byte {
	return append(append(append([]byte{}, text[:d.from]...), d.is...), text[d.to:]...)
}

// findAll finds the defects of all packages; a package is a directory such as
// "./duty", or "./validation/..." with those under it.
func findAll(packages []string) ([]defect, error) {
	var defects []defect
	for _, name := range packages {
		root, deep := strings.CutSuffix(filepath.ToSlash(name), "/...")
		err := filepath.WalkDir(root, func(path string, entry os.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if entry.IsDir() && path != root && (!deep || entry.Name() == "testdata") {
				return filepath.SkipDir
			}
			if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return nil
			}
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			found, err := find(path, text)
			defects = append(defects, found...)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return defects, nil
}

// find lists the defects that can be planted in one file; none in generated code.
func find(file string, text []byte) ([]defect, error) {
	positions := token.NewFileSet()
	syntax, err := parser.ParseFile(positions, file, text, parser.ParseComments)
	if err != nil || ast.IsGenerated(syntax) {
		return nil, err
	}
	f := finder{file: file, text: text, positions: positions}
	ast.Inspect(syntax, f.visit)
	return f.defects, nil
}

type finder struct {
	file      string
	text      []byte
	positions *token.FileSet
	defects   []defect
}

// swapped are the operators and what they turn into: the borders of comparisons,
// both ways of a condition, and the signs of arithmetic.
var swapped = map[token.Token]token.Token{
	token.LSS: token.LEQ, token.LEQ: token.LSS, token.GTR: token.GEQ, token.GEQ: token.GTR,
	token.EQL: token.NEQ, token.NEQ: token.EQL, token.LAND: token.LOR, token.LOR: token.LAND,
	token.ADD: token.SUB, token.SUB: token.ADD, token.MUL: token.QUO, token.QUO: token.MUL,
}

func (f *finder) visit(node ast.Node) bool {
	switch n := node.(type) {
	case *ast.ImportSpec:
		return false
	case *ast.BinaryExpr:
		if other, ok := swapped[n.Op]; ok {
			f.add(n.OpPos, n.OpPos+token.Pos(len(n.Op.String())), other.String())
		}
	case *ast.UnaryExpr:
		if n.Op == token.NOT {
			f.add(n.OpPos, n.OpPos+1, "")
		}
	case *ast.Ident:
		if n.Name == "true" || n.Name == "false" {
			f.add(n.Pos(), n.End(), map[string]string{"true": "false", "false": "true"}[n.Name])
		}
	case *ast.BasicLit:
		if n.Kind == token.INT {
			f.add(n.Pos(), n.End(), "("+n.Value+" + 1)")
		}
	case *ast.CompositeLit:
		f.rows(n)
	}
	return true
}

// rows takes each row out of a table in turn: a transition, a rule, a rate.
func (f *finder) rows(table *ast.CompositeLit) {
	_, list := table.Type.(*ast.ArrayType)
	_, dictionary := table.Type.(*ast.MapType)
	if (!list && !dictionary) || len(table.Elts) < 2 {
		return
	}
	for i, row := range table.Elts[1:] {
		f.add(table.Elts[i].End(), row.End(), "")
	}
}

func (f *finder) add(from, to token.Pos, is string) {
	start, end := f.positions.Position(from), f.positions.Position(to)
	f.defects = append(f.defects, defect{
		file: f.file, line: start.Line, from: start.Offset, to: end.Offset,
		was: string(f.text[start.Offset:end.Offset]), is: is,
	})
}
