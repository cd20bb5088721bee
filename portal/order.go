package portal

import (
	"cmp"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"tamga/clearance"
	"tamga/customs"
	"tamga/office"
)

// problems are what the form lacks.
func (s *sight) problems(a act, form url.Values) []fieldProblem {
	var all []fieldProblem
	for _, field := range a.fields {
		missing := false
		switch field {
		case "reason", "code":
			missing = strings.TrimSpace(form.Get(field)) == ""
		case "boxes":
			missing = len(list(form, "boxes")) == 0
		case "documents":
			missing = len(list(form, "documents")) == 0
		case "ground":
			missing = form.Get("ground") == ""
		case "annulment":
			missing = form.Get("annulment") == ""
		case "changed":
			missing = !s.brought()
		case "files":
			missing = !s.brought() && strings.TrimSpace(form.Get("note")) == ""
		}
		if missing {
			all = append(all, fieldProblem{field, s.say("missing." + field)})
		}
	}
	return all
}

func (s *sight) brought() bool {
	return s.v.MultipartForm != nil && slices.ContainsFunc(heads(s.v.MultipartForm), isBrought)
}

// list splits what was typed or ticked into words.
func list(form url.Values, name string) []string {
	split := func(r rune) bool { return r == ',' || r == ';' || r == ' ' || r == '\n' || r == '\r' || r == '\t' }
	var all []string
	for _, value := range form[name] {
		all = append(all, strings.FieldsFunc(value, split)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// mostNote bounds what a person may write, in characters.
const mostNote = 4000

func (s *sight) order(a act, form url.Values) (office.Order, error) {
	order := office.Order{
		Case: s.dossier.Case.ID, Key: form.Get("key"), Actor: s.actor, Reason: cmp.Or(form.Get("ground"), form.Get("reason")),
		Note: strings.TrimSpace(form.Get("note")), Matter: form.Get("matter"), Boxes: list(form, "boxes"),
		Code: customs.DecisionCode(cmp.Or(form.Get("annulment"), form.Get("code"))), Regime: clearance.Clock(form.Get("regime")),
	}
	invalid := &customs.Error{Code: customs.Invalid, Op: "read form", Subject: a.name}
	if utf8.RuneCountInString(order.Note) > mostNote || !utf8.ValidString(order.Note) {
		return order, invalid
	}
	for _, value := range form["items"] {
		ordinal, err := strconv.Atoi(value)
		if err != nil {
			return order, invalid
		}
		order.Items = append(order.Items, ordinal)
	}
	for _, code := range list(form, "documents") {
		order.Documents = append(order.Documents, customs.DocumentKind(code))
	}
	if days := form.Get("days"); days != "" {
		number, err := strconv.Atoi(days)
		if err != nil || number < 0 {
			return order, invalid
		}
		order.Days = number
	}
	return order, s.bring(&order)
}

// bring adds the files of the form to the order.
func (s *sight) bring(order *office.Order) error {
	if s.v.MultipartForm == nil {
		return nil
	}
	for _, head := range heads(s.v.MultipartForm) {
		if !isBrought(head) {
			continue
		}
		file, err := head.Open()
		if err != nil {
			return &customs.Error{Code: customs.Invalid, Op: "read file", Err: err}
		}
		body, err := io.ReadAll(file)
		_ = file.Close()
		if err != nil {
			return &customs.Error{Code: customs.Invalid, Op: "read file", Err: err}
		}
		order.Files = append(order.Files, office.File{Name: head.Filename, Body: body})
	}
	return nil
}
