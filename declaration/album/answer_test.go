package album

import (
	"bytes"
	"strings"
	"testing"

	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
)

var (
	answerHead = Head{ID: "11111111-1111-4111-8111-111111111101", RefID: "3F2504E0-4F89-11D3-9A0C-0305E82C3301"}
	answerDay  = calendar.MustDate("2019-02-14")
	answerTime = Moment{answerDay, "09:31:12"}
	answerOf   = declaration.Office{Code: "10702030", Name: strings.Repeat("ПОСТ ", 40)}
	answerReg  = Reference{Number: declaration.NewNumber("10702030", answerDay, 5000123)}
	long       = strings.Repeat("Слово за словом <&> ", 60)
	endless    = strings.Repeat("Ы", 1700)
)

func amount(text string) declaration.Number {
	return declaration.FixedNumber(money.MustDecimal(text), 2)
}

func notice() RegistrationNotice {
	return RegistrationNotice{Head: answerHead, Registered: answerTime, Sign: "0", Comment: long, Office: answerOf, Number: answerReg}
}

func refusal() RegistrationRefusal {
	return RegistrationRefusal{
		Head: answerHead, Number: "1", Sign: "1", Decided: "2019-02-14T09:31:12+03:00",
		Declarant: declaration.Party{Name: long, TaxIDs: declaration.TaxIDs{INN: "9901000010"}},
		Grounds:   []RefusalGround{{Code: "111.5", Texts: []string{long, endless}, Remarks: []string{"х"}}},
		Officer:   OfficerOf(customs.Automaton),
	}
}

func protocol() ErrorList {
	return ErrorList{
		Head: answerHead, Sent: answerDay, Office: answerOf, CheckVersion: "example-1",
		Documents: []CheckedDocument{{ID: answerHead.RefID, Name: long, Mode: "1006107E", Errors: []DocumentError{{
			Ordinal: declaration.Count(1), Found: answerTime, Code: "EX.47.0001", Name: long, Descriptions: []string{long, "коротко"},
			Item: declaration.Count(1), Element: endless, Box: "47", Expected: endless, Value: "861529.00", Level: "1",
			Act: NormativeAct{Kind: long, Adopted: answerDay, Number: "257"}, ElementName: long,
		}}}},
	}
}

func decided(codes ...customs.DecisionCode) Decision {
	officer := OfficerOf(customs.Automaton)
	d := Decision{Head: answerHead, Comments: []string{long}, Declaration: answerHead.RefID, Number: answerReg}
	for i, code := range codes {
		d.Items = append(d.Items, ItemDecision{
			Item: declaration.Count(i + 1), ValueCorrected: "0", ValuationMethod: "1",
			Resolutions: []Resolution{{Code: code, Made: answerTime, Officer: officer, Texts: []string{long}}},
		})
	}
	d.Resolution = Resolution{Made: answerTime, Officer: officer, Foundations: []Foundation{{Code: "1", Texts: []string{long}}}}
	d.Summarise()
	return d
}

func request() DocumentRequest {
	return DocumentRequest{
		Head: answerHead, Directions: []string{"1"}, OtherGround: long, Regime: "1", Decided: answerDay, Office: answerOf.Name,
		Until: answerDay, MayRelease: declaration.Yes, MaySecure: declaration.No,
		Signs: []string{long}, Declarant: long, Number: answerReg,
		Positions: []RequestPosition{{
			Ordinal: declaration.Count(1), Statements: []string{long, endless}, Remarks: []string{long},
			Items:     []declaration.Number{declaration.Count(1), declaration.Count(2)},
			Documents: []RequestedDocument{{Name: long, ID: answerHead.ID, Kind: "04021", Way: "0", Remarks: []string{long}}},
		}},
		Officer: Officer{Name: "ОБРАЗЦОВА О. О.", Stamp: "123", Office: "10702030", Signed: answerDay},
	}
}

func demand() ChangeDemand {
	return ChangeDemand{
		Head: answerHead, Made: answerDay, Number: "1", Article: "ст. 112 п. 2", Declarant: declaration.Party{Name: long},
		Discrepancies: []string{long}, Until: answerDay, Actions: []string{long}, Grounds: []string{long}, Office: answerOf,
		Documents: []DisputedDocument{{ID: answerHead.RefID, Errors: []DemandedChange{{
			Code: "EX.47.1", Name: long, Description: long, Item: declaration.Count(1), Element: endless, Box: "47",
			Right: "1", Expected: long, Level: "1", Act: long, ElementName: long,
		}}}},
		Officer: Officer{Name: "ОБРАЗЦОВА О. О.", Stamp: "123", Signed: answerDay}, Declaration: answerReg,
	}
}

