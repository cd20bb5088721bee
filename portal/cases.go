package portal

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"tamga/access"
	"tamga/clearance"
	"tamga/customs"
	"tamga/declaration"
	"tamga/office"
)

const (
	// pageLength is how many cases one page lists, window how many are read at once and how many of the latest are
	// counted, mostReads how often one page reads on when few cases belong to its tab.
	pageLength = 50
	window     = 1000
	mostReads  = 4
)

// groups are the tabs of the list, each a set of states.
var groups = []struct {
	name   string
	states []clearance.State
}{
	{"new", []clearance.State{clearance.Received, clearance.Filed}},
	{"customs", []clearance.State{
		clearance.Registered, clearance.InControl, clearance.AwaitingInspection, clearance.AwaitingExpertise,
		clearance.ConsideringChange, clearance.ConsideringWithdrawal, clearance.Suspended, clearance.Mixed,
	}},
	{"declarant", []clearance.State{
		clearance.AwaitingDocuments, clearance.AwaitingChange, clearance.AwaitingPayment, clearance.AwaitingGoods,
	}},
	{"released", []clearance.State{clearance.Released, clearance.ReleasedConditionally, clearance.ReleasedOnSecurity}},
	{"ended", []clearance.State{
		clearance.Rejected, clearance.NotFiled, clearance.Refused, clearance.Withdrawn, clearance.Annulled,
	}},
}

func groupOf(state string) string {
	for _, group := range groups {
		if slices.Contains(group.states, clearance.State(state)) {
			return group.name
		}
	}
	return "customs"
}

type casesView struct {
	Tabs   []tab
	Group  string
	Query  string
	Rows   []caseLine
	Next   string
	Empty  string
	Counts []figure
	// Bounded tells that the counts are of the latest cases only.
	Bounded bool
}

type tab struct {
	Name, Text, Address string
	Count               int
	Current             bool
}

// caseLine is one case in the list.
type caseLine struct {
	ID, Number, Document, Declarant, Goods, Commodity, Origin string
	Procedure, Value, Currency, Due, State, Holder, Colour    string
	Items                                                     int
	Findings                                                  []tally
	Term, Left                                                string
	Late                                                      bool
	Received                                                  stamp
}

// tally counts findings of one consequence.
type tally struct {
	Letter, Text string
	Count        int
}

func (p *portal) casesPage(w http.ResponseWriter, v *visit) {
	query := v.URL.Query()
	view := casesView{Group: query.Get("group"), Query: strings.TrimSpace(query.Get("q"))}
	latest, err := p.listed(v, view.Query)
	if err != nil {
		p.fail(w, v, err)
		return
	}
	view.Bounded = len(latest) >= window
	view.Tabs = tabsOf(v.language, latest, view)
	rows, err := p.cut(v, &view, latest, customs.CaseID(query.Get("after")))
	if err != nil {
		p.fail(w, v, err)
		return
	}
	for _, row := range rows {
		line, err := p.line(v, row)
		if err != nil {
			p.fail(w, v, err)
			return
		}
		view.Rows = append(view.Rows, line)
	}
	view.Empty = emptyText(v.language, view)
	view.Counts = p.figures(v.language)
	p.show(w, v, "cases", view)
}

// listed returns the latest cases that the visitor may see, or those that the query names exactly.
func (p *portal) listed(v *visit, words string) ([]office.CaseRow, error) {
	if err := v.who.Permit(access.ListCases); err != nil {
		return nil, err
	}
	if words == "" {
		return p.gathered(v, office.Query{Limit: window})
	}
	byNumber := office.Query{Number: words, Limit: pageLength}
	if number, err := declaration.ParseNumber(words); err == nil {
		byNumber.Number = number.Key()
	}
	rows, err := p.gathered(v, byNumber)
	if err != nil || len(rows) > 0 {
		return rows, err
	}
	return p.gathered(v, office.Query{Document: customs.DocumentID(words), Limit: pageLength})
}

// gathered reads the cases of every party the visitor acts for, of the office where it serves, or all for those who
// may see all.
func (p *portal) gathered(v *visit, query office.Query) ([]office.CaseRow, error) {
	query.Office = v.who.Office
	if len(v.who.Parties) == 0 {
		return p.Office.Store.Cases(v.Context(), query)
	}
	var all []office.CaseRow
	for _, party := range v.who.Parties {
		query.Party = party
		rows, err := p.Office.Store.Cases(v.Context(), query)
		if err != nil {
			return nil, err
		}
		all = append(all, rows...)
	}
	slices.SortStableFunc(all, func(a, b office.CaseRow) int {
		return cmp.Or(b.Received.Compare(a.Received), cmp.Compare(b.ID, a.ID))
	})
	return all[:min(len(all), query.Limit)], nil
}

func tabsOf(language string, rows []office.CaseRow, view casesView) []tab {
	counts := map[string]int{}
	for _, row := range rows {
		counts[groupOf(row.State)]++
	}
	tabs := []tab{{Name: "", Count: len(rows)}}
	for _, group := range groups {
		tabs = append(tabs, tab{Name: group.name, Count: counts[group.name]})
	}
	for i := range tabs {
		tabs[i].Text = say(language, "group."+cmp.Or(tabs[i].Name, "all"))
		tabs[i].Current = tabs[i].Name == view.Group
		tabs[i].Address = casesAddress(tabs[i].Name, view.Query, "")
	}
	return tabs
}

