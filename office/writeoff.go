package office

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"tamga/clearance"
	"tamga/customs"
	"tamga/declaration"
)

// Hold is what a goods item took from a balance, or put into one: always positive.
type Hold struct {
	Item    int    `json:"item"`
	Balance string `json:"balance"`
	Amount  int64  `json:"amount"`
}

// writing is what box 40 of a declaration takes from balances that this office keeps.
type writing struct {
	holds []Hold
	// answer is yes when every row is taken whole, unknown when a row names what is not known here, no when the balances
	// did not suffice.
	answer clearance.Answer
}

// The measures of a balance and how many digits after the point they keep: grams, pieces, thousandths of a unit.
const (
	netMass, netMassDigits   = "net-mass", 3
	packages, packagesDigits = "packages", 0
	unit, unitDigits         = "unit-", 3
)

// balanceName names a balance: the number's key, the goods item, the measure.
func balanceName(number declaration.RegistrationNumber, item int64, measure string) string {
	return fmt.Sprintf("%s/%d/%s", number.Key(), item, measure)
}

// preceding finds what box 40 takes and which of it is known here. It reads the store and changes nothing.
func (o *Office) preceding(ctx context.Context, made *declaration.Declaration) (writing, error) {
	if made == nil {
		return writing{}, nil
	}
	holds, whole := holdsOf(made)
	w := writing{answer: clearance.Yes}
	if !whole {
		w.answer = clearance.Unknown
	}
	for _, hold := range holds {
		_, err := o.Store.Balance(ctx, hold.Balance)
		if customs.Is(err, customs.NotFound) {
			w.answer = clearance.Unknown
			continue
		}
		if err != nil {
			return w, err
		}
		w.holds = append(w.holds, hold)
	}
	return w, nil
}

// fall drops the write-off when the balances did not suffice.
func (w *writing) fall() { w.holds, w.answer = nil, clearance.No }

// moves take all holds, one move per balance, in one order everywhere so that acts never wait for each other in a ring.
func (w *writing) moves() []Move {
	var moves []Move
	for _, hold := range w.holds {
		at, found := slices.BinarySearchFunc(moves, hold.Balance, func(m Move, name string) int { return cmp.Compare(m.Balance, name) })
		if !found {
			moves = slices.Insert(moves, at, Move{Balance: hold.Balance})
		}
		if moves[at].Amount < math.MinInt64+hold.Amount {
			moves[at].Amount = math.MinInt64
			continue
		}
		moves[at].Amount -= hold.Amount
	}
	return moves
}

// holdsOf lists what box 40 takes; whole is false when a row cannot be taken as it is written.
func holdsOf(made *declaration.Declaration) (holds []Hold, whole bool) {
	whole = true
	for i := range made.Shipment.Goods {
		for _, row := range made.Shipment.Goods[i].PreviousDocuments {
			taken, ok := holdsOfRow(i+1, row)
			holds, whole = append(holds, taken...), whole && ok
		}
	}
	return holds, whole
}

func holdsOfRow(ordinal int, row declaration.PreviousDocument) ([]Hold, bool) {
	number, named := row.DeclarationNumber()
	item, err := row.Item.Value.Minor(0)
	if !named || !row.Item.Given || err != nil || item < 1 {
		return nil, false
	}
	// Mass is what every balance has: a row without it would take packages and leave the goods.
	whole := row.NetMassKG.Value.Sign() > 0
	var holds []Hold
	take := func(amount declaration.Number, measure string, digits int) {
		if !amount.Given || amount.Value.IsZero() {
			return
		}
		minor, err := amount.Value.Minor(digits)
		if err != nil || minor < 0 {
			whole = false
			return
		}
		holds = append(holds, Hold{Item: ordinal, Balance: balanceName(number, item, measure), Amount: minor})
	}
	take(row.NetMassKG, netMass, netMassDigits)
	take(row.Packages, packages, packagesDigits)
	take(row.Quantity.Quantity, unit+string(row.Quantity.Unit), unitDigits)
	return holds, whole
}

// put opens the balances of items that were released in this act under a procedure whose goods may be declared again.
func (d *desk) put(before clearance.Case) {
	if d.declared == nil {
		return
	}
	for i, item := range d.dossier.Case.Items {
		if before.Items[i].State.Out() || !item.State.Out() || item.Ordinal < 1 || item.Ordinal > len(d.declared.Shipment.Goods) {
			continue
		}
		goods := &d.declared.Shipment.Goods[item.Ordinal-1]
		if d.law.WriteOff.Opens(goods.Procedure.Main, d.dossier.Case.RegisteredOn) {
			d.putItem(item.Ordinal, goods)
		}
	}
}

func (d *desk) putItem(ordinal int, goods *declaration.GoodsItem) {
	put := func(amount declaration.Number, measure string, digits int) {
		minor, err := amount.Value.Minor(digits)
		if !amount.Given || err != nil || minor < 1 {
			return
		}
		name := balanceName(d.dossier.Case.Number, int64(ordinal), measure)
		d.rows.Balances = append(d.rows.Balances, Balance{Name: name, Available: minor})
		d.dossier.Opened = append(d.dossier.Opened, Hold{Item: ordinal, Balance: name, Amount: minor})
	}
	put(goods.NetMassKG, netMass, netMassDigits)
	put(goods.Packaging.Quantity, packages, packagesDigits)
	put(goods.Quantity.Quantity, unit+string(goods.Quantity.Unit), unitDigits)
}

// giveBack returns what items took from balances once they are decided and did not go out.
func (d *desk) giveBack() {
	var kept []Hold
	var back writing
	for _, hold := range d.dossier.Holds {
		item, _ := d.dossier.Case.Item(hold.Item)
		if item.State.Final() && !item.State.Out() {
			back.holds = append(back.holds, hold)
			continue
		}
		kept = append(kept, hold)
	}
	for _, move := range back.moves() {
		d.moves = append(d.moves, Move{Balance: move.Balance, Amount: -move.Amount})
	}
	d.dossier.Holds = kept
}

// rewrite puts the write-off of a changed declaration in the place of the old one, in the same act. When the balances do
// not suffice for what the change asks, the act fails as Insufficient and the change stays to be decided.
func (o *Office) rewrite(ctx context.Context, d *desk) error {
	w, err := o.preceding(ctx, d.declared)
	if err != nil {
		return err
	}
	// An item that ended without release takes nothing again.
	w.holds = slices.DeleteFunc(w.holds, func(h Hold) bool {
		item, _ := d.dossier.Case.Item(h.Item)
		return item.State.Final() && !item.State.Out()
	})
	old := writing{holds: d.dossier.Holds}
	for _, move := range old.moves() {
		d.moves = append(d.moves, Move{Balance: move.Balance, Amount: -move.Amount})
	}
	d.moves = append(d.moves, w.moves()...)
	d.dossier.Holds, d.dossier.Preceding = w.holds, w.answer
	return nil
}
