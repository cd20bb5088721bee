package album

import (
	"tamga/customs"
	"tamga/internal/compose"
)

// The beginnings of the namespaces of documents. What is printed is of the version this program carries.
const (
	spaceDocuments = "urn:customs.ru:Information:CustomsDocuments:"
	spaceExchange  = "urn:customs.ru:Information:ExchangeDocuments:"
)

// putBegin starts a document of the album.
func putBegin(space, name string) (*compose.Document, error) {
	return compose.New(Current().shape, space, name)
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
