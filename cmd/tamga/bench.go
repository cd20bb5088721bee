package main

import (
	"fmt"
	"runtime"
	"strconv"
	"time"

	"tamga/declaration/album"
	"tamga/office"
)

// bench measures parts of the work on files, each on one core.
type bench struct {
	Read   benchRead   `cmd:"" help:"Documents read in a second."`
	Check  benchCheck  `cmd:"" help:"Documents read and judged in a second, their payments assessed for it."`
	Assess benchAssess `cmd:"" help:"Documents read and assessed in a second."`

	benchOffice
}

// measuring is what all measurements on files have in common.
type measuring struct {
	assumptions
	JSON  bool          `name:"json" help:"One JSON object: {\"documents_per_second\":…}."`
	For   time.Duration `default:"3s" help:"How long to measure."`
	Files []string      `arg:"" name:"file" help:"Declarations as XML; - reads standard input."`
}

type benchRead struct{ measuring }

// Run measures the reader alone.
func (b *benchRead) Run(at *terminal) error { return b.measure(at, "read", readOnce) }

type benchCheck struct{ measuring }

// Run measures reading, assessing and judging together, up to the findings with their texts.
func (b *benchCheck) Run(at *terminal) error { return b.measure(at, "check", checkOnce) }

type benchAssess struct{ measuring }

// Run measures reading and assessing together, up to the report with its reasoning.
func (b *benchAssess) Run(at *terminal) error { return b.measure(at, "assess", assessOnce) }

func readOnce(_ *office.Law, read *paper) error {
	album.Read(read.Body, album.Options{})
	return nil
}

func checkOnce(law *office.Law, read *paper) error {
	document := album.Read(read.Body, album.Options{})
	examined := law.Judge(&document, read.Where)
	examined.Check()
	return nil
}

func assessOnce(law *office.Law, read *paper) error {
	document := album.Read(read.Body, album.Options{})
	assessed := law.Assess(&document, read.Where)
	assessed.Assess()
	return nil
}

// pace is what was measured. Its JSON is a public promise as to documents_per_second.
type pace struct {
	DocumentsPerSecond float64 `json:"documents_per_second"`
	MegabytesPerSecond float64 `json:"megabytes_per_second"`
	Documents          int     `json:"documents"`
	Seconds            float64 `json:"seconds"`
}

// measure loops over the files until the time is over, after one round that is not counted. Files, law and calendars
// are loaded before.
func (m *measuring) measure(at *terminal, what string, work func(*office.Law, *paper) error) error {
	law, papers, err := m.load(at)
	if err != nil {
		return err
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for _, read := range papers {
		if err := work(law, read); err != nil {
			return err
		}
	}
	var measured pace
	bytes, started := 0, time.Now()
	for elapsed := time.Duration(0); elapsed < m.For; elapsed = time.Since(started) {
		for _, read := range papers {
			if err := work(law, read); err != nil {
				return err
			}
			bytes += len(read.Body)
		}
		measured.Documents += len(papers)
	}
	measured.Seconds = time.Since(started).Seconds()
	measured.DocumentsPerSecond = float64(measured.Documents) / measured.Seconds
	measured.MegabytesPerSecond = float64(bytes) / 1e6 / measured.Seconds
	return at.tellPace(what, measured, m.JSON)
}

// load reads the files into memory.
func (m *measuring) load(at *terminal) (*office.Law, []*paper, error) {
	law, err := theLaw()
	if err != nil {
		return nil, nil, err
	}
	var papers []*paper
	err = m.each(at, m.Files, func(read *paper) (bool, error) {
		papers = append(papers, read)
		return false, nil
	})
	return law, papers, err
}

// tellPace prints a measurement for people or programs.
func (t *terminal) tellPace(what string, measured pace, asJSON bool) error {
	if asJSON {
		return t.json(measured)
	}
	t.line("%s", t.say("measured", "what", t.say("what-"+what),
		"rate", strconv.FormatFloat(measured.DocumentsPerSecond, 'f', 0, 64),
		"mb", strconv.FormatFloat(measured.MegabytesPerSecond, 'f', 1, 64),
		"documents", fmt.Sprint(measured.Documents), "seconds", strconv.FormatFloat(measured.Seconds, 'f', 1, 64)))
	return nil
}
