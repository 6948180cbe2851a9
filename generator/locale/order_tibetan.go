package locale

import (
	"slices"
	"strings"
)

// Tibetan dictionaries go by the root letter of the first syllable, not by the letter that it begins with: རྒྱལ stands under ག. Under a root letter
// come first the syllables that begin with it, then those with a prefixed letter, then those with a letter above it, then those with both.
// golang.org/x/text has no order for Tibetan, and that for Dzongkha knows only some of the stacks.

const (
	tibetanLetters = "ཀཁགངཅཆཇཉཏཐདནཔཕབམཙཚཛཝཞཟའཡརལཤསཧཨ"
	superscribed   = "རལས"                      // written above the root letter
	subscribed     = "\u0FB1\u0FB2\u0FB3\u0FAD" // ya, ra, la and wa written below it
	tibetanVowels  = "\u0F71\u0F72\u0F74\u0F7A\u0F7B\u0F7C\u0F7D\u0F80"
	subjoin        = 0x50 // from a letter to the same one below another
)

// prefixes are the letters that may stand before a root letter, with the root letters that each can stand before.
var prefixes = map[rune]string{
	'ག': "ཅཉཏདནཙཞཟཡཤས", 'ད': "ཀགངཔབམ", 'བ': "ཀགཅཏདཙཞཟཤསརལ", 'མ': "ཁགངཆཇཉཐདནཚཛ", 'འ': "ཁགཆཇཐདཕབཚཛ",
}

func tibetan(_ *Order, word string) place {
	stacks := stacksOf(word)
	if len(stacks) == 0 {
		return place{}
	}
	at := rootStack(stacks)
	root, above := stacks[at].root()
	rank := strings.Index(tibetanLetters, string(root))
	if rank < 0 {
		return place{}
	}
	rank *= 4
	if at > 0 {
		rank++
	}
	if above {
		rank += 2
	}
	return place{rank + 1, string(root)}
}

// stack is a letter with those below it.
type stack struct {
	letters []rune // as separate letters, from the top
	vowel   bool
}

// stacksOf takes the first syllable of a word apart.
func stacksOf(word string) []stack {
	var list []stack
	for _, r := range word {
		switch {
		case strings.ContainsRune(tibetanLetters, r):
			list = append(list, stack{letters: []rune{r}})
		case len(list) == 0:
			return nil
		case r >= 0x0F90 && r <= 0x0FBC:
			top := &list[len(list)-1]
			top.letters = append(top.letters, r)
		case strings.ContainsRune(tibetanVowels, r):
			list[len(list)-1].vowel = true
		default:
			return list
		}
	}
	return list
}

// root gives a stack's root letter, and whether another is written above it.
func (s stack) root() (letter rune, above bool) {
	if len(s.letters) > 1 && strings.ContainsRune(superscribed, s.letters[0]) && !strings.ContainsRune(subscribed, s.letters[1]) {
		return s.letters[1] - subjoin, true
	}
	return s.letters[0], false
}

// rootStack finds the stack of a syllable that has its root letter: one of several letters, or the first with a vowel, but for the particles that
// are joined to a syllable (འི, འུ, འོ); else the second of two letters only where a third follows that ends the syllable.
func rootStack(stacks []stack) int {
	if i := slices.IndexFunc(stacks, func(s stack) bool { return len(s.letters) > 1 }); i >= 0 {
		return i
	}
	i := slices.IndexFunc(stacks, func(s stack) bool { return s.vowel })
	if i == 0 || i == 1 && stacks[1].letters[0] != 'འ' {
		return i
	}
	first := stacks[0].letters[0]
	if len(stacks) > 2 && strings.ContainsRune(prefixes[first], stacks[1].letters[0]) && !secondSuffix(stacks) {
		return 1
	}
	return 0
}

// secondSuffix tells whether three letters without a vowel are a root letter, a suffix, and ས after it, which no prefix can be told from: གངས, དགས.
func secondSuffix(stacks []stack) bool {
	return len(stacks) == 3 && stacks[2].letters[0] == 'ས' && strings.ContainsRune("གངབམ", stacks[1].letters[0])
}
