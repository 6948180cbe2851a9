// Package office reads documents that are a zip of XML: Office Open XML (ISO/IEC 29500: docx, xlsx, pptx), OpenDocument (ISO/IEC 26300: odt, ods,
// odp) and OFD (GB/T 33190).
//
// It reads every part of the package, whether another part refers to it or not: what is left over from an earlier state of the document is
// published too. Parts are told apart by their root element, not by their names.
package office

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"slices"
	"strings"

	"courtsite/generator/gate/attach/inside"
)

// Is tells whether an archive is a document of an office program.
func Is(z *zip.Reader) bool { return familyOf(z) != none }

type family uint8

const (
	none family = iota
	openXML
	openDocument
	fixedLayout // OFD
)

// familyOf tells documents from other archives, of which many have the same parts in their folders: electronic books, drawings. Those are read like any
// archive, part by part, so that nothing of them is passed over.
func familyOf(z *zip.Reader) family {
	types, office := false, false
	for _, f := range z.File {
		switch {
		case f.Name == "[Content_Types].xml":
			types = true
		case f.Name == "mimetype" && strings.HasPrefix(head(f, 64), "application/vnd.oasis.opendocument"):
			return openDocument
		case f.Name == "OFD.xml":
			return fixedLayout
		case strings.HasPrefix(f.Name, "word/"), strings.HasPrefix(f.Name, "xl/"), strings.HasPrefix(f.Name, "ppt/"):
			office = true
		}
	}
	if types && office {
		return openXML
	}
	return none
}

// head gives the first bytes of a file.
func head(f *zip.File, n int64) string {
	r, err := f.Open()
	if err != nil {
		return ""
	}
	defer r.Close()
	data, _ := io.ReadAll(io.LimitReader(r, n))
	return string(data)
}

// Read reads a document.
func Read(z *zip.Reader, take inside.Taker, work *inside.Work) {
	p := &pack{files: map[string]*zip.File{}, take: take, work: work}
	for _, f := range z.File {
		if _, twice := p.files[f.Name]; twice {
			p.unread(inside.Damaged, f.Name) // programs differ on which of the two they show
			continue
		}
		p.files[f.Name] = f
		p.names = append(p.names, f.Name)
	}
	slices.Sort(p.names)
	switch familyOf(z) {
	case openXML:
		p.openXML()
	case openDocument:
		p.openDocument()
	case fixedLayout:
		p.fixedLayout()
	}
}

// pack is a document's package.
type pack struct {
	files map[string]*zip.File
	names []string // sorted
	take  inside.Taker
	work  *inside.Work
}

func (p *pack) unread(reason inside.Reason, name string) {
	place := inside.Place{}
	if name != "" {
		place = inside.Place{Part: inside.Element, Name: name}
	}
	p.take.Unread(inside.Unread{Reason: reason, Place: place})
}

// read unpacks one part. What is wrong with it is told.
func (p *pack) read(name string) ([]byte, bool) {
	f, ok := p.files[name]
	if !ok {
		return nil, false
	}
	data, err := Unpack(f, p.work)
	switch {
	case err == nil:
		return data, true
	case err == inside.ErrLimit:
		p.unread(inside.OverLimit, name)
	default:
		p.unread(inside.Damaged, name)
	}
	return nil, false
}

// Unpack reads a file of an archive.
func Unpack(f *zip.File, work *inside.Work) ([]byte, error) {
	if work.Spent() {
		return nil, inside.ErrLimit
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return work.Unpack(r, int64(f.CompressedSize64))
}

// rest hands on the parts that are no XML: pictures, embedded documents and objects.
func (p *pack) rest(name string) {
	switch ext := strings.ToLower(path.Ext(name)); {
	case strings.HasSuffix(name, "/"), ext == ".odttf", ext == ".fntdata", ext == ".ttf", ext == ".otf":
		return // folders and fonts
	case strings.Contains(name, "printerSettings"):
		return // the settings of a printer's driver
	case ext == ".bin":
		p.unread(inside.Binary, name)
		return
	}
	if data, ok := p.read(name); ok {
		p.take.Member(name, data)
	}
}

// isXML tells parts that are XML from others, by their first bytes.
func isXML(data []byte) bool {
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\ufeff")), " \t\r\n")
	return bytes.HasPrefix(data, []byte("<")) || bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff})
}
