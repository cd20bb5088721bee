package album

import (
	"embed"
	"fmt"
	"sync"

	"tamga/customs"
	"tamga/internal/compose"
	"tamga/internal/shape"
)

// The beginnings of the namespaces of documents.
const (
	spaceDocuments = "urn:customs.ru:Information:CustomsDocuments:"
	spaceExchange  = "urn:customs.ru:Information:ExchangeDocuments:"
)

// printedVersion is the version of the album that is printed.
const printedVersion = "5.23.0"

//go:embed tables/5.23.0/*.tbl
var printedTables embed.FS

// printShape is what the printed documents may hold, loaded once.
var printShape = sync.OnceValues(func() (*shape.Shape, error) {
	return shape.Load(printedTables, "tables/"+printedVersion)
})

// putBegin starts a document of the album.
func putBegin(space, name string) (*compose.Document, error) {
	s, err := printShape()
	if err != nil {
		return nil, fmt.Errorf("load tables: %w", err)
	}
	return compose.New(s, space, name)
}

// putFinish turns a document into bytes when it has all that the album demands.
func putFinish(document *compose.Document, name string, id customs.DocumentID) ([]byte, error) {
	if err := document.Verify(); err != nil {
		return nil, putRefused(name, id, err)
	}
	written, err := document.Bytes(compose.Indented)
	if err != nil {
		return nil, putRefused(name, id, err)
	}
	return written, nil
}

// putRefused is the error of printing what the album cannot hold.
func putRefused(name string, id customs.DocumentID, err error) error {
	return &customs.Error{Code: customs.Invalid, Op: "print " + name, Subject: string(id), Err: err}
}
