package transparency

import (
	"crypto/sha256"
	"testing"
	"time"
)

// BenchmarkAppend: records appended in batches of 100, per record, beside the floor: two SHA-256 of the same lengths.
func BenchmarkAppend(b *testing.B) {
	batch := leaves(b, 0, 100)
	var m Memory
	_, err := m.Add(leaves(b, 0, 777)...)
	must(b, err)
	start := time.Now()
	records := 0
	for b.Loop() {
		_, err := Append(m.Tree(), batch, &m)
		must(b, err)
		records += len(batch)
	}
	perRecord := float64(time.Since(start).Nanoseconds()) / float64(records)
	floor := float64(floorPerRecord(batch[0]).Nanoseconds())
	b.ReportMetric(perRecord, "ns/record")
	b.ReportMetric(perRecord/floor, "x-floor")
}

// floorPerRecord takes the best of several runs, for other programs may be at work.
func floorPerRecord(record []byte) time.Duration {
	const n = 10_000
	leaf, node := append([]byte{0}, record...), make([]byte, 65)
	best := time.Hour
	for range 20 {
		start := time.Now()
		for range n {
			leafHash, nodeHash := sha256.Sum256(leaf), sha256.Sum256(node)
			leaf[1], node[1] = leafHash[0], nodeHash[0]
		}
		best = min(best, time.Since(start)/n)
	}
	return best
}

func BenchmarkPrintRecord(b *testing.B) {
	r := record(5)
	b.ReportAllocs()
	for b.Loop() {
		_, err := r.Print()
		must(b, err)
	}
}

func BenchmarkVerifyProof(b *testing.B) {
	m, _, trust := logOf(b, 5000)
	p, err := Prove(1234, m.checkpoints[0], m)
	must(b, err)
	file := p.Print()
	for b.Loop() {
		_, err := VerifyProof(file, trust)
		must(b, err)
	}
}

func BenchmarkAudit(b *testing.B) {
	m, _, trust := logOf(b, 5000)
	for b.Loop() {
		if !Audit(evidenceOf(m, trust)).Sound() {
			b.Fatal("not sound")
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*5000), "ns/record")
}
