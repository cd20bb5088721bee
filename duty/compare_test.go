package duty_test

import (
	"testing"

	"tamga/customs"
	"tamga/declaration"
	"tamga/duty"
	"tamga/money"
)

func TestTheWorkedCaseHasNoDifference(t *testing.T) {
	d := worked()
	a := duty.Assess(d, facts(t, customs.Russia, "2019-02-14"))
	if list := duty.Compare(d, &a); len(list) > 0 {
		t.Errorf("%+v", list)
	}
}

// Every breach of the worked case gives exactly its difference.
func TestDifferences(t *testing.T) {
	type breach func(d *declaration.Declaration, rows *[]declaration.Calculation)
	for _, c := range []struct {
		want  duty.DifferenceCode
		spoil breach
	}{
		{duty.OtherRate, func(_ *declaration.Declaration, r *[]declaration.Calculation) { (*r)[3].Rates[0].Value = num("10") }},
		{duty.OtherBase, func(_ *declaration.Declaration, r *[]declaration.Calculation) { (*r)[3].Base = num("4307649.48") }},
		{duty.OtherFeature, func(_ *declaration.Declaration, r *[]declaration.Calculation) { (*r)[3].Feature = "УМ" }},
		{duty.SuperfluousLevy, func(_ *declaration.Declaration, r *[]declaration.Calculation) {
			*r = append(*r, declaration.Calculation{Payment: "2050", Amount: num("1"), Feature: "УН"})
		}},
		{duty.OtherAmount, func(_ *declaration.Declaration, r *[]declaration.Calculation) { (*r)[1].Amount = num("167287.37") }},
		{duty.MissingLevy, func(_ *declaration.Declaration, r *[]declaration.Calculation) {
			*r = append((*r)[:1:1], (*r)[2:]...)
		}},
		{duty.OtherTotal, func(d *declaration.Declaration, _ *[]declaration.Calculation) {
			d.Shipment.Payments[0].Amount = num("5625.01")
		}},
		{duty.MissingTotal, func(d *declaration.Declaration, _ *[]declaration.Calculation) {
			d.Shipment.Payments = d.Shipment.Payments[1:]
		}},
		{duty.SuperfluousTotal, func(d *declaration.Declaration, _ *[]declaration.Calculation) {
			d.Shipment.Payments = append(d.Shipment.Payments, declaration.Payment{Code: "2050", Amount: num("1")})
		}},
	} {
		d := worked()
		c.spoil(d, &d.Shipment.Goods[0].Calculations)
		a := duty.Assess(d, facts(t, customs.Russia, "2019-02-14"))
		list := duty.Compare(d, &a)
		// Where the list is not complete by code 10 % would be accepted; in 2019 bananas are not on it.
		if len(list) != 1 || list[0].Code != c.want {
			t.Errorf("%s: got %+v", c.want, list)
		}
	}
}

func TestReliefIsNotChargedInFull(t *testing.T) {
	item := goods("0803901000", "100000", "1000")
	item.Preference.Duty = "ЛГ"
	a := duty.Assess(declare("40", item), facts(t, customs.Russia, "2019-02-14"))
	// 100 000 × 20 % = 20 000: the duty under relief is no part of the base.
	if total, _ := a.Total(duty.VAT); total.Fixed(2) != "20000.00" {
		t.Errorf("VAT %s", total)
	}
	if total, ok := a.Total(duty.ImportDuty); !ok || !total.Equal(money.Zero) {
		t.Errorf("duty %s %v", total, ok)
	}
}
