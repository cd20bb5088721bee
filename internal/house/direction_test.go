package house_test

import (
	"testing"

	"tamga/internal/golden"
	"tamga/internal/house"
)

var plan = house.Plan{
	Order: house.ParseDirection(`
data
money
declaration
declaration/album declaration/eec
duty
validation
validation/*
validation/rulebook
office
store/storetest
store/sqlite api
cmd/tamga
`),
	Office: "office",
	Binary: "cmd/tamga",
	Helpers: map[string]house.Kind{
		"internal/canonical": house.Pure,
		"internal/fiction":   house.Fiction,
		"internal/golden":    house.Tests,
		"internal/need":      house.Tests,
	},
	Support: []string{"store/storetest"},
	Others:  []string{"docs"},
}

// importing is a file of the named package that imports one path.
func importing(name, path string) string {
	return "// Package " + name + " is a noun.\npackage " + name + "\n\nimport _ \"" + path + "\"\n"
}

func TestDirectionOfOneImport(t *testing.T) {
	cases := []struct {
		file, imports string
		allowed       bool
	}{
		{"duty/duty.go", "tamga/money", true},
		{"money/money.go", "tamga/duty", false},
		{"money/money_test.go", "tamga/duty", false},
		{"duty/duty.go", "tamga/duty/table", true},
		{"duty/table/table.go", "tamga/duty", true},
		{"duty/table/table.go", "tamga/validation", false},
		{"declaration/album/album.go", "tamga/declaration", true},
		{"declaration/declaration.go", "tamga/declaration/album", false},
		{"declaration/album/album.go", "tamga/declaration/eec", false},
		{"validation/goods/goods.go", "tamga/validation", true},
		{"validation/goods/goods.go", "tamga/validation/parties", false},
		{"validation/goods/mass/mass.go", "tamga/validation/goods", true},
		{"validation/rulebook/rulebook.go", "tamga/validation/goods", true},
		{"validation/validation.go", "tamga/validation/goods", false},
		{"office/office.go", "tamga/store/sqlite", false},
		{"store/sqlite/sqlite.go", "tamga/office", true},
		{"store/sqlite/sqlite_test.go", "tamga/store/storetest", true},
		{"api/api_test.go", "tamga/store/sqlite", false},
		{"cmd/tamga/main.go", "tamga/store/sqlite", true},
		{"duty/duty.go", "tamga/elsewhere", false},
		{"duty/duty.go", "tamga/internal/canonical", true},
		{"duty/duty.go", "tamga/internal/golden", false},
		{"duty/duty_test.go", "tamga/internal/golden", true},
		{"duty/duty.go", "tamga/internal/fiction", false},
		{"duty/duty_test.go", "tamga/internal/fiction", true},
		{"cmd/tamga/demo.go", "tamga/internal/fiction", true},
		{"store/storetest/suite.go", "tamga/internal/need", true},
		{"internal/fiction/fiction.go", "tamga/declaration/album", true},
		{"internal/fiction/fiction.go", "tamga/office", false},
		{"internal/golden/golden.go", "tamga/money", false},
		{"internal/canonical/form.go", "tamga/money", false},
		{"internal/canonical/form_test.go", "tamga/internal/golden", true},
		{"whole_test.go", "tamga/duty", true},
		{"duty/duty.go", "tamga", false},
		{"duty/duty.go", "tamgasm/duty", true},
		{"whole_test.go", "tamga", true},
	}
	for _, c := range cases {
		t.Run(c.file+" imports "+c.imports, func(t *testing.T) {
			breaches := built(t, map[string]string{c.file: importing("noun", c.imports)}).Imports(plan)
			if c.allowed {
				expect(t, breaches)
				return
			}
			expect(t, breaches, c.file+": direction")
		})
	}
}

func TestDirectionSaysWhy(t *testing.T) {
	tree := built(t, map[string]string{
		"money/money.go":             importing("money", "tamga/duty"),
		"declaration/album/album.go": importing("album", "tamga/declaration/eec"),
		"duty/duty.go":               importing("duty", "tamga/internal/golden"),
		"internal/need/need.go":      importing("need", "tamga/money"),
	})
	golden.Diff(t, []string{
		"declaration/album/album.go:4: declaration/album imports declaration/eec, which stands on the same line",
		"duty/duty.go:4: imports internal/golden, which is for tests",
		"internal/need/need.go:4: a helper imports money, but helpers know nothing of customs",
		"money/money.go:4: money imports duty, which stands below it",
	}, printed(tree.Imports(plan)))
}

func TestUnlistedDirectories(t *testing.T) {
	tree := built(t, map[string]string{
		"duty/duty.go":             "package duty\n",
		"duty/table/table.go":      "package table\n",
		"levy/levy.go":             "package levy\n",
		"internal/stranger/new.go": "package stranger\n",
		"cmd/other/main.go":        "package main\n",
		"docs/glossary.md":         "# Words\n",
		"pictures/seal.txt":        "a seal\n",
		"store/sqlite/sqlite.go":   "package sqlite\n",
	})
	expect(t, tree.Imports(plan),
		"levy: direction", "levy/: direction", "internal/stranger: direction", "cmd/other: direction", "pictures/: direction")
}
