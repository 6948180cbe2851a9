package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// blocks reads what the library passes over: comments and text chunks, and how many bytes stand behind the picture's end. What a program
// that crops pictures leaves there is the rest of the picture, and what telephones put there is a film.
func (m *Metadata) blocks(data []byte, format Format) {
	end := len(data)
	switch format {
	case PNG:
		end = m.chunks(data)
	case JPEG:
		end = m.segments(data)
	case GIF:
		end = m.extensions(data)
	case BMP:
		end = max(54, int(binary.LittleEndian.Uint32(data[2:])))
	}
	m.behind(data[min(end, len(data)):])
}

// behind looks at what stands behind the end. Padding is nothing, and of a second picture its words count.
func (m *Metadata) behind(rest []byte) {
	rest = bytes.Trim(rest, "\x00\r\n \xff")
	if len(rest) < leastBehind {
		return
	}
	m.Behind = len(rest)
	if text, ok := words(rest); ok {
		m.word("", text)
	}
}

// leastBehind is how many bytes behind a picture are worth a word: fewer are a mistake of the program that wrote it.
const leastBehind = 16

// mostWords bounds the words of one block, and what is unpacked for all of a picture's text chunks.
const mostWords = 1 << 20

// words makes a text of bytes in UTF-8, in GB18030 or in Latin letters; false for bytes that are no text.
func words(b []byte) (string, bool) {
	if len(b) > mostWords || bytes.IndexByte(b, 0) >= 0 {
		return "", false
	}
	if utf8.Valid(b) {
		return string(b), true
	}
	if s, err := simplifiedchinese.GB18030.NewDecoder().String(string(b)); err == nil && !bytes.ContainsRune([]byte(s), utf8.RuneError) {
		return s, true
	}
	return latin1(b), len(b) < 4096
}

// chunks reads the text chunks of a PNG (PNG specification, third edition, 11.3.3) and gives where the picture ends. XMP is left to the library.
func (m *Metadata) chunks(data []byte) (end int) {
	left := int64(mostWords)
	for at := 8; at+12 <= len(data); {
		size := int(binary.BigEndian.Uint32(data[at:]))
		kind := string(data[at+4 : at+8])
		if size < 0 || size > len(data)-at-12 {
			break
		}
		body := data[at+8 : at+8+size]
		at += 12 + size
		key, text, ok := bytes.Cut(body, []byte{0})
		switch {
		case kind == "IEND":
			return at
		case !slices.Contains(pictureChunks, kind) && kind[0] >= 'a':
			m.foreign(kind, body)
		case !ok || len(key) > 79:
		case kind == "tEXt":
			m.word(string(key), latin1(text))
		case kind == "zTXt" && len(text) > 1 && text[0] == 0:
			m.word(string(key), latin1(m.inflate(text[1:], &left)))
		case kind == "iTXt" && len(text) > 2 && string(key) != "XML:com.adobe.xmp":
			m.international(string(key), text, &left)
		}
	}
	return len(data)
}

// pictureChunks are those of the PNG specification that programs may pass over: what they hold is numbers, or is read elsewhere.
var pictureChunks = []string{"tEXt", "zTXt", "iTXt", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "pHYs", "sPLT", "eXIf", "tIME", "acTL", "fcTL", "fdAT"}

// foreign reads what a program wrote in a block of its own, if it is words.
func (m *Metadata) foreign(kind string, body []byte) {
	if text, ok := words(bytes.Trim(body, "\x00")); ok && utf8.Valid(body) && !strings.ContainsFunc(text, unprintable) {
		m.word(kind, text)
	}
}

func unprintable(r rune) bool { return unicode.IsControl(r) && !unicode.IsSpace(r) && r != 0 }

// international reads the text of an iTXt chunk: a flag and a method of packing, a language, the keyword in it, the text.
func (m *Metadata) international(key string, text []byte, left *int64) {
	parts := bytes.SplitN(text[2:], []byte{0}, 3)
	switch {
	case len(parts) < 3:
	case text[0] == 0:
		m.word(key, string(parts[2]))
	default:
		m.word(key, string(m.inflate(parts[2], left)))
	}
}

