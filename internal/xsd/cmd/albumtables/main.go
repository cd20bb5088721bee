// Command albumtables writes tables of package shape from a directory of official schemas:
//
//	go run ./internal/xsd/cmd/albumtables SCHEMAS TABLES DOCUMENT...
//
// SCHEMAS holds the *.xsd files, TABLES is the directory to write *.tbl files to, and a DOCUMENT is the name of a
// root element and of its schema's file. It is run by hand when a version of an album is taken up.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"tamga/internal/xsd"
)

func main() {
	if len(os.Args) < 4 {
		fmt.Fprintln(os.Stderr, "usage: albumtables SCHEMAS TABLES DOCUMENT...")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2], os.Args[3:]); err != nil {
		fmt.Fprintln(os.Stderr, "albumtables:", err)
		os.Exit(1)
	}
}

func run(schemas, target string, documents []string) error {
	tables, err := xsd.Read(os.DirFS(schemas), documents)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(target, 0o755); err != nil {
		return err
	}
	for _, table := range tables {
		if err := os.WriteFile(filepath.Join(target, xsd.FileName(table)), []byte(table.String()), 0o644); err != nil {
			return err
		}
	}
	return nil
}
