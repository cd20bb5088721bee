package clearance

import (
	"slices"
	"time"
)

func (c Case) openFor(ordinal int, kind State) bool {
	return slices.ContainsFunc(c.Matters, func(m Matter) bool { return m.Kind == kind && slices.Contains(m.Items, ordinal) })
}

func (c Case) timesSuspended(ordinal int) int {
	for _, m := range c.Matters {
		if m.Kind == Suspended && slices.Contains(m.Items, ordinal) {
			return m.Times
		}
	}
	return 0
}

// trade opens and closes matters as the rows say; a decided item waits for nothing any more.
func (c *Case) trade(items []int, rows []Row, e Event, due time.Time) {
	var opened []int
	for n, i := range items {
		item := c.Items[i]
		for m := range c.Matters {
			matter := &c.Matters[m]
			// A change that is granted is what a demand asked for, art. 112(2); if it is not, customs demands anew.
			fulfilled := e.Kind == ChangeGranted && matter.Kind == AwaitingChange
			ended := fulfilled || item.Base.Final() || rows[n].Closes != None && matter.Kind == rows[n].Closes && e.names(matter.ID)
			if ended {
				matter.leave(item.Ordinal, e)
			}
		}
		if rows[n].Opens != None {
			opened = append(opened, item.Ordinal)
		}
	}
	if len(opened) > 0 {
		c.open(opened, opens(e.Kind), e, due)
	}
}

// names reports whether a closing event means the matter.
func (e Event) names(matter string) bool {
	return e.Payload.Matter == nil || e.Payload.Matter.ID == "" || e.Payload.Matter.ID == matter
}

func (m *Matter) leave(ordinal int, e Event) {
	at := slices.Index(m.Items, ordinal)
	if at < 0 {
		return
	}
	m.Items = slices.Delete(m.Items, at, at+1)
	if len(m.Items) == 0 {
		m.Items, m.ClosedAt, m.Outcome = nil, e.At, e.Kind
	}
}

func (c *Case) open(ordinals []int, kind State, e Event, due time.Time) {
	notice := e.Payload.Matter
	times := 1
	for i := range c.Matters {
		m := &c.Matters[i]
		if kind != Suspended || m.Kind != Suspended || !m.Open() {
			continue
		}
		// A suspension prolonged is the same suspension: its items leave the old term for the new one.
		for _, ordinal := range ordinals {
			if slices.Contains(m.Items, ordinal) {
				times = max(times, m.Times+1)
			}
			m.leave(ordinal, e)
		}
	}
	c.Matters = append(c.Matters, Matter{
		ID: notice.ID, Kind: kind, Items: ordinals, Regime: notice.Regime, Reason: e.Reason, OpenedAt: e.At,
		Due: due, Documents: notice.Documents, Boxes: notice.Boxes, Times: times,
	})
}