func casesAddress(group, words, after string) string {
	query := url.Values{}
	for name, value := range map[string]string{"group": group, "q": words, "after": after} {
		if value != "" {
			query.Set(name, value)
		}
	}
	if len(query) == 0 {
		return "/cases"
	}
	return "/cases?" + query.Encode()
}

// cut keeps the rows of the tab, one page of them, and tells where the next begins. Beyond the latest cases, or from the
// case named on, it reads on in the store.
func (p *portal) cut(v *visit, view *casesView, rows []office.CaseRow, after customs.CaseID) ([]office.CaseRow, error) {
	var page []office.CaseRow
	for range mostReads {
		if after != "" {
			row, err := p.Office.Store.Case(v.Context(), after)
			if err != nil {
				return nil, err
			}
			if rows, err = p.gathered(v, office.Query{Before: row.Received, BeforeID: row.ID, Limit: window}); err != nil {
				return nil, err
			}
		}
		for _, row := range rows {
			if len(page) == pageLength {
				view.Next = casesAddress(view.Group, view.Query, string(page[pageLength-1].ID))
				return page, nil
			}
			if view.Group == "" || groupOf(row.State) == view.Group {
				page = append(page, row)
			}
		}
		if len(rows) < window {
			return page, nil
		}
		after = rows[len(rows)-1].ID
	}
	view.Next = casesAddress(view.Group, view.Query, string(after))
	return page, nil
}

func emptyText(language string, view casesView) string {
	switch {
	case len(view.Rows) > 0:
		return ""
	case view.Next != "":
		return say(language, "cases.empty.yet")
	case view.Query != "":
		return say(language, "cases.empty.query", "query", view.Query)
	case view.Group != "":
		return say(language, "cases.empty.group")
	}
	return say(language, "cases.empty")
}

func (p *portal) line(v *visit, row office.CaseRow) (caseLine, error) {
	dossier, err := office.ReadDossier(row)
	if err != nil {
		return caseLine{}, err
	}
	c, glance, zone := dossier.Case, dossier.Glance, p.zoneOf(row.Office)
	line := caseLine{
		ID: string(c.ID), Number: c.Number.String(), Document: string(c.Document),
		Declarant: glance.Declarant, Goods: glance.Goods, Commodity: string(glance.Commodity), Origin: string(glance.Origin),
		Procedure: strings.TrimSpace(glance.Kind + " " + string(glance.Procedure)), Value: glance.Value, Currency: string(glance.Currency),
		Due: glance.Due, Items: glance.Items, State: say(v.language, "state."+string(c.State)), Colour: colourOf(c),
		Holder: standing(v.language, c), Findings: tallies(v.language, glance.Findings), Received: short(dossier.Received, zone),
	}
	if next, ok := nextTerm(c); ok {
		line.Term = say(v.language, "clock."+string(next.Clock))
		line.Left, line.Late = remaining(v.language, next.Due, p.Office.Clock.Now())
	}
	return line, nil
}

func nextTerm(c clearance.Case) (clearance.Deadline, bool) {
	for _, deadline := range c.Deadlines() {
		if !deadline.Expired && !deadline.Due.IsZero() {
			return deadline, true
		}
	}
	return clearance.Deadline{}, false
}

// standing says who is to act on a case that runs, and for one that has ended whether an official took part.
func standing(language string, c clearance.Case) string {
	if c.Final() && c.Lane != "" {
		return say(language, "ended."+string(c.Lane))
	}
	return say(language, "holder."+holderOf(c))
}

// letters are the consequences from the gravest.
var letters = []customs.Consequence{
	customs.TechnicalReject, customs.RefuseRegistration, customs.DemandChange, customs.RequestDocuments, customs.Advice,
}

func tallies(language string, counts map[string]int) []tally {
	var all []tally
	for _, letter := range letters {
		if n := counts[letter.String()]; n > 0 {
			all = append(all, tally{Letter: letter.String(), Text: say(language, "consequence."+letter.String()), Count: n})
		}
	}
	return all
}

// holderOf says who is to act next on a case.
func holderOf(c clearance.Case) string {
	if c.Final() {
		return "nobody"
	}
	declarant, customs := false, false
	for _, item := range c.Items {
		switch item.State {
		case clearance.AwaitingDocuments, clearance.AwaitingChange, clearance.AwaitingPayment, clearance.AwaitingGoods:
			declarant = true
		case clearance.Received:
			return "system"
		default:
			customs = customs || !item.State.Final()
		}
	}
	switch {
	case declarant && customs:
		return "both"
	case declarant:
		return "declarant"
	case c.Lane == clearance.Automatic:
		return "system"
	}
	return "officer"
}

// colourOf is the colour of a tag: it repeats what the words say.
func colourOf(c clearance.Case) string {
	switch groupOf(string(c.State)) {
	case "released":
		return "green"
	case "ended":
		return "red"
	case "declarant":
		return "yellow"
	case "new":
		return "grey"
	}
	return "blue"
}
