package documents_test

import (
	"testing"

	"tamga/classifier"
	"tamga/data"
)

func book(t *testing.T) *classifier.Book {
	t.Helper()
	loaded, err := classifier.Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return loaded
}
