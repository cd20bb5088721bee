package transparency

import "golang.org/x/mod/sumdb/tlog"

// TilesBetween lists what a copy of the log made at size older must fetch, or a node must publish, to be complete at size
// newer: full and partial tiles of every level, and bundles of records.
func TilesBetween(older, newer int64) []TilePath {
	if older < 0 || newer > MaxSize || newer <= older {
		return nil
	}
	var paths []TilePath
	for _, t := range tlog.NewTiles(tileHeight, older, newer) {
		p := TilePath{Level: t.L, Index: t.N, Width: t.W}
		paths = append(paths, p)
		if p.Level == 0 {
			p.Level = Entries
			paths = append(paths, p)
		}
	}
	return paths
}

// FromTiles reads stored hashes from a copy of the log that holds only tiles, for example a directory of files. Every tile
// is checked against the tree before a hash of it is returned, so the copy need not be trusted; the tree must come from an
// opened checkpoint. The tree may not be empty.
func FromTiles(tree Tree, fetch func(TilePath) ([]byte, error)) HashReader {
	return tlog.TileHashReader(tlog.Tree{N: tree.Size, Hash: tree.Root}, tiles(fetch))
}

type tiles func(TilePath) ([]byte, error)

// Height implements tlog.TileReader.
func (tiles) Height() int { return tileHeight }

// SaveTiles implements tlog.TileReader; whoever fetches keeps.
func (tiles) SaveTiles([]tlog.Tile, [][]byte) {}

// ReadTiles implements tlog.TileReader.
func (fetch tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(wanted))
	for i, t := range wanted {
		p := TilePath{Level: t.L, Index: t.N, Width: t.W}
		tile, err := fetch(p)
		if err != nil {
			return nil, err
		}
		if len(tile) != t.W*tlog.HashSize {
			return nil, &Defect{Code: TileForm, At: Nowhere, Got: p.String()}
		}
		data[i] = tile
	}
	return data, nil
}
