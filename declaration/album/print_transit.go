package album

import (
	"tamga/declaration"
	"tamga/internal/compose"
)

func putCarrier(n compose.Node, c *declaration.Carrier) {
	putParty(n, c.Party)
	for i := range c.Drivers {
		driver := &c.Drivers[i]
		row := n.Row("ESADout_CUDriverInformation")
		row.Text("PersonSurname", driver.Surname)
		row.Text("PersonName", driver.Name)
		row.Text("PersonMiddleName", driver.MiddleName)
		row.Text("PersonPost", driver.Post)
		contact := row.Part("CommunicationDetails")
		putTexts(contact, "Phone", driver.Phones)
		putTexts(contact, "E_mail", driver.Emails)
		putIdentity(row.Part("IdentityCard"), driver.Identity)
		row.Text("RoleCode", driver.Role)
	}
}

func putTermination(n compose.Node, t *declaration.TransitTermination) {
	n.Text("NumberCustomsZone", t.Zone)
	office := n.Part("DeliveryCustomsOffice")
	office.Text("Code", string(t.Office.Code))
	office.Text("OfficeName", t.Office.Name)
	office.Text("CustomsCountryCode", t.Office.Country)
	operator := n.Part("AuthoriziedOperatorDetails")
	putOperator(operator.Part("OperatorRegistryDoc"), t.AEO)
	putAddress(operator.Part("OperatorAddress"), t.Address)
}

func putTransshipment(n compose.Node, t *declaration.Transshipment) {
	n.Text("ReloadCountryCode", string(t.Country))
	n.Text("ReloadCountryName", t.CountryName)
	n.Text("PlaceName", t.Place)
	putFlag(n, "ContainerIndicator", t.Containerised)
	n.Text("TransportModeCode", t.Mode)
	n.Text("TransportNationalityCode", string(t.Nationality))
	putNumber(n, "TransportMeansQuantity", t.Quantity)
	for i := range t.Means {
		row := n.Row("ReloadingTransportMeans")
		putMeans(row, &t.Means[i].TransportMeans)
		row.Text("FirstTrailerRegId", t.Means[i].FirstTrailer)
		row.Text("SecondTrailerRegId", t.Means[i].SecondTrailer)
	}
	office := n.Part("ReloadingCustomsOffice")
	office.Text("Code", string(t.Office))
	office.Text("OfficeName", t.OfficeName)
	office.Text("CountryCode", string(t.OfficeCountry))
	putTexts(n.Part("ReloadContainer"), "ContainerNumber", t.Containers)
}

func putTransitGuarantee(n compose.Node, g *declaration.TransitGuarantee) {
	n.Text("MeasureCode", g.Measure)
	n.Text("DocNumber", g.Number)
	putDate(n, "DocDate", g.Date)
	certificate := n.Part("GuaranteeCertificateIdDetails")
	certificate.Text("CustomsCode", string(g.CertificateOffice))
	putDate(certificate, "RegistrationDate", g.CertificateDate)
	certificate.Text("GTDNumber", g.CertificateNumber)
	putReference(n.Part("TransitGuaranteeDocDetails"), g.Document, "DocKindCode")
	n.Text("NationalGuaranteeCode", g.NationalKind)
	putTexts(n, "NonGuaranteeCountryCode", g.ExcludedCountries)
	putOperator(n.Part("RegisterDocumentIdDetails"), g.AEO)
	n.Text("GuaranteeName", g.Guarantor)
	n.Text("UNP", g.UNP)
	n.Text("BIC", g.BIC)
	putNumber(n, "GuaranteeAmount", g.Amount)
	contracts := n.Part("GuaranteeTD")
	putSurety(contracts, [2]string{"GeneralDoc", "General"}, g.General)
	putSurety(contracts, [2]string{"GuaranteeDoc", "Guarantee"}, g.Surety)
	putSurety(contracts, [2]string{"AddGuaranteeDoc", "AddGuarantee"}, g.Addition)
	putAddress(n.Part("GuaranteeAddress"), g.Address)
}

// putSurety adds a contract; names are how the element of its name and how the others begin.
func putSurety(n compose.Node, names [2]string, c declaration.SuretyContract) {
	n.Text(names[0]+"Name", c.Name)
	n.Text(names[1]+"Number", c.Number)
	putDate(n, names[1]+"Date", c.Date)
	n.Text(names[1]+"KindCode", string(c.Kind))
}
