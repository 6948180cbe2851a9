// Package picture reads what a picture file tells besides the picture: where it was taken, and whose names stand in it (EXIF, IPTC, XMP, text
// chunks of PNG, comments of JPEG and GIF), and whether something was left behind its end. It does not look at the picture itself.
//
// The metadata of JPEG, PNG, TIFF, WebP, HEIF and AVIF are read by github.com/bep/imagemeta.
package picture

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/bep/imagemeta"
)

// Format is a format of pictures, by its usual file extension without the dot; "" is none that is known.
type Format string

// The formats. Of those without metadata only the signature is known.
const (
	JPEG Format = "jpg"
	PNG  Format = "png"
	TIFF Format = "tiff"
	WebP Format = "webp"
	HEIF Format = "heic"
	AVIF Format = "avif"
	GIF  Format = "gif"
	BMP  Format = "bmp"
	Icon Format = "ico"
)

// Sniff tells the format from the first bytes of a file.
func Sniff(data []byte) Format {
	has := func(prefix string) bool { return bytes.HasPrefix(data, []byte(prefix)) }
	switch {
	case has("\xff\xd8\xff"):
		return JPEG
	case has("\x89PNG\r\n\x1a\n"):
		return PNG
	case has("II*\x00"), has("MM\x00*"):
		return TIFF
	case has("RIFF") && len(data) >= 12 && string(data[8:12]) == "WEBP":
		return WebP
	case has("GIF87a"), has("GIF89a"):
		return GIF
	case has("BM") && len(data) >= 14 && binary.LittleEndian.Uint32(data[6:]) == 0:
		return BMP
	case has("\x00\x00\x01\x00"):
		return Icon
	case len(data) >= 12 && string(data[4:8]) == "ftyp":
		switch brand := string(data[8:12]); brand {
		case "heic", "heix", "hevc", "heim", "heis", "mif1", "msf1":
			return HEIF
		case "avif", "avis":
			return AVIF
		}
	}
	return ""
}

// Field is one entry of the metadata that holds words.
type Field struct{ Name, Value string }

// Metadata is what a picture tells besides the picture.
type Metadata struct {
	Located bool    // it holds coordinates
	Names   []Field // of the author, the owner, the one who saved it
	Words   []Field // everything else that was written: titles, comments, places
	Behind  int     // bytes behind the picture's end
	Cut     bool    // some of it is too large or too much to be looked at

	ended bool // the end of the picture was found
}

// Bounds of what is read of a picture.
const (
	mostTags   = 2000
	longestTag = 1<<16 - 1
)

// nameTags are the entries that name persons, of whichever source.
var nameTags = []string{
	"Artist", "Author", "By-line", "Byline", "CameraOwnerName", "OwnerName", "CaptionWriter", "Writer-Editor", "Contact", "Creator", "creator", "XPAuthor",
}

// technical are entries whose words are the camera's or the program's.
var technical = []string{
	"Make", "Model", "Software", "LensMake", "LensModel", "HostComputer", "ProcessingSoftware", "format", "CreatorTool", "InstanceID", "DocumentID", "OriginalDocumentID",
	"ColorSpace", "ICCProfile", "PhotographicSensitivity", "Version", "ExifVersion", "FlashpixVersion", "ComponentsConfiguration", "ColorMode", "Date", "Time", "UniqueID",
}

var formats = map[Format]imagemeta.ImageFormat{
	JPEG: imagemeta.JPEG, PNG: imagemeta.PNG, TIFF: imagemeta.TIFF, WebP: imagemeta.WebP, HEIF: imagemeta.HEIF, AVIF: imagemeta.AVIF,
}

// Read reads the metadata. An error says that they could not be read as a whole; what was read until there is returned.
func Read(data []byte, format Format) (m Metadata, err error) {
	// The library is fuzzed, but it is not ours: a panic in it must not end a build.
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("read metadata: %v", r)
		}
	}()
	m.blocks(data, format)
	if !m.whole(data, format) {
		err = errCut
	}
	known, ok := formats[format]
	if !ok {
		return m, err
	}
	tags := 0
	_, wrong := imagemeta.Decode(imagemeta.Options{
		R: bytes.NewReader(data), ImageFormat: known, Sources: imagemeta.EXIF | imagemeta.IPTC | imagemeta.XMP,
		ShouldHandleTag: func(imagemeta.TagInfo) bool {
			tags++
			m.Cut = m.Cut || tags > mostTags
			return true
		},
		HandleTag: func(tag imagemeta.TagInfo) error {
			m.tag(tag)
			return nil
		},
		LimitNumTags: mostTags + 1, LimitTagSize: longestTag,
	})
	return m, cmp.Or(err, wrong)
}

func (m *Metadata) tag(tag imagemeta.TagInfo) {
	if strings.HasPrefix(tag.Tag, "GPSLatitude") || strings.HasPrefix(tag.Tag, "GPSLongitude") {
		m.Located = m.Located || located(tag.Value)
		return
	}
	if strings.HasPrefix(tag.Tag, "GPS") || tag.Tag == "ThumbnailOffset" {
		return
	}
	switch v := tag.Value.(type) {
	case string:
		m.word(tag.Tag, v)
	case []string:
		m.word(tag.Tag, strings.Join(v, "; "))
	case []any:
		for _, s := range v {
			if s, ok := s.(string); ok {
				m.word(tag.Tag, s)
			}
		}
	case []byte:
		if tag.Tag == "UserComment" || strings.HasPrefix(tag.Tag, "XP") {
			m.word(tag.Tag, comment(v))
		}
	}
}

// located tells a coordinate from one that a program left empty.
func located(value any) bool {
	switch v := value.(type) {
	case nil:
		return false
	case float64:
		return v != 0 && !math.IsNaN(v)
	case string:
		return len(strings.TrimSpace(v)) > 1
	case []any:
		return len(v) > 0
	}
	return true
}

// comment drops the 8 bytes that name the encoding of an EXIF comment.
func comment(v []byte) string {
	if len(v) >= 8 {
		switch strings.TrimRight(string(v[:8]), "\x00 ") {
		case "ASCII", "UNICODE", "JIS", "":
			v = v[8:]
		}
	}
	return string(bytes.Trim(v, "\x00 "))
}

func (m *Metadata) word(name, value string) {
	value = strings.TrimSpace(strings.ToValidUTF8(strings.Trim(value, "\x00"), "\ufffd"))
	switch {
	case value == "" || !wordy(value):
	case slices.Contains(nameTags, name):
		m.Names = append(m.Names, Field{name, value})
	case !slices.ContainsFunc(technical, func(t string) bool { return strings.Contains(name, t) }):
		m.Words = append(m.Words, Field{name, value})
	}
}

// wordy tells words from numbers and codes of one or two letters.
func wordy(s string) bool { return utf8.RuneCountInString(s) >= 2 }

// latin1 is what tEXt is written in; many programs write UTF-8 all the same.
func latin1(b []byte) string {
	if utf8.Valid(b) {
		return string(b)
	}
	runes := make([]rune, len(b))
	for i, c := range b {
		runes[i] = rune(c)
	}
	return string(runes)
}
