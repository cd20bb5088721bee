package office

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tamga/clearance"
	"tamga/declaration"
	"tamga/money"
)

func kilograms(text string) declaration.Number { return declaration.NumberOf(money.MustDecimal(text)) }

func warehouse(mass string) declaration.PreviousDocument {
	return declaration.PreviousDocument{
		Office: "10702030", Date: 20260317, Number: "0000007", Item: declaration.Count(2), NetMassKG: kilograms(mass),
	}
}

func declared(rows ...declaration.PreviousDocument) *declaration.Declaration {
	made := &declaration.Declaration{}
	made.Shipment.Goods = []declaration.GoodsItem{{PreviousDocuments: rows}}
	return made
}

func TestRowsOfOneBalanceAreOneMove(t *testing.T) {
	more := warehouse("0.001")
	more.Packages = declaration.Count(3)
	more.Quantity = declaration.Measure{Quantity: kilograms("0"), Unit: "796"}
	holds, whole := holdsOf(declared(warehouse("12.345"), more))
	want := []Move{{"10702030/170326/0000007/2/net-mass", -12346}, {"10702030/170326/0000007/2/packages", -3}}
	if diff := cmp.Diff(want, (&writing{holds: holds}).moves()); diff != "" || !whole {
		t.Error(whole, diff)
	}
}

// TestRowsThatCannotBeTakenWhole: what is not exact, not positive or not named leaves the case to an officer.
func TestRowsThatCannotBeTakenWhole(t *testing.T) {
	finer, negative, zero := warehouse("0.0001"), warehouse("-5"), warehouse("0")
	nameless, itemless, massless, half := warehouse("1"), warehouse("1"), warehouse("1"), warehouse("1")
	nameless.Number, itemless.Item, massless.NetMassKG = "", declaration.Number{}, declaration.Number{}
	half.Item = kilograms("1.5")
	for i, row := range []declaration.PreviousDocument{finer, negative, zero, nameless, itemless, massless, half} {
		holds, whole := holdsOf(declared(row))
		if whole || len(holds) > 0 {
			t.Errorf("row %d: %v %v", i, whole, holds)
		}
	}
}

// TestOnlyItemsThatEndWithoutReleaseGiveBack: a refused item returns its part, a released one keeps its own.
func TestOnlyItemsThatEndWithoutReleaseGiveBack(t *testing.T) {
	d := &desk{}
	d.dossier.Case.Items = []clearance.Item{
		{Ordinal: 1, State: clearance.Released}, {Ordinal: 2, State: clearance.Refused}, {Ordinal: 3, State: clearance.InControl},
	}
	d.dossier.Holds = []Hold{{1, "a", 10}, {2, "b", 5}, {2, "a", 7}, {3, "a", 1}}
	for range 2 {
		d.giveBack()
	}
	if diff := cmp.Diff([]Move{{"a", 7}, {"b", 5}}, d.moves); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Hold{{1, "a", 10}, {3, "a", 1}}, d.dossier.Holds); diff != "" {
		t.Error(diff)
	}
}
