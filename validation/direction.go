package validation

import "tamga/declaration"

// The kinds of declaration of box 1.
const (
	Import = "ИМ"
	Export = "ЭК"
)

// Imports reports whether the declaration is of goods brought in.
func (j *Judgement) Imports() bool { return j.Declaration.Kind == Import }

// Exports reports whether the declaration is of goods taken out.
func (j *Judgement) Exports() bool { return j.Declaration.Kind == Export }

// Ordinary reports whether the declaration has no peculiarity in box 7. A preliminary, incomplete or periodic one may
// lack data that an ordinary one must have.
func (j *Judgement) Ordinary() bool { return j.Declaration.Feature == "" }

// Straight reports whether there are goods and every item says that no procedure preceded the declared one.
func (j *Judgement) Straight() bool { return Straight(j.Declaration) }

// Straight is Judgement.Straight of a declaration not under judgement.
func Straight(d *declaration.Declaration) bool {
	for i := range d.Shipment.Goods {
		if d.Shipment.Goods[i].Procedure.Preceding != "00" {
			return false
		}
	}
	return len(d.Shipment.Goods) > 0
}
