package source

import (
	"bytes"
	"regexp"
	"unicode"
	"unicode/utf8"

	"courtsite/generator/diag"
)

// span is one line of a document, as offsets in its file.
type span struct{ from, to int }

// lineAt gives the span of the n-th line (from 1) of the TOML; of the line around offset where n is out of range.
func (d *Document) lineAt(n, offset int) span {
	from := d.from
	for i := 1; i < n && from < d.to; i++ {
		next := bytes.IndexByte(d.src[from:d.to], '\n')
		if next < 0 {
			break
		}
		from += next + 1
	}
	if n < 1 {
		from = d.from + bytes.LastIndexByte(d.src[d.from:offset], '\n') + 1
	}
	to := d.to
	if i := bytes.IndexByte(d.src[from:d.to], '\n'); i >= 0 {
		to = from + i
	}
	return span{from, to}
}

// wide are the characters of a Chinese input method that stand where TOML wants ASCII.
var wide = map[rune]string{'“': `"`, '”': `"`, '‘': `'`, '’': `'`, '＂': `"`, '＝': "=", '：': "=", '，': ",", '［': "[", '］': "]", '【': "[", '】': "]", '｛': "{", '｝': "}", '＃': "#", '　': "space"}

var (
	dateValue = regexp.MustCompile(`^\s*(issued|published|updated|expires)\s*=\s*(.*?)\s*$`)
	// A bare key is ASCII; all keys that there are can be written bare.
	foreignKey = regexp.MustCompile(`^\s*([^\s"'=#\[\]]*[^\x00-\x7f"'=#\[\]][^\s"'=#\[\]]*)\s*=`)
	twice      = regexp.MustCompile(`^Key '(.*)' has already been defined`)
	bareValue  = regexp.MustCompile(`^\s*[A-Za-z0-9_-]+\s*=\s*([^"'\[{\s].*?)\s*$`)
)

// mistake names the mistake on a line at which the TOML library gave up.
func (d *Document) mistake(line span, offset int, message string) diag.Problem {
	text := d.src[line.from:line.to]
	if i, r := firstWide(text); i >= 0 {
		return diag.New(diag.TOMLWide, diag.At(d.path, d.src, line.from+i), string(r), wide[r])
	}
	if m := twice.FindStringSubmatch(message); m != nil {
		return diag.New(diag.TOMLTwice, diag.At(d.path, d.src, offset), m[1])
	}
	if m := foreignKey.FindSubmatchIndex(text); m != nil {
		return diag.New(diag.TOMLUnknownKey, diag.At(d.path, d.src, line.from+m[2]), string(text[m[2]:m[3]]), "")
	}
	if m := dateValue.FindSubmatchIndex(text); m != nil {
		return diag.New(diag.FrontDate, diag.At(d.path, d.src, line.from+m[4]), string(text[m[2]:m[3]]))
	}
	if m := bareValue.FindSubmatchIndex(text); m != nil {
		if r, _ := utf8.DecodeRune(text[m[2]:]); unicode.IsLetter(r) {
			return diag.New(diag.TOMLUnquoted, diag.At(d.path, d.src, line.from+m[2]))
		}
	}
	if offset < line.from || offset > line.to {
		offset = line.from
	}
	return diag.New(diag.TOMLSyntax, diag.At(d.path, d.src, offset), message)
}

// key begins a line that sets one.
var key = regexp.MustCompile(`^\s*[A-Za-z0-9_-]+\s*[=＝：]`)

// wideLines finds full-width characters on the lines behind from that set a key.
func (d *Document) wideLines(from int) (problems []diag.Problem) {
	for at := from; at < d.to; {
		end := d.to
		if i := bytes.IndexByte(d.src[at:d.to], '\n'); i >= 0 {
			end = at + i
		}
		if line := d.src[at:end]; key.Match(line) {
			if i, r := firstWide(line); i >= 0 {
				problems = append(problems, diag.New(diag.TOMLWide, diag.At(d.path, d.src, at+i), string(r), wide[r]))
			}
		}
		at = end + 1
	}
	return problems
}

// firstWide finds the first full-width character outside an ASCII string or comment, or the quotation mark that should have ended a string.
func firstWide(line []byte) (int, rune) {
	var quote byte
	end, ending := -1, rune(0)
	for i := 0; i < len(line); {
		r, n := utf8.DecodeRune(line[i:])
		switch {
		case quote != 0 && r == rune(quote):
			quote = 0
		case quote != 0 && wide[r] == string(quote):
			end, ending = i, r
		case quote != 0:
		case r == '"' || r == '\'':
			quote = byte(r)
		case r == '#':
			return -1, 0
		case wide[r] != "":
			return i, r
		}
		i += n
	}
	if quote == 0 {
		return -1, 0
	}
	return end, ending
}
