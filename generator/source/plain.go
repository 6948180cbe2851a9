package source

import (
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// plainTOML reads the TOML that nearly every front matter is: bare keys, each on a line with its value, which is a text without escapes, a whole number,
// a date or a moment, true or false, or a list of texts; comments; and tables with a bare name. ok is false at anything else, right or wrong, and the
// library reads the document: it makes three copies of the text and asks a channel for every token. What is read here, the library reads to the same
// values (FuzzPlainTOML).
func plainTOML(src string) (values map[string]any, ok bool) {
	if !utf8.ValidString(src) {
		return nil, false
	}
	values = map[string]any{}
	table := values
	for len(src) > 0 {
		var line string
		line, src, _ = strings.Cut(src, "\n")
		l := plainLine{line}
		l.blanks()
		switch {
		case l.ends():
			continue
		case l.take('['):
			name, fits := l.header()
			if _, twice := values[name]; !fits || twice {
				return nil, false
			}
			table = map[string]any{}
			values[name] = table
		default:
			key, value := l.pair()
			if _, twice := table[key]; value == nil || twice {
				return nil, false
			}
			table[key] = value
		}
		if l.blanks(); !l.ends() {
			return nil, false
		}
	}
	return values, true
}

// plainLine is what is left of a line.
type plainLine struct{ rest string }

func (l *plainLine) blanks() { l.rest = strings.TrimLeft(l.rest, " \t") }

func (l *plainLine) take(c byte) bool {
	if l.rest == "" || l.rest[0] != c {
		return false
	}
	l.rest = l.rest[1:]
	return true
}

// ends tells whether nothing is left, or a comment that may stand there.
func (l *plainLine) ends() bool {
	return l.rest == "" || l.rest[0] == '#' && !strings.ContainsFunc(l.rest, notPlain)
}

// notPlain tells of a character that TOML forbids in a line, or that the library has a rule of its own for.
func notPlain(r rune) bool { return r < ' ' && r != '\t' || r == 0x7f }

// name takes a bare key; "" where there is none.
func (l *plainLine) name() string {
	end := 0
	for end < len(l.rest) && bare(l.rest[end]) {
		end++
	}
	name := l.rest[:end]
	l.rest = l.rest[end:]
	return name
}

// header takes the name of a table and the bracket behind it.
func (l *plainLine) header() (name string, ok bool) {
	l.blanks()
	name = l.name()
	l.blanks()
	return name, name != "" && l.take(']')
}

// pair takes a key and its value; no value where there are no such two.
func (l *plainLine) pair() (key string, value any) {
	key = l.name()
	l.blanks()
	if key == "" || !l.take('=') {
		return "", nil
	}
	l.blanks()
	switch {
	case l.rest == "":
	case l.rest[0] == '"' || l.rest[0] == '\'':
		if s, ok := l.text(); ok {
			return key, s
		}
	case l.take('['):
		if list, ok := l.list(); ok {
			return key, list
		}
	default:
		word := l.rest
		if end := strings.IndexAny(word, " \t#"); end >= 0 {
			word = word[:end]
		}
		l.rest = l.rest[len(word):]
		return key, plainValue(word)
	}
	return "", nil
}

// text takes a text between two quotation marks of either kind.
func (l *plainLine) text() (s string, ok bool) {
	quote := l.rest[0]
	end := strings.IndexByte(l.rest[1:], quote)
	if end < 0 {
		return "", false
	}
	s = l.rest[1 : 1+end]
	l.rest = l.rest[2+end:]
	if s == "" && l.rest != "" && l.rest[0] == quote { // three of them begin a text of several lines
		return "", false
	}
	return s, !strings.ContainsFunc(s, notPlain) && (quote == '\'' || strings.IndexByte(s, '\\') < 0)
}

// list takes the texts of a list and the bracket behind them.
func (l *plainLine) list() (list []any, ok bool) {
	list = []any{}
	for l.blanks(); !l.take(']'); l.blanks() {
		if l.rest == "" || l.rest[0] != '"' && l.rest[0] != '\'' {
			return nil, false
		}
		s, ok := l.text()
		if !ok {
			return nil, false
		}
		list = append(list, s)
		if l.blanks(); !l.take(',') && (l.rest == "" || l.rest[0] != ']') {
			return nil, false
		}
	}
	return list, true
}

// plainValue reads what stands without quotation marks; nil where the library has to.
func plainValue(word string) any {
	switch {
	case word == "true":
		return true
	case word == "false":
		return false
	case isShape(word, "0000-00-00"):
		return plainTime(time.DateOnly, word, tomlZones().date)
	case isShape(word, "0000-00-00T00:00:00"):
		return plainTime("2006-01-02T15:04:05", word, tomlZones().moment)
	case isShape(word, "0000-00-00T00:00:00Z"), isShape(word, "0000-00-00T00:00:00+00:00"), isShape(word, "0000-00-00T00:00:00-00:00"):
		return plainTime(time.RFC3339, word, time.Local)
	case word != "" && len(word) < 18 && (word == "0" || word[0] != '0') && strings.Trim(word, "0123456789") == "":
		n, _ := strconv.ParseInt(word, 10, 64)
		return n
	}
	return nil
}

func plainTime(layout, word string, zone *time.Location) any {
	t, err := time.ParseInLocation(layout, word, zone)
	if err != nil {
		return nil
	}
	return t
}

// isShape tells whether a word has digits where a shape has them, and all other characters of it.
func isShape(word, shape string) bool {
	if len(word) != len(shape) {
		return false
	}
	for i := range len(shape) {
		if c := word[i]; shape[i] == '0' && (c < '0' || c > '9') || shape[i] != '0' && c != shape[i] {
			return false
		}
	}
	return true
}

// zones are what the library marks dates and moments without an offset by. It does not export them.
type zones struct{ date, moment *time.Location }

var tomlZones = sync.OnceValue(func() zones {
	sample := map[string]any{}
	if err := toml.Unmarshal([]byte("date = 2006-01-02\nmoment = 2006-01-02T15:04:05"), &sample); err != nil {
		panic(err)
	}
	return zones{sample["date"].(time.Time).Location(), sample["moment"].(time.Time).Location()}
})
