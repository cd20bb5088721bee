package documents

import (
	"slices"
	"strings"

	"tamga/customs"
	"tamga/declaration"
)

// under reports whether the kind begins with one of the prefixes: a section, a group or a whole code of the classifier.
func under(kind customs.DocumentKind, prefixes ...string) bool {
	return slices.ContainsFunc(prefixes, func(prefix string) bool { return strings.HasPrefix(string(kind), prefix) })
}

// presents reports whether any item names a document under one of the prefixes.
func presents(d *declaration.Declaration, prefixes ...string) bool {
	for i := range d.Shipment.Goods {
		for _, document := range d.Shipment.Goods[i].Documents {
			if under(document.Kind, prefixes...) {
				return true
			}
		}
	}
	return false
}

// withdraw takes out the documents under the prefixes.
func withdraw(d *declaration.Declaration, prefixes ...string) {
	for i := range d.Shipment.Goods {
		item := &d.Shipment.Goods[i]
		item.Documents = slices.DeleteFunc(slices.Clone(item.Documents), func(document declaration.PresentedDocument) bool {
			return under(document.Kind, prefixes...)
		})
	}
}

// plain returns a document that no rule asks for by its kind, other documents (09) or information (10); a declaration
// without one is given one. It returns nil when there is no item to name it.
func plain(d *declaration.Declaration) *declaration.PresentedDocument {
	if len(d.Shipment.Goods) == 0 {
		return nil
	}
	item := &d.Shipment.Goods[0]
	for i := range item.Documents {
		if document := &item.Documents[i]; under(document.Kind, "09", "10") && !unnumbered(document.Number) {
			return document
		}
	}
	item.Documents = append(slices.Clone(item.Documents), declaration.PresentedDocument{
		Kind: "09999", Number: "1", Date: 20180110,
	})
	return &item.Documents[len(item.Documents)-1]
}

// follow changes the first document that a declaration follows, or has it follow one: goods that came in transit name it
// too.
func follow(d *declaration.Declaration, change func(*declaration.PreviousDocument)) bool {
	if len(d.Shipment.Goods) == 0 {
		return false
	}
	previous := declaration.PreviousDocument{Office: "10702030", Date: 20180601, Number: "0000001", Item: declaration.Count(1)}
	item := &d.Shipment.Goods[0]
	if len(item.PreviousDocuments) > 0 {
		previous = item.PreviousDocuments[0]
	}
	change(&previous)
	item.PreviousDocuments = []declaration.PreviousDocument{previous}
	return true
}
