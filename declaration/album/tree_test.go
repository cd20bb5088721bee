package album

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tamga/customs"
	"tamga/internal/need"
	"tamga/internal/shape"
)

// gardener grows sound documents of the album from its tables alone: full ones with most of what may stand, others with
// what must.
type gardener struct {
	*rand.Rand
	*testing.T
	full bool
}

func (g gardener) document(name string) Tree {
	g.Helper()
	family := Current().shape
	for i := range family.Roots {
		if family.Elements[i].Name == name {
			return g.element(i, 0)
		}
	}
	g.Fatal("no document ", name)
	return Tree{}
}

func (g gardener) element(at, depth int) Tree {
	family := Current().shape
	declared := &family.Elements[at]
	tree := Tree{Name: declared.Name, Space: family.Spaces[declared.Space]}
	if declared.Simple >= 0 {
		tree.Value = g.value(&family.Simples[declared.Simple])
		return tree
	}
	kind := &family.Types[declared.Type]
	if kind.Any >= 0 {
		tree.Parts = []Tree{g.document("DTSout_CU")}
		return tree
	}
	for _, slot := range kind.Slots {
		chosen, count := slot.First, slot.Least
		if g.full && depth < 8 && g.IntN(4) > 0 {
			chosen += g.IntN(slot.End - slot.First)
			count = min(max(count, 1+g.IntN(2)), slot.Most)
		}
		for range min(count, family.Elements[chosen].Most) {
			tree.Parts = append(tree.Parts, g.element(chosen, depth+1))
		}
	}
	return tree
}

// value tries what the type is likely to take, and takes what it does take.
func (g gardener) value(simple *shape.Simple) string {
	g.Helper()
	candidates := append([]string{
		"Пример & <б>", "1", "0", simple.From, simple.To, "true", "2019-02-14", "2019-02-14T10:30:00", "10:30:00", "2019",
		"2019-02", "P1D", "AAAA", strings.Repeat("1", max(1, simple.Least)), strings.Repeat("Я", max(1, simple.Least)),
	}, simple.Values...)
	for _, pattern := range simple.Patterns {
		for seed := range 50 {
			candidates = append(candidates, rapid.StringMatching(pattern).Example(seed))
		}
	}
	for _, candidate := range candidates {
		tidy := !simple.Collapses() || candidate == strings.Join(strings.Fields(candidate), " ")
		if candidate != "" && tidy && writable(candidate) && simple.Check([]byte(candidate)) == shape.Fits {
			return candidate
		}
	}
	g.Fatalf("no value for %s", simple.Name)
	return ""
}

// TestTreesAreReadAsTheyWerePrinted: for every document of the album, printing and reading give the same, and the
// official schema agrees.
func TestTreesAreReadAsTheyWerePrinted(t *testing.T) {
	printed := map[string][][]byte{}
	for _, name := range Current().Documents() {
		least := gardener{rand.New(rand.NewPCG(1, 1)), t, false}.document(name)
		fuller := gardener{rand.New(rand.NewPCG(2, 2)), t, true}.document(name)
		for _, want := range []Tree{least, fuller} {
			body, err := PrintTree(want)
			if err != nil {
				t.Error(err)
				continue
			}
			got, findings := ReadTree(body, Options{})
			if diff := cmp.Diff(want, got); diff != "" || len(findings) > 0 {
				t.Errorf("%s: %v\n%s", name, findings, diff)
			}
			printed[name] = append(printed[name], body)
		}
		if len(printed[name]) == 2 && len(printed[name][1]) <= len(printed[name][0]) {
			t.Errorf("%s: the fuller one has no more", name)
		}
	}
	t.Run("official schema", func(t *testing.T) { schemaTakes(t, printed) })
}

func schemaTakes(t *testing.T, printed map[string][][]byte) {
	lint, shared := need.Tool(t, "xmllint"), need.Shared(t)
	name := filepath.Join(t.TempDir(), "document.xml")
	for _, document := range []string{"KDTout_CU", "DTSout_CU", "ED_Container"} {
		xsd := filepath.Join(shared, "formats", "fts-album-5.23.0", "xsd", document+".xsd")
		for _, body := range printed[document] {
			if err := os.WriteFile(name, body, 0o600); err != nil {
				t.Fatal(err)
			}
			if out, err := exec.Command(lint, "--noout", "--nonet", "--schema", xsd, name).CombinedOutput(); err != nil {
				t.Errorf("%s: %s", document, out)
			}
		}
	}
}

func TestPathsOfTrees(t *testing.T) {
	tree := Tree{Name: "A", Parts: []Tree{
		{Name: "B", Parts: []Tree{{Name: "C", Value: "1"}, {Name: "C", Value: "2"}}}, {Name: "D"},
		{Name: "B", Parts: []Tree{{Name: "C", Value: "3"}}},
	}}
	for path, want := range map[string]string{
		"B/C": "1 2 3", "B[1]/C": "1 2", "B/C[1]": "1 3", "/A/B[2]/C": "3", "B[3]/C": "", "/X/B/C": "", "D/C": "", "X": "",
	} {
		var values []string
		for _, found := range tree.All(path) {
			values = append(values, found.Value)
		}
		first, _, _ := strings.Cut(want, " ")
		if got := strings.Join(values, " "); got != want || tree.Text(path) != first {
			t.Errorf("%s: %q, %q", path, got, tree.Text(path))
		}
	}
	if len(tree.All("")) != 1 || len(tree.All("/A")) != 1 {
		t.Error("no path is not the tree")
	}
}

