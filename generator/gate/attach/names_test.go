package attach

import (
	"testing"

	"courtsite/generator/diag"
)

func TestNaming(t *testing.T) {
	for _, c := range []struct {
		value, shown string
		severity     diag.Severity
		told         bool
	}{
		{"王小明", "王**", diag.Warning, true},
		{"阿依夏·买买提", "阿**", diag.Warning, true},
		{"zhang", "z**", diag.Note, true},
		{"某某科技有限公司", "某**", diag.Note, true},
		{"Administrator", "", diag.Note, false},
		{"WPS_1589632", "", diag.Note, false},
		{"user123", "", diag.Note, false},
		{"明镜县人民法院", "", diag.Note, false},
		{"立案庭", "", diag.Note, false},
		{" ", "", diag.Note, false},
	} {
		shown, severity, told := naming(c.value)
		if shown != c.shown || severity != c.severity || told != c.told {
			t.Errorf("%q: %q, %v, %v", c.value, shown, severity, told)
		}
	}
}
