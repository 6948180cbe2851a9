package diag

import "unicode/utf8"

// Nearest gives the known word that takes the fewest changes of a character to come from the
// author's word, for hints such as `the nearest key is "published"`. Of equals, the first wins. Where none is near, it is "":
// a word of which more than half has to change is not what the author meant.
func Nearest(word string, known []string) string {
	best, least := "", -1
	for _, k := range known {
		if d := distance([]rune(word), []rune(k)); least < 0 || d < least {
			best, least = k, d
		}
	}
	if longer := max(utf8.RuneCountInString(word), utf8.RuneCountInString(best)); least*2 > longer {
		return ""
	}
	return best
}

// distance is the Levenshtein distance: insertions, deletions and replacements, one each.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			replace := diagonal
			if x != y {
				replace++
			}
			diagonal = row[j+1]
			row[j+1] = min(replace, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
