package house_test

import (
	"testing"

	"tamga/internal/golden"
)

func TestPages(t *testing.T) {
	cases := []struct {
		name, line string
		complaints int
	}{
		{"a file", "[words](docs/glossary.md)", 0},
		{"a heading", "[words](docs/glossary.md#goods-item)", 0},
		{"a heading of this page", "[up](#first-page)", 0},
		{"a folder", "[duty](duty/)", 0},
		{"the web is not asked", "[law](https://example.org/a#b)", 0},
		{"a lost file", "[words](docs/words.md)", 1},
		{"a lost heading", "[words](docs/glossary.md#goods)", 1},
		{"a lost heading of this page", "[up](#last-page)", 1},
		{"two lost files in a line", "[a](a.md) and [b](b.md)", 2},
		{"a directory", "`duty/` is owed", 0},
		{"a lost directory", "`levy/` is owed", 1},
		{"a directory to come", "`levy/` (later) is owed", 0},
		{"a mark speaks for its own name", "`levy/` (later) and `toll/`", 1},
		{"a mark that is out of date", "`duty/` (later) is owed", 1},
		{"a name", "`duty.Assess` and `duty.Line.Base` and `duty.Line.Print`", 0},
		{"a lost name", "`duty.Guess`", 1},
		{"a name to come", "`duty.Guess` (later)", 0},
		{"a private name is not there", "`duty.Line.Hidden`", 1},
		{"a target", "`make test`", 0},
		{"a lost target", "`make tea`", 1},
		{"a command", "`tamga check FILE…` and `tamga what-if` and `tamga replay-all`", 0},
		{"a lost command", "`tamga guess`", 1},
		{"a command of a test", "`tamga tried`", 1},
		{"a command in a block", "```\nmake test # all\ntamga check F\n  indented text\n```", 0},
		{"a lost command in a block", "```\nmake tea # now\ntamga guess\n```", 2},
		{"a command to come in a block", "```\nmake tea # (later)\n```", 0},
		{"a mark in a block that is out of date", "```\nmake test # (later)\n```", 1},
		{"links in a block are no links", "```\n[none](none.md) `levy/`\n```", 0},
		{"other quoted words", "`office/DDMMYY/serial`, `go test ./...`, `box 47`", 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			breaches := built(t, map[string]string{
				"README.md":              "# First page\n\n" + c.line + "\n",
				"docs/glossary.md":       "# Words\n\n## Goods item\n",
				"Makefile":               ".PHONY: tea\ntest:\n\tgo test ./...\n",
				"duty/duty.go":           "package duty\n\nfunc Assess() {}\n\ntype Line struct{ Base int }\n\nfunc (l *Line) Print() {}\n",
				"duty/duty_test.go":      "package duty\n\nfunc Guess() {}\n",
				"cmd/tamga/main_test.go": "package main\n\ntype old struct {\n\tTried int `cmd:\"\"`\n}\n",
				"cmd/tamga/main.go":      "package main\n\ntype commands struct {\n\tCheck int `cmd:\"\"`\n\tOld int `cmd:\"\" name:\"what-if\"`\n\tReplayAll int `cmd:\"\"`\n\tGuess int\n}\n",
			}).Pages([]string{"README.md"}, "cmd/tamga")
			var want []string
			for range c.complaints {
				want = append(want, "README.md: page")
			}
			expect(t, breaches, want...)
		})
	}
}

func TestPagesAreThere(t *testing.T) {
	tree := built(t, map[string]string{"README.md": "```\n[none](none.md) `levy/`\n```\n"})
	expect(t, tree.Pages([]string{"README.md", "SECURITY.md"}, "cmd/tamga"), "SECURITY.md: page")
	tree = built(t, map[string]string{"README.md": "first\n`levy/` second\n"})
	golden.Diff(t, []string{"README.md:2: names levy/, which is not there"}, printed(tree.Pages([]string{"README.md"}, "cmd/tamga")))
}
