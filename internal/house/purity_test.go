package house_test

import (
	"testing"

	"tamga/internal/golden"
	"tamga/internal/house"
)

var forbidden = []house.Forbidden{
	{Name: "os", Instead: "an argument"},
	{Name: "math/rand", Instead: "an argument"},
	{Name: "log", Instead: "a finding"},
	{Name: "time.Now", Instead: "an argument"},
	{Name: "time.Sleep", Instead: "a deadline"},
}

func TestPurityOfOneFile(t *testing.T) {
	head := "package noun\n\n"
	cases := []struct {
		name, file, text string
		breaches         int
	}{
		{"a clock", "duty/a.go", head + "import \"time\"\n\nvar now = time.Now()\n", 1},
		{"a clock under another name", "duty/a.go", head + "import when \"time\"\n\nvar now = when.Now\n", 1},
		{"a clock through a dot", "duty/a.go", head + "import . \"time\"\n\nvar now = Now()\n", 1},
		{"a field called Now is no clock", "duty/a.go", head + "func f(time struct{ Now int }) int { return time.Now }\n", 0},
		{"instants as values", "duty/a.go", head + "import \"time\"\n\nvar noon = time.Date(2019, 2, 14, 12, 0, 0, 0, time.UTC)\n", 0},
		{"two clocks in a file", "duty/a.go", head + "import \"time\"\n\nvar a, b = time.Now(), time.Now()\n", 2},
		{"sleep", "duty/a.go", head + "import \"time\"\n\nfunc f() { time.Sleep(1) }\n", 1},
		{"files", "duty/a.go", head + "import _ \"os\"\n", 1},
		{"programs", "duty/a.go", head + "import _ \"os/exec\"\n", 1},
		{"dice", "duty/a.go", head + "import _ \"math/rand/v2\"\n", 1},
		{"structured logs", "duty/a.go", head + "import _ \"log/slog\"\n", 1},
		{"a longer name is another package", "duty/a.go", head + "import _ \"logic\"\n", 0},
		{"a goroutine", "duty/a.go", head + "func f() { go f() }\n", 1},
		{"a goroutine in a literal", "duty/a.go", head + "var f = func() { go func() {}() }\n", 1},
		{"a test may", "duty/a_test.go", head + "import _ \"os\"\n\nfunc f() { go f() }\n", 0},
		{"a part of the law", "duty/table/a.go", head + "import _ \"os\"\n", 1},
		{"a section of the rules", "validation/goods/a.go", head + "import _ \"os\"\n", 1},
		{"the office may", "office/a.go", head + "import _ \"os\"\n\nfunc f() { go f() }\n", 0},
		{"a pure helper is under the law", "internal/canonical/a.go", head + "import _ \"os\"\n", 1},
		{"a helper of tests may", "internal/need/a.go", head + "import _ \"os\"\n", 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var want []string
			for range c.breaches {
				want = append(want, c.file+": purity")
			}
			expect(t, built(t, map[string]string{c.file: c.text}).Purity(plan, forbidden), want...)
		})
	}
}

func TestFloats(t *testing.T) {
	tree := built(t, map[string]string{
		"money/a.go":      "package money\n\nfunc f(x float64) {}\n",
		"money/a_test.go": "package money\n\nvar x float64\n",
		"money/part/a.go": "package part\n\nvar x = []float32{}\n",
		"moneybox/a.go":   "package moneybox\n\nvar x float64\n",
		"risk/a.go":       "package risk\n\nvar x float64\n",
	})
	expect(t, tree.Floats([]string{"money"}), "money/a.go: floats", "money/part/a.go: floats")
}

func TestDependencies(t *testing.T) {
	allowed := []house.Dependency{
		{Path: "example.org/decimal", Reason: "exact decimals", Importers: []string{"money"}},
		{Path: "example.org/rapid", Reason: "properties"},
		{Path: "example.org/gone", Reason: "was used once"},
		{Path: "example.org/mute"},
	}
	tree := built(t, map[string]string{
		"money/a.go":                importing("money", "example.org/decimal/fast"),
		"duty/a.go":                 importing("duty", "example.org/decimal"),
		"duty/b.go":                 importing("duty", "example.org/rapid"),
		"duty/c.go":                 importing("duty", "example.org/decimals"),
		"duty/d.go":                 importing("duty", "encoding/json"),
		"duty/e.go":                 importing("duty", "tamga/money"),
		"duty/a_test.go":            importing("duty", "example.org/rapid"),
		"duty/b_test.go":            importing("duty", "example.org/unheard"),
		"store/storetest/suite.go":  importing("storetest", "example.org/rapid"),
		"internal/golden/golden.go": importing("golden", "example.org/rapid"),
	})
	goMod := []byte("module tamga\n\ngo 1.26\n\nrequire (\n\texample.org/decimal v1.0.0\n\texample.org/rapid v1.0.0 // indirect\n" +
		"\texample.org/mute v1.0.0\n\texample.org/stray v1.0.0\n\texample.org/deep v1.0.0 // indirect\n)\n")
	breaches, err := tree.Dependencies(plan, allowed, goMod)
	if err != nil {
		t.Fatal(err)
	}
	expect(t, breaches,
		"duty/a.go: dependency", "duty/b.go: dependency", "duty/c.go: dependency", "duty/b_test.go: dependency",
		"go.mod: dependency", "go.mod: dependency", "go.mod: dependency")
	golden.Diff(t, []string{
		"duty/a.go:4: imports example.org/decimal, which is only for money",
		"duty/b.go:4: imports example.org/rapid, which is only for tests",
		"duty/b_test.go:4: imports example.org/unheard, which is on no list",
		"duty/c.go:4: imports example.org/decimals, which is on no list",
		"go.mod: example.org/gone is on the list and not required",
		"go.mod: example.org/mute is on the list without a reason",
		"go.mod: example.org/stray is required directly and not on the list",
	}, printed(breaches))
	if _, err := tree.Dependencies(plan, allowed, []byte("nothing like it")); err == nil {
		t.Error("no error for a go.mod that is none")
	}
}

func TestSkips(t *testing.T) {
	nested := "package noun\n\nimport \"testing\"\n\nvar cases = []func(t *testing.T){func(t *testing.T) { func() { t.Skip() }() }}\n"
	body := func(call string) string {
		return "package noun\n\nimport \"testing\"\n\nfunc TestX(t *testing.T) { " + call + " }\n"
	}
	tree := built(t, map[string]string{
		"duty/a_test.go":     body("t.Skip()"),
		"duty/b_test.go":     body("t.Skipf(\"%s\", \"no\")"),
		"duty/c_test.go":     "package noun\n\nimport \"testing\"\n\nfunc FuzzX(f *testing.F) { f.Fuzz(func(t *testing.T, s string) { t.SkipNow() }) }\n",
		"duty/d_test.go":     "package noun\n\nimport \"testing\"\n\nfunc help(tb testing.TB) { tb.Skip() }\n",
		"duty/e_test.go":     "package noun\n\nimport \"encoding/xml\"\n\nfunc read(d *xml.Decoder) { d.Skip() }\n",
		"duty/f_test.go":     body("t.Log()"),
		"duty/g_test.go":     nested,
		"internal/need/n.go": body("t.Skip()"),
	})
	expect(t, tree.Skips("internal/need"),
		"duty/a_test.go: skip", "duty/b_test.go: skip", "duty/c_test.go: skip", "duty/d_test.go: skip", "duty/g_test.go: skip")
}
