package album

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tamga/customs"
	"tamga/declaration"
	"tamga/internal/need"
)

// The samples of answers, told in our structs, print as the samples stand.
func TestAnswersPrintAsTheSamplesStand(t *testing.T) {
	folder := filepath.Join(need.Shared(t), "formats", "samples-synthetic")
	reference := answerHead.RefID
	head := func(last string) Head {
		return Head{ID: answerHead.ID[:35] + customs.DocumentID(last), RefID: reference}
	}
	released := Resolution{Code: "10", Made: Moment{Day: answerDay}, Officer: Officer{Name: "АВТОМАТ", Stamp: "000"}, Texts: []string{"ВЫПУСК ТОВАРОВ РАЗРЕШЕН"}}
	whole := released
	whole.Made.Time = "09:34:40"
	for file, print := range map[string]func() ([]byte, error){
		"notif_gtd_registration_auto.xml": func() ([]byte, error) {
			return PrintRegistrationNotice(RegistrationNotice{
				Head: head("1"), Registered: answerTime, Sign: "0", Number: answerReg,
				Office: declaration.Office{Code: "10702030", Name: "Т/П МОРСКОЙ ПОРТ ВЛАДИВОСТОК"},
			})
		},
		"gtd_out_customs_mark_auto_release.xml": func() ([]byte, error) {
			return PrintDecision(Decision{
				Head: head("2"), Declaration: reference, Number: answerReg, Resolution: whole,
				Items: []ItemDecision{{Item: declaration.Count(1), Resolutions: []Resolution{released}, ValueCorrected: "0", ValuationMethod: "1"}},
			})
		},
		"error_list_flk.xml": func() ([]byte, error) {
			return PrintErrorList(ErrorList{
				Head: head("3"), Sent: answerDay, Office: declaration.Office{Code: "10702030"}, CheckVersion: "example-1",
				Documents: []CheckedDocument{{ID: reference, Name: "Декларация на товары", Mode: "1006107E", Errors: []DocumentError{{
					Ordinal: declaration.Count(1), Found: Moment{answerDay, "09:30:05"}, Code: "EX.47.0001",
					Name:         "Сумма платежа не соответствует исчисленной",
					Descriptions: []string{"Графа 47: сумма НДС отличается от произведения основы начисления и ставки"},
					Item:         declaration.Count(1), Box: "47", Expected: "861529.90", Value: "861529.00", Level: "1",
					Element: "/ESADout_CU/ESADout_CUGoodsShipment/ESADout_CUGoods[1]/ESADout_CUCustomsPaymentCalculation[4]/PaymentAmount",
				}}}},
			})
		},
	} {
		sample, err := os.ReadFile(filepath.Join(folder, file))
		if err != nil {
			t.Fatal(err)
		}
		printed, err := print()
		if err != nil {
			t.Fatal(file, err)
		}
		if diff := cmp.Diff(tokens(t, sample), tokens(t, printed)); diff != "" {
			t.Errorf("%s:\n%s", file, diff)
		}
	}
}
