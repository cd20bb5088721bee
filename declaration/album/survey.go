package album

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/internal/shape"
	"tamga/internal/tape"
)

// survey turns the defects of a tape into findings with box, item and place.
type survey struct {
	tape   *tape.Tape
	format *Format
	// root is the node of the declaration, or of the answer; -1 when there is none. want is what was to be read.
	root int
	want string
	// unstorable are nodes whose value the schema allows and the model cannot hold.
	unstorable []int
}

// otherBoxes are the boxes of elements the model has no field for.
var otherBoxes = map[string]string{
	"ESADout_CUCarrier": "50", "TDGuarantee": "52", "TDDeliveryPlace": "53", "ESADout_CUReloadingInfo": "55",
	"ExecutionPlace": "54", "SignCertifPerson": "54", "SpecificationNumber": "4", "SpecificationListNumber": "4",
	"CustomsModeCode": "1", "TransitFeature": "1", "TransitDirectionCode": "1", "DocUsageCode": "1", "GoodFeatures": "32",
	"TotalCustomsValueAmount": "12", "TotalAmount": "22", "InvoicedCurrencyRate": "42", "InvoicedCurrencyQuantity": "42",
	"InvoicedCurrencyDate": "42", "TotalStatisticValueAmount": "46", "GoodsClassificationCode": "33",
	"GoodsTraceabilityCode": "33", "CIMSign": "33", "GoodsAddTNVEDCode": "33", "RestrictionSign": "33",
}

// report adds findings and defective fields to the document.
func (s *survey) report(document *declaration.Document) {
	document.More = s.tape.More
	for i := range s.tape.Defects {
		defect := &s.tape.Defects[i]
		document.Findings = append(document.Findings, s.finding(defect))
		s.mark(document.Defective, int(defect.Node), int(defect.Element), defect.Kind)
	}
	for _, node := range s.unstorable {
		document.Findings = append(document.Findings, s.unstored(node))
		s.mark(document.Defective, node, int(s.tape.Nodes[node].Element), tape.Value)
	}
	if s.tape.Fault != nil {
		at := s.tape.Source.Position(s.tape.Fault.Offset)
		document.Findings = append(document.Findings, unreadable(s.tape.Fault, at))
	}
	if s.root < 0 && len(document.Findings) == 0 && s.want != s.tape.Name(0) {
		document.Findings = append(document.Findings, s.otherDocument())
	}
	customs.SortFindings(document.Findings)
}

// otherDocument is the finding of a sound document that is not, or does not hold, what was to be read.
func (s *survey) otherDocument() customs.Finding {
	code := codeOther
	if s.tape.Name(0) == containerRoot && s.want == declarationRoot {
		code = codeContainer
	}
	finding := newFinding(code, s.place(int(s.tape.Nodes[0].Start), int(s.tape.Nodes[0].Inner), s.tape.Path(0)))
	finding.Found, finding.Expected = s.tape.Name(0), s.want
	return finding
}

// finding turns one defect into a finding.
func (s *survey) finding(defect *tape.Defect) customs.Finding {
	code := kindCodes[defect.Kind]
	var simple *shape.Simple
	if defect.Element >= 0 && s.tape.Shape.Elements[defect.Element].Simple >= 0 {
		simple = &s.tape.Shape.Simples[s.tape.Shape.Elements[defect.Element].Simple]
	}
	if defect.Kind == tape.Value && simple != nil {
		code = valueCode(simple, defect.Breach)
	}
	finding := newFinding(code, s.place(defect.Start, defect.End, s.defectPath(defect)))
	finding.Found, finding.Expected = defect.Found, defect.Expected
	if simple != nil && defect.Breach == shape.WrongForm {
		finding.Expected = formsExpected[simple.Kind]
	}
	switch defect.Kind {
	case tape.WrongSpace, tape.OtherVersion, tape.UnknownDocument:
		finding.Args = append(finding.Args, customs.Arg{Name: "element", Value: defect.Found})
		finding.Found = defect.Space
	case tape.Empty:
		finding.Args = append(finding.Args, customs.Arg{Name: "element", Value: s.tape.Name(int(defect.Node))})
	case tape.AttributeMissing, tape.AttributeValue, tape.AttributeUnknown:
		finding.Args = append(finding.Args, customs.Arg{Name: "attribute", Value: defect.Attribute})
	}
	if defect.Node >= 0 {
		finding.Item = s.item(int(defect.Node))
		finding.Box = s.box(int(defect.Node), int(defect.Element))
	}
	return finding
}

