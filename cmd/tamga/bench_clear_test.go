package main

import (
	"testing"

	"tamga/internal/need"
)

// BenchmarkClear is what `tamga bench clear` measures on both stores, beside the floor of each.
func BenchmarkClear(b *testing.B) {
	b.Run("sqlite", func(b *testing.B) { clearAll(b, "") })
	b.Run("postgres", func(b *testing.B) { clearAll(b, need.Postgres(b)) })
}

func clearAll(b *testing.B, database string) {
	asked := benchClear{Documents: 500, Callers: 32, Database: database}
	var rate, floor float64
	for range b.N {
		measured, err := asked.measure(b.Context(), b.TempDir())
		if err != nil {
			b.Fatal(err)
		}
		rate, floor = rate+measured.DocumentsPerSecond, floor+measured.Floor
	}
	b.ReportMetric(rate/float64(b.N), "documents/s")
	b.ReportMetric(floor/float64(b.N), "floor/s")
}

func TestClearMeasuresWhatItCleared(t *testing.T) {
	asked := benchClear{Documents: 20, Callers: 4}
	got, err := asked.measure(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if got.Documents != 20 || got.Released < 0.5 || got.DocumentsPerSecond <= 0 || got.Floor <= 0 {
		t.Errorf("%+v", got)
	}
	if got.Numbered < got.Seconds || got.DecisionP99 < got.DecisionP50 || got.LodgeP99 < got.LodgeP50 {
		t.Errorf("out of order: %+v", got)
	}
	if got.GroupSize < 1 {
		t.Errorf("%v acts to a commit", got.GroupSize)
	}
}
