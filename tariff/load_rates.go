package tariff

import (
	"io/fs"
	"strings"

	"tamga/customs"
	"tamga/money"
)

const always = ",from,to,law,since,evidence"

func (b *Book) loadRates(fsys fs.FS) error {
	tables := []struct {
		name, columns string
		each          func(*rows)
	}{
		{"currencies", "state,currency", b.readCurrency},
		{"rounding", "state,payment,mode,digits", b.readRounding},
		{"vat", "state,prefix,rate,either", b.readVAT},
		{"vat_base", "state,parts", b.readVATBase},
		{"fees", "state,list,above,up_to,rate,electronic_factor", b.readFee},
		{"fee_lists", "state,prefix,list", b.readFeeList},
		{"excise", "state,prefix,payment,rate", func(r *rows) { b.readLevy(r, &b.excises) }},
		{"export", "state,prefix,payment,rate", func(r *rows) { b.readLevy(r, &b.exports) }},
		{"measures", "prefix,payment,origin,maker,rate", b.readMeasure},
		{"preferences", "state,prefix,origins,share,proofs", b.readPreference},
		{"claims", "code,kind", b.readClaim},
		{"procedures", "procedures,state,payment,treatment", b.readProcedure},
	}
	for _, t := range tables {
		if err := read(fsys, "rates/"+t.name+".csv", t.columns+always, t.each); err != nil {
			return err
		}
	}
	return nil
}

// place is the place of a row whose table has no column of commodity codes.
func (r *rows) place(also string) place {
	at := place{also: also, line: r.position()}
	for _, column := range r.columns {
		if column == "state" {
			at.state = r.state("state")
		}
	}
	return at
}

func (b *Book) readCurrency(r *rows) {
	r.keep(b.currencies.add(r.place(""), r.basis(), money.Currency(r.must("currency"))))
}

func (b *Book) readRounding(r *rows) {
	mode, err := money.ParseMode(r.must("mode"))
	r.keep(err)
	digits, err := r.decimal("digits").Minor(0)
	if err != nil || digits < 0 || digits > 6 {
		r.fail("digits is 0 to 6")
	}
	r.keep(b.roundings.add(r.place(r.text("payment")), r.basis(), money.Rounding{Mode: mode, Digits: int(digits)}))
}

func (b *Book) readVAT(r *rows) {
	tax := VAT{Rate: r.decimal("rate"), Either: r.yes("either"), Basis: r.basis()}
	r.keep(b.vat.add(r.where(), tax.Basis, tax))
}

func (b *Book) readVATBase(r *rows) {
	base := VATBase{Basis: r.basis()}
	parts := map[string]*bool{
		"fee": &base.Fee, "duty": &base.Duty, "special": &base.Special, "anti-dumping": &base.AntiDumping,
		"countervailing": &base.Countervailing, "excise": &base.Excise,
	}
	for _, part := range strings.Fields(r.must("parts")) {
		if parts[part] == nil {
			r.fail("%q is not a part of the base", part)
			return
		}
		*parts[part] = true
	}
	r.keep(b.vatBase.add(r.place(""), base.Basis, base))
}

func (b *Book) readFee(r *rows) {
	step := Fee{Above: r.decimal("above"), Rate: r.rate("rate"), Factor: r.decimal("electronic_factor"), Basis: r.basis()}
	if r.text("up_to") != "" {
		step.UpTo = r.decimal("up_to")
	}
	at := r.place(r.text("list"))
	for _, other := range b.fees.rows[""] {
		same := other.state == at.state && other.also == at.also && other.From == step.From && other.To == step.To
		if !same {
			continue
		}
		steps := other.value.steps
		if !steps[len(steps)-1].UpTo.Equal(step.Above) || step.Above.IsZero() {
			r.fail("a step begins where the one before it ends")
		}
		other.value.steps = append(steps, step)
		return
	}
	if !step.Above.IsZero() {
		r.fail("the first step of a scale begins at 0")
	}
	r.keep(b.fees.add(at, step.Basis, &feeScale{steps: []Fee{step}}))
}

func (b *Book) readFeeList(r *rows) { r.keep(b.feeLists.add(r.where(), r.basis(), r.must("list"))) }

func (b *Book) readLevy(r *rows, t *table[Levy]) {
	levy := Levy{Payment: r.payment("payment"), Rate: r.rate("rate"), Basis: r.basis()}
	r.keep(t.add(r.where(), levy.Basis, levy))
}

func (b *Book) readMeasure(r *rows) {
	levy := Levy{
		Payment: r.payment("payment"), Rate: r.rate("rate"), Origin: customs.Country(r.must("origin")),
		Maker: r.text("maker"), Basis: r.basis(),
	}
	at := place{prefix: r.prefix("prefix"), also: string(levy.Payment) + string(levy.Origin) + levy.Maker, line: r.position()}
	r.keep(b.measures.add(at, levy.Basis, levy))
	b.measured[at.prefix] = append(b.measured[at.prefix], levy)
}

func (b *Book) readPreference(r *rows) {
	preference := Preference{Share: r.decimal("share"), Basis: r.basis()}
	if preference.Share.Sign() < 0 || one.Less(preference.Share) {
		r.fail("share is 0 to 1")
	}
	for _, proof := range strings.Fields(r.must("proofs")) {
		preference.Proofs = append(preference.Proofs, customs.DocumentKind(proof))
	}
	for _, origin := range strings.Fields(r.must("origins")) {
		at := r.where()
		at.also = origin
		r.keep(b.preferences.add(at, preference.Basis, preference))
	}
}

func (b *Book) readClaim(r *rows) {
	kind := ClaimKind(r.must("kind"))
	if kind != NoClaim && kind != TariffPreference && kind != Relief {
		r.fail("kind is none, preference or relief")
	}
	at := r.place("")
	at.prefix = r.must("code")
	r.keep(b.claims.add(at, r.basis(), kind))
}

func (b *Book) readProcedure(r *rows) {
	treatment := Treatment(r.must("treatment"))
	if treatment != Due && treatment != DueWithExportDuty && treatment != NotDue {
		r.fail("treatment is due, due-with-export-duty or none")
	}
	for _, procedure := range strings.Fields(r.must("procedures")) {
		at := r.place(string(r.payment("payment")))
		at.prefix = procedure
		r.keep(b.procedures.add(at, r.basis(), treatment))
	}
}
