package album

import (
	"crypto/sha256"
	"fmt"
	"path"

	"tamga/customs"
	"tamga/declaration"
	"tamga/internal/compose"
)

// printDeclaration writes the declaration as ESADout_CU in UTF-8, with the elements kept aside by the reader at their
// places. Numbers stand as they were written. What the album has no element for is not written: the date of the entry in
// the register of representatives, the number of packages of a preceding document, the name of the trading country,
// the term of a payment document.
func printDeclaration(d *declaration.Declaration) ([]byte, error) {
	document, err := putDeclared(d)
	if err != nil {
		return nil, err
	}
	return putFinish(document, "ESADout_CU", d.ID)
}

// PrintFaulty writes the declaration as it is, whether or not the album can hold it: for examples of documents that a
// reader must refuse. Only a kept-aside element without a place is an error.
func PrintFaulty(d *declaration.Declaration) ([]byte, error) {
	document, err := putDeclared(d)
	if err != nil {
		return nil, err
	}
	written, err := document.Bytes(compose.Indented)
	if err != nil {
		return nil, putRefused("ESADout_CU", d.ID, err)
	}
	return written, nil
}

// PrintContainer writes the declaration in the container (ED_Container) in which declarations are sent. The identifier
// of the container follows from that of the declaration, so that printing again gives the same bytes.
func PrintContainer(d *declaration.Declaration) ([]byte, error) {
	document, err := putDeclared(d)
	if err != nil {
		return nil, err
	}
	if err := document.Verify(); err != nil {
		return nil, putRefused("ESADout_CU", d.ID, err)
	}
	body, err := document.Append(nil, compose.Indented)
	if err != nil {
		return nil, putRefused("ESADout_CU", d.ID, err)
	}
	container, err := putBegin(spaceExchange+"ED_Container:5.22.0", "ED_Container")
	if err != nil {
		return nil, err
	}
	root := container.Root()
	root.Text("DocumentID", containerID(d.ID))
	root.Text("FullSetIndicator", "1")
	row := root.Row("ContainerDoc")
	row.Text("AFVersion", Version)
	row.Part("DocBody").Raw("ESADout_CU", string(body))
	return putFinish(container, "ED_Container", d.ID)
}

// containerID is a UUID of version 8 made of the digest of the declaration's identifier.
func containerID(id customs.DocumentID) string {
	digest := sha256.Sum256([]byte("ED_Container " + id))
	digest[6] = digest[6]&0x0F | 0x80
	digest[8] = digest[8]&0x3F | 0x80
	return fmt.Sprintf("%X-%X-%X-%X-%X", digest[:4], digest[4:6], digest[6:8], digest[8:10], digest[10:16])
}

func putDeclared(d *declaration.Declaration) (*compose.Document, error) {
	document, err := putBegin(spaceDocuments+"ESADout_CU:5.23.0", "ESADout_CU")
	if err != nil {
		return nil, err
	}
	root := document.Root()
	root.Text("DocumentID", string(d.ID))
	root.Text("RefDocumentID", string(d.RefID))
	putHeader(root.Part("EECEDocHeaderAddInfo"), d.Document)
	root.Text("CustomsProcedure", d.Kind)
	root.Text("CustomsModeCode", string(d.Procedure))
	root.Text("ElectronicDocumentSign", d.ElectronicMark)
	root.Text("DocUsageCode", d.DocumentUse)
	root.Text("DeclarationKind", d.Feature)
	root.Text("RecipientCountryCode", string(d.RecipientCountry))
	root.Text("ExecutionPlace", d.ExecutionPlace)
	root.Text("RailwayStationCode", d.RailwayStation.Code)
	putDate(root, "RailwayStampDate", d.RailwayStation.StampedOn)
	putShipment(root.Part("ESADout_CUGoodsShipment"), d)
	putSignatory(root.Part("FilledPerson"), d.Signatory)
	putOwner(root.Part("SignCertifPerson"), &d.Certificate)
	putRepresentative(root, d.Representative)
	for _, opaque := range d.Opaque {
		name, _ := compose.Step(path.Base(opaque.Path))
		document.At(opaque.Parent).Raw(name, opaque.XML)
	}
	return document, nil
}

func putHeader(n compose.Node, h declaration.Header) {
	n.Text("InfEnvelopeCode", h.Envelope)
	n.Text("EDocCode", h.Code)
	n.Text("EDocDateTime", h.Created)
	n.Text("LanguageCode", h.Language)
	n.Text("SourceCountryCode", h.SourceCountry)
	n.Text("DestinationCountryCode", h.DestinationCountry)
}

func putSignatory(n compose.Node, s declaration.Signatory) {
	signing := n.Part("SigningDetails")
	signing.Text("PersonSurname", s.Surname)
	signing.Text("PersonName", s.Name)
	signing.Text("PersonMiddleName", s.MiddleName)
	signing.Text("PersonPost", s.Post)
	putTexts(signing.Part("CommunicationDetails"), "Phone", s.Phones)
	signing.Text("SigningDate", s.SignedAt)
	putIdentity(n.Part("SignatoryPersonIdentityDetails"), s.Identity)
	n.Text("QualificationCertificate", s.Certificate)
	putReference(n.Part("PowerOfAttorneyDetails"), s.Authority, "DocKindCode")
}

func putRepresentative(root compose.Node, r declaration.Representative) {
	if r == (declaration.Representative{}) {
		return
	}
	n := root.Part("CUESADCustomsRepresentative")
	entry := n.Part("BrokerRegistryDocDetails")
	entry.Text("CountryA2Code", string(r.RegistryCountry))
	entry.Text("DocKindCode", r.RegistryKind)
	entry.Text("RegistrationNumberId", r.RegistryNumber)
	contract := n.Part("RepresentativeContractDetails")
	contract.Text("PrDocumentNumber", r.ContractNumber)
	putDate(contract, "PrDocumentDate", r.ContractDate)
	putDate(contract, "DocStartDate", r.ContractFrom)
	putDate(contract, "DocValidityDate", r.ContractTo)
}
