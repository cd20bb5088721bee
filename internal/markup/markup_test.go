package markup

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// event is a token with everything lexical taken away, so that two readers can be compared.
type event struct {
	Kind       Kind
	Space      string
	Local      string
	Attributes []string
	Text       string
}

// scan reads a whole document with our scanner.
func scan(body []byte, limits Limits) ([]event, *Fault) {
	source, fault := Open(body, limits)
	if fault != nil {
		return nil, fault
	}
	var scanner Scanner
	scanner.Reset(source, []string{"urn:known"}, limits)
	var events []event
	for {
		kind := scanner.Next()
		text := source.Text()
		switch kind {
		case Failed:
			return events, scanner.Fault
		case Done:
			return events, nil
		case Start, End:
			e := event{Kind: kind, Space: scanner.URI(scanner.Space), Local: string(text[scanner.Name.Local:scanner.Name.End])}
			if kind == Start {
				e.Attributes = attributesOf(&scanner, text)
			}
			events = append(events, e)
		case Text, Section:
			events = appendText(events, string(Characters(nil, text[scanner.Offset:scanner.EndOffset])))
		}
	}
}

func attributesOf(scanner *Scanner, text []byte) []string {
	var list []string
	for _, a := range scanner.Attributes {
		if !a.Binding {
			list = append(list, scanner.URI(a.Space)+" "+string(text[a.Name.Local:a.Name.End])+"="+
				string(AttributeValue(nil, text[a.Value:a.ValueEnd])))
		}
	}
	return list
}

func appendText(events []event, text string) []event {
	if last := len(events) - 1; last >= 0 && events[last].Kind == Text {
		events[last].Text += text
		return events
	}
	return append(events, event{Kind: Text, Text: text})
}

// reference reads a whole document with encoding/xml.
func reference(body []byte) ([]event, error) {
	decoder := xml.NewDecoder(bytes.NewReader(body))
	var events []event
	depth := 0
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return events, nil
		}
		if err != nil {
			return events, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
			events = append(events, event{Kind: Start, Space: t.Name.Space, Local: t.Name.Local, Attributes: plainAttributes(t.Attr)})
		case xml.EndElement:
			depth--
			events = append(events, event{Kind: End, Space: t.Name.Space, Local: t.Name.Local})
		case xml.CharData:
			if depth > 0 {
				events = appendText(events, string(t))
			}
		}
	}
}

// plainAttributes leaves out the declarations of namespaces.
func plainAttributes(attributes []xml.Attr) []string {
	var list []string
	for _, a := range attributes {
		if a.Name.Space != "xmlns" && (a.Name.Space != "" || a.Name.Local != "xmlns") {
			list = append(list, a.Name.Space+" "+a.Name.Local+"="+blankLines(a.Value))
		}
	}
	return list
}

// blankLines does what encoding/xml leaves out: white space in attributes becomes blanks. Documents of these tests
// have no character references to white space.
func blankLines(value string) string { return strings.NewReplacer("\n", " ", "\t", " ").Replace(value) }

