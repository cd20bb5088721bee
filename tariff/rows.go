package tariff

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"tamga/calendar"
	"tamga/customs"
	"tamga/money"
)

// rows reads one table strictly: the heading is the list of columns, no cell has blanks around it, and every error
// names file and line. The first error stays and ends the reading.
type rows struct {
	name    string
	columns []string
	reader  *csv.Reader
	cells   []string
	line    int
	err     error
}

// read calls each for every row of the table. A missing file is an error.
func read(fsys fs.FS, name, columns string, each func(*rows)) error {
	file, err := fsys.Open(name)
	if err != nil {
		return fmt.Errorf("read tariff: %w", err)
	}
	r := &rows{name: name, columns: strings.Split(columns, ","), reader: csv.NewReader(file)}
	r.reader.FieldsPerRecord = len(r.columns)
	for r.next() {
		each(r)
		if r.err != nil {
			break
		}
	}
	return errors.Join(r.err, file.Close())
}

func (r *rows) next() bool {
	heading := r.line == 0
	cells, err := r.reader.Read()
	if errors.Is(err, io.EOF) {
		if heading {
			r.err = fmt.Errorf("%s:1: the heading is missing", r.name)
		}
		return false
	}
	if err != nil {
		r.err = fmt.Errorf("%s: %w", r.name, err)
		return false
	}
	r.cells = cells
	r.line, _ = r.reader.FieldPos(0)
	if heading {
		if strings.Join(cells, ",") != strings.Join(r.columns, ",") {
			r.fail("the heading must be %s", strings.Join(r.columns, ","))
			return false
		}
		return r.next()
	}
	return true
}

func (r *rows) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("%s:%d: %s", r.name, r.line, fmt.Sprintf(format, args...))
	}
}

func (r *rows) text(column string) string {
	for i, name := range r.columns {
		if name != column {
			continue
		}
		if strings.TrimSpace(r.cells[i]) != r.cells[i] {
			r.fail("%s has blanks around it", column)
		}
		return r.cells[i]
	}
	r.fail("the table has no column %s", column)
	return ""
}

func (r *rows) must(column string) string {
	text := r.text(column)
	if text == "" {
		r.fail("%s is empty", column)
	}
	return text
}

func (r *rows) decimal(column string) money.Decimal {
	number, err := money.ParseDecimal(r.must(column))
	if err != nil {
		r.fail("%s: %v", column, err)
	}
	return number
}

func (r *rows) date(column string) calendar.Date {
	text := r.text(column)
	if text == "" {
		return 0
	}
	day, err := calendar.ParseDate(text)
	if err != nil {
		r.fail("%s: %v", column, err)
	}
	return day
}

func (r *rows) rate(column string) Rate {
	rate, err := ParseRate(r.must(column))
	if err != nil {
		r.fail("%v", err)
	}
	return rate
}

func (r *rows) yes(column string) bool {
	switch r.text(column) {
	case "yes":
		return true
	case "", "no":
		return false
	}
	r.fail("%s is yes, no or empty", column)
	return false
}

func (r *rows) state(column string) customs.State {
	state := customs.State(r.text(column))
	if state != "" && !state.Member() {
		r.fail("%s is not a member state", state)
	}
	return state
}

func (r *rows) prefix(column string) string {
	text := r.text(column)
	if len(text) > 10 || strings.Trim(text, "0123456789") != "" {
		r.fail("%s %q is not the beginning of a commodity code", column, text)
	}
	return text
}

func (r *rows) payment(column string) customs.PaymentCode {
	text := r.must(column)
	if len(text) != 4 || strings.Trim(text, "0123456789") != "" {
		r.fail("%s %q is not a code of payment", column, text)
	}
	return customs.PaymentCode(text)
}

func (r *rows) basis() Basis {
	basis := Basis{
		From: r.date("from"), To: r.date("to"), Law: r.must("law"), Since: r.date("since"),
		Evidence: Evidence(r.must("evidence")),
	}
	if !basis.Evidence.known() {
		r.fail("evidence is source, general, verify or fiction")
	}
	if basis.From.IsZero() || (!basis.To.IsZero() && basis.To < basis.From) {
		r.fail("the row must be in force from a day, and not end before it")
	}
	return basis
}

// where is the state and the beginning of the commodity code a row holds for; either may be empty: for all.
func (r *rows) where() place {
	return place{state: r.state("state"), prefix: r.prefix("prefix"), line: r.position()}
}

func (r *rows) position() string { return fmt.Sprintf("%s:%d", r.name, r.line) }
