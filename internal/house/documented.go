package house

import (
	"go/ast"
	"strings"
)

// Documented checks that each package says what it is and each exported name what
// it promises. Tests are not asked.
func (t *Tree) Documented() []Breach {
	var breaches []Breach
	for dir, files := range t.packages() {
		if breach, missing := packageComment(dir, files); missing {
			breaches = append(breaches, breach)
		}
	}
	for _, file := range t.written() {
		if file.Test {
			continue
		}
		for _, declaration := range file.Syntax.Decls {
			switch d := declaration.(type) {
			case *ast.FuncDecl:
				breaches = append(breaches, t.silentFunction(file, d)...)
			case *ast.GenDecl:
				breaches = append(breaches, t.silentGroup(file, d)...)
			}
		}
	}
	return breaches
}

// packageComment looks for "Package noun …", or "Command name …" of a program.
func packageComment(dir string, files []*File) (Breach, bool) {
	asked := false
	for _, file := range files {
		if file.Test {
			continue
		}
		asked = true
		start := "Package " + file.Syntax.Name.Name + " "
		if file.Syntax.Name.Name == "main" {
			start = "Command "
		}
		if strings.HasPrefix(file.Syntax.Doc.Text(), start) {
			return Breach{}, false
		}
	}
	return Breach{
		Check: "package comment", Where: dir, Detail: "the package does not say what it is",
		Instead: `"Package noun …": what the noun is, how to read the package, its law`,
	}, asked
}

func (t *Tree) silentFunction(file *File, f *ast.FuncDecl) []Breach {
	owner := "A"
	if f.Recv != nil && len(f.Recv.List) > 0 {
		owner = receiver(f.Recv.List[0].Type)
	}
	if f.Doc != nil || !f.Name.IsExported() || !ast.IsExported(owner) {
		return nil
	}
	return []Breach{t.silent(file, f, functionName(f))}
}

// silentGroup looks at types, constants and variables. A comment above a group of
// constants or variables speaks for all of them.
func (t *Tree) silentGroup(file *File, d *ast.GenDecl) []Breach {
	var breaches []Breach
	for _, spec := range d.Specs {
		switch s := spec.(type) {
		case *ast.TypeSpec:
			alone := d.Doc != nil && len(d.Specs) == 1
			if s.Name.IsExported() && s.Doc == nil && s.Comment == nil && !alone {
				breaches = append(breaches, t.silent(file, s, s.Name.Name))
			}
			breaches = append(breaches, t.silentMethods(file, s)...)
		case *ast.ValueSpec:
			if s.Doc == nil && s.Comment == nil && d.Doc == nil {
				breaches = append(breaches, t.silentValues(file, s)...)
			}
		}
	}
	return breaches
}

func (t *Tree) silentValues(file *File, s *ast.ValueSpec) []Breach {
	var breaches []Breach
	for _, name := range s.Names {
		if name.IsExported() {
			breaches = append(breaches, t.silent(file, s, name.Name))
		}
	}
	return breaches
}

func (t *Tree) silentMethods(file *File, s *ast.TypeSpec) []Breach {
	body, ok := s.Type.(*ast.InterfaceType)
	if !ok || !s.Name.IsExported() {
		return nil
	}
	var breaches []Breach
	for _, method := range body.Methods.List {
		for _, name := range method.Names {
			// An interface of one method is documented by its own comment.
			if name.IsExported() && method.Doc == nil && method.Comment == nil && len(body.Methods.List) > 1 {
				breaches = append(breaches, t.silent(file, method, s.Name.Name+"."+name.Name))
			}
		}
	}
	return breaches
}

func (t *Tree) silent(file *File, node ast.Node, name string) Breach {
	return Breach{
		Check: "documented", Where: file.Path + "#" + name, Line: t.line(node),
		Detail:  "an exported name without a contract",
		Instead: "say what it returns when, its units, shapes, errors and source",
	}
}
