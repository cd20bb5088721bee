package album

import (
	"strings"

	"tamga/customs"
	"tamga/declaration"
	"tamga/internal/markup"
	"tamga/internal/tape"
)

// Read reads a goods declaration. The document is complete whatever the bytes are: what could be read of the
// declaration, the places of its fields, and structural findings. The bytes must not be changed afterwards.
func Read(body []byte, options Options) declaration.Document {
	document := declaration.Document{
		Declaration: &declaration.Declaration{}, Places: nowhere{}, Defective: map[declaration.Ref]bool{},
	}
	source, fault := markup.Open(body, markup.Limits{Size: options.MaxBytes})
	if fault != nil {
		document.Findings = []customs.Finding{unreadable(fault, markup.PositionIn(body, fault.Offset))}
		return document
	}
	format, read := options.tape(source)
	root := declarationNode(read)
	s := survey{tape: read, format: format, root: root, want: declarationRoot}
	if root >= 0 {
		f := filling{tape: read, text: string(source.Text())}
		f.fill(root, format.declared, document.Declaration)
		s.unstorable = f.unstorable
		document.Declaration.Opaque = f.opaque
		document.Places = &places{survey: &s}
	}
	s.report(&document)
	return document
}

// tape reads the source against the version of the album it is written in, or the first when it is in none.
func (o Options) tape(source *markup.Source) (*Format, *tape.Tape) {
	formats := o.Formats
	if len(formats) == 0 {
		formats = []*Format{Current()}
	}
	options := tape.Options{Limits: markup.Limits{Size: o.MaxBytes}, Defects: o.MaxFindings}
	first := formats[0].read(source, options)
	if !foreign(first) {
		return formats[0], first
	}
	for _, format := range formats[1:] {
		if read := format.read(source, options); !foreign(read) {
			return format, read
		}
	}
	return formats[0], first
}

// foreign reports whether the document, or one in its container, is of another version.
func foreign(read *tape.Tape) bool {
	for _, defect := range read.Defects {
		if defect.Kind == tape.OtherVersion {
			return true
		}
	}
	return false
}

func (f *Format) read(source *markup.Source, options tape.Options) *tape.Tape {
	reader := f.readers.Get().(*tape.Reader)
	defer f.readers.Put(reader)
	return reader.Read(source, options)
}

// declarationNode returns the node of the declaration: the root, or the first in a container; -1 when there is none.
func declarationNode(read *tape.Tape) int {
	for i := 0; i < len(read.Nodes) && i >= 0; {
		if read.Nodes[i].Element >= 0 && read.Declaration(i).Owner < 0 && read.Name(i) == declarationRoot {
			return i
		}
		// Documents stand only in the bodies of a container; everything else is passed over whole.
		if open := read.Name(i) == containerRoot || read.Name(i) == "ContainerDoc" || read.Name(i) == "DocBody"; open {
			i++
			continue
		}
		i = int(read.Nodes[i].After)
	}
	return -1
}

// filling carries values from a tape into a model.
type filling struct {
	tape *tape.Tape
	// text is the source, from which the values are cut.
	text string
	// opaque are the elements without a field, unstorable the values the model cannot hold.
	opaque     []declaration.Opaque
	unstorable []int
	// path names the open elements, from the root of the declaration.
	path []string
}

// fill carries what is in a node into the record that its plan is for.
func (f *filling) fill(node int, p *plan, target any) {
	f.path = append(f.path, f.tape.Name(node))
	f.inside(node, p, target)
	f.path = f.path[:len(f.path)-1]
}

func (f *filling) inside(node int, p *plan, target any) {
	parent := ""
	for child := f.tape.First(node); child >= 0; child = f.tape.Next(child) {
		n := &f.tape.Nodes[child]
		if n.Flags&tape.Surplus != 0 || n.Element < 0 {
			continue
		}
		s, ordinal := p.step(n.Element), int(n.Ordinal)
		if s == nil || ordinal > 1 && !s.link.every {
			if parent == "" {
				parent = "/" + strings.Join(f.path, "/")
			}
			f.keep(parent, child, ordinal)
			continue
		}
		f.take(child, ordinal, s, target)
	}
}

// take carries one element into the record.
func (f *filling) take(node, ordinal int, s *step, target any) {
	if s.inner == nil {
		if !s.link.set(target, f.value(node)) && f.tape.Nodes[node].Flags&tape.Defective == 0 {
			f.unstorable = append(f.unstorable, node)
		}
		return
	}
	rows := 0
	if s.link.every && ordinal == 1 {
		rows = f.siblings(node)
	}
	f.path = append(f.path, f.step(node, ordinal))
	f.inside(node, s.inner, s.link.into(target, rows))
	f.path = f.path[:len(f.path)-1]
}

// siblings counts the elements of the same kind that follow one another, the node included.
func (f *filling) siblings(node int) int {
	count, element := 0, f.tape.Nodes[node].Element
	for at := node; at >= 0 && f.tape.Nodes[at].Element == element; at = f.tape.Next(at) {
		count++
	}
	return count
}

func (f *filling) value(node int) string {
	if n := &f.tape.Nodes[node]; n.Plain() {
		return f.text[n.Inner:n.InnerEnd]
	}
	return string(f.tape.Value(node))
}
