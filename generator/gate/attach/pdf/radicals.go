package pdf

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// radicals are characters of the block CJK Radicals Supplement whose glyphs are those of whole characters, as browsers and other programs write them into
// the maps of fonts (Unicode, EquivalentUnifiedIdeograph.txt, those that simplified Chinese uses). Those of the block Kangxi Radicals are in NFKC.
var radicals = strings.NewReplacer(
	"⺠", "民", "⺟", "母", "⻁", "虎", "⻄", "西", "⻅", "见", "⻆", "角", "⻉", "贝", "⻋", "车", "⻓", "长", "⻔", "门", "⻘", "青", "⻙", "韦", "⻚", "页", "⻛", "风", "⻜", "飞", "⻝", "食",
	"⻢", "马", "⻣", "骨", "⻤", "鬼", "⻥", "鱼", "⻦", "鸟", "⻧", "卤", "⻨", "麦", "⻩", "黄", "⻪", "黾", "⻬", "齐", "⻮", "齿", "⻰", "龙", "⻳", "龟", "⺒", "巳", "⺓", "幺", "⺜", "日", "⺝", "月", "⺼", "肉",
	"⻑", "長", "⻒", "镸", "⻗", "雨", "⻞", "食", "⻟", "飠", "⻫", "斉", "⻭", "歯", "⻯", "竜", "⻲", "亀", "⺸", "羊", "⻊", "足", "⻍", "辶", "⻏", "邑",
)

// whole gives the characters that are meant where a font's map has radicals, ligatures or compatibility forms of characters.
func whole(chars string) string {
	for _, r := range chars {
		switch {
		case r >= 0x2e80 && r <= 0x2eff:
			return radicals.Replace(chars)
		case r >= 0x2f00 && r <= 0x2fdf, r >= 0xf900 && r <= 0xfaff, r >= 0xfb00 && r <= 0xfb06:
			return norm.NFKC.String(chars)
		}
	}
	return chars
}
