package clearance

import (
	"fmt"
	"io/fs"

	"github.com/BurntSushi/toml"

	"tamga/calendar"
	"tamga/customs"
)

// Redeclared is a procedure whose goods may be declared again, a row of data/criteria/writeoff.toml.
type Redeclared struct {
	Code   customs.ProcedureCode `toml:"code"`
	From   calendar.Date         `toml:"from"`
	To     calendar.Date         `toml:"to"`
	Law    string                `toml:"law"`
	Verify bool                  `toml:"verify"`
}

// WriteOff tells which procedures open balances for box 40 of later declarations.
type WriteOff struct{ Procedures []Redeclared }

// LoadWriteOff reads criteria/writeoff.toml of the reference data.
func LoadWriteOff(fsys fs.FS) (WriteOff, error) {
	var file struct {
		Procedure []Redeclared `toml:"procedure"`
	}
	meta, err := toml.DecodeFS(fsys, "criteria/writeoff.toml", &file)
	if err != nil {
		return WriteOff{}, fmt.Errorf("load write-off: %w", err)
	}
	if extra := meta.Undecoded(); len(extra) > 0 {
		return WriteOff{}, fmt.Errorf("load write-off: unknown key %v", extra[0])
	}
	for _, row := range file.Procedure {
		if len(row.Code) != 2 || row.Law == "" || row.From.IsZero() {
			return WriteOff{}, fmt.Errorf("load write-off: row %q is not whole", row.Code)
		}
	}
	return WriteOff{Procedures: file.Procedure}, nil
}

// Opens reports whether the release of goods under the procedure opens balances on the day.
func (w WriteOff) Opens(procedure customs.ProcedureCode, day calendar.Date) bool {
	for _, row := range w.Procedures {
		if row.Code == procedure && day.Within(row.From, row.To) {
			return true
		}
	}
	return false
}