// defectPath names what the defect is about: the node, or what is missing or unknown in it.
func (s *survey) defectPath(defect *tape.Defect) string {
	if defect.Node < 0 {
		return "/" + defect.Found
	}
	path := s.tape.Path(int(defect.Node))
	switch defect.Kind {
	case tape.Missing, tape.TooFew:
		if defect.Element >= 0 {
			path += "/" + s.tape.Shape.Elements[defect.Element].Name
		}
	case tape.Unknown:
		path += "/" + defect.Found
	}
	return path
}

// unstored is the finding of a value the schema allows and no calendar or amount of ours can hold.
func (s *survey) unstored(node int) customs.Finding {
	simple := &s.tape.Shape.Simples[s.tape.Declaration(node).Simple]
	finding := newFinding(formCodes[simple.Kind], s.at(node))
	finding.Found, finding.Expected = string(s.tape.Value(node)), formsExpected[simple.Kind]
	finding.Item, finding.Box = s.item(node), s.box(node, -1)
	return finding
}

// item returns the number of the goods item a node is in, from 1; 0 for none.
func (s *survey) item(node int) int {
	for ; node >= 0; node = int(s.tape.Nodes[node].Parent) {
		if s.tape.Name(node) == itemElement && s.tape.Nodes[node].Element >= 0 {
			return int(s.tape.Nodes[node].Ordinal)
		}
	}
	return 0
}

// box returns the box of an element in a node, or of the node: the nearest that has one, from the inside.
func (s *survey) box(node, element int) string {
	steps, inside := s.steps(node)
	if !inside {
		return ""
	}
	if element >= 0 && int(s.tape.Nodes[node].Element) != element {
		if box, known := otherBoxes[s.tape.Shape.Elements[element].Name]; known {
			return box
		}
		if p := s.planOf(steps); p != nil && p.step(int32(element)) != nil {
			steps = append(steps, p.step(int32(element)))
		}
	}
	for at := node; at >= 0 && at != s.root; at = int(s.tape.Nodes[at].Parent) {
		if box, known := otherBoxes[s.tape.Name(at)]; known {
			return box
		}
	}
	for i := len(steps) - 1; i >= 0; i-- {
		if box := steps[i].link.field.Box(); box != "" {
			return box
		}
	}
	return ""
}

// steps returns the steps of the plan from the declaration down to the node, as far as the plan goes.
func (s *survey) steps(node int) (steps []*step, inside bool) {
	var way []int
	for at := node; at >= 0; at = int(s.tape.Nodes[at].Parent) {
		if at == s.root {
			inside = true
			break
		}
		way = append(way, at)
	}
	if !inside {
		return nil, false
	}
	p := s.format.declared
	for i := len(way) - 1; i >= 0 && p != nil; i-- {
		next := p.step(s.tape.Nodes[way[i]].Element)
		if next == nil {
			break
		}
		steps, p = append(steps, next), next.inner
	}
	return steps, true
}

// planOf returns the plan for what is in the element at the end of the steps.
func (s *survey) planOf(steps []*step) *plan {
	if len(steps) == 0 {
		return s.format.declared
	}
	return steps[len(steps)-1].inner
}

// mark notes the fields that a defect makes unreliable: the field it is in, and all inside what is missing or wrong as
// a whole.
func (s *survey) mark(defective map[declaration.Ref]bool, node, element int, kind tape.Kind) {
	if node < 0 || kind == tape.Unknown || kind == tape.Characters {
		return
	}
	steps, inside := s.steps(node)
	if !inside {
		return
	}
	if missing := kind == tape.Missing || kind == tape.TooFew; missing && element >= 0 {
		p := s.planOf(steps)
		if p == nil || p.step(int32(element)) == nil {
			return
		}
		steps = append(steps, p.step(int32(element)))
	}
	item := s.item(node)
	for i := len(steps) - 1; i >= 0; i-- {
		if field := steps[i].link.field; field != declaration.NoField {
			defective[declaration.Ref{Field: field, Item: item}] = true
			break
		}
	}
	if len(steps) > 0 && kind != tape.WrongSpace && kind != tape.TooLate && kind != tape.TooEarly {
		markInner(defective, steps[len(steps)-1].inner, item)
	}
}

func markInner(defective map[declaration.Ref]bool, p *plan, item int) {
	if p == nil {
		return
	}
	for _, s := range p.listed {
		if s.link.field != declaration.NoField {
			defective[declaration.Ref{Field: s.link.field, Item: item}] = true
		}
		markInner(defective, s.inner, item)
	}
}
