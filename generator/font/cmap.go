package font

// characters reads a table of characters: of its subtables the one for all of Unicode, else that for the basic plane (OpenType 1.9, cmap).
func characters(table []byte) (*Chars, error) {
	r := reader{data: table}
	var found []byte
	for i := range int(r.u16(2)) {
		record := 4 + 8*i
		platform, encoding := r.u16(record), r.u16(record+2)
		if platform != 0 && (platform != 3 || encoding != 1 && encoding != 10) {
			continue
		}
		offset := int(r.u32(record + 4))
		if r.failed || offset > len(table) {
			return nil, errFormat
		}
		if sub := table[offset:]; format(sub) > format(found) {
			found = sub
		}
	}
	c := &Chars{}
	switch r = (reader{data: found}); format(found) {
	case 4:
		r.segments(c)
	case 12:
		r.groups(c)
	default:
		return nil, errFormat
	}
	if r.failed {
		return nil, errFormat
	}
	return c, nil
}

// format gives the format of a subtable, 0 for one that is not read.
func format(sub []byte) uint16 {
	r := reader{data: sub}
	if f := r.u16(0); f == 4 || f == 12 {
		return f
	}
	return 0
}

// groups reads format 12: runs of characters, each with the number of its first glyph. Glyph 0 is the box for what the font has not.
func (r *reader) groups(c *Chars) {
	last := int64(-1)
	for i := range int(r.u32(12)) {
		at := 16 + 12*i
		first, end := r.u32(at), r.u32(at+4)
		if r.failed || first > end || int64(first) <= last {
			r.failed = true
			return
		}
		if r.u32(at+8) == 0 {
			first++
		}
		c.add(Range{rune(min(first, 0x110000)), rune(min(end, 0x10ffff))})
		last = int64(end)
	}
}

// segments reads format 4: the ends of all runs, their starts, and how to come from a character to its glyph.
func (r *reader) segments(c *Chars) {
	count := int(r.u16(6)) / 2
	last := -1
	for i := range count {
		end, start := int(r.u16(14+2*i)), int(r.u16(16+2*count+2*i))
		if r.failed || start > end || start <= last {
			r.failed = true
			return
		}
		for char := start; char <= end && char != 0xffff; char++ {
			if r.glyph(i, count, start, char) != 0 {
				c.add(Range{rune(char), rune(char)})
			}
		}
		last = end
	}
}

// glyph gives the number of the glyph for a character in a segment of format 4.
func (r *reader) glyph(i, count, start, char int) uint16 {
	delta := r.u16(16 + 4*count + 2*i)
	at := 16 + 6*count + 2*i // of the offset, which counts from its own place
	offset := int(r.u16(at))
	if offset == 0 {
		return uint16(char) + delta
	}
	if id := r.u16(at + offset + 2*(char-start)); id != 0 {
		return id + delta
	}
	return 0
}
