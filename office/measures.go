package office

import (
	"sync/atomic"
	"time"

	"tamga/clearance"
)

// Measures count what this process did since it began; doors show them.
type Measures struct {
	Lodged, Judged, RegisteredAlone, ReleasedAlone atomic.Int64
	// LodgedTime and JudgedTime are sums in microseconds.
	LodgedTime, JudgedTime atomic.Int64
}

func (m *Measures) lodged(took time.Duration) {
	m.Lodged.Add(1)
	m.LodgedTime.Add(took.Microseconds())
}

func (m *Measures) judged(took time.Duration, registration, release clearance.Verdict) {
	m.Judged.Add(1)
	m.JudgedTime.Add(took.Microseconds())
	if registration.Automatic {
		m.RegisteredAlone.Add(1)
	}
	if release.Automatic {
		m.ReleasedAlone.Add(1)
	}
}
