package classifier

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"tamga/customs"
)

const (
	listsFolder   = "classifiers"
	officesFolder = "offices"
)

// Load reads every list of classifiers/*.csv and every office of offices/*.csv. It is strict: a missing heading, an
// unknown column, a bad row, or two rows of one code whose days overlap is an error, and the error lists all of them
// as file:line.
func Load(fsys fs.FS) (*Book, error) {
	book := &Book{lists: map[ListName]*List{}}
	var faults []error
	for _, file := range sorted(fsys, listsFolder) {
		list, errs := loadList(fsys, file)
		faults = append(faults, errs...)
		book.lists[list.Name] = list
		book.names = append(book.names, list.Name)
	}
	for _, file := range sorted(fsys, officesFolder) {
		offices, errs := loadOffices(fsys, file)
		faults = append(faults, errs...)
		book.offices = append(book.offices, offices...)
	}
	if len(book.names) == 0 {
		faults = append(faults, fmt.Errorf("%s: no code lists", listsFolder))
	}
	faults = append(faults, book.arrange()...)
	if err := errors.Join(faults...); err != nil {
		return nil, fmt.Errorf("load classifiers: %w", err)
	}
	return book, nil
}

func (b *Book) arrange() []error {
	slices.Sort(b.names)
	slices.SortFunc(b.offices, func(x, y Office) int { return cmp.Compare(x.Code, y.Code) })
	var faults []error
	for i := 1; i < len(b.offices); i++ {
		if b.offices[i].Code == b.offices[i-1].Code {
			faults = append(faults, fmt.Errorf("%s: office %s stands twice", officesFolder, b.offices[i].Code))
		}
	}
	b.byCode = indexOffices(b.offices)
	return faults
}

func sorted(fsys fs.FS, folder string) []string {
	// The pattern is a constant, so Glob has no error to give.
	files, _ := fs.Glob(fsys, folder+"/*.csv")
	slices.Sort(files)
	return files
}

func loadList(fsys fs.FS, file string) (*List, []error) {
	list := &List{Name: ListName(strings.TrimSuffix(path.Base(file), ".csv")), File: file}
	sheet, faults := readSheet(fsys, file, columnsOf(list.Name))
	list.TitleRU, list.TitleEN, list.Act = sheet.heading["title.ru"], sheet.heading["title.en"], sheet.heading["act"]
	for _, key := range []string{"list", "title.ru", "title.en", "act", "evidence"} {
		if sheet.heading[key] == "" {
			faults = append(faults, fmt.Errorf("%s: heading has no %q", file, key))
		}
	}
	if id := sheet.heading["list"]; id != string(list.Name) {
		faults = append(faults, fmt.Errorf("%s: heading names list %q", file, id))
	}
	lines := map[string][]int{}
	for _, row := range sheet.rows {
		entry, err := row.entry()
		if err != nil {
			faults = append(faults, err)
			continue
		}
		list.entries = append(list.entries, entry)
		lines[entry.Code] = append(lines[entry.Code], row.line)
	}
	return list, append(faults, list.arrange(lines)...)
}

// arrange sorts the entries, indexes them, and finds codes with two meanings on one day.
func (l *List) arrange(lines map[string][]int) []error {
	slices.SortStableFunc(l.entries, func(x, y Entry) int {
		return cmp.Or(cmp.Compare(x.Code, y.Code), cmp.Compare(x.From, y.From))
	})
	l.index = make(map[string]bounds, len(l.entries))
	var faults []error
	for at, entry := range l.entries {
		span, seen := l.index[entry.Code]
		if !seen {
			span.first = at
		}
		span.end = at + 1
		l.index[entry.Code] = span
		if seen && entry.From <= l.entries[at-1].To || seen && l.entries[at-1].To.IsZero() {
			faults = append(faults, fmt.Errorf("%s:%d: code %q has overlapping days, lines %v",
				l.File, lines[entry.Code][0], entry.Code, lines[entry.Code]))
		}
	}
	return faults
}

func loadOffices(fsys fs.FS, file string) ([]Office, []error) {
	sheet, faults := readSheet(fsys, file, officeColumns)
	offices := make([]Office, 0, len(sheet.rows))
	for _, row := range sheet.rows {
		office, err := row.office()
		if err != nil {
			faults = append(faults, err)
			continue
		}
		offices = append(offices, office)
	}
	return offices, faults
}

// sheet is a file as read: its heading lines "# key: value" and its rows.
type sheet struct {
	heading map[string]string
	rows    []row
}

func readSheet(fsys fs.FS, file string, columns []string) (sheet, []error) {
	out := sheet{heading: map[string]string{}}
	body, err := fs.ReadFile(fsys, file)
	if err != nil {
		return out, []error{err}
	}
	for line := range strings.Lines(string(body)) {
		key, value, ok := strings.Cut(strings.TrimPrefix(strings.TrimSpace(line), "#"), ":")
		if !strings.HasPrefix(line, "#") {
			break
		}
		if ok {
			out.heading[strings.TrimSpace(key)] = strings.TrimSpace(value)
		}
	}
	reader := csv.NewReader(bytes.NewReader(body))
	reader.Comment = '#'
	reader.FieldsPerRecord = -1
	header, err := reader.Read()
	if err != nil {
		return out, []error{fmt.Errorf("%s: %w", file, err)}
	}
	if !slices.Equal(header, columns) {
		return out, []error{fmt.Errorf("%s: columns %v, want %v", file, header, columns)}
	}
	return out, out.read(reader, file, columns)
}

func (s *sheet) read(reader *csv.Reader, file string, columns []string) []error {
	var faults []error
	for {
		values, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return faults
		}
		if err != nil {
			return append(faults, fmt.Errorf("%s: %w", file, err))
		}
		line, _ := reader.FieldPos(0)
		if len(values) != len(columns) {
			faults = append(faults, fmt.Errorf("%s:%d: %d values, want %d", file, line, len(values), len(columns)))
			continue
		}
		s.rows = append(s.rows, row{file: file, line: line, columns: columns, values: values})
	}
}

var officeColumns = []string{
	"code", "from", "to", "state", "zone", "hours", "fictional", "ru", "en", "evidence",
}

// stateOf reports the member state written in a row, which the office's own code must agree with.
func stateOf(code customs.OfficeCode, text string) (customs.State, bool) {
	state := customs.State(text)
	return state, state.Member() && code.State() == state
}
