// Package house enforces the habits of the house: which package may import which,
// what the law may not touch, how long a file may be, what must be documented.
//
// Read tree.go for what is looked at and breach.go for what is reported; every
// other file is one habit. The limits and lists stand in the tests at the root
// of the repository, where they are read by people; this package only measures.
// It looks at the syntax of the files alone, so it needs no network and no build.
package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"
)

// Module is the path of the module whose packages are ours.
const Module = "tamga"

// Tree is the repository as read once: Go files with their syntax, and the text
// of every file that has one.
type Tree struct {
	// Go are the Go files outside testdata, in the order of their paths.
	Go []*File
	// Texts are the lines of each text file by its slash-separated path.
	Texts map[string][]string
	// Folders are all directories that were walked, "." among them.
	Folders []string
	// Unreadable are the Go files that do not parse.
	Unreadable []Breach

	positions *token.FileSet
}

// File is one Go file.
type File struct {
	// Path is slash-separated and relative to the root.
	Path string
	// Dir is the directory part of Path, "." at the root.
	Dir string
	// Lines counts the lines of the file.
	Lines int
	// Test tells a _test.go file.
	Test bool
	// Generated tells a file with the standard header of generated code.
	Generated bool
	// Syntax is the parsed file with its comments.
	Syntax *ast.File
}

// textLimit bounds what is looked at for words: longer files are data.
const textLimit = 1 << 20

// Read walks the tree. Hidden directories other than .ci, and the directories that
// .gitignore names at the root, are not looked at.
func Read(root fs.FS) (*Tree, error) {
	t := &Tree{Texts: map[string][]string{}, positions: token.NewFileSet()}
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if ignored(name) {
				return fs.SkipDir
			}
			t.Folders = append(t.Folders, name)
			return nil
		}
		return t.add(root, name, entry)
	})
	return t, err
}

func ignored(folder string) bool {
	base := path.Base(folder)
	return folder == "bin" || folder == "tmp" || (strings.HasPrefix(base, ".") && base != "." && base != ".ci")
}

func (t *Tree) add(root fs.FS, name string, entry fs.DirEntry) error {
	if !entry.Type().IsRegular() {
		return nil
	}
	isGo := strings.HasSuffix(name, ".go") && !strings.Contains("/"+name, "/testdata/")
	info, err := entry.Info()
	if err != nil || (info.Size() > textLimit && !isGo) {
		return err
	}
	text, err := fs.ReadFile(root, name)
	if err != nil {
		return err
	}
	if utf8.Valid(text) && !strings.Contains(string(text), "\x00") {
		t.Texts[name] = strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	}
	if isGo {
		t.parse(name, text)
	}
	return nil
}

func (t *Tree) parse(name string, text []byte) {
	syntax, err := parser.ParseFile(t.positions, name, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Unreadable = append(t.Unreadable, Breach{
			Check: "syntax", Where: name, Detail: err.Error(), Instead: "make it parse",
		})
		return
	}
	t.Go = append(t.Go, &File{
		Path:      name,
		Dir:       path.Dir(name),
		Lines:     strings.Count(string(text), "\n"),
		Test:      strings.HasSuffix(name, "_test.go"),
		Generated: ast.IsGenerated(syntax),
		Syntax:    syntax,
	})
}

// written are the files people write: all but the generated ones.
func (t *Tree) written() []*File {
	var files []*File
	for _, file := range t.Go {
		if !file.Generated {
			files = append(files, file)
		}
	}
	return files
}

// packages groups files by directory.
func (t *Tree) packages() map[string][]*File {
	groups := map[string][]*File{}
	for _, file := range t.Go {
		groups[file.Dir] = append(groups[file.Dir], file)
	}
	return groups
}

func (t *Tree) line(node ast.Node) int { return t.positions.Position(node.Pos()).Line }

func (t *Tree) lines(node ast.Node) int {
	return t.positions.Position(node.End()).Line - t.line(node) + 1
}
