package xsd

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"tamga/internal/need"
	"tamga/internal/shape"
)

const head = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified" `

const orderSchema = head + `xmlns:o="urn:order:1" xmlns:l="urn:leaf:1" targetNamespace="urn:order:1">
<xs:import namespace="urn:leaf:1" schemaLocation="leaf.xsd"/>
<xs:element name="Order" type="o:OrderType"><xs:annotation><xs:documentation>prose</xs:documentation></xs:annotation></xs:element>
<xs:complexType name="OrderType"><xs:complexContent><xs:extension base="l:HeadType">
 <xs:sequence>
  <xs:element name="Line" type="o:LineType" maxOccurs="unbounded"/>
  <xs:choice minOccurs="0"><xs:element name="A" type="l:CodeType"/><xs:element name="B" type="l:CodeType" maxOccurs="2"/></xs:choice>
  <xs:element ref="l:Note" minOccurs="0"/>
 </xs:sequence>
 <xs:attribute name="Mode" type="l:CodeType" use="required" fixed="1006"/>
</xs:extension></xs:complexContent></xs:complexType>
<xs:complexType name="LineType"><xs:sequence><xs:any processContents="skip"/></xs:sequence></xs:complexType>
<xs:complexType name="UnusedType"><xs:sequence><xs:element name="X" type="xs:string"/></xs:sequence></xs:complexType>
</xs:schema>`

const leafSchema = head + `xmlns:l="urn:leaf:1" targetNamespace="urn:leaf:1">
<xs:element name="Note" type="xs:string"/>
<xs:complexType name="HeadType"><xs:sequence><xs:element name="Number" type="l:CodeType"/></xs:sequence></xs:complexType>
<xs:simpleType name="WordType"><xs:restriction base="xs:token"><xs:pattern value="[a-z]+"/><xs:maxLength value="9"/></xs:restriction></xs:simpleType>
<xs:simpleType name="CodeType"><xs:restriction base="l:WordType"><xs:maxLength value="5"/><xs:minLength value="1"/>
 <xs:pattern value="x.*"/><xs:pattern value="y"/></xs:restriction></xs:simpleType>
</xs:schema>`

func TestRead(t *testing.T) {
	tables, err := Read(fstest.MapFS{"Order.xsd": {Data: []byte(orderSchema)}, "leaf.xsd": {Data: []byte(leafSchema)}}, []string{"Order"})
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, table := range tables {
		text.WriteString(table.String())
	}
	const want = `space urn:leaf:1 l
type HeadType
 Number 1 CodeType
simple CodeType token least 1 most 5 pattern [a-z]+ pattern x.*|y
space urn:order:1 o
use urn:leaf:1 l
root Order OrderType
type LineType
 <any> 1
type OrderType : l:HeadType
 @Mode = 1006
 Line + LineType
 ( ?
  A 1 l:CodeType
  B 1..2 l:CodeType
 )
 l:Note ? xs.string
simple xs.string string
`
	if diff := cmp.Diff(want, text.String()); diff != "" {
		t.Error(diff)
	}
}

// TestRefusesByName: a construct that is not translated is an error that names it, never a lost condition.
func TestRefusesByName(t *testing.T) {
	for name, c := range map[string]struct{ old, new, want string }{
		"group":             {`<xs:any processContents="skip"/>`, `<xs:group ref="g"/>`, "group"},
		"mixed":             {`complexType name="LineType"`, `complexType name="LineType" mixed="true"`, "mixed"},
		"nillable":          {`name="Line" type`, `nillable="true" name="Line" type`, "nillable"},
		"default":           {`name="Line" type`, `default="1" name="Line" type`, "default"},
		"optional":          {`use="required" fixed="1006"`, `use="optional"`, "attribute"},
		"checked any":       {`processContents="skip"`, `processContents="lax"`, "any"},
		"repeated choice":   {`<xs:choice minOccurs="0">`, `<xs:choice maxOccurs="2">`, "choice"},
		"repeated sequence": {`<xs:sequence><xs:any`, `<xs:sequence maxOccurs="2"><xs:any`, "sequence"},
		"anonymous type":    {`<xs:element name="A" type="l:CodeType"/>`, `<xs:element name="A"><xs:simpleType/></xs:element>`, `"A"`},
		"unknown type":      {`type="o:LineType"`, `type="o:NoType"`, "NoType"},
		"unbound prefix":    {`type="o:LineType"`, `type="q:LineType"`, "q:LineType"},
		"simple content":    {"complexContent", "simpleContent", "simpleContent"},
		"restriction":       {`xs:extension`, `xs:restriction`, "complexContent"},
		"never":             {`maxOccurs="unbounded"`, `minOccurs="0" maxOccurs="0"`, "Line"},
		"list":              {`<xs:restriction base="xs:token">`, `<xs:list/><xs:restriction base="xs:token">`, "WordType"},
		"white space":       {`<xs:minLength value="1"/>`, `<xs:whiteSpace value="replace"/>`, "whiteSpace"},
		"fixed facet":       {`<xs:minLength value="1"/>`, `<xs:minLength value="1" fixed="true"/>`, "fixed"},
		"unqualified":       {`elementFormDefault="qualified"`, ``, "elementFormDefault"},
		"redefine":          {`<xs:import namespace`, `<xs:redefine/><xs:import namespace`, "redefine"},
		"no such file":      {`leaf.xsd`, `none.xsd`, "none.xsd"},
		"no such element":   {`<xs:element name="Order"`, `<xs:element name="Other"`, "Order"},
	} {
		t.Run(name, func(t *testing.T) {
			order := strings.ReplaceAll(orderSchema, c.old, c.new)
			leaf := strings.ReplaceAll(leafSchema, c.old, c.new)
			_, err := Read(fstest.MapFS{"Order.xsd": {Data: []byte(order)}, "leaf.xsd": {Data: []byte(leaf)}}, []string{"Order"})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error that names %s", err, c.want)
			}
		})
	}
}

// TestAlbumTablesAreFresh: the committed tables are what the official schemas give.
func TestAlbumTablesAreFresh(t *testing.T) {
	schemas := filepath.Join(need.Shared(t), "formats", "fts-album-5.23.0", "xsd")
	dir := filepath.Join("..", "..", "declaration", "album", "tables", "5.23.0")
	committed, err := shape.Load(os.DirFS(dir), ".")
	if err != nil {
		t.Fatal(err)
	}
	var documents []string
	for _, root := range committed.Elements[:committed.Roots] {
		documents = append(documents, root.Name)
	}
	tables, err := Read(os.DirFS(schemas), documents)
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range tables {
		text, err := os.ReadFile(filepath.Join(dir, FileName(table)))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(table.String(), string(text)); diff != "" {
			t.Errorf("run cmd/albumtables: %s", diff)
		}
	}
	if len(tables) != len(committed.Spaces) {
		t.Errorf("%d tables of %d namespaces", len(tables), len(committed.Spaces))
	}
}