// TestPartsMayComeInAnyOrder: parts turned round and without namespaces are printed as those in order.
func TestPartsMayComeInAnyOrder(t *testing.T) {
	sound := gardener{rand.New(rand.NewPCG(1, 1)), t, false}.document("DTSout_CU")
	want, err := PrintTree(sound)
	if err != nil {
		t.Fatal(err)
	}
	turned := sound
	turned.Parts = nil
	for _, part := range sound.Parts {
		part.Space = ""
		turned.Parts = append([]Tree{part}, turned.Parts...)
	}
	if got, err := PrintTree(turned); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%v\n%s\n%s", err, got, want)
	}
}

func TestPrintTreeRefuses(t *testing.T) {
	for name, spoil := range map[string]func(*Tree){
		"document":  func(d *Tree) { d.Name = "Order" },
		"namespace": func(d *Tree) { d.Space += "1" },
		"text":      func(d *Tree) { d.Value = "x" },
		"missing":   func(d *Tree) { d.Parts = d.Parts[1:] },
		"unknown":   func(d *Tree) { d.Parts = append(d.Parts, Tree{Name: "Colour"}) },
		"foreign":   func(d *Tree) { d.Parts[0].Space = "urn:other" },
		"nested":    func(d *Tree) { d.Parts[0].Parts = d.Parts[1:] },
		"character": func(d *Tree) { d.Parts[0].Value = "\x01" },
		"bytes":     func(d *Tree) { d.Parts[0].Value = "\xff" },
		"empty":     func(d *Tree) { d.Parts[0].Value = "" },
		"twice":     func(d *Tree) { d.Parts = append(d.Parts, d.Parts[0]) },
	} {
		tree := gardener{rand.New(rand.NewPCG(1, 1)), t, false}.document("KDTout_CU")
		spoil(&tree)
		if body, err := PrintTree(tree); !customs.Is(err, customs.Invalid) {
			t.Errorf("%s: %v\n%s", name, err, body)
		}
	}
}

// TestDocumentOfNoAlbum: a container is read with what it holds; what is not of the album is named and not printed.
func TestDocumentOfNoAlbum(t *testing.T) {
	container := gardener{rand.New(rand.NewPCG(2, 2)), t, true}.document("ED_Container")
	body, err := PrintTree(container)
	if err != nil {
		t.Fatal(err)
	}
	open, end := bytes.Index(body, []byte("<DTSout_CU ")), bytes.Index(body, []byte("</DTSout_CU>"))
	if open < 0 || end < 0 {
		t.Fatalf("%s", body)
	}
	other := string(body[:open]) + "<Order>1</Order>" + string(body[end+len("</DTSout_CU>"):])
	tree, findings := ReadTree([]byte(other), Options{})
	if inner := tree.All("ContainerDoc/DocBody/Order"); len(findings) > 0 || len(inner) != 1 || !inner[0].Unread {
		t.Errorf("%v %+v", findings, inner)
	}
	if _, err := PrintTree(tree); !customs.Is(err, customs.Invalid) {
		t.Error(err)
	}
}

// FuzzTree: whatever the bytes, findings or a tree come back; what has no findings and was read whole is printed and
// read as the same.
func FuzzTree(f *testing.F) {
	for _, name := range []string{"KDTout_CU", "DTSout_CU", "ED_Container"} {
		body, err := PrintTree(gardener{rand.New(rand.NewPCG(1, 1)), &testing.T{}, false}.document(name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(body)
		f.Add(body[:len(body)/2])
	}
	for _, hostile := range []string{"", "<", "<a/>", "\xff\xfe", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", strings.Repeat("<a>", 100_000)} {
		f.Add([]byte(hostile))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		tree, findings := ReadTree(body, Options{})
		if len(findings) > 0 {
			return
		}
		if tree.Name == "" {
			t.Fatal("neither a tree nor a finding")
		}
		printed, err := PrintTree(tree)
		if err != nil {
			if strings.Contains(err.Error(), "not read") {
				return
			}
			t.Fatal(err)
		}
		if again, findings := ReadTree(printed, Options{}); len(findings) > 0 || !cmp.Equal(tree, again) {
			t.Fatalf("%v\n%s", findings, cmp.Diff(tree, again))
		}
	})
}

// TestEveryCutIsNamed: a document cut short anywhere has a finding, and its tree no value with markup in it.
func TestEveryCutIsNamed(t *testing.T) {
	body, err := PrintTree(gardener{rand.New(rand.NewPCG(1, 1)), t, false}.document("KDTout_CU"))
	if err != nil {
		t.Fatal(err)
	}
	for end := range len(bytes.TrimSpace(body)) {
		tree, findings := ReadTree(body[:end], Options{})
		if len(findings) == 0 || markedUp(tree) {
			t.Fatalf("cut at %d: %v %+v", end, findings, tree)
		}
	}
}

func markedUp(tree Tree) bool {
	return strings.Contains(tree.Value, "</") || slices.ContainsFunc(tree.Parts, markedUp)
}
