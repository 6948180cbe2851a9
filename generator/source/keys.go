package source

import (
	"slices"
	"strings"
)

// place is where a key stands. The TOML library tells the places of syntax errors only.
type place struct {
	key    []string
	offset int
}

func equal(a, b []string) bool              { return slices.Equal(a, b) }
func contains(list []string, s string) bool { return slices.Contains(list, s) }

// keys lists all keys of a document that the library accepted, with their places. It runs only when a problem has to be placed.
func (d *Document) keys() []place {
	if d.places == nil {
		d.places = scan(string(d.read[d.from:d.to]), d.from).places
		if d.places == nil {
			d.places = []place{}
		}
	}
	return d.places
}

// scanner walks over TOML, valid up to its end, and notes each key. It understands just enough: strings, comments, brackets.
type scanner struct {
	src    string
	i      int
	base   int
	places []place
	start  int      // of the last statement: a key with its value, or a [table]
	table  []string // that it stands in
	open   int      // the quotation mark or bracket that the text ends within, else -1
}

func scan(src string, base int) *scanner {
	s := &scanner{src: src, base: base, open: -1}
	s.document()
	return s
}

func (s *scanner) document() {
	var table []string
	for {
		before := s.i
		s.space("\n")
		if s.i >= len(s.src) {
			return
		}
		if strings.IndexByte(s.src[before:s.i], '\n') >= 0 || before == 0 {
			s.start, s.table = s.i, table
		}
		if s.src[s.i] == '[' {
			start := s.i
			for s.i < len(s.src) && s.src[s.i] == '[' {
				s.i++
			}
			table = s.key(nil)
			s.places[len(s.places)-1].offset = s.base + start
			for s.i < len(s.src) && s.src[s.i] != '\n' {
				s.i++
			}
			continue
		}
		if !s.pair(table) {
			s.i++ // not TOML after all: never stand still
		}
	}
}

// pair reads key = value.
func (s *scanner) pair(table []string) bool {
	start := s.i
	key := s.key(table)
	if s.i < len(s.src) && s.src[s.i] == '=' {
		s.i++
		s.value(key)
	}
	return s.i > start
}

// key reads a dotted key and notes every prefix of it that is new.
func (s *scanner) key(table []string) []string {
	key := slices.Clone(table)
	for {
		s.space("")
		at := s.i
		var name string
		if s.i < len(s.src) && (s.src[s.i] == '"' || s.src[s.i] == '\'') {
			s.text()
			name = strings.Trim(s.src[at:s.i], `"'`)
		} else {
			for s.i < len(s.src) && bare(s.src[s.i]) {
				s.i++
			}
			name = s.src[at:s.i]
		}
		key = append(key, name)
		s.places = append(s.places, place{slices.Clone(key), s.base + at})
		s.space("")
		if s.i >= len(s.src) || s.src[s.i] != '.' {
			return key
		}
		s.i++
	}
}

// value passes over a value, noting the keys of inline tables in it.
func (s *scanner) value(key []string) {
	s.space("")
	if s.i >= len(s.src) {
		return
	}
	switch s.src[s.i] {
	case '"', '\'':
		s.text()
	case '[':
		s.items(']', func() { s.value(key) })
	case '{':
		s.items('}', func() { s.pair(key) })
	default:
		for s.i < len(s.src) && !strings.ContainsRune(",]}#\n", rune(s.src[s.i])) {
			s.i++
		}
	}
}

// items reads what stands between brackets, separated by commas.
func (s *scanner) items(end byte, item func()) {
	open := s.i
	s.i++
	for {
		s.space("\n,")
		if s.i >= len(s.src) {
			s.leftOpen(open)
			return
		}
		if s.src[s.i] == end {
			s.i++
			return
		}
		start := s.i
		item()
		if s.i == start {
			s.i++
		}
	}
}

// text passes over a string of any of the four forms.
func (s *scanner) text() {
	open := s.i
	quote := s.src[s.i : s.i+1]
	if long := strings.Repeat(quote, 3); strings.HasPrefix(s.src[s.i:], long) {
		s.i += 3
		quote = long
	} else {
		s.i++
	}
	for s.i < len(s.src) {
		if quote[0] == '"' && s.src[s.i] == '\\' {
			s.i = min(s.i+2, len(s.src))
			continue
		}
		if strings.HasPrefix(s.src[s.i:], quote) {
			s.i += len(quote)
			return
		}
		s.i++
	}
	s.leftOpen(open)
}

// leftOpen notes the innermost of what the text ends within.
func (s *scanner) leftOpen(at int) {
	if s.open < 0 {
		s.open = at
	}
}

// space passes over blanks, comments, and the further characters given.
func (s *scanner) space(more string) {
	for s.i < len(s.src) {
		switch c := s.src[s.i]; {
		case c == ' ' || c == '\t' || c == '\r' || strings.IndexByte(more, c) >= 0:
			s.i++
		case c == '#':
			for s.i < len(s.src) && s.src[s.i] != '\n' {
				s.i++
			}
		default:
			return
		}
	}
}

func bare(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-'
}
