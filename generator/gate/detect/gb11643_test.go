package detect

import (
	"fmt"
	"testing"
)

// TestCheckDigit: published numbers that are nobody's.
func TestCheckDigit(t *testing.T) {
	for s, want := range map[string]bool{
		"11010519491231002X": true, "440524188001010014": true, "53010219200508011X": true, "110101199003077475": true,
		"110101199001011234": false, "110105194912310021": false,
	} {
		if got := checkCharacter(s[:17]) == s[17:]; got != want {
			t.Errorf("check digit of %s right: %v, want %v", s, got, want)
		}
	}
}

func TestPossibleDay(t *testing.T) {
	for _, c := range []struct {
		year, month, day int
		want             bool
	}{
		{2000, 2, 29, true}, {1900, 2, 29, false}, {2023, 2, 29, false}, {1984, 12, 31, true}, {1984, 13, 1, false},
		{1984, 0, 1, false}, {1984, 4, 31, false}, {1984, 4, 0, false}, {1849, 1, 1, false}, {2061, 1, 1, false},
	} {
		if got := possibleDay(c.year, c.month, c.day); got != c.want {
			t.Errorf("possibleDay(%d, %d, %d) = %v", c.year, c.month, c.day, got)
		}
	}
}

// TestCreditCode: a credit code of digits alone may pass as an identity number; only a text that names it clears it.
func TestCreditCode(t *testing.T) {
	for i := range 100000 {
		prefix := fmt.Sprintf("1233011980%02d%02d%03d", 1+i/28%12, 1+i%28, i/336%1000)
		code := creditCodeOf(prefix)
		if code[17:] != checkCharacter(prefix) {
			continue
		}
		if got := codes(Text("统一社会信用代码："+code, Context{})); len(got) > 0 {
			t.Errorf("the credit code %s gives %v", code, got)
		}
		if got := codes(Text("号码："+code, Context{})); len(got) != 1 || got[0] != IdentityNumber.Code {
			t.Errorf("the number %s alone gives %v", code, got)
		}
		if got := codes(Text("信用代码略，身份证号"+code, Context{})); len(got) != 1 || got[0] != IdentityNumber.Code {
			t.Errorf("the identity number %s gives %v", code, got)
		}
		return
	}
	t.Error("no number passes both checks")
}

// TestWrongCreditCode: 统一社会信用代码 beside a number whose own check fails doesn't clear it.
func TestWrongCreditCode(t *testing.T) {
	if got := codes(Text("统一社会信用代码：110101199003077475", Context{})); len(got) != 1 || got[0] != IdentityNumber.Code {
		t.Errorf("got %v", got)
	}
}
