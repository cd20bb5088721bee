package main

import (
	"fmt"
	"io"
	"os"
	"sync"

	"tamga/calendar"
	"tamga/customs"
	"tamga/data"
	"tamga/declaration"
	"tamga/declaration/album"
	"tamga/office"
)

// theLaw is the edition of the reference data the program carries, loaded when it is first needed.
var theLaw = sync.OnceValues(func() (*office.Law, error) { return office.LoadLaw(data.FS) })

// assumptions say for which day, state and office a document is examined; what is not given the document says itself.
type assumptions struct {
	On     string `placeholder:"DATE" help:"Assumed day of registration, YYYY-MM-DD. By default the document's own date."`
	State  string `enum:",AM,BY,KG,KZ,RU" default:"" help:"Member state of the office: AM, BY, KG, KZ or RU. By default that of the document."`
	Office string `placeholder:"CODE" help:"Customs office the declaration is filed with. By default the one it names."`
}

// Validate tells of a day that is none before any file is read.
func (a *assumptions) Validate() error {
	if a.On == "" {
		return nil
	}
	if _, err := calendar.ParseDate(a.On); err != nil {
		return fmt.Errorf("--on: %w", err)
	}
	return nil
}

// paper is a received file as a document, with the circumstances it is examined in.
type paper struct {
	Name     string
	Body     []byte
	Document declaration.Document
	Where    office.Circumstances
	// OwnDay tells that the day is the document's own, Today that it has none and the present day is assumed.
	OwnDay, Today bool
}

// open reads a file; "-" is what comes in on the terminal.
func (t *terminal) open(name string) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(t.In)
	}
	return os.ReadFile(name)
}

// paper reads the bytes of a file as a document.
func (a *assumptions) paper(at *terminal, name string, body []byte) (*paper, error) {
	law, err := theLaw()
	if err != nil {
		return nil, err
	}
	read := &paper{Name: name, Body: body, Document: album.Read(body, album.Options{})}
	made := read.Document.Declaration
	read.Where.Office = customs.OfficeCode(a.Office)
	if read.Where.Office == "" {
		read.Where.Office = filedWith(made)
	}
	read.Where.State = a.state(law, made)
	if a.On != "" {
		read.Where.Day, err = calendar.ParseDate(a.On)
		return read, err
	}
	today := calendar.NewDate(at.Now().Date())
	read.Where.Day, read.OwnDay = ownDay(made, today), true
	if read.Where.Day.IsZero() {
		read.Where.Day, read.OwnDay, read.Today = today, false, true
	}
	return read, nil
}

// state is the one asked for, else that of the office asked for, else the one that most of boxes 30 and 29 and the
// recipient's country name, so that one wrong field does not move the document to another state.
func (a *assumptions) state(law *office.Law, made *declaration.Declaration) customs.State {
	if a.State != "" {
		return customs.State(a.State)
	}
	if a.Office != "" {
		return stateOf(law, customs.OfficeCode(a.Office))
	}
	if made == nil {
		return ""
	}
	var named []customs.State
	for _, location := range made.Shipment.Locations {
		named = append(named, stateOf(law, location.Office))
	}
	for _, border := range made.Shipment.Consignment.BorderOffices {
		named = append(named, stateOf(law, border.Code))
	}
	return mostNamed(append(named, customs.State(made.RecipientCountry)))
}

func mostNamed(named []customs.State) customs.State {
	var best customs.State
	votes := map[customs.State]int{}
	for _, state := range named {
		if state.Member() {
			votes[state]++
		}
	}
	for _, state := range named {
		if votes[state] > votes[best] {
			best = state
		}
	}
	return best
}

func stateOf(law *office.Law, code customs.OfficeCode) customs.State {
	if known, ok := law.Classifiers.Office(code); ok {
		return known.State
	}
	return code.State()
}

// filedWith is the office that the declaration names: that of box 30, else that of box 29.
func filedWith(made *declaration.Declaration) customs.OfficeCode {
	if made == nil {
		return ""
	}
	for _, location := range made.Shipment.Locations {
		if location.Office != "" {
			return location.Office
		}
	}
	for _, border := range made.Shipment.Consignment.BorderOffices {
		return border.Code
	}
	return ""
}

// ownDay is the day the document was made, or the day it was signed when the former is not given or yet to come: a slip
// of the pen in one of them does not move the document to the law of another time.
func ownDay(made *declaration.Declaration, today calendar.Date) calendar.Date {
	if made == nil {
		return 0
	}
	day, signed := made.Document.Day(), signedOn(made)
	if day.IsZero() || day > today && !signed.IsZero() && signed <= today {
		return signed
	}
	return day
}

func signedOn(made *declaration.Declaration) calendar.Date {
	const length = len("2006-01-02")
	signed := made.Signatory.SignedAt
	if len(signed) < length {
		return 0
	}
	day, err := calendar.ParseDate(signed[:length])
	if err != nil {
		return 0
	}
	return day
}

// each gives every file as a paper to the act, one after another. A file that cannot be read is told of and the others
// go on; the code is then that of an unreadable file, else the worst that the act returned.
func (a *assumptions) each(at *terminal, files []string, act func(*paper) (barred bool, err error)) error {
	unreadable, barred := false, false
	for _, name := range files {
		body, err := at.open(name)
		if err != nil {
			at.complain(name, err)
			unreadable = true
			continue
		}
		read, err := a.paper(at, name, body)
		if err != nil {
			return err
		}
		bad, err := act(read)
		if err != nil {
			return err
		}
		barred = barred || bad
	}
	switch {
	case unreadable:
		return exit(exitUnreadable)
	case barred:
		return exit(exitRefused)
	}
	return nil
}