func TestReadsWhatEncodingXMLReads(t *testing.T) {
	for name, body := range map[string]string{
		"plain":            `<a>text</a>`,
		"declaration":      "<?xml version='1.0' encoding=\"UTF-8\" standalone='yes' ?>\n<a/>",
		"spaces":           `<a xmlns="urn:known" xmlns:p="urn:p"><p:b p:c="1" c="2"/><b xmlns=""><c/></b></a>`,
		"default rebound":  `<a xmlns="1"><b xmlns="2"><c xmlns:p="3"/><d/></b><e/></a>`,
		"prefix rebound":   `<p:a xmlns:p="1"><p:b xmlns:p="2"/><p:c/></p:a>`,
		"references":       `<a b="&lt;&#65;&#x42;&quot;">&amp;&gt;&apos;&#1071;</a>`,
		"sections":         "<a>x<![CDATA[<&]]]]><![CDATA[>]]>y</a>",
		"comments":         "<!-- a --><a>x<!--y-->z</a><!-- b -->",
		"line ends":        "<a b='1\r\n2'>x\r\ny\rz</a>",
		"Cyrillic":         "<графа номер='1'>ТОВАР — 𝄞</графа>",
		"blank in tags":    "<a  b = '1' ><c /></a >",
		"bracket":          "<a>]] ]&gt; ]</a>",
		"xml attribute":    `<a xml:lang="ru"/>`,
		"other attributes": `<a xmlns:p="urn:p" p:b="1" b="1"/>`,
	} {
		t.Run(name, func(t *testing.T) {
			want, err := reference([]byte(body))
			if err != nil {
				t.Fatal(err)
			}
			if name == "xml attribute" {
				want[0].Attributes = []string{xmlSpace + " lang=ru"}
			}
			got, fault := scan([]byte(body), Limits{})
			if fault != nil {
				t.Fatal(fault)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFaults(t *testing.T) {
	for name, c := range map[string]struct {
		body string
		want Fault
	}{
		"nothing":              {"", Fault{Code: FaultEmpty}},
		"only a comment":       {"<!-- a -->", Fault{Code: FaultEmpty, Offset: 10}},
		"text":                 {"abc", Fault{Code: FaultOutside, Found: "abc"}},
		"text after":           {"<a/>b", Fault{Code: FaultOutside, Offset: 4, Found: "b"}},
		"second root":          {"<a/><b/>", Fault{Code: FaultOutside, Offset: 4, Found: "<b/>"}},
		"end first":            {"</a>", Fault{Code: FaultOutside, Found: "</"}},
		"section outside":      {"<a/><![CDATA[b]]>", Fault{Code: FaultOutside, Offset: 4, Found: "<![CDATA[b]]>"}},
		"doctype":              {`<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`, Fault{Code: FaultDoctype}},
		"instruction":          {"<a><?run now?></a>", Fault{Code: FaultInstruction, Offset: 3, Found: "run"}},
		"late declaration":     {" <?xml version='1.0'?><a/>", Fault{Code: FaultInstruction, Offset: 1, Found: "xml"}},
		"entity":               {"<a>&nbsp;</a>", Fault{Code: FaultEntity, Offset: 3, Found: "nbsp"}},
		"bare ampersand":       {"<a>b & c</a>", Fault{Code: FaultSyntax, Offset: 5, Found: "&", Expected: ";"}},
		"reference to nothing": {"<a>&#0;</a>", Fault{Code: FaultSyntax, Offset: 3, Found: "#0"}},
		"reference too large":  {"<a>&#x110000;</a>", Fault{Code: FaultSyntax, Offset: 3, Found: "#x110000"}},
		"mismatch":             {"<a><b></a></b>", Fault{Code: FaultMismatch, Offset: 6, Found: "a", Expected: "b"}},
		"prefix mismatch":      {"<p:a xmlns:p='1'></q:a>", Fault{Code: FaultMismatch, Offset: 17, Found: "q:a", Expected: "p:a"}},
		"unclosed element":     {"<a><b></b>", Fault{Code: FaultUnclosed, Offset: 10, Expected: "a"}},
		"unclosed text":        {"<a>bcd", Fault{Code: FaultUnclosed, Offset: 6, Expected: "a"}},
		"unclosed tag":         {"<a b='1'", Fault{Code: FaultUnclosed, Offset: 8, Expected: "a b='1'"}},
		"unclosed end":         {"<a></a", Fault{Code: FaultUnclosed, Offset: 6, Expected: "a"}},
		"unclosed long end":    {"<abc></ab", Fault{Code: FaultUnclosed, Offset: 9, Expected: "abc"}},
		"unclosed comment":     {"<a><!-- ", Fault{Code: FaultUnclosed, Offset: 8, Expected: "-->"}},
		"dashes in comment":    {"<a><!-- -- --></a>", Fault{Code: FaultSyntax, Offset: 8, Found: "--"}},
		"section end in text":  {"<a>]]></a>", Fault{Code: FaultSyntax, Offset: 3, Found: "]]>"}},
		"less in attribute":    {"<a b='<'/>", Fault{Code: FaultSyntax, Offset: 6, Found: "<"}},
		"no quotes":            {"<a b=1/>", Fault{Code: FaultSyntax, Offset: 5, Expected: `"`}},
		"no value":             {"<a b/>", Fault{Code: FaultSyntax, Offset: 4, Expected: "="}},
		"attributes stuck":     {"<a b='1'c='2'/>", Fault{Code: FaultSyntax, Offset: 8, Found: "c"}},
		"attribute twice":      {"<a b='1' b='2'/>", Fault{Code: FaultDuplicate, Offset: 9, Found: "b"}},
		"attribute twice by namespace": {
			"<a xmlns:p='1' xmlns:q='1' p:b='1' q:b='2'/>", Fault{Code: FaultDuplicate, Offset: 35, Found: "q:b"}},
		"prefix twice":       {"<a xmlns:p='1' xmlns:p='2'/>", Fault{Code: FaultDuplicate, Offset: 15, Found: "xmlns:p"}},
		"unbound":            {"<p:a/>", Fault{Code: FaultPrefix, Offset: 1, Found: "p"}},
		"unbound attribute":  {"<a p:b='1'/>", Fault{Code: FaultPrefix, Offset: 3, Found: "p"}},
		"out of scope":       {"<a><b xmlns:p='1'/><p:c/></a>", Fault{Code: FaultPrefix, Offset: 20, Found: "p"}},
		"prefix undone":      {"<a xmlns:p=''/>", Fault{Code: FaultPrefix, Offset: 3, Found: "xmlns:p"}},
		"xmlns bound":        {"<a xmlns:xmlns='1'/>", Fault{Code: FaultPrefix, Offset: 3, Found: "xmlns:xmlns"}},
		"two colons":         {"<a:b:c/>", Fault{Code: FaultSyntax, Offset: 4, Found: ":"}},
		"number as name":     {"<1/>", Fault{Code: FaultSyntax, Offset: 1, Found: "1"}},
		"control":            {"<a>\x01</a>", Fault{Code: FaultCharacter, Offset: 3, Found: "0x01"}},
		"broken UTF-8":       {"<a>я\xD0</a>", Fault{Code: FaultCharacter, Offset: 5, Found: "0xD0"}},
		"overlong":           {"<a>\xC0\xAF</a>", Fault{Code: FaultCharacter, Offset: 3, Found: "0xC0"}},
		"surrogate":          {"<a>\xED\xA0\x80</a>", Fault{Code: FaultCharacter, Offset: 3, Found: "0xED"}},
		"no character":       {"<a>\uFFFE</a>", Fault{Code: FaultCharacter, Offset: 3, Found: "0xEF"}},
		"broken in section":  {"<a><![CDATA[\xFF]]></a>", Fault{Code: FaultCharacter, Offset: 12, Found: "0xFF"}},
		"broken in comment":  {"<a><!--\x02--></a>", Fault{Code: FaultCharacter, Offset: 7, Found: "0x02"}},
		"broken attribute":   {"<a b='\x1F'/>", Fault{Code: FaultCharacter, Offset: 6, Found: "0x1F"}},
		"version":            {"<?xml version='1.1'?><a/>", Fault{Code: FaultVersion, Offset: 15, Found: "1.1"}},
		"no version":         {"<?xml encoding='UTF-8'?><a/>", Fault{Code: FaultDeclaration, Offset: 5}},
		"declaration order":  {"<?xml version='1.0' standalone='no' encoding='UTF-8'?><a/>", Fault{Code: FaultDeclaration, Offset: 36}},
		"encoding":           {"<?xml version='1.0' encoding='koi8-r'?><a/>", Fault{Code: FaultEncoding, Offset: 30, Found: "koi8-r"}},
		"UTF-16":             {"\xFF\xFE<\x00a\x00/\x00>\x00", Fault{Code: FaultEncoding, Found: "UTF-16"}},
		"UTF-16 unmarked":    {"<\x00a\x00", Fault{Code: FaultEncoding, Found: "UTF-16"}},
		"UTF-32":             {"\xFF\xFE\x00\x00", Fault{Code: FaultEncoding, Found: "UTF-32"}},
		"mark and 1251":      {"\xEF\xBB\xBF<?xml version='1.0' encoding='windows-1251'?><a/>", Fault{Code: FaultEncoding, Offset: 33, Found: "windows-1251"}},
		"no letter in 1251":  {"<?xml version='1.0' encoding='windows-1251'?><a>\x98</a>", Fault{Code: FaultCharacter, Offset: 48, Found: "0x98"}},
		"UTF-8 called 1251?": {"<?xml version='1.0' encoding='windows-1251'?><a>\xD0\x98</a>", Fault{Code: FaultCharacter, Offset: 49, Found: "0x98"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, fault := scan([]byte(c.body), Limits{})
			if fault == nil {
				t.Fatal("no fault")
			}
			if diff := cmp.Diff(c.want, *fault); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLimits(t *testing.T) {
	deep := strings.Repeat("<a>", 65)
	for name, c := range map[string]struct {
		body   string
		limits Limits
		want   Fault
	}{
		"size":               {"<a>12345</a>", Limits{Size: 11}, Fault{Code: FaultSize, Offset: 11, Limit: 11}},
		"depth":              {deep, Limits{}, Fault{Code: FaultDepth, Offset: 64 * 3, Limit: 64}},
		"elements":           {"<a><b/><b/></a>", Limits{Elements: 2}, Fault{Code: FaultElements, Offset: 7, Limit: 2}},
		"attributes":         {"<a b='1'><b c='1'/></a>", Limits{Attributes: 1}, Fault{Code: FaultAttributes, Offset: 12, Limit: 1}},
		"element attributes": {"<a b='1' c='2'/>", Limits{ElementAttributes: 1}, Fault{Code: FaultAttributes, Offset: 9, Limit: 1}},
	} {
		t.Run(name, func(t *testing.T) {
			_, fault := scan([]byte(c.body), c.limits)
			if fault == nil {
				t.Fatal("no fault")
			}
			if diff := cmp.Diff(c.want, *fault); diff != "" {
				t.Error(diff)
			}
		})
	}
	if _, fault := scan([]byte("<a>"+deep[:62*3]+strings.Repeat("</a>", 63)), Limits{}); fault != nil {
		t.Error("63 levels are within the limit:", fault)
	}
}

// TestHostileDocumentsCostNothing: what is refused by a limit is refused before memory is spent on it.
func TestHostileDocumentsCostNothing(t *testing.T) {
	for name, body := range map[string][]byte{
		"deep":       bytes.Repeat([]byte("<a>"), 1<<20),
		"wide":       append([]byte("<a "), bytes.Repeat([]byte("b='1' "), 1<<20)...),
		"attributes": append([]byte("<a>"), bytes.Repeat([]byte("<b c='1'/>"), 1<<20)...),
		"doctype":    append([]byte("<!DOCTYPE a ["), bytes.Repeat([]byte("<!ENTITY b 'c'>"), 1<<20)...),
	} {
		t.Run(name, func(t *testing.T) {
			var scanner Scanner
			allocated := testing.AllocsPerRun(1, func() {
				source, fault := Open(body, Limits{})
				if fault != nil {
					t.Fatal(fault)
				}
				scanner.Reset(source, nil, Limits{})
				for scanner.Next() > Done {
				}
			})
			if scanner.Fault == nil || allocated > 100 {
				t.Errorf("fault %v after %v allocations", scanner.Fault, allocated)
			}
		})
	}
}

func FuzzScanner(f *testing.F) {
	for _, seed := range []string{
		`<a xmlns="urn:known" xmlns:p="urn:p"><p:b p:c="1">x&amp;<![CDATA[y]]><!--z--></p:b></a>`,
		"<?xml version='1.0' encoding='utf-8'?>\r\n<я>Ж</я>", "<a><b></a>", "<!DOCTYPE a><a/>",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		events, fault := scan(body, Limits{})
		if fault != nil {
			if fault.Offset < 0 || fault.Offset > len(body) {
				t.Errorf("fault outside the document: %v", fault)
			}
			return
		}
		if bytes.Contains(bytes.ToLower(body[:min(len(body), 200)]), []byte("1251")) || bytes.Contains(body, []byte("&#")) {
			return
		}
		want, err := reference(bytes.TrimPrefix(body, []byte("\xEF\xBB\xBF")))
		if err != nil {
			if strings.Contains(err.Error(), "invalid XML name") || strings.Contains(err.Error(), "expected element name") {
				return // encoding/xml knows the letters of an older edition
			}
			t.Fatalf("accepted what encoding/xml refuses: %v", err)
		}
		if diff := cmp.Diff(want, events); diff != "" && !bytes.Contains(body, []byte("xml:")) {
			t.Error(diff)
		}
	})
}
