package office

import (
	"archive/zip"
	"bytes"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"courtsite/generator/gate/attach/inside"
	"courtsite/generator/gate/attach/inside/insidetest"
)

// packed makes a document of parts: names and texts in turn.
func packed(t testing.TB, parts ...string) *zip.Reader {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i+1 < len(parts); i += 2 {
		f, err := w.Create(parts[i])
		if err == nil {
			_, err = f.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return z
}

// marker is the part that makes a package one of a family.
var markers = []string{"[Content_Types].xml", "mimetype", "OFD.xml"}

// FuzzPart asks of any part, in a document of each family: no panic, an end, texts and places that can be told.
func FuzzPart(f *testing.F) {
	files, err := filepath.Glob("../testdata/*.??[xt]*")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		seed(f, name)
	}
	f.Fuzz(func(t *testing.T, name, data string, family uint8) {
		if name == "" || strings.HasSuffix(name, "/") || len(name) > 1000 {
			return
		}
		z := packed(t, markers[int(family)%len(markers)], "application/vnd.oasis.opendocument", "xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
			"xl/workbook.xml", `<workbook><sheets><sheet name="a" id="rId1"/></sheets></workbook>`, "xl/styles.xml", `<styleSheet><cellXfs><xf/></cellXfs></styleSheet>`, name, data)
		r := &insidetest.Recorder{}
		Read(z, r, inside.NewWork(4<<20))
		r.Sound(t)
	})
}

// seed adds the parts of a document.
func seed(f *testing.F, name string) {
	data, err := os.ReadFile(name)
	if err != nil {
		f.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return // locked, or none
	}
	family := uint8(familyOf(z)) - 1
	for _, part := range z.File {
		if ext := path.Ext(part.Name); ext != ".xml" && ext != ".rels" || part.UncompressedSize64 > 20_000 {
			continue
		}
		if text, err := Unpack(part, inside.NewWork(1<<20)); err == nil {
			f.Add(part.Name, string(text), family)
		}
	}
}
