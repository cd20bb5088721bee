// Package album reads and prints the documents of the Russian customs service's album of formats, version 5.23.0.
//
// Read takes a goods declaration (ESADout_CU), alone or in a container (ED_Container), in one pass over the received
// bytes, and gives the declaration in the Union's own names, where each field stands, and what is wrong with its
// form. Print writes a declaration back. The answers of customs are plain structs with a Print and a Read function
// each: RegistrationNotice, RegistrationRefusal, ErrorList, Decision, DocumentRequest, ChangeDemand,
// PaymentCalculation. Every document of the album, those without nouns of their own included (KDTout_CU, DTSout_CU), is
// read and printed as a Tree of names and values by ReadTree and PrintTree.
//
// Read album.go first; format.go for versions of the album and their tables; link.go and the files form_* for how
// elements and fields correspond; read.go for how a tape of elements becomes the model; places.go for where a
// field stands; findings.go and survey.go for what becomes of a defect of form; the files print_* and answer*
// for printing and the answers; tree.go and print_tree.go for trees. The law: art. 104, 111(5) of the Customs Code
// (form and format of an electronic declaration); the album itself.
package album

import "tamga/declaration"

// Options change how a document is read. The zero Options are right for everything received.
type Options struct {
	// Formats are the versions of the album that are read; none means the one this program carries.
	Formats []*Format
	// MaxBytes bounds the size of a document; 0 means 64 MiB.
	MaxBytes int
	// MaxFindings bounds the list of findings; 0 means 1000. The rest is counted.
	MaxFindings int
}

// Print writes a goods declaration as ESADout_CU. Elements without a field of their own stand where they stood. An
// error tells what the format cannot hold; what is printed always passes Read without findings.
func Print(d *declaration.Declaration) ([]byte, error) { return printDeclaration(d) }
