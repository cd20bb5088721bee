package main

import (
	"embed"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"charm.land/lipgloss/v2"

	"tamga/customs"
	"tamga/internal/wording"
)

// terminal is what a command reads from and writes to.
type terminal struct {
	In       io.Reader
	Out, Err io.Writer
	// Now tells the time of day; documents are judged for their own day, not for this one.
	Now    func() time.Time
	Getenv func(string) string
	// Color says that Out shows colours, Live that Err can be drawn over.
	Color, Live bool

	language string
}

//go:embed texts.ru.toml texts.en.toml
var texts embed.FS

var said = wording.MustLoad(texts)

// interactive tells whether the file is a terminal and no pipe or file.
func interactive(file *os.File) bool {
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// speak chooses the language: the one asked for, else that of the environment, else Russian.
func (t *terminal) speak(asked string) {
	t.language = asked
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if t.language != "" {
			return
		}
		if value := t.Getenv(name); strings.HasPrefix(value, "en") {
			t.language = "en"
		} else if value != "" {
			break
		}
	}
	if t.language == "" {
		t.language = "ru"
	}
}

// say renders a sentence of the program itself; arguments go in pairs of name and value.
func (t *terminal) say(code string, pairs ...string) string {
	return said.Say(t.language, code, "text", func(name string) string {
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1]
			}
		}
		return ""
	})
}

func (t *terminal) line(format string, args ...any) { fmt.Fprintf(t.Out, format+"\n", args...) }

// complain says on Err what could not be done with a file.
func (t *terminal) complain(file string, err error) { fmt.Fprintf(t.Err, "%s: %v\n", file, err) }

// json writes the value as one line.
func (t *terminal) json(value any) error {
	encoder := json.NewEncoder(t.Out)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(value)
}

var (
	strong = lipgloss.NewStyle().Bold(true)
	faint  = lipgloss.NewStyle().Faint(true)
)

// inked are the styles of consequences: what bars a document is red, what delays it yellow.
var inked = map[customs.Consequence]lipgloss.Style{
	customs.TechnicalReject:    lipgloss.NewStyle().Bold(true).Foreground(lipgloss.Red),
	customs.RefuseRegistration: lipgloss.NewStyle().Bold(true).Foreground(lipgloss.Red),
	customs.DemandChange:       lipgloss.NewStyle().Bold(true).Foreground(lipgloss.Yellow),
	customs.RequestDocuments:   lipgloss.NewStyle().Bold(true).Foreground(lipgloss.Yellow),
	customs.Advice:             lipgloss.NewStyle().Foreground(lipgloss.Cyan),
	0:                          lipgloss.NewStyle().Bold(true).Foreground(lipgloss.Green),
}

// ink puts the style on the text where colours are shown.
func (t *terminal) ink(style lipgloss.Style, text string) string {
	if !t.Color {
		return text
	}
	return style.Render(text)
}
