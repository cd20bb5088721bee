package api

import (
	"context"
	"errors"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"tamga/access"
	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration/album"
	"tamga/office"
)

type examining struct {
	On     string `query:"on" doc:"The assumed day of registration, YYYY-MM-DD; by default today at the office." maxLength:"10"`
	Office string `query:"office" doc:"The office it would be filed with; by default the node's own." maxLength:"8"`
}

func (d *door) examination() {
	route(d, access.Examine, d.takesDocument(huma.Operation{
		OperationID: "check-declaration", Method: http.MethodPost, Path: "/v1/check",
		Summary: "Check a declaration without lodging it; nothing is kept",
	}), d.check)
	route(d, access.Examine, d.takesDocument(huma.Operation{
		OperationID: "assess-declaration", Method: http.MethodPost, Path: "/v1/assess",
		Summary: "Assess a declaration without lodging it; nothing is kept",
	}), d.assess)
}

func (d *door) check(ctx context.Context, in *examining) (*findingsRead, error) {
	examined, err := d.examine(ctx, in)
	if err != nil {
		return nil, err
	}
	return &findingsRead{examined.Check()}, nil
}

func (d *door) assess(ctx context.Context, in *examining) (*assessmentRead, error) {
	examined, err := d.examine(ctx, in)
	if err != nil {
		return nil, err
	}
	return &assessmentRead{examined.Assess()}, nil
}

var (
	errDay    = errors.New("not a day as YYYY-MM-DD")
	errOffice = errors.New("not an office of the code list")
)

func (d *door) examine(ctx context.Context, in *examining) (*office.Examined, error) {
	law, code := d.Office.CurrentLaw(), customs.OfficeCode(in.Office)
	if code == "" {
		code = d.Office.Home
	}
	place, known := law.Classifiers.Office(code)
	if !known {
		return nil, &customs.Error{Code: customs.Invalid, Op: "examine document", Subject: "office", Err: errOffice}
	}
	zone, _ := law.Calendars.Zone(place.Zone)
	where := office.Circumstances{Day: zone.Day(d.Office.Clock.Now()), State: place.State, Office: place.Code}
	if in.On != "" {
		day, err := calendar.ParseDate(in.On)
		if err != nil {
			return nil, &customs.Error{Code: customs.Invalid, Op: "examine document", Subject: "on", Err: errDay}
		}
		where.Day = day
	}
	read := album.Read(documentOf(ctx), album.Options{})
	examined := law.Examine(&read, where)
	return &examined, nil
}
