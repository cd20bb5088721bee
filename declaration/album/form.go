package album

import "tamga/customs"

type form struct{ root string }

var (
	registrationNoticeForm  = form{"NotifGTDRegistration"}
	registrationRefusalForm = form{"RepudDeclRegistration"}
	errorListForm           = form{"ErrorList"}
	decisionForm            = form{"GTDoutCustomsMark"}
	documentRequestForm     = form{"ReqDataDecl"}
	changeDemandForm        = form{"ReqCorrectedData"}
	paymentCalculationForm  = form{"CustomsPaymentCalculation"}
)

func printAnswer(_ form, answer any, id customs.DocumentID) ([]byte, error) {
	return composeAnswer(answer, id)
}

func readAnswer[T any](form, []byte) (T, []customs.Finding) {
	var answer T
	return answer, nil
}