// inflate unpacks a text, as much as is left to unpack.
func (m *Metadata) inflate(packed []byte, left *int64) []byte {
	r, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil
	}
	text, _ := io.ReadAll(io.LimitReader(r, *left+1)) // what could be unpacked of a damaged one is there to be read
	m.Cut = m.Cut || int64(len(text)) > *left
	*left = max(0, *left-int64(len(text)))
	return text
}

// segments reads the comments of a JPEG (ITU-T T.81, B.1.1) and gives where the picture ends. Cameras put small copies of the picture behind it:
// they belong to it, with their comments.
func (m *Metadata) segments(data []byte) (end int) {
	for at := 2; at+2 <= len(data); {
		if data[at] != 0xff {
			at++ // of the picture itself
			continue
		}
		switch marker := data[at+1]; {
		case marker == 0xd9: // its end
			if next := at + 2; bytes.HasPrefix(data[next:], []byte("\xff\xd8\xff")) {
				at = next + 2
				continue
			}
			m.ended = true
			return at + 2
		case marker == 0xff:
			at++
		case marker == 0, marker == 1, marker >= 0xd0 && marker <= 0xd8:
			at += 2
		case at+4 > len(data):
			return len(data)
		default:
			size := int(binary.BigEndian.Uint16(data[at+2:]))
			body := data[at+4:]
			if whole := size >= 2 && size-2 <= len(body); whole && marker == 0xfe {
				m.comment(body[:size-2])
			} else if whole && marker > 0xe0 && marker <= 0xef {
				m.foreign("APP"+strconv.Itoa(int(marker-0xe0)), body[:size-2])
			}
			if frame := marker&0xf0 == 0xc0 && marker != 0xc4 && marker != 0xc8 && marker != 0xcc; frame && len(body) >= 5 {
				m.sized(uint32(binary.BigEndian.Uint16(body[1:])), uint32(binary.BigEndian.Uint16(body[3:])))
			}
			at += 2 + max(size, 2)
		}
	}
	return len(data)
}

// comment reads what somebody wrote beside the picture. Zeros stand between pieces of it.
func (m *Metadata) comment(b []byte) {
	if text, ok := words(bytes.ReplaceAll(b, []byte{0}, []byte{'\n'})); ok {
		m.word("Comment", text)
	} else {
		m.Cut = true
	}
}

// extensions reads the comments of a GIF (GIF89a specification, 24 and 25) and gives where the picture ends.
func (m *Metadata) extensions(data []byte) (end int) {
	if len(data) < 13 {
		return len(data)
	}
	m.sized(uint32(binary.LittleEndian.Uint16(data[6:])), uint32(binary.LittleEndian.Uint16(data[8:])))
	at := 13 + colors(data[10])
	for at < len(data) {
		switch data[at] {
		case 0x3b:
			m.ended = true
			return at + 1
		case 0x21:
			if at+2 > len(data)-1 {
				return len(data)
			}
			label := data[at+1]
			body, next := subBlocks(data, at+2)
			if label == 0xfe || label == 0x01 {
				m.comment(body)
			}
			at = next
		case 0x2c:
			if at+10 > len(data)-1 {
				return len(data)
			}
			_, at = subBlocks(data, at+10+colors(data[at+9])+1)
		default:
			return at
		}
	}
	return len(data)
}

// colors is the length of a table of colours, if the flags say that there is one.
func colors(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}

// subBlocks joins the pieces of a block, as many as a text may have.
func subBlocks(data []byte, at int) (body []byte, next int) {
	for at < len(data) && data[at] != 0 {
		n := min(int(data[at]), len(data)-at-1)
		if len(body) < mostWords {
			body = append(body, data[at+1:at+1+n]...)
		}
		at += 1 + n
	}
	return body, at + 1
}
