package xsd

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"tamga/internal/shape"
)

// Read reads the schemas of the named documents from a directory and returns one table for each namespace they need,
// with the definitions they reach and no others. A document is named as its schema's file without ".xsd", and its
// root element has the same name.
func Read(dir fs.FS, documents []string) ([]*shape.Table, error) {
	r := reader{
		dir: dir, read: map[string]string{}, components: map[name]*component{}, prefixes: map[string]map[string]int{},
		tables: map[string]*shape.Table{}, done: map[name]bool{},
	}
	for _, document := range documents {
		space, err := r.schema(document + ".xsd")
		if err != nil {
			return nil, err
		}
		root, defined := r.components[name{space, "element " + document}]
		if !defined {
			return nil, fmt.Errorf("%s.xsd does not define the element %s", document, document)
		}
		if err := r.root(root); err != nil {
			return nil, fmt.Errorf("%s.xsd: %w", document, err)
		}
	}
	return r.finish(), nil
}

// component is a definition at the top of a schema.
type component struct {
	space string
	node  *node
	file  string
}

type reader struct {
	dir fs.FS
	// read has the namespaces of the files that were read.
	read       map[string]string
	components map[name]*component
	// prefixes counts for each namespace the prefixes schemas use for it.
	prefixes map[string]map[string]int
	tables   map[string]*shape.Table
	done     map[name]bool
}

// schema reads a file and what it imports, and returns its namespace.
func (r *reader) schema(file string) (string, error) {
	if space, known := r.read[file]; known {
		return space, nil
	}
	opened, err := r.dir.Open(file)
	if err != nil {
		return "", err
	}
	defer opened.Close()
	root, err := parse(opened)
	if err != nil {
		return "", fmt.Errorf("%s: %w", file, err)
	}
	space := root.attrs["targetNamespace"]
	r.read[file] = space
	if err := r.take(file, space, root); err != nil {
		return "", fmt.Errorf("%s: %w", file, err)
	}
	return space, nil
}

func (r *reader) take(file, space string, root *node) error {
	if root.attrs["elementFormDefault"] != "qualified" {
		return fmt.Errorf("elements without namespace (elementFormDefault) are not supported")
	}
	for prefix, bound := range root.bindings {
		if r.prefixes[bound] == nil {
			r.prefixes[bound] = map[string]int{}
		}
		r.prefixes[bound][prefix]++
	}
	for _, n := range root.children {
		switch n.name {
		case "import", "include":
			if _, err := r.schema(path.Join(path.Dir(file), n.attrs["schemaLocation"])); err != nil {
				return err
			}
		case "element", "complexType", "simpleType":
			kind := "type "
			if n.name == "element" {
				kind = "element "
			}
			r.components[name{space, kind + n.attrs["name"]}] = &component{space, n, file}
		default:
			return n.refused("a schema")
		}
	}
	return nil
}

// prefix returns the prefix most schemas use for the namespace.
func (r *reader) prefix(space string) string {
	best := ""
	for _, prefix := range slices.Sorted(maps.Keys(r.prefixes[space])) {
		if prefix != "" && (best == "" || r.prefixes[space][prefix] > r.prefixes[space][best]) {
			best = prefix
		}
	}
	return best
}

// table returns the table of a namespace.
func (r *reader) table(space string) *shape.Table {
	if r.tables[space] == nil {
		r.tables[space] = &shape.Table{Space: space, Prefix: r.prefix(space)}
	}
	return r.tables[space]
}

// refer writes a name as a table of another or the same namespace does.
func (r *reader) refer(from string, to name) string {
	if from == to.space {
		return to.local
	}
	table := r.table(from)
	used := slices.ContainsFunc(table.Uses, func(use shape.Use) bool { return use.Space == to.space })
	if !used {
		table.Uses = append(table.Uses, shape.Use{Space: to.space, Prefix: r.prefix(to.space)})
	}
	return r.prefix(to.space) + ":" + to.local
}

// finish puts tables and definitions in their order.
func (r *reader) finish() []*shape.Table {
	var tables []*shape.Table
	for _, space := range slices.Sorted(maps.Keys(r.tables)) {
		t := r.tables[space]
		slices.SortFunc(t.Uses, func(a, b shape.Use) int { return cmp.Compare(a.Space, b.Space) })
		slices.SortFunc(t.Roots, func(a, b shape.Declared) int { return cmp.Compare(a.Name, b.Name) })
		slices.SortFunc(t.Types, func(a, b shape.TableType) int { return cmp.Compare(a.Name, b.Name) })
		slices.SortFunc(t.Simples, func(a, b shape.TableSimple) int { return cmp.Compare(a.Name, b.Name) })
		tables = append(tables, t)
	}
	return tables
}

// FileName is the name of the file a table is kept in: the last word of its namespace without the version, as in
// "CommonAggregateTypes.tbl".
func FileName(table *shape.Table) string {
	words := strings.Split(table.Space, ":")
	return words[max(0, len(words)-2)] + ".tbl"
}
