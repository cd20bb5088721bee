package house

import (
	"fmt"
	"go/ast"
	"path"
	"slices"
	"strings"
)

// Limits are the figures of HABITS that can be measured.
type Limits struct {
	// FileLines is the longest file, tests among them. MedianLines and P90Lines bound
	// the whole without tests, whose tables of cases are long by nature.
	FileLines, MedianLines, P90Lines int
	// FunctionLines is the longest function, TestFunctionLines in a test file.
	FunctionLines, TestFunctionLines int
	// Nesting is how deep statements may stand in one another.
	Nesting int
	// Parameters is how many a function may take.
	Parameters int
	// Methods is how many an interface may have, StoreMethods under StoreDir.
	Methods, StoreMethods int
	// StoreDir is where the wider interfaces of storage stand.
	StoreDir string
	// RootFiles is how many Go files the root may have.
	RootFiles int
}

// Sizes measures files and what is in them. Generated files are not measured.
func (t *Tree) Sizes(l Limits) []Breach {
	breaches := t.spread(l)
	for _, file := range t.written() {
		if file.Lines > l.FileLines {
			breaches = append(breaches, Breach{
				Check: "file", Where: file.Path, Detail: fmt.Sprintf("%d lines, at most %d", file.Lines, l.FileLines),
				Instead: "split it: one logical rule, one act, one type per file",
			})
		}
		for _, declaration := range file.Syntax.Decls {
			switch d := declaration.(type) {
			case *ast.FuncDecl:
				breaches = append(breaches, t.function(file, d, l)...)
			case *ast.GenDecl:
				breaches = append(breaches, t.interfaces(file, d, l)...)
			}
		}
	}
	return breaches
}

// spread bounds the median, the ninth decile, and the number of files at the root.
func (t *Tree) spread(l Limits) []Breach {
	var sizes []int
	root := 0
	for _, file := range t.written() {
		if !file.Test {
			sizes = append(sizes, file.Lines)
		}
		if file.Dir == "." {
			root++
		}
	}
	slices.Sort(sizes)
	var breaches []Breach
	report := func(check string, got, most int, instead string) {
		if got > most {
			breaches = append(breaches, Breach{
				Check: check, Where: ".", Detail: fmt.Sprintf("%d, at most %d", got, most), Instead: instead,
			})
		}
	}
	report("root files", root, l.RootFiles, "give the file to the package of its noun")
	if len(sizes) > 0 {
		report("median of file lines", sizes[len(sizes)/2], l.MedianLines, "split the files that hold two things")
		report("p90 of file lines", sizes[len(sizes)*9/10], l.P90Lines, "split the longest files")
	}
	return breaches
}

func (t *Tree) function(file *File, f *ast.FuncDecl, l Limits) []Breach {
	where := file.Path + "#" + functionName(f)
	most := l.FunctionLines
	if file.Test {
		most = l.TestFunctionLines
	}
	var breaches []Breach
	report := func(check string, got, most int, instead string) {
		if got > most {
			breaches = append(breaches, Breach{
				Check: check, Where: where, Line: t.line(f), Detail: fmt.Sprintf("%d, at most %d", got, most), Instead: instead,
			})
		}
	}
	report("function lines", t.lines(f), most, "name the parts and make each a function")
	report("parameters", parameters(f.Type), l.Parameters, "a struct with named fields")
	if f.Body != nil {
		report("nesting", deepest(f.Body), l.Nesting, "return early, or give the inner part a name")
	}
	return breaches
}

// functionName is "Name" or "Type.Name".
func functionName(f *ast.FuncDecl) string {
	if f.Recv == nil || len(f.Recv.List) == 0 {
		return f.Name.Name
	}
	return receiver(f.Recv.List[0].Type) + "." + f.Name.Name
}

// receiver is the name of the type a method belongs to, without pointer and type
// parameters.
func receiver(expression ast.Expr) string {
	switch e := expression.(type) {
	case *ast.StarExpr:
		return receiver(e.X)
	case *ast.IndexExpr:
		return receiver(e.X)
	case *ast.IndexListExpr:
		return receiver(e.X)
	case *ast.Ident:
		return e.Name
	}
	return "?"
}

func parameters(f *ast.FuncType) int {
	count := 0
	for _, field := range f.Params.List {
		count += max(1, len(field.Names))
	}
	return count
}

func (t *Tree) interfaces(file *File, d *ast.GenDecl, l Limits) []Breach {
	most := l.Methods
	if within(file.Dir, []string{l.StoreDir}) {
		most = l.StoreMethods
	}
	var breaches []Breach
	for _, spec := range d.Specs {
		named, ok := spec.(*ast.TypeSpec)
		if !ok {
			continue
		}
		body, ok := named.Type.(*ast.InterfaceType)
		if !ok {
			continue
		}
		if got := t.methods(file.Dir, body); got > most {
			breaches = append(breaches, Breach{
				Check: "interface", Where: file.Path + "#" + named.Name.Name, Line: t.line(named),
				Detail:  fmt.Sprintf("%d methods, at most %d", got, most),
				Instead: "ask only for what the one caller uses",
			})
		}
	}
	return breaches
}

// methods counts the methods of an interface; those of an embedded interface of
// the same package count too, any other embedded one counts as one.
func (t *Tree) methods(dir string, body *ast.InterfaceType) int {
	count := 0
	for _, field := range body.Methods.List {
		name, embedded := field.Type.(*ast.Ident)
		inner := (*ast.InterfaceType)(nil)
		if embedded {
			inner = t.interfaceNamed(dir, name.Name)
		}
		if inner != nil {
			count += t.methods(dir, inner)
			continue
		}
		count += max(1, len(field.Names))
	}
	return count
}

func (t *Tree) interfaceNamed(dir, name string) *ast.InterfaceType {
	var found *ast.InterfaceType
	for _, file := range t.Go {
		if file.Dir != dir {
			continue
		}
		ast.Inspect(file.Syntax, func(node ast.Node) bool {
			spec, ok := node.(*ast.TypeSpec)
			if ok && spec.Name.Name == name {
				found, _ = spec.Type.(*ast.InterfaceType)
			}
			return found == nil
		})
	}
	return found
}

// Names checks that no package hides behind a word that says nothing.
func (t *Tree) Names(banned []string) []Breach {
	var breaches []Breach
	for dir, files := range t.packages() {
		for _, word := range []string{path.Base(dir), strings.TrimSuffix(files[0].Syntax.Name.Name, "_test")} {
			if slices.Contains(banned, word) {
				breaches = append(breaches, Breach{
					Check: "package name", Where: dir, Detail: "the package is called " + word,
					Instead: "a singular noun an officer uses",
				})
				break
			}
		}
	}
	return breaches
}
