package attach

import (
	"reflect"
	"testing"

	"courtsite/generator/gate/detect"
)

// FuzzCheck asks of any bytes under any name: an end, the same report twice, and none that shows an identity number.
func FuzzCheck(f *testing.F) {
	for _, name := range []string{"hidden-sheet.xlsx", "comment.docx", "slide-notes.odp", "covered.pdf", "located.jpg", "locked.docx"} {
		f.Add(name, read(f, name))
	}
	f.Add("a.csv", []byte("姓名,身份证号\n王某,11010519491231002X\n"))
	f.Add("a.html", []byte("<p hidden>11010519491231002X"))
	f.Add("a.zip", zipped(f, "a.txt", "11010519491231002X", "11010519491231002X.txt", ""))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		report := Check(name, data)
		if again := Check(name, data); !reflect.DeepEqual(report, again) {
			t.Errorf("%v, then %v", report, again)
		}
		for _, finding := range report.Findings {
			for _, arg := range finding.Args {
				for _, shown := range detect.Text(arg, detect.Context{}) {
					if shown.Kind == detect.IdentityNumber && shown.Severity() == 0 {
						t.Errorf("%s shows %q", finding.Code, arg)
					}
				}
			}
		}
	})
}
