package album

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/internal/tape"
)

// nowhere is for a document that could not be read at all.
type nowhere struct{}

// Place returns no place.
func (nowhere) Place(declaration.Ref) customs.Place { return customs.Place{} }

// places finds fields on the tape when they are asked for.
type places struct{ *survey }

// Place returns where the field stands: the bytes of its value, or of the whole element when it holds others. Row counts
// the innermost repeated element the field is in or is, over the whole item or declaration; 0 means the first. What is missing is at
// the end of what it should stand in.
func (p *places) Place(ref declaration.Ref) customs.Place {
	routes := p.format.routes[ref.Field]
	fitting := make([]route, 0, len(routes))
	for _, route := range routes {
		if route.item == (ref.Item > 0) {
			fitting = append(fitting, route)
		}
	}
	if len(fitting) == 0 {
		// A field of the whole declaration asked for an item, or the other way round.
		fitting = routes
	}
	parent, missing := p.root, -1
	for _, route := range fitting {
		w := walk{survey: p.survey, route: route, item: max(1, ref.Item), row: max(1, ref.Row), deepest: -1}
		if node := w.find(p.root, 0); node >= 0 {
			return p.at(node)
		}
		if missing < 0 || w.deepest > parent {
			parent, missing = w.deepest, w.missing.element
		}
	}
	if missing < 0 {
		return p.at(p.root)
	}
	return p.after(parent, missing)
}

// route is a way from the declaration down to a field.
type route struct {
	steps []*step
	// item tells that the way leads through a goods item; row is the step that Row counts, or -1.
	item bool
	row  int
}

// routes lists the ways to every field.
func (p *plan) routes(way []*step, all map[declaration.Field][]route) {
	for _, s := range p.listed {
		steps := append(way[:len(way):len(way)], s)
		if s.link.field != declaration.NoField {
			all[s.link.field] = append(all[s.link.field], newRoute(steps))
		}
		if s.inner != nil {
			s.inner.routes(steps, all)
		}
	}
}

func newRoute(steps []*step) route {
	r := route{steps: steps, row: -1}
	for i, s := range steps {
		switch {
		case s.link.element == itemElement:
			r.item = true
		case s.link.every:
			r.row = i
		}
	}
	return r
}

// walk follows a route.
type walk struct {
	*survey
	route     route
	item, row int
	// deepest is the last element found, missing the step that was not.
	deepest int
	missing *step
}

// find returns the node at the end of the route from the given step on, or -1.
func (w *walk) find(node, at int) int {
	if at == len(w.route.steps) {
		return node
	}
	s := w.route.steps[at]
	if node > w.deepest {
		w.deepest, w.missing = node, s
	}
	count := 0
	for child := w.tape.First(node); child >= 0; child = w.tape.Next(child) {
		n := &w.tape.Nodes[child]
		if int(n.Element) != s.element || n.Flags&tape.Surplus != 0 {
			continue
		}
		count++
		if s.link.element == itemElement && count != w.item {
			continue
		}
		if at == w.route.row {
			w.row--
			if w.row > 0 {
				continue
			}
		}
		if found := w.find(child, at+1); found >= 0 || at == w.route.row || s.link.element == itemElement {
			return found
		}
	}
	return -1
}

// at returns the place of a node: its value when it has one.
func (s *survey) at(node int) customs.Place {
	n := &s.tape.Nodes[node]
	start, end := int(n.Start), int(n.End)
	if declared := s.tape.Declaration(node); declared != nil && declared.Simple >= 0 && n.InnerEnd > n.Inner {
		start, end = int(n.Inner), int(n.InnerEnd)
	}
	return s.place(start, end, s.tape.Path(node))
}

// after returns the place of an element missing in a node: the node's end tag, with the path the element would have.
func (s *survey) after(node, element int) customs.Place {
	n := &s.tape.Nodes[node]
	path := s.tape.Path(node)
	if element >= 0 {
		path += "/" + s.tape.Shape.Elements[element].Name
	}
	return s.place(int(n.InnerEnd), int(n.End), path)
}

func (s *survey) place(start, end int, path string) customs.Place {
	from, to := s.tape.Source.Position(start), s.tape.Source.Position(end)
	return customs.Place{Path: path, Line: from.Line, Column: from.Column, Offset: from.Offset, End: to.Offset}
}
