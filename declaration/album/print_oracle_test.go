package album

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
	"tamga/internal/need"
)

// Print refuses exactly what the official schema refuses: every field in turn is taken away, then made too long.
func TestPrintAgreesWithTheOfficialSchema(t *testing.T) {
	lint, shared := need.Tool(t, "xmllint"), need.Shared(t)
	dir := t.TempDir()
	d := printable()
	verdicts := map[string]error{}
	var names []string
	try := func(what string) {
		name := filepath.Join(dir, fmt.Sprintf("%04d.xml", len(names)))
		body, err := PrintFaulty(d)
		if err != nil {
			t.Fatal(what, err)
		}
		if err := os.WriteFile(name, body, 0o600); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
		_, verdicts[name] = Print(d)
		if verdicts[name] != nil && !customs.Is(verdicts[name], customs.Invalid) {
			t.Errorf("%s: %v", what, verdicts[name])
		}
	}
	leaves(reflect.ValueOf(d).Elem(), func(leaf reflect.Value) {
		kept := reflect.New(leaf.Type()).Elem()
		kept.Set(leaf)
		leaf.SetZero()
		try("without")
		switch value := leaf.Addr().Interface().(type) {
		case *declaration.Number:
			*value = declaration.Number{Given: true, Text: strings.Repeat("7", 40)}
			try("long")
		default:
			if leaf.Kind() == reflect.String {
				leaf.SetString(strings.Repeat("Я", 300))
				try("long")
			}
		}
		leaf.Set(kept)
	})
	xsd := filepath.Join(shared, "formats", "fts-album-5.23.0", "xsd", "ESADout_CU.xsd")
	// The status is that of the last file; the verdicts are in the output.
	out, _ := exec.Command(lint, append([]string{"--noout", "--nonet", "--schema", xsd}, names...)...).CombinedOutput()
	refused := 0
	for _, name := range names {
		theirs := bytes.Contains(out, []byte(name+" validates"))
		if ours := verdicts[name] == nil; ours != theirs {
			t.Errorf("%s: the schema says %v, we say %v", filepath.Base(name), theirs, verdicts[name])
		}
		if !theirs {
			refused++
		}
	}
	if refused < len(names)/4 || refused == len(names) {
		t.Errorf("%d of %d refused", refused, len(names))
	}
}

// leaves calls visit with every value of the model that has no parts, the last of every list.
func leaves(v reflect.Value, visit func(reflect.Value)) {
	switch {
	case v.Type() == reflect.TypeFor[[]declaration.Opaque](), v.Type() == reflect.TypeFor[declaration.AEOCertificate]():
	case v.Type() == reflect.TypeFor[declaration.Number](), v.Type() == reflect.TypeFor[calendar.Date](), !composite(v):
		visit(v)
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			leaves(v.Field(i), visit)
		}
	default:
		leaves(v.Index(v.Len()-1), visit)
	}
}
