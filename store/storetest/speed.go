package storetest

import (
	"context"
	"fmt"
	"sync/atomic"
	"testing"

	"tamga/office"
)

// Floor writes bytes as rows of one table in one durable commit: what the database does without an office.
type Floor func(rows [][]byte) error

// Benchmark measures acts per second in groups of 1, 16 and 64: each act with a body of 3 KB, three events, two messages
// and three records of the log. Beside it stands the floor: as many bytes of each act as one row.
func Benchmark(b *testing.B, suite Suite, floor func(testing.TB) Floor) {
	for _, size := range []int{1, 16, 64} {
		b.Run(fmt.Sprintf("acts/%d", size), func(b *testing.B) { commitGroups(b, suite, size) })
		b.Run(fmt.Sprintf("floor/%d", size), func(b *testing.B) { writeRows(b, floor(b), size) })
	}
}

var benched atomic.Int64

func commitGroups(b *testing.B, suite Suite, size int) {
	s, err := suite.New(b)(&Clock{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	count := 0
	for b.Loop() {
		b.StopTimer()
		group := make([]*office.Commit, size)
		for i := range group {
			group[i] = heavy()
		}
		b.StartTimer()
		for _, out := range s.Commit(context.Background(), group) {
			if out.Err != nil {
				b.Fatal(out.Err)
			}
		}
		count += size
	}
	b.ReportMetric(float64(count)/b.Elapsed().Seconds(), "acts/s")
}

// heavy is an act with its rows made beforehand, so that the store alone is measured.
func heavy() *office.Commit {
	name := fmt.Sprint("bench", benched.Add(1))
	a := act{name: name, id: caseID(name), number: number(), events: 3, messages: 2, records: 3, timers: 1, body: payload(3000)}
	rows := a.rows(0)
	rows.Case.Party = "party"
	made := a.commit()
	made.Rows = func(int64) (office.Rows, error) { return rows, nil }
	return made
}

// payload is bytes that do not compress.
func payload(length int) []byte {
	out := make([]byte, length)
	state := uint64(benched.Load())*2862933555777941757 + 3037000493
	for i := range out {
		state = state*6364136223846793005 + 1442695040888963407
		out[i] = byte(state >> 56)
	}
	return out
}

// actBytes is about what an act of the benchmark holds: its body, its leaves and its small contents.
const actBytes = 5000

func writeRows(b *testing.B, floor Floor, size int) {
	rows := make([][]byte, size)
	for i := range rows {
		rows[i] = payload(actBytes)
	}
	count := 0
	for b.Loop() {
		if err := floor(rows); err != nil {
			b.Fatal(err)
		}
		count += size
	}
	b.ReportMetric(float64(count)/b.Elapsed().Seconds(), "rows/s")
}
