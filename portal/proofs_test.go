package portal

import (
	"fmt"
	"testing"
	"time"

	"tamga/office"
	"tamga/transparency"
)

// TestRecordsAreFoundThoughNumberedLate finds every record in a log whose order follows the instants only nearly.
func TestRecordsAreFoundThoughNumberedLate(t *testing.T) {
	var log transparency.Memory
	began := time.Date(2026, 3, 17, 9, 0, 0, 0, time.UTC)
	var events []office.EventRow
	for i := range 5000 {
		late := time.Duration(i%7*40) * time.Second
		event := office.EventRow{
			ID: fmt.Sprintf("01890000-0000-7000-8000-%012x", i), At: began.Add(time.Duration(i)*time.Second - late),
		}
		leaf, err := transparency.Record{
			Log: "tamga.example/test", ID: event.ID, Kind: transparency.Event, Event: transparency.Sum([]byte(event.ID)),
			At: event.At, Rules: "r", Data: "d",
		}.Print()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := log.Add(leaf); err != nil {
			t.Fatal(err)
		}
		events = append(events, event)
	}
	for i := 0; i < len(events); i += 37 {
		if index, err := find(&log, int64(len(events)), events[i]); err != nil || index != int64(i) {
			t.Fatalf("record %d is found at %d, %v", i, index, err)
		}
	}
	absent := office.EventRow{ID: "01890000-0000-7000-8000-ffffffffffff", At: began.Add(time.Hour)}
	if index, err := find(&log, int64(len(events)), absent); err != nil || index != -1 {
		t.Errorf("an absent record is found at %d, %v", index, err)
	}
	if index, err := find(&log, 0, absent); err != nil || index != -1 {
		t.Errorf("in an empty log: %d, %v", index, err)
	}
}
