// Package xsd turns schemas of XML Schema 1.0 into tables of package shape.
//
// Read reads the schemas that some documents need (document.go takes the XML in, read.go follows the imports,
// types.go and facets.go translate). It takes the part of the language that official schemas of documents use and
// refuses the rest by name, so that no condition is lost silently. Annotations are not kept. The package is used
// when tables are made, by cmd/albumtables or by an import, never while documents are read.
package xsd
