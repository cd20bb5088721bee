package transparency

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/tlog"
	"pgregory.net/rapid"
)

func TestTilePaths(t *testing.T) {
	for path, want := range map[string]TilePath{
		"tile/0/000":                          {0, 0, 256},
		"tile/0/x001/x234/067":                {0, 1234067, 256},
		"tile/2/x123/456.p/17":                {2, 123456, 17},
		"tile/63/001.p/255":                   {63, 1, 255},
		"tile/entries/000.p/1":                {Entries, 0, 1},
		"tile/entries/x001/000":               {Entries, 1000, 256},
		"tile/0/x004/x503/x599/x627/x370/496": {0, 4503599627370496, 256},
	} {
		got, err := ParseTilePath(path)
		must(t, err)
		if got != want || got.String() != path {
			t.Errorf("%s: got %v, %s", path, got, got)
		}
	}
}

func TestTilePathsRefused(t *testing.T) {
	for _, path := range []string{
		"", "tile", "tile/", "tile/0", "tile/0/", "/tile/0/000", "tile/0/000/", "tile//000", "tile/0//000", "tile/0/0", "tile/0/00",
		"tile/0/0000", "tile/0/x000", "tile/0/x000/000", "tile/0/001/000", "tile/0/x001/x000", "tile/0/X001/000", "tile/0/x1/000",
		"tile/00/000", "tile/01/000", "tile/64/000", "tile/-1/000", "tile/+1/000", "tile/ 1/000", "tile/data/000", "tile/8/0/000",
		"tile/entry/000", "tile/ENTRIES/000", "tile/0/000.p", "tile/0/000.p/", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01",
		"tile/0/000.p/1/", "tile/0/000.p/1.p/1", "tile/0/000.P/1", "tile/0/-01", "tile/0/+01", "tile/0/0 1", "tile/0/0x1", "tile/0/1e1",
		"tile/0/..", "tile/0/../000", "tile/0/x../000", "tile/0/000?x", "tile/0/%30%30%30", "tile/0/٠٠٠", "checkpoint/", "Checkpoint",
		"tile/0/x999/x999/x999/x999/x999/x999/999", "tile/0/x009/x007/x199/x254/x740/993", strings.Repeat("tile/0/", 99) + "000",
	} {
		_, err := ParseTilePath(path)
		if got := codeOf(t, err); got != TilePathForm {
			t.Errorf("%q: got %q", path, got)
		}
	}
}

func TestTilePathRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := TilePath{
			Level: rapid.IntRange(Entries, maxLevel).Draw(t, "level"),
			Index: rapid.Int64Range(0, MaxSize).Draw(t, "index"),
			Width: rapid.IntRange(1, tileWidth).Draw(t, "width"),
		}
		if got, err := ParseTilePath(p.String()); err != nil || got != p {
			t.Fatalf("%s: %v %v", p, got, err)
		}
		if p.Level == Entries {
			return
		}
		theirs := tlog.Tile{H: tileHeight, L: p.Level, N: p.Index, W: p.Width}.Path()
		if "tile/8/"+strings.TrimPrefix(p.String(), "tile/") != theirs {
			t.Fatalf("%s, but %s", p, theirs)
		}
	})
}

// TestTilesOfSeventyThousand: the example of the specification.
func TestTilesOfSeventyThousand(t *testing.T) {
	full, partial := map[int]int{}, map[int]int{}
	for _, p := range TilesBetween(0, 70_000) {
		if p.Width == tileWidth {
			full[p.Level]++
			continue
		}
		if partial[p.Level] != 0 {
			t.Errorf("two partial tiles of level %d", p.Level)
		}
		partial[p.Level] = p.Width
	}
	for level, want := range map[int][2]int{Entries: {273, 112}, 0: {273, 112}, 1: {1, 17}, 2: {0, 1}, 3: {0, 0}} {
		if got := [2]int{full[level], partial[level]}; got != want {
			t.Errorf("level %d: got %v, want %v", level, got, want)
		}
	}
	if got := TilesBetween(0, 256); !slices.Equal(got, []TilePath{{0, 0, 256}, {Entries, 0, 256}, {1, 0, 1}}) {
		t.Errorf("256 records: %v", got)
	}
	if got := TilesBetween(256, 256); got != nil {
		t.Errorf("nothing new: %v", got)
	}
}

func TestTileContent(t *testing.T) {
	const size = 700
	m, _, _ := logOf(t, size)
	for _, p := range TilesBetween(0, size) {
		data, err := Tile(m, p.String())
		must(t, err)
		if p.Level == Entries {
			hashes, err := Tile(m, TilePath{0, p.Index, p.Width}.String())
			must(t, err)
			wantEntries(t, data, hashes)
			continue
		}
		if len(data) != 32*p.Width {
			t.Errorf("%s: %d bytes", p, len(data))
		}
	}
	level1, err := Tile(m, "tile/1/000.p/2")
	must(t, err)
	for i := range 2 {
		var f frontier
		for _, record := range m.records[i*256 : i*256+256] {
			f.push(LeafHash(record), nil)
		}
		if root := f.root(); !bytes.Equal(root[:], level1[i*32:i*32+32]) {
			t.Errorf("hash %d of level 1 is not the root of its full tile", i)
		}
	}
	note, err := Tile(m, CheckpointPath)
	must(t, err)
	if !bytes.Equal(note, m.checkpoints[0]) {
		t.Error("another checkpoint")
	}
}

