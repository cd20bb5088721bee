package main

import (
	"fmt"
	"testing"

	"tamga/customs"
	"tamga/declaration/album"
)

// BenchmarkCheck is what `tamga bench check` measures, for one and for ten goods items.
func BenchmarkCheck(b *testing.B) {
	each(b, func(read *paper) {
		if err := checkOnce(mustLaw(b), read); err != nil {
			b.Fatal(err)
		}
	})
}

// BenchmarkAssess is what `tamga bench assess` measures.
func BenchmarkAssess(b *testing.B) {
	each(b, func(read *paper) {
		if err := assessOnce(mustLaw(b), read); err != nil {
			b.Fatal(err)
		}
	})
}

// BenchmarkRead is what `tamga bench read` measures.
func BenchmarkRead(b *testing.B) {
	each(b, func(read *paper) { album.Read(read.Body, album.Options{}) })
}

func each(b *testing.B, work func(*paper)) {
	for _, items := range []int{1, 10} {
		b.Run(fmt.Sprintf("items=%d", items), func(b *testing.B) {
			read := fictional(b, makeUp{Seed: 1, Items: items, State: string(customs.Russia), On: "2026-03-17"})
			b.SetBytes(int64(len(read.Body)))
			b.ReportAllocs()
			for b.Loop() {
				work(read)
			}
		})
	}
}
