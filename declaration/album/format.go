package album

import (
	"embed"
	"fmt"
	"io/fs"
	"sync"

	"tamga/declaration"
	"tamga/internal/shape"
	"tamga/internal/tape"
)

// Version is the version of the album this program carries.
const Version = "5.23.0"

//go:embed tables
var tables embed.FS

// Format is one version of the album. It may be used by several goroutines.
type Format struct {
	// Version is the version of the album, for example "5.23.0".
	Version string
	shape   *shape.Shape
	// declared tells how the elements of ESADout_CU fill the model.
	declared *plan
	// routes are the ways to the fields of the model.
	routes  map[declaration.Field][]route
	readers sync.Pool
}

// Current returns the version this program carries.
func Current() *Format { return current() }

// current panics when the tables in the program are broken, which its tests exclude.
var current = sync.OnceValue(func() *Format {
	format, err := LoadFormat(Version, tables, "tables/"+Version)
	if err != nil {
		panic(err)
	}
	return format
})

// LoadFormat reads the tables of a version from a directory. Elements of the model that the version does not have are
// left out; elements it has and the model does not are kept as they are.
func LoadFormat(version string, fsys fs.FS, dir string) (*Format, error) {
	loaded, err := shape.Load(fsys, dir)
	if err != nil {
		return nil, fmt.Errorf("load album %s: %w", version, err)
	}
	format := &Format{Version: version, shape: loaded, routes: map[declaration.Field][]route{}}
	for i := range loaded.Roots {
		if loaded.Elements[i].Name == declarationRoot {
			format.declared = newPlan(loaded, loaded.Elements[i].Type, declarationLinks)
		}
	}
	if format.declared == nil {
		return nil, fmt.Errorf("load album %s: no %s", version, declarationRoot)
	}
	format.declared.routes(nil, format.routes)
	format.readers.New = func() any { return tape.NewReader(loaded) }
	return format, nil
}

// Documents lists the names of the documents of the version.
func (f *Format) Documents() []string {
	var names []string
	for i := range f.shape.Roots {
		names = append(names, f.shape.Elements[i].Name)
	}
	return names
}