func calculated() PaymentCalculation {
	origin := declaration.CountryName{Code: "EC", Name: "ЭКВАДОР"}
	line := CalculationLine{
		Payment: "5010", Base: amount("4307649.49"), BaseCurrency: "643", Amount: amount("861529.90"), Currency: "643",
		Rate: declaration.RateTerm{Value: amount("20"), Type: "%"}, RateDate: answerDay, Feature: "ИУ",
	}
	return PaymentCalculation{
		Head: answerHead, Document: declaration.Header{Code: "R.036", Created: "2019-02-14T09:30:00+03:00"}, Number: answerReg,
		Kind: "РТ", ElectronicMark: "ЭД", Sheets: declaration.Count(1), Items: declaration.Count(1), Event: "0001",
		Due: answerDay, RateDay: answerDay, Payer: declaration.Party{Name: "ООО «ПРИМЕР»"},
		CustomsValue: amount("4182183.97"), Origin: origin,
		Goods: []CalculatedItem{{
			Ordinal: declaration.Count(1), Commodity: "0803901000", Descriptions: []string{endless}, Origin: origin,
			CustomsValue: amount("4182183.97"), Lines: []CalculationLine{line},
			Documents: []declaration.PresentedDocument{{Kind: "01191", Name: long, Number: "1", Date: answerDay}},
		}},
		Totals:  []CalculatedTotal{{Payment: "5010", Amount: amount("861529.90"), Currency: "643"}},
		Officer: CalculationOfficer{Surname: "ОБРАЗЦОВА", Name: "ОЛЬГА", Stamp: "123", Signed: answerDay},
	}
}

func TestAnswersAreValid(t *testing.T) {
	for _, c := range []struct {
		root  string
		print func() ([]byte, error)
	}{
		{"NotifGTDRegistration", func() ([]byte, error) { return PrintRegistrationNotice(notice()) }},
		{"RepudDeclRegistration", func() ([]byte, error) { return PrintRegistrationRefusal(refusal()) }},
		{"ErrorList", func() ([]byte, error) { return PrintErrorList(protocol()) }},
		{"GTDoutCustomsMark", func() ([]byte, error) { return PrintDecision(decided("10", "90")) }},
		{"ReqDataDecl", func() ([]byte, error) { return PrintDocumentRequest(request()) }},
		{"ReqCorrectedData", func() ([]byte, error) { return PrintChangeDemand(demand()) }},
		{"CustomsPaymentCalculation", func() ([]byte, error) { return PrintPaymentCalculation(calculated()) }},
	} {
		t.Run(c.root, func(t *testing.T) {
			body, err := c.print()
			if err != nil {
				t.Fatal(err)
			}
			valid(t, c.root, body)
			schema(t, c.root, body)
		})
	}
}

func TestAnswersLackingSomethingAreRefused(t *testing.T) {
	unnamed, unsigned, unfounded, itemless, unread := notice(), refusal(), request(), demand(), calculated()
	unnamed.ID = ""
	unsigned.Officer = Officer{}
	unfounded.Signs = nil
	itemless.Declaration = Reference{}
	unread.Goods[0].Documents = nil
	wrong := protocol()
	wrong.Documents[0].Errors[0].Level = "высокий"
	for name, print := range map[string]func() ([]byte, error){
		"notice":      func() ([]byte, error) { return PrintRegistrationNotice(unnamed) },
		"refusal":     func() ([]byte, error) { return PrintRegistrationRefusal(unsigned) },
		"errors":      func() ([]byte, error) { return PrintErrorList(wrong) },
		"request":     func() ([]byte, error) { return PrintDocumentRequest(unfounded) },
		"demand":      func() ([]byte, error) { return PrintChangeDemand(itemless) },
		"calculation": func() ([]byte, error) { return PrintPaymentCalculation(unread) },
		"decision":    func() ([]byte, error) { return PrintDecision(Decision{Head: answerHead}) },
	} {
		if _, err := print(); !customs.Is(err, customs.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestDecisionOnDifferingItems(t *testing.T) {
	for want, codes := range map[customs.DecisionCode][]customs.DecisionCode{"10": {"10", "10"}, "**": {"10", "10", "90"}} {
		body, err := PrintDecision(decided(codes...))
		if err != nil {
			t.Fatal(err)
		}
		head, _, _ := bytes.Cut(body, []byte("</GTDOutResolution>"))
		if !bytes.Contains(head, []byte(":DecisionCode>"+want+"<")) || !bytes.Contains(head, []byte("<PersonName>АВТОМАТ<")) ||
			!bytes.Contains(head, []byte(":LNP>000<")) {
			t.Errorf("%v: %s", codes, head)
		}
	}
}

func TestLongTextsAreSpreadAndCut(t *testing.T) {
	body, err := PrintDocumentRequest(request())
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(body, []byte("<CustCostInf>")); n != 4 {
		t.Errorf("%d statements, want 4", n)
	}
	if !bytes.Contains(body, []byte("…")) {
		t.Error("nothing was cut")
	}
}
