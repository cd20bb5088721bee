package office

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"

	"tamga/calendar"
	"tamga/classifier"
	"tamga/clearance"
	"tamga/customs"
	"tamga/data"
	"tamga/tariff"
	"tamga/validation"
	"tamga/validation/rulebook"
)

// Law is one edition of the reference data, loaded, with the rules of this program.
type Law struct {
	// Edition is the content hash of the data, Rules that of the rulebook.
	Edition, Rules string
	// Bundle is the data as a zip archive, from which the edition can be loaded again.
	Bundle      []byte
	Classifiers *classifier.Book
	Calendars   *calendar.Book
	Tariff      *tariff.Book
	Terms       clearance.Terms
	Criteria    clearance.Criteria
	Selection   clearance.Selection
	WriteOff    clearance.WriteOff
	Rulebook    []*validation.Rule
}

// LoadLaw loads an edition from its files.
func LoadLaw(files fs.FS) (*Law, error) {
	edition, err := data.EditionOf(files)
	if err != nil {
		return nil, err
	}
	law := &Law{Edition: string(edition), Rules: rulebook.Edition(), Rulebook: rulebook.All()}
	if law.Classifiers, err = classifier.Load(files); err != nil {
		return nil, fmt.Errorf("load code lists: %w", err)
	}
	if law.Calendars, err = calendar.Load(files); err != nil {
		return nil, fmt.Errorf("load calendars: %w", err)
	}
	if law.Tariff, err = tariff.Load(files); err != nil {
		return nil, fmt.Errorf("load tariff: %w", err)
	}
	if law.Terms, err = clearance.LoadTerms(files); err != nil {
		return nil, err
	}
	if law.Criteria, err = clearance.LoadCriteria(files); err != nil {
		return nil, err
	}
	if law.Selection, err = clearance.LoadSelection(files); err != nil {
		return nil, err
	}
	if law.WriteOff, err = clearance.LoadWriteOff(files); err != nil {
		return nil, err
	}
	law.Bundle, err = bundle(files)
	return law, err
}

// OpenBundle loads an edition from its bundle.
func OpenBundle(archive []byte) (*Law, error) {
	files, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		return nil, fmt.Errorf("open bundle of reference data: %w", err)
	}
	return LoadLaw(files)
}

func bundle(files fs.FS) ([]byte, error) {
	names, err := data.Files(files)
	if err != nil {
		return nil, err
	}
	var archive bytes.Buffer
	packer := zip.NewWriter(&archive)
	for _, name := range names {
		body, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("bundle reference data: %w", err)
		}
		entry, err := packer.Create(name)
		if err != nil {
			return nil, fmt.Errorf("bundle reference data: %w", err)
		}
		if _, err := entry.Write(body); err != nil {
			return nil, fmt.Errorf("bundle reference data: %w", err)
		}
	}
	if err := packer.Close(); err != nil {
		return nil, fmt.Errorf("bundle reference data: %w", err)
	}
	return archive.Bytes(), nil
}

// at returns the terms of the law as the office counts them, with its zone and working time.
func (l *Law) at(code customs.OfficeCode) (classifier.Office, clearance.Terms, error) {
	office, known := l.Classifiers.Office(code)
	if !known {
		return office, clearance.Terms{}, &customs.Error{Code: customs.NotFound, Op: "find office", Subject: string(code)}
	}
	hours, known := l.Calendars.Hours(office.Hours)
	if !known {
		return office, clearance.Terms{}, &customs.Error{Code: customs.NotFound, Op: "find working hours", Subject: office.Hours}
	}
	return office, l.Terms.In(hours), nil
}
