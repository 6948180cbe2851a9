package pdf

import (
	"strings"
	"unicode/utf16"

	"courtsite/generator/gate/attach/inside"
)

// cmap says which characters the codes of a font stand for (Adobe Technical Notes 5014 and 5411), and how long codes are.
type cmap struct {
	chars  map[uint32]string
	ranges []charRange
	spaces []codespace
}

type charRange struct {
	low, high uint32
	to        []rune // of low; the last one rises
}

type codespace struct {
	size      int
	low, high uint32
}

// Bounds of a map.
const (
	mostMapped = 200_000
	mostRanges = 20_000
	mostSpaces = 100
)

func readCMap(data []byte, work *inside.Work) *cmap {
	m := &cmap{chars: map[uint32]string{}}
	if work.Spend(len(data)) != nil {
		return m
	}
	l := &lexer{data: data}
	var args []any
	for {
		v := l.next(0)
		switch v := v.(type) {
		case end:
			return m
		case operator:
			m.operator(v, args)
			args = args[:0]
		default:
			if args = append(args, v); len(args) > mostMapped || len(m.chars)+len(m.ranges) > mostMapped {
				return m
			}
		}
	}
}

func (m *cmap) operator(op operator, args []any) {
	switch op {
	case "endcodespacerange":
		for i := 0; i+1 < len(args); i += 2 {
			low, ok1 := args[i].(text)
			high, ok2 := args[i+1].(text)
			if ok1 && ok2 && len(low) >= 1 && len(low) <= 4 && len(m.spaces) < mostSpaces {
				m.spaces = append(m.spaces, codespace{len(low), code(low), code(high)})
			}
		}
	case "endbfchar":
		for i := 0; i+1 < len(args); i += 2 {
			from, ok1 := args[i].(text)
			to, ok2 := args[i+1].(text)
			if ok1 && ok2 {
				m.chars[code(from)] = string(utf16BE(to))
			}
		}
	case "endbfrange":
		for i := 0; i+2 < len(args); i += 3 {
			m.bfRange(args[i], args[i+1], args[i+2])
		}
	}
}

func (m *cmap) bfRange(from, until, to any) {
	low, ok1 := from.(text)
	high, ok2 := until.(text)
	if !ok1 || !ok2 || len(m.ranges) >= mostRanges {
		return
	}
	switch to := to.(type) {
	case text:
		if runes := utf16BE(to); len(runes) > 0 {
			m.ranges = append(m.ranges, charRange{code(low), code(high), runes})
		}
	case array:
		for i, v := range to {
			if s, ok := v.(text); ok {
				m.chars[code(low)+uint32(i)] = string(utf16BE(s))
			}
		}
	}
}

func code(s text) uint32 {
	var n uint32
	for i := range len(s) {
		n = n<<8 | uint32(s[i])
	}
	return n
}

func utf16BE(s text) []rune {
	if len(s) == 1 {
		return []rune{rune(s[0])}
	}
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return utf16.Decode(units)
}

// lookup gives the characters of a code, "" where the map does not know it.
func (m *cmap) lookup(c uint32) string {
	if m == nil {
		return ""
	}
	if s, ok := m.chars[c]; ok {
		return s
	}
	m.chars[c] = m.ranged(c) // most texts use few codes, often
	return m.chars[c]
}

func (m *cmap) ranged(c uint32) string {
	for _, r := range m.ranges {
		if r.low <= c && c <= r.high {
			var b strings.Builder
			for i, ch := range r.to {
				if i == len(r.to)-1 {
					ch += rune(c - r.low)
				}
				b.WriteRune(ch)
			}
			return b.String()
		}
	}
	return ""
}

// next takes the next code off a string.
func (m *cmap) next(s text, standard int) (c uint32, size int) {
	for size = 1; size <= 4 && size <= len(s) && m != nil; size++ {
		c = c<<8 | uint32(s[size-1])
		for _, space := range m.spaces {
			if space.size == size && space.low <= c && c <= space.high {
				return c, size
			}
		}
	}
	size = min(standard, len(s))
	return code(s[:size]), size
}
