package transparency

import (
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"

	"tamga/internal/canonical"
)

// The layout of C2SP tlog-tiles: tiles are 256 hashes wide, each hash of a level is the root of a full tile of the level
// below. The layout has no height in its paths; it is always 8.
const (
	tileHeight = 8
	tileWidth  = 1 << tileHeight
	maxLevel   = 63
)

// Entries is the Level of the bundles of records.
const Entries = -1

// CheckpointPath is where the newest checkpoint is read.
const CheckpointPath = "checkpoint"

// TilePath names one tile of hashes or one bundle of records.
type TilePath struct {
	// Level counts from 0, the hashes of records; Entries means the records themselves.
	Level int
	// Index counts tiles of the level from 0.
	Index int64
	// Width is the number of hashes or records, 1 to 256; less than 256 is a partial tile.
	Width int
}

// ParseTilePath reads "tile/L/N" and "tile/entries/N", each with ".p/W" for a partial tile. N is in groups of three digits,
// all but the last after an "x": 1234067 is x001/x234/067. Anything that String would spell otherwise is refused with
// TilePathForm.
func ParseTilePath(path string) (TilePath, error) {
	bad := &Defect{Code: TilePathForm, At: Nowhere, Got: clip(path)}
	rest, ok := strings.CutPrefix(path, "tile/")
	level, rest, cut := strings.Cut(rest, "/")
	if !ok || !cut || len(path) > 64 {
		return TilePath{}, bad
	}
	p := TilePath{Level: Entries, Width: tileWidth}
	if level != "entries" {
		n, ok := canonical.ParseNumber(level)
		if !ok || n > maxLevel {
			return TilePath{}, bad
		}
		p.Level = int(n)
	}
	if number, width, partial := strings.Cut(rest, ".p/"); partial {
		n, ok := canonical.ParseNumber(width)
		if !ok || n < 1 || n >= tileWidth {
			return TilePath{}, bad
		}
		p.Width, rest = int(n), number
	}
	index, ok := parseTileIndex(rest)
	p.Index = index
	if !ok || p.String() != path {
		return TilePath{}, bad
	}
	return p, nil
}

func parseTileIndex(s string) (index int64, ok bool) {
	groups := strings.Split(s, "/")
	for i, digits := range groups {
		if i < len(groups)-1 {
			if digits, ok = strings.CutPrefix(digits, "x"); !ok {
				return 0, false
			}
		}
		n, err := strconv.ParseUint(digits, 10, 10)
		if err != nil || len(digits) != 3 {
			return 0, false
		}
		index = index*1000 + int64(n)
		if index > MaxSize {
			return 0, false
		}
	}
	return index, true
}

// String writes the path.
func (p TilePath) String() string {
	level := "entries"
	if p.Level != Entries {
		level = canonical.Number(int64(p.Level))
	}
	path := fmt.Sprintf("%03d", p.Index%1000)
	for n := p.Index / 1000; n > 0; n /= 1000 {
		path = fmt.Sprintf("x%03d/%s", n%1000, path)
	}
	if p.Width != tileWidth {
		path += ".p/" + canonical.Number(int64(p.Width))
	}
	return "tile/" + level + "/" + path
}

// inside reports whether a tree of the size has the tile. A narrower partial tile than the present one stays readable: a
// checkpoint once needed it, and its hashes never change.
func (p TilePath) inside(size int64) bool {
	if p.Level > topLevel(size) {
		return false
	}
	count := size
	if p.Level != Entries {
		count = size >> (tileHeight * p.Level)
	}
	return p.Index*tileWidth+int64(p.Width) <= count
}

// topLevel returns the highest level that has a tile in a tree of the size, or Entries for the empty tree.
func topLevel(size int64) int {
	level := Entries
	for ; size > 0; size >>= tileHeight {
		level++
	}
	return level
}

// Tile returns the content at a path of the layout: the newest checkpoint, a tile of hashes, or a bundle of records. The
// error is a *Defect with TilePathForm, or TileAbsent when the newest checkpoint does not cover the tile, or comes from
// reading the source. All but the checkpoint never change and may be kept for ever.
func Tile(s Source, path string) ([]byte, error) {
	if path == CheckpointPath {
		return s.Latest()
	}
	p, err := ParseTilePath(path)
	if err != nil {
		return nil, err
	}
	latest, err := s.Latest()
	if err != nil {
		return nil, err
	}
	c, err := ownCheckpoint(latest)
	if err != nil {
		return nil, err
	}
	if !p.inside(c.Tree.Size) {
		return nil, &Defect{Code: TileAbsent, At: c.Tree.Size, Got: path}
	}
	if p.Level == Entries {
		return entries(p, s)
	}
	data, err := tlog.ReadTileData(tlog.Tile{H: tileHeight, L: p.Level, N: p.Index, W: p.Width}, s)
	if err != nil {
		return nil, &Defect{Code: HashUnread, At: Nowhere, Err: err}
	}
	return data, nil
}

func entries(p TilePath, s Source) ([]byte, error) {
	first := p.Index * tileWidth
	records, err := s.ReadRecords(first, p.Width)
	if err != nil || len(records) != p.Width {
		return nil, &Defect{Code: LeafUnread, At: first, Err: err}
	}
	var bundle []byte
	for i, record := range records {
		if len(record) == 0 || len(record) > MaxRecord {
			return nil, &Defect{Code: LeafLength, At: first + int64(i)}
		}
		bundle = binary.BigEndian.AppendUint16(bundle, uint16(len(record)))
		bundle = append(bundle, record...)
	}
	return bundle, nil
}

// ParseEntries returns the records of a bundle: each stands after its length as two bytes, the higher first. The error is a
// *Defect with TileForm or LeafLength.
func ParseEntries(bundle []byte) ([][]byte, error) {
	var records [][]byte
	for len(bundle) > 0 {
		if len(bundle) < 2 {
			return nil, &Defect{Code: TileForm, At: int64(len(records))}
		}
		n := int(binary.BigEndian.Uint16(bundle))
		bundle = bundle[2:]
		if n > len(bundle) {
			return nil, &Defect{Code: TileForm, At: int64(len(records))}
		}
		if n == 0 || n > MaxRecord || len(records) == tileWidth {
			return nil, &Defect{Code: LeafLength, At: int64(len(records))}
		}
		records = append(records, bundle[:n:n])
		bundle = bundle[n:]
	}
	return records, nil
}

func clip(s string) string {
	if len(s) > 80 {
		return s[:80]
	}
	return s
}
