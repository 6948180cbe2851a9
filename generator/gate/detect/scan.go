package detect

import (
	"unicode"
	"unicode/utf8"
)

// trigger says which detector a character calls. Most characters call none, and that is the whole cost of a text without findings:
// one table look-up a character.
type trigger uint8

const (
	silent trigger = iota
	digit
	at        // @: e-mail
	chat      // 微信, QQ
	residence // 住, 址, 籍: addresses
	room      // 号, 室, 户: the end of an address in a table
	born      // 出生, 生于, 生日
	plate     // 京, 浙, ...: a licence plate if a letter follows
	secret    // 密: 秘密, 机密, 绝密, 密级
	internal  // 内部
	outside   // 外传
	hidden    // ×, 某, XX, ***
	juvenile  // 未成年, 婚生
	victim    // 被害人
	witness   // 证人
	family    // 纠纷
	attending // 就读
	being     // 系: 系某中学学生
	markup    // of Markdown
)

// triggers of all characters of the basic plane, and the digits' values beside them.
var triggers, values = func() (t, v [1 << 16]uint8) {
	for zero := range zeros {
		for i := range rune(10) {
			t[zeros[zero]+i], v[zeros[zero]+i] = uint8(digit), uint8(i)
		}
	}
	for tr, chars := range triggerChars {
		for _, r := range chars {
			t[r] = uint8(tr)
		}
	}
	return t, v
}()

// zeros are the zeros of the digits in use on the sites' pages: ASCII, full width, Arabic (two forms), Tibetan, Mongolian.
var zeros = []rune{'0', '０', '\u0660', '\u06f0', '\u0f20', '\u1810'}

var triggerChars = map[trigger]string{
	at: "@＠", chat: "微QqＱ", residence: "住址籍", room: "号室户", born: "生", secret: "密", internal: "内", outside: "外",
	plate:  "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新",
	hidden: "×✕╳XxＸｘ*＊○某", markup: "&\\_~`<>[]", juvenile: "未婚", victim: "害", witness: "证", family: "纠", attending: "就", being: "系",
}

// scan reads the text once, collects the numbers and calls the detectors that start from a character.
//
// It decodes in line, and looks whether two or three bytes are well formed only as far as it matters: what only looks like a character and calls no
// detector may be passed over whole, for its other bytes are the beginning of none.
func (d *detector) scan() {
	s := d.text
	for i := 0; i < len(s); {
		if i = silence(s, i); i == len(s) {
			return
		}
		r, size := rune(s[i]), 1
		switch {
		case r < utf8.RuneSelf:
		case r >= 0xe0 && r < 0xf0 && i+2 < len(s) && (s[i+1]^0x80)|(s[i+2]^0x80) < 0x40:
			r, size = r&0x0f<<12|rune(s[i+1]&0x3f)<<6|rune(s[i+2]&0x3f), 3
		case r >= 0xc0 && r < 0xe0 && i+1 < len(s) && s[i+1]^0x80 < 0x40:
			r, size = r&0x1f<<6|rune(s[i+1]&0x3f), 2
		default:
			_, size = utf8.DecodeRuneInString(s[i:])
			i += size // nothing beyond the basic plane calls a detector
			continue
		}
		switch t := trigger(triggers[r]); {
		case t == silent:
		case size > 1 && r < shortest[size]:
			size = 1 // written with more bytes than it has
		case t == digit:
			size = d.group(i) - i
		default:
			d.at(t, i, i+size)
		}
		i += size
	}
}

// silence passes over characters that call no detector: nearly all of nearly all texts.
func silence(s string, i int) int {
	for i < len(s) {
		switch c := s[i]; {
		case c >= utf8.RuneSelf:
			from := i
			for i+2 < len(s) && s[i]&0xf0 == 0xe0 && (s[i+1]^0x80)|(s[i+2]^0x80) < 0x40 && triggers[uint16(s[i])<<12|uint16(s[i+1]&0x3f)<<6|uint16(s[i+2]&0x3f)] == 0 {
				i += 3
			}
			for i+1 < len(s) && s[i]&0xe0 == 0xc0 && s[i+1]^0x80 < 0x40 && triggers[uint16(s[i]&0x1f)<<6|uint16(s[i+1]&0x3f)] == 0 {
				i += 2
			}
			if i == from {
				return i
			}
		case triggers[c] != 0:
			return i
		default:
			i++
		}
	}
	return i
}

// shortest are the first characters that have so many bytes.
var shortest = [...]rune{2: 0x80, 3: 0x800}

// decode is utf8.DecodeRuneInString with a short way for the three bytes of a Chinese character.
func decode(s string, i int) (rune, int) {
	if s[i]&0xf0 == 0xe0 && s[i] != 0xed && i+2 < len(s) && s[i+1]&0xc0 == 0x80 && s[i+2]&0xc0 == 0x80 {
		if r := rune(s[i]&0x0f)<<12 | rune(s[i+1]&0x3f)<<6 | rune(s[i+2]&0x3f); r >= 0x800 {
			return r, 3
		}
	}
	return utf8.DecodeRuneInString(s[i:])
}

// at calls the detector of a trigger character that stands at text[start:end].
func (d *detector) at(t trigger, start, end int) {
	switch t {
	case at:
		d.email(start, end)
	case chat:
		d.chatAccount(start)
	case residence:
		d.residence(start, end)
	case room:
		d.addressCell(start)
	case born:
		d.birth(start, end)
	case plate:
		d.plate(start, end)
	case secret:
		d.secrecy(start, end)
	case internal:
		d.internal(start)
	case outside:
		d.outside(start)
	case hidden:
		if d.text[start] == '*' {
			d.markup(start)
		}
		d.hidden(start)
	case juvenile:
		d.minor(start)
	case victim:
		d.victim(end)
	case witness:
		d.witness(start)
	case family:
		d.family(start)
	case attending:
		d.school(start)
	case being:
		d.pupil(start)
	case markup:
		d.markup(start)
	}
}

// markup notes what may tear a number apart: a mark of Markdown with a digit beside it, or whatever escapes something.
func (d *detector) markup(at int) {
	c := d.text[at]
	next := at + 1
	for c == '>' && next < len(d.text) && (d.text[next] == ' ' || d.text[next] == '>') {
		next++ // of a quotation, whose lines go on as one
	}
	d.torn = d.torn || c == '&' || c == '\\' || unicode.IsDigit(d.before(at)) || unicode.IsDigit(d.after(next))
}
