package main

import (
	"github.com/google/uuid"

	"tamga/customs"
	"tamga/declaration"
	"tamga/declaration/album"
	"tamga/office"
)

// check judges declarations by format-logical control.
type check struct {
	assumptions
	JSON  bool     `name:"json" xor:"form" help:"One JSON object per document, a line each."`
	XML   bool     `name:"xml" xor:"form" help:"The protocol of control as the album has it (ErrorList)."`
	Files []string `arg:"" name:"file" help:"Declarations as XML; - reads standard input."`
}

// Run prints what is wrong with each file.
func (c *check) Run(at *terminal) error {
	law, err := theLaw()
	if err != nil {
		return err
	}
	protocol := protocol{at: at, law: law}
	err = c.each(at, c.Files, func(read *paper) (bool, error) {
		examined := law.Judge(&read.Document, read.Where)
		report := examined.Check()
		barred := examined.Report.Barred()
		switch {
		case c.JSON:
			return barred, at.json(report)
		case c.XML:
			protocol.add(read, report)
		default:
			at.tellFindings(read, &report)
		}
		return barred, nil
	})
	if c.XML && len(protocol.list.Documents) > 0 {
		if err := protocol.print(); err != nil {
			return err
		}
	}
	return err
}

// protocol collects the documents of one ErrorList.
type protocol struct {
	at   *terminal
	law  *office.Law
	list album.ErrorList
}

// add puts the document into the protocol. The protocol's own identifier follows from the bytes it is about, so that
// the same document gives the same protocol.
func (p *protocol) add(read *paper, report office.CheckReport) {
	name := report.Document
	made := uuid.NewSHA1(uuid.NameSpaceOID, append([]byte(p.list.ID), read.Body...))
	if name == "" {
		name = customs.DocumentID(made.String())
	}
	now := album.MomentOf(p.at.Now())
	p.list.Documents = append(p.list.Documents, office.ErrorsOf(report, now, name))
	p.list.ID, p.list.Sent, p.list.CheckVersion = customs.DocumentID(made.String()), now.Day, p.law.Rules
	if len(p.list.Documents) > 1 {
		p.list.RefID = ""
		return
	}
	p.list.RefID = name
	p.list.Office = declaration.Office{Code: read.Where.Office}
	if known, ok := p.law.Classifiers.Office(read.Where.Office); ok {
		p.list.Office.Name = shorten(known.RU)
	}
}

func (p *protocol) print() error {
	body, err := album.PrintErrorList(p.list)
	if err != nil {
		return err
	}
	_, err = p.at.Out.Write(body)
	return err
}

// shorten cuts the name of an office to the fifty characters the album gives it.
func shorten(name string) string {
	const most = 50
	if letters := []rune(name); len(letters) > most {
		return string(letters[:most])
	}
	return name
}