// wantEntries: each record of the bundle hashes to its place in the tile.
func wantEntries(t *testing.T, bundle, tile []byte) {
	t.Helper()
	records, err := ParseEntries(bundle)
	must(t, err)
	if len(records)*32 != len(tile) {
		t.Fatalf("%d records, %d bytes of hashes", len(records), len(tile))
	}
	for i, record := range records {
		if h := LeafHash(record); !bytes.Equal(h[:], tile[i*32:i*32+32]) {
			t.Fatalf("record %d is not that of the tile of hashes", i)
		}
	}
}

func TestTilePresence(t *testing.T) {
	m, _, _ := logOf(t, 300)
	_, err := m.Add(leaves(t, 300, 400)...)
	must(t, err)
	for path, want := range map[string]Code{
		"tile/0/000": "", "tile/0/000.p/7": "", "tile/0/001.p/44": "", "tile/0/001.p/43": "", "tile/1/000.p/1": "", "tile/entries/001.p/44": "",
		"tile/0/001.p/45": TileAbsent, "tile/0/001": TileAbsent, "tile/0/002": TileAbsent, "tile/1/000.p/2": TileAbsent,
		"tile/1/000": TileAbsent, "tile/2/000.p/1": TileAbsent, "tile/63/000.p/1": TileAbsent, "tile/entries/001.p/45": TileAbsent,
		"tile/0/x004/x503/x599/x627/x370/496": TileAbsent, "tile/6/x004/x503/x599/x627/x370/496.p/1": TileAbsent,
		"tile/8/0/000": TilePathForm,
	} {
		_, err := Tile(m, path)
		if got := codeOf(t, err); got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
	empty, _, _ := logOf(t, 0)
	for _, path := range []string{"tile/0/000.p/1", "tile/entries/000.p/1"} {
		_, err = Tile(empty, path)
		wantCode(t, err, TileAbsent)
	}
	if _, err = Tile(new(Memory), "tile/0/000"); err == nil {
		t.Error("a log without a checkpoint shows tiles")
	}
}

// TestFromTiles: proofs made from tiles alone are those made from stored hashes, and a bent tile is noticed.
func TestFromTiles(t *testing.T) {
	const size = 70_000
	m := new(Memory)
	one := leaf(t, 0)
	batch := make([][]byte, 1000)
	for i := range batch {
		batch[i] = one
	}
	for range size / 1000 {
		_, err := m.Add(batch...)
		must(t, err)
	}
	signer, _ := keyFrom(t, testOrigin, 1)
	m.Keep(sign(t, m.Tree(), signer))
	bend := -1
	copied := FromTiles(m.Tree(), func(p TilePath) ([]byte, error) {
		data, err := Tile(m, p.String())
		if bend >= 0 && err == nil {
			data[bend%len(data)] ^= 1
		}
		return data, err
	})
	for _, index := range []int64{0, 255, 256, 65_535, 65_536, 69_999} {
		want, err := tlog.ProveRecord(size, index, m)
		must(t, err)
		got, err := tlog.ProveRecord(size, index, copied)
		must(t, err)
		if !slices.Equal(got, want) {
			t.Errorf("record %d: another path", index)
		}
	}
	for bend = 0; bend < 8192; bend += 1111 {
		if _, err := tlog.ProveRecord(size, 300, copied); err == nil {
			t.Fatalf("byte %d of every tile was bent and not noticed", bend)
		}
	}
	short := FromTiles(m.Tree(), func(TilePath) ([]byte, error) { return make([]byte, 31), nil })
	_, err := TreeAt(size, short)
	wantCode(t, err, HashUnread)
	var cause *Defect
	if errors.As(errors.Unwrap(errors.Unwrap(err)), &cause); cause == nil || cause.Code != TileForm {
		t.Errorf("the cause is lost: %v", err)
	}
}

func TestParseEntriesRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		bundle []byte
		want   Code
	}{
		"one byte":   {[]byte{0}, TileForm},
		"too short":  {[]byte{0, 2, 'x'}, TileForm},
		"empty":      {[]byte{0, 0}, LeafLength},
		"too long":   {append([]byte{2, 1}, make([]byte, 513)...), LeafLength},
		"257 of one": {bytes.Repeat([]byte{0, 1, 'x'}, 257), LeafLength},
	} {
		_, err := ParseEntries(c.bundle)
		if got := codeOf(t, err); got != c.want {
			t.Errorf("%s: got %q", name, got)
		}
	}
	got, err := ParseEntries(bytes.Repeat([]byte{0, 1, 'x'}, 256))
	must(t, err)
	if len(got) != 256 {
		t.Errorf("%d records", len(got))
	}
}

func FuzzParseTilePath(f *testing.F) {
	for _, seed := range []string{"tile/0/x001/x234/067", "tile/entries/000.p/9", "tile/63/000", "checkpoint"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, path string) {
		p, err := ParseTilePath(path)
		if err == nil && (p.String() != path || p.Width < 1 || p.Width > 256 || p.Level < Entries || p.Level > 63 || p.Index < 0) {
			t.Fatalf("%q is read as %v", path, p)
		}
		if err == nil && !p.inside(MaxSize) && p.inside(1) {
			t.Fatalf("%q is inside a small tree and not inside the largest", path)
		}
	})
}

func FuzzParseEntries(f *testing.F) {
	f.Add([]byte{0, 1, 'x', 0, 2, 'y', 'z'})
	f.Fuzz(func(t *testing.T, bundle []byte) {
		records, err := ParseEntries(bundle)
		if err != nil {
			return
		}
		total := 0
		for _, r := range records {
			total += 2 + len(r)
		}
		if total != len(bundle) {
			t.Fatalf("%d bytes of %d are accounted for", total, len(bundle))
		}
	})
}
