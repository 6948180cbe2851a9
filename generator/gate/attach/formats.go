package attach

import (
	"archive/zip"
	"bytes"
	"slices"
	"strconv"
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/gate/attach/inside"
	"courtsite/generator/gate/attach/office"
	"courtsite/generator/gate/attach/pdf"
	"courtsite/generator/gate/attach/picture"
	"courtsite/generator/gate/attach/plain"
)

// readable are the formats that can be looked into, so that a file of one of them that cannot be is not what it should be.
var readable = []string{
	".docx", ".xlsx", ".pptx", ".docm", ".xlsm", ".pptm", ".dotx", ".xltx", ".ppsx", ".odt", ".ods", ".odp", ".odg", ".ott", ".ots", ".ofd", ".csv", ".tsv", ".txt", ".md", ".html", ".htm", ".xhtml", ".svg", ".xml", ".json", ".zip", ".pdf",
}

var (
	markup   = []string{".html", ".htm", ".xhtml", ".shtml", ".svg", ".xml"}
	tables   = []string{".csv", ".tsv"}
	scripts  = []string{".json", ".geojson", ".webmanifest", ".js", ".mjs"}
	texts    = []string{".txt", ".md", ".ics", ".vcf", ".css", ".vtt", ".srt", ".toml", ".yaml", ".yml", ".ini", ".log", ".sql", ".tex", ".rst", ".eml"}
	media    = []string{".mp3", ".mp4", ".m4a", ".m4v", ".wav", ".ogg", ".webm", ".avi", ".mov", ".wmv", ".flv", ".mkv", ".aac", ".flac", ".wma", ".amr"}
	old      = []string{".doc", ".xls", ".ppt", ".wps", ".et", ".dps", ".dot", ".xlt", ".pps", ".rtf"}
	packed   = []string{".rar", ".7z", ".bz2", ".xz", ".zst", ".cab", ".arj", ".z", ".lz"}
	pictures = []string{".jpg", ".jpeg", ".jpe", ".png", ".gif", ".bmp", ".ico", ".webp", ".tif", ".tiff", ".heic", ".heif", ".avif"}
	fonts    = []string{".woff", ".woff2", ".ttf", ".otf", ".eot"}
)

