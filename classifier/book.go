package classifier

import "tamga/customs"

// Book is all code lists and offices of one edition of the reference data. It is read-only once loaded and may be
// used by many callers at once.
type Book struct {
	lists   map[ListName]*List
	names   []ListName
	offices []Office
	byCode  map[customs.OfficeCode]int
}

// List returns the list of the name, or a list without codes when the data have none of that name.
func (b *Book) List(name ListName) *List {
	if list, ok := b.lists[name]; ok {
		return list
	}
	return &none
}

// Names returns the names of the lists in the book, sorted.
func (b *Book) Names() []ListName { return b.names }

// none answers for lists that are not in the data: it knows no code, so nothing passes by mistake.
var none List
