package detect

import (
	"strings"
	"unicode/utf8"
)

// Licence plates.
//
// Norm: 法释〔2016〕19号 10 [G]. The province's character, a letter, five characters, six for electric cars: 浙A12345, 浙A·D12345. Police
// cars (警) are the state's. ICP numbers (浙ICP备, 粤B2-2009) have another form.

const plateSuffixes = "学挂港澳试超领使"

func (d *detector) plate(start, end int) {
	if !letter(d.after(end)) {
		return
	}
	_, size := utf8.DecodeRuneInString(d.text[end:])
	i := end + size
	for marks := 0; marks < 2; marks++ {
		if r := d.after(i); !strings.ContainsRune("·•・‧∙.-－— 　", r) || r == 0 {
			break
		}
		_, size = utf8.DecodeRuneInString(d.text[i:])
		i += size
	}
	count, digits := 0, 0
	for ; count < 7; count++ {
		r := narrow(d.after(i))
		if r >= '0' && r <= '9' {
			digits++
		} else if !letter(r) {
			break
		}
		_, size = utf8.DecodeRuneInString(d.text[i:])
		i += size
	}
	next := d.after(i)
	switch {
	case next == '警' || next == '-' || next == '号' && count < 5 || digits < 3:
		return
	case count == 4 && next != 0 && strings.ContainsRune(plateSuffixes, next):
		i += utf8.RuneLen(next)
	case count != 5 && count != 6:
		return
	}
	context := d.around(start, i)
	if hasAny(context.lead(60), []string{"执法车", "公务用车", "公车", "警车", "囚车", "巡回审判车"}) || d.inAddress(end, i) {
		return
	}
	d.add(PlateNumber, start, i, Likely, Evidence{Code: shape})
}
