package album

import (
	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
)

// The names of the documents that hold a declaration.
const (
	declarationRoot = "ESADout_CU"
	containerRoot   = "ED_Container"
	itemElement     = "ESADout_CUGoods"
)

type declared = declaration.Declaration

// declarationLinks tie the elements of ESADout_CU to the model.
var declarationLinks = []link{
	text("DocumentID", func(d *declared) *customs.DocumentID { return &d.ID }).is(declaration.FieldDocumentID),
	text("RefDocumentID", func(d *declared) *customs.DocumentID { return &d.RefID }),
	part("EECEDocHeaderAddInfo", func(d *declared) *declaration.Header { return &d.Document }, headerLinks),
	text("CustomsProcedure", func(d *declared) *string { return &d.Kind }).is(declaration.FieldKind),
	text("CustomsModeCode", func(d *declared) *customs.ProcedureCode { return &d.Procedure }).is(declaration.FieldProcedure),
	text("ElectronicDocumentSign", func(d *declared) *string { return &d.ElectronicMark }).is(declaration.FieldElectronicMark),
	text("DocUsageCode", func(d *declared) *string { return &d.DocumentUse }).is(declaration.FieldElectronicMark),
	text("DeclarationKind", func(d *declared) *string { return &d.Feature }).is(declaration.FieldFeature),
	text("RecipientCountryCode", func(d *declared) *customs.Country { return &d.RecipientCountry }).is(declaration.FieldRecipientCountry),
	text("ExecutionPlace", func(d *declared) *string { return &d.ExecutionPlace }),
	text("RailwayStationCode", func(d *declared) *string { return &d.RailwayStation.Code }),
	date("RailwayStampDate", func(d *declared) *calendar.Date { return &d.RailwayStation.StampedOn }),
	group("ESADout_CUGoodsShipment", shipmentLinks...),
	part("FilledPerson", func(d *declared) *declaration.Signatory { return &d.Signatory }, signatoryLinks).is(declaration.FieldSignatory),
	part("SignCertifPerson", func(d *declared) *declaration.CertificateOwner { return &d.Certificate }, certificateLinks),
	part("CUESADCustomsRepresentative", func(d *declared) *declaration.Representative { return &d.Representative },
		representativeLinks).is(declaration.FieldRepresentative),
}

var headerLinks = []link{
	text("InfEnvelopeCode", func(h *declaration.Header) *string { return &h.Envelope }),
	text("EDocCode", func(h *declaration.Header) *string { return &h.Code }),
	text("EDocDateTime", func(h *declaration.Header) *string { return &h.Created }).is(declaration.FieldCreated),
	text("LanguageCode", func(h *declaration.Header) *string { return &h.Language }),
	text("SourceCountryCode", func(h *declaration.Header) *string { return &h.SourceCountry }),
	text("DestinationCountryCode", func(h *declaration.Header) *string { return &h.DestinationCountry }),
}

var signatoryLinks = []link{
	group("SigningDetails",
		text("PersonSurname", func(s *declaration.Signatory) *string { return &s.Surname }),
		text("PersonName", func(s *declaration.Signatory) *string { return &s.Name }),
		text("PersonMiddleName", func(s *declaration.Signatory) *string { return &s.MiddleName }),
		text("PersonPost", func(s *declaration.Signatory) *string { return &s.Post }),
		group("CommunicationDetails", texts("Phone", func(s *declaration.Signatory) *[]string { return &s.Phones })),
		text("SigningDate", func(s *declaration.Signatory) *string { return &s.SignedAt }).is(declaration.FieldSignedAt)),
	part("SignatoryPersonIdentityDetails", func(s *declaration.Signatory) *declaration.IdentityDocument { return &s.Identity }, identityLinks),
	text("QualificationCertificate", func(s *declaration.Signatory) *string { return &s.Certificate }),
	part("PowerOfAttorneyDetails", func(s *declaration.Signatory) *declaration.DocumentReference { return &s.Authority }, referenceLinks),
}

var representativeLinks = []link{
	group("BrokerRegistryDocDetails",
		text("CountryA2Code", func(r *declaration.Representative) *customs.Country { return &r.RegistryCountry }),
		text("DocKindCode", func(r *declaration.Representative) *string { return &r.RegistryKind }),
		text("RegistrationNumberId", func(r *declaration.Representative) *string { return &r.RegistryNumber })),
	group("RepresentativeContractDetails",
		text("PrDocumentNumber", func(r *declaration.Representative) *string { return &r.ContractNumber }),
		date("PrDocumentDate", func(r *declaration.Representative) *calendar.Date { return &r.ContractDate }),
		date("DocStartDate", func(r *declaration.Representative) *calendar.Date { return &r.ContractFrom }),
		date("DocValidityDate", func(r *declaration.Representative) *calendar.Date { return &r.ContractTo })),
}

var certificateLinks = []link{
	text("PersonSurname", func(o *declaration.CertificateOwner) *string { return &o.Surname }),
	text("PersonName", func(o *declaration.CertificateOwner) *string { return &o.Name }),
	text("PersonMiddleName", func(o *declaration.CertificateOwner) *string { return &o.MiddleName }),
	text("PersonPost", func(o *declaration.CertificateOwner) *string { return &o.Post }),
	group("RFOrganizationFeatures",
		text("OGRN", func(o *declaration.CertificateOwner) *string { return &o.OGRN }),
		text("INN", func(o *declaration.CertificateOwner) *string { return &o.INN }),
		text("KPP", func(o *declaration.CertificateOwner) *string { return &o.KPP })),
	text("SNILS", func(o *declaration.CertificateOwner) *string { return &o.SNILS }),
	text("OrganizationName", func(o *declaration.CertificateOwner) *string { return &o.Organization }),
	text("SertifName", func(o *declaration.CertificateOwner) *string { return &o.Issuer }),
}
