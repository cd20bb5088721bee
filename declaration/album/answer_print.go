package album

import (
	"fmt"

	"tamga/customs"
	"tamga/declaration"
	"tamga/internal/compose"
)

// composeAnswer writes an answer, given as a pointer to its struct. Texts longer than an element holds are spread over
// several where it repeats, else cut with "…"; a code or number that does not fit is an error.
func composeAnswer(answer any, id customs.DocumentID) ([]byte, error) {
	space, name, fill := answerDocument(answer)
	if fill == nil {
		return nil, putRefused(fmt.Sprintf("%T", answer), id, fmt.Errorf("not an answer of the album"))
	}
	document, err := putBegin(space, name)
	if err != nil {
		return nil, err
	}
	fill(document.Root())
	return putFinish(document, name, id)
}

// answerDocument returns the namespace and name of the answer's document and how it is filled.
func answerDocument(answer any) (space, name string, fill func(compose.Node)) {
	switch a := answer.(type) {
	case *RegistrationNotice:
		return spaceExchange + "NotifGTDRegistration:5.22.0", "NotifGTDRegistration", a.fill
	case *RegistrationRefusal:
		return spaceDocuments + "RepudDeclRegistration:5.22.0", "RepudDeclRegistration", a.fill
	case *ErrorList:
		return spaceExchange + "ErrorList:5.22.0", "ErrorList", a.fill
	case *Decision:
		return spaceDocuments + "GTDoutCustomsMark:5.23.0", "GTDoutCustomsMark", a.fill
	case *DocumentRequest:
		return spaceExchange + "ReqDataDecl:5.23.0", "ReqDataDecl", a.fill
	case *ChangeDemand:
		return spaceDocuments + "ReqCorrectedData:5.22.0", "ReqCorrectedData", a.fill
	case *PaymentCalculation:
		return spaceDocuments + "CustomsPaymentCalculation:5.23.0", "CustomsPaymentCalculation", a.fill
	}
	return "", "", nil
}

func putHead(n compose.Node, h Head) {
	n.Text("DocumentID", string(h.ID))
	n.Text("RefDocumentID", string(h.RefID))
	n.Text("INNSign", h.SignerINN)
	n.Text("MCD_ID", h.AuthorityID)
}

// putOffice adds code and name of an office as a part of that name.
func putOffice(n compose.Node, name string, office declaration.Office) {
	part := n.Part(name)
	part.Text("Code", string(office.Code))
	part.Prose("OfficeName", office.Name)
}

// putRegistered adds the number of a registered document as a part of that name; no number adds nothing.
func putRegistered(n compose.Node, name string, reference Reference) {
	if reference.Number.IsZero() {
		return
	}
	part := n.Part(name)
	part.Text("CustomsCode", string(reference.Number.Office))
	putDate(part, "RegistrationDate", reference.Number.Day)
	part.Text("GTDNumber", reference.Number.Serial)
	if reference.Addition != "" {
		part.Text("AddNumber", reference.Addition)
	}
}

// putSigned adds who signed as a part of that name; nobody adds nothing.
func putSigned(n compose.Node, name string, officer Officer) {
	if officer.Name == "" {
		return
	}
	part := n.Part(name)
	part.Prose("PersonName", officer.Name)
	part.Text("LNP", officer.Stamp)
	part.Text("CustomsCode", string(officer.Office))
	putDate(part, "IssueDate", officer.Signed)
}

// putProse adds every text, each spread over as many elements as it needs.
func putProse(n compose.Node, name string, values []string) {
	for _, value := range values {
		n.Prose(name, value)
	}
}
