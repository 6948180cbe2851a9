package gate

import (
	"strings"
	"unicode"

	"courtsite/generator/diag"
	"courtsite/generator/script"
)

// glyphs finds characters that readers would see as a box. Where the theme has a font for a script it can be known: the font has the character or not.
// Elsewhere the reader's own fonts draw it; then it is told what hardly any of them has. What has no meaning at all other checks tell.
func (s *scripts) glyphs(text string) {
	look := s.fonts.Looker()
	for at := 0; at < len(text); {
		r, size := script.Decode(text, at)
		if at += size; drawnAnywhere(r) {
			continue
		}
		meant, drawn := look(r)
		if !isBox(r, meant, drawn) || strings.ContainsRune(s.boxes, r) {
			continue
		}
		kind, args := (*diag.Kind)(nil), []any{alone(r), r}
		switch {
		case meant:
			kind = diag.ScriptNoFont
		case rare(r):
			kind = diag.ScriptRare
		default:
			kind, args = diag.ScriptUnassigned, []any{r}
		}
		s.boxes += string(r)
		s.tell(kind, at-size, args...)
	}
}

// isBox tells whether readers would see a character as a box, so far as it can be known: see [scripts.glyphs]. Tags, from U+E0000 on, are told of as controls.
func isBox(r rune, meant, drawn bool) bool {
	return !drawnAnywhere(r) && !drawn && (meant || rare(r) || unicode.Is(unicode.Cn, r) && r < 0xe0000)
}

// alone writes a character; one that would go onto the one before it stands on a circle.
func alone(r rune) string {
	if unicode.Is(unicode.M, r) {
		return "◌" + string(r)
	}
	return string(r)
}

// drawnAnywhere tells, of the characters that most texts are made of, that every computer has them: letters up to Cyrillic, common Chinese characters, Hangul.
func drawnAnywhere(r rune) bool {
	return r < 0x530 || r >= 0x4e00 && r < 0x9ff0 || r >= 0xac00 && r < 0xd7a4
}

// rare tells whether a Chinese character is beyond what fonts of the last ten years have: those of the first plane before Unicode 13, and those of the
// national table of general characters.
func rare(r rune) bool {
	switch {
	case r >= 0x20000 && r < 0x40000:
		return !strings.ContainsRune(generalCharacters, r)
	case r >= 0x4db6 && r < 0x4dc0, r >= 0x9ff0 && r < 0xa000:
		return true
	}
	return false
}

// generalCharacters are those of the 8,105 of 通用规范汉字表 (国发〔2013〕23号) that stand beyond the first plane of Unicode; GB 18030-2022 wants them in the fonts
// of every system. From the property kTGH of Unicode's Unihan database.
const generalCharacters = "" +
	"𠅤𠙶𠳐𡎚𡐓𣗋𣲗𣲘𣸣𤧛𤩽𤫉𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦭜𦰡𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨺙𩽾𩾃𩾌𪟝𪣻𪤗𪨰𪨶𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓" +
	"𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭𫛭𫞩𫟅𫟦𫟹𫟼𫠆𫠊𫠜𫢸𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡" +
	"𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟𬟁𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩𬭬𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀" +
	"𬯎𬱖𬱟𬳵𬳶𬳽𬳿𬴂𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓"
