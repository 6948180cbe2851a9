package attach

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

func deflated(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.String()
}

func chunk(kind, body string) string {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	b = append(b, kind+body...)
	return string(binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:])))
}

func png(width, height uint32, chunks ...string) string {
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, width), height)
	return "\x89PNG\r\n\x1a\n" + chunk("IHDR", string(head)+"\x08\x06\x00\x00\x00") + strings.Join(chunks, "") + chunk("IEND", "")
}

// pdfWith is a PDF of one page with these contents, and more objects.
func pdfWith(contents string, objects ...string) string {
	return "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]>>endobj\n" +
		"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n4 0 obj" + contents + "endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n" +
		strings.Join(objects, "\n") + "\ntrailer<</Root 1 0 R>>\n%%EOF\n"
}

func stream(filter, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream ", filter, len(data), data)
}

// TestHostile: files that are made to fill the memory, to be read for ever, or that say to be larger than they are, end soon, and none passes for clean.
func TestHostile(t *testing.T) {
	gz := func(s string) string {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		w.Write([]byte(s))
		w.Close()
		return b.String()
	}
	zeros := strings.Repeat("0", 4<<20)
	nested := string(zipped(t, "0.dll", zeros))
	for range 4 {
		nested = string(zipped(t, "0.zip", nested, "1.zip", nested, "2.zip", nested, "3.zip", nested, "4.zip", nested, "5.zip", nested))
	}
	var many []string
	for i := range 80 {
		many = append(many, fmt.Sprintf("%d.txt", i), zeros)
	}
	array := "[" + strings.Repeat("0 ", 500_000) + "]"
	same := strings.Repeat("9 0 ", 2000)
	packed := func() string {
		s := strings.Repeat(zeros, 20)
		for range 3 {
			s = deflated(s)
		}
		return s
	}
	document := "<w:document><w:body>%s</w:body></w:document>"
	// A file is made only where it is looked at: most of them are more work to make than to refuse.
	for n, c := range []struct {
		file string
		data func() string
		want string
	}{
		{"a.zip", func() string { return string(zipped(t, "a.txt", strings.Repeat(zeros, 20))) }, "over-limit"},
		{"many.zip", func() string { return string(zipped(t, many...)) }, "over-limit"},
		{"nested.zip", func() string { return nested }, "over-limit"},
		{"overlap.zip", func() string { return overlapping(t, 500, zeros) }, "over-limit"},
		{"a.gz", func() string { return gz(strings.Repeat(zeros, 20)) }, "over-limit"},
		{"nested.gz", func() string { return gz(gz(gz(strings.Repeat(zeros, 20)))) }, "over-limit"},
		{"wide.png", func() string { return png(65535, 65535) }, "over-limit"},
		{"text.png", func() string { return png(1, 1, chunk("zTXt", "Comment\x00\x00"+deflated(zeros))) }, "over-limit"},
		{"cut.png", func() string { return png(1, 1)[:40] }, "damaged"},
		{"changed.png", func() string { return strings.Replace(png(1, 1, chunk("tEXt", "a\x00bcd")), "bcd", "bce", 1) }, "damaged"},
		{"long.png", func() string { return "\x89PNG\r\n\x1a\n\xff\xff\xff\xf0tEXtabc" }, "damaged"},
		{"loop.tif", func() string { return "II*\x00\x08\x00\x00\x00\x00\x00\x08\x00\x00\x00" }, "damaged"},
		{"count.tif", func() string {
			return "II*\x00\x08\x00\x00\x00\x01\x00\x0e\x01\x02\x00\xff\xff\xff\xff\x08\x00\x00\x00\x00\x00\x00\x00"
		}, "damaged"},
		{"boxes.heic", func() string {
			return "\x00\x00\x00\x10ftypheic\x00\x00\x00\x00\x00\x00\x00\x01mdat\x10\x00\x00\x00\x00\x00\x00\x00"
		}, "damaged"},
		{"riff.webp", func() string { return "RIFF\xff\xff\xff\xffWEBPVP8 \xff\xff\xff\xff" }, "damaged"},
		{"wide.gif", func() string { return "GIF89a\xff\xff\xff\xff\x00\x00\x00;" }, "over-limit"},
		{"length.pdf", func() string {
			return pdfWith("<</Length 99999999999999999999>>\nstream\nBT /F 9 Tf (" + number + ") Tj ET\nendstream ")
		}, "identity-number"},
		{"filters.pdf", func() string { return pdfWith(stream("/Filter["+strings.Repeat("/FlateDecode", 100)+"]", "x")) }, "damaged"},
		{"packed.pdf", func() string { return pdfWith(stream("/Filter[/FlateDecode/FlateDecode/FlateDecode]", packed())) }, "damaged"},
		{"jbig2.pdf", func() string { return pdfWith(stream("/Filter/JBIG2Decode", "x")) }, "damaged"},
		{"lzw.pdf", func() string { return pdfWith(stream("/Filter/LZWDecode", "x")) }, "damaged"},
		{"array.pdf", func() string {
			return pdfWith(stream("/Filter/FlateDecode", deflated("["+strings.Repeat("0 ", 3<<19))))
		}, "over-limit"},
		{"deep.pdf", func() string { return pdfWith(strings.Repeat("[", 100_000)) }, "over-limit"},
		{"objects.pdf", func() string {
			return pdfWith(stream("", ""), "6 0 obj"+stream(fmt.Sprintf("/Type/ObjStm/N 2000/First %d", len(same)), same+array))
		}, "over-limit"},
		{"comments.pdf", func() string { return "%PDF-1.4\n" + strings.Repeat("1 0 obj%", 100_000) }, "over-limit"},
		{"trailers.pdf", func() string { return "%PDF-1.4\n" + strings.Repeat("trailer(", 100_000) }, "over-limit"},
		{"contents.pdf", func() string { return pdfWith(array) }, "damaged"},
		{"cut.pdf", func() string {
			return "%PDF-1.4\n3 0 obj<</Type/Page/Contents 4 0 R>>endobj 4 0 obj<<>>stream\nBT (a) Tj"
		}, "damaged"},
		{"entities.docx", func() string {
			return string(zipped(t, "[Content_Types].xml", "<Types/>", "word/document.xml", `<!DOCTYPE w [<!ENTITY a "b">]>`+fmt.Sprintf(document, "<w:p><w:r><w:t>&a;</w:t></w:r></w:p>")))
		}, "damaged"},
		{"deep.docx", func() string {
			return string(zipped(t, "[Content_Types].xml", "<Types/>", "word/document.xml", fmt.Sprintf(document, strings.Repeat("<a>", 100_000))))
		}, "over-limit"},
		{"runs.docx", func() string {
			return string(zipped(t, "[Content_Types].xml", "<Types/>", "word/document.xml", fmt.Sprintf(document, strings.Repeat("<w:p><w:r><w:t>1</w:t></w:r></w:p>", 400_000))))
		}, "over-limit"},
		{"numbers.csv", func() string { return strings.Repeat("1,", 5<<20) }, "over-limit"},
		{"numbers.txt", func() string { return strings.Repeat("1-", 5<<20) }, "over-limit"},
		{"data.html", func() string { return strings.Repeat("<a href='data:text/plain;base64,5YWs'>", 20_000) }, "over-limit"},
		{"data-in-data.html", func() string { return strings.Repeat("data:text/html,", 100_000) }, "over-limit"},
		{"loop.doc", func() string { return "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 4096) }, "old-office"},
		{"a.7z", func() string { return "7z\xbc\xaf\x27\x1c" }, "archive"},
		{"a.zip", func() string { return string(zipped(t, "empty.docx", "")) }, "empty.docxdamaged"},
	} {
		if n%everyHostile > 0 {
			continue
		}
		data := c.data()
		begun := time.Now()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		got := strings.Join(told(Check(c.file, []byte(data))), "; ")
		runtime.ReadMemStats(&after)
		if !strings.Contains(got, c.want) {
			t.Errorf("%s: %s and not %s", c.file, got, c.want)
		}
		if strings.Contains(got, number) {
			t.Errorf("%s: %s", c.file, got)
		}
		made := (after.TotalAlloc - before.TotalAlloc) >> 20
		if t.Logf("%s: %v, %d MB", c.file, time.Since(begun), made); made > 1024 { // of which most is garbage again; without bounds it would be far more
			t.Errorf("%s: %d MB", c.file, made)
		}
	}
}

// overlapping is a zip whose entries all lead to the same bytes.
func overlapping(t *testing.T, n int, content string) string {
	one := zipped(t, "a.bin", content)
	at := bytes.Index(one, []byte("PK\x01\x02"))
	end := bytes.Index(one, []byte("PK\x05\x06"))
	entry := one[at:end]
	tail := bytes.Clone(one[end:])
	binary.LittleEndian.PutUint16(tail[8:], uint16(n))
	binary.LittleEndian.PutUint16(tail[10:], uint16(n))
	binary.LittleEndian.PutUint32(tail[12:], uint32(n*len(entry)))
	return string(one[:at]) + strings.Repeat(string(entry), n) + string(tail)
}

// TestCutOff: a file that ends too soon, wherever it does, is told, or what could be read of it is.
func TestCutOff(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	files, err := filepath.Glob("testdata/*.*")
	if err != nil {
		t.Fatal(err)
	}
	text := []string{".txt", ".py", ".html"} // what there is of a text can be read
	for _, file := range files {
		if slices.Contains(text, filepath.Ext(file)) {
			continue
		}
		name := filepath.Base(file)
		data := read(t, name)
		for range 4 {
			at := 1 + random.IntN(len(data)-2)
			if filepath.Ext(file) == ".pdf" {
				at = min(at, bytes.LastIndex(data, []byte("endobj"))) // what follows says nothing of the pages
			}
			if got := told(Check(name, data[:at])); len(got) == 0 {
				t.Errorf("%s, of which there are %d of %d bytes, passes for clean", name, at, len(data))
			}
		}
	}
}

// TestDataPacked is a table in a page in a page, to be found at every depth that is looked into.
func TestDataPacked(t *testing.T) {
	text := number
	for depth := range deepest - 1 {
		text = "<a href='data:text/html;base64," + base64.StdEncoding.EncodeToString([]byte(text)) + "'>"
		if got := strings.Join(told(Check("a.html", []byte(text))), "; "); !strings.Contains(got, "identity-number") {
			t.Errorf("%d deep: %s", depth+1, got)
		}
	}
}