// neverEmpty are formats of which an empty file is a damaged one.
var neverEmpty = slices.Concat([]string{".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".ofd", ".pdf", ".zip"}, old, packed, pictures)

// open tells a file's format, by its bytes first, and has it read.
func (i *inspection) open(ext string, data []byte) {
	has := func(prefix string) bool { return bytes.HasPrefix(data, []byte(prefix)) }
	switch format := picture.Sniff(data); {
	case has("PK\x03\x04"), has("PK\x05\x06"):
		i.zip(ext, data)
	case bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")):
		pdf.Read(data, i, i.work)
	case format != "":
		i.picture(data, format)
	case has("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
		i.compound(data)
	case has("\x1f\x8b"):
		i.gzip(data)
	case len(data) > 262 && string(data[257:262]) == "ustar":
		i.tar(data)
	case has("Rar!"), has("7z\xbc\xaf"), has("BZh"), has("\xfd7zXZ"), slices.Contains(packed, ext):
		i.Unread(inside.Unread{Reason: inside.Archive})
	default:
		i.byName(ext, data)
	}
}

// byName reads what no signature tells.
func (i *inspection) byName(ext string, data []byte) {
	is := func(list []string) bool { return slices.Contains(list, ext) }
	unread := func(r inside.Reason) { i.Unread(inside.Unread{Reason: r}) }
	switch {
	case is(markup), i.flat(data):
		plain.Markup(data, i, i.work)
	case is(tables):
		plain.Table(data, i, i.work)
	case is(scripts):
		plain.Script(data, i, i.work)
	case is(texts):
		plain.Text(data, i, i.work)
	case is(media):
		unread(inside.Media)
	case is(fonts) && isFont(data):
	case ext == ".emf", ext == ".wmf", ext == ".emz", ext == ".wmz":
		unread(inside.Metafile)
	case ext == ".rtf" || bytes.HasPrefix(data, []byte(`{\rtf`)):
		i.asText(data)
		unread(inside.OldOffice)
	case is(old), is(pictures), is(readable), is(fonts):
		i.asText(data)
		unread(inside.NotItsName)
	default:
		i.asText(data)
		unread(inside.Unknown)
	}
}

// isFont tells fonts from other files that are called so.
func isFont(data []byte) bool {
	for _, start := range []string{"wOFF", "wOF2", "\x00\x01\x00\x00", "OTTO", "ttcf", "true", "typ1"} {
		if bytes.HasPrefix(data, []byte(start)) {
			return true
		}
	}
	return len(data) > 36 && string(data[34:36]) == "LP" // Embedded OpenType
}

// flat tells OpenDocument and Word documents that are one XML file.
func (i *inspection) flat(data []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(data, "\ufeff \r\n\t"), []byte("<?xml"))
}

// asText looks at a file of a wrong or unknown format as well as it goes: if it is text, its words are there to be read.
func (i *inspection) asText(data []byte) {
	if text, ok := plain.Decode(data); ok && !strings.ContainsRune(text, 0) {
		plain.Text(data, i, i.work)
	}
}

// compound tells old office documents from new ones that are encrypted: both are OLE2 compound files ([MS-CFB]; [MS-OFFCRYPTO] 2.1).
func (i *inspection) compound(data []byte) {
	reason := inside.OldOffice
	if bytes.Contains(data, utf16LE("EncryptedPackage")) {
		reason = inside.Encrypted
	}
	i.Unread(inside.Unread{Reason: reason})
}

func utf16LE(s string) []byte {
	b := make([]byte, 0, 2*len(s))
	for _, c := range []byte(s) {
		b = append(b, c, 0)
	}
	return b
}

// picture reads what a picture tells besides the picture.
func (i *inspection) picture(data []byte, format picture.Format) {
	if i.work.Spend(len(data)) != nil {
		i.Unread(inside.Unread{Reason: inside.OverLimit})
		return
	}
	m, err := picture.Read(data, format)
	if m.Located {
		i.Trace(inside.Trace{Kind: diag.PictureLocation})
	}
	for _, f := range slices.Concat(m.Names, m.Words) {
		t := &inside.Text{Label: f.Name}
		t.Write(f.Value, inside.Place{Part: inside.Property, Name: f.Name})
		i.Text(t)
	}
	for _, f := range m.Names {
		i.Trace(inside.Trace{Kind: diag.AttachmentProperties, Place: inside.Place{Part: inside.Property, Name: f.Name}, Args: []string{f.Name, f.Value}})
	}
	if m.Behind > 0 {
		i.Trace(inside.Trace{Kind: diag.PictureBehind, Args: []string{strconv.Itoa(m.Behind)}})
	}
	if err != nil {
		i.Unread(inside.Unread{Reason: inside.Damaged})
	}
	if m.Cut {
		i.Unread(inside.Unread{Reason: inside.OverLimit})
	}
}

// zip reads an archive, or an office document, which is one too.
func (i *inspection) zip(ext string, data []byte) {
	if bytes.Count(data, []byte("PK\x01\x02")) > 4*mostFiles {
		i.Unread(inside.Unread{Reason: inside.OverLimit})
		return
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	switch {
	case z == nil || err != nil && err != zip.ErrInsecurePath:
		i.Unread(inside.Unread{Reason: inside.Damaged})
	case ext == ".xlsb":
		i.Unread(inside.Unread{Reason: inside.Binary})
	case office.Is(z):
		office.Read(z, i, i.work)
		i.behind(data)
	default:
		i.archive(z)
		i.behind(data)
	}
}
