package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"courtsite/generator/gate/attach/inside"
	"courtsite/generator/gate/attach/inside/insidetest"
)

// minimal is a file of one page with contents.
func minimal(contents string) string {
	widths := strings.Repeat("500 ", 26)
	return strings.Replace("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[8 0 R]/D<</OFF[8 0 R]>>>>>> endobj\n"+
		"2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 600 800]>> endobj\n"+
		"3 0 obj <</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>/XObject<</X 7 0 R>>/Properties<</A 8 0 R>>/ExtGState<</G <</ca 0.3>>>>>>>> endobj\n"+
		fmt.Sprintf("4 0 obj <</Length %d>> stream\n%s\nendstream endobj\n", len(contents), contents)+
		"5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/FirstChar 97/Widths[{widths}]>> endobj\n"+
		"6 0 obj <</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H/DescendantFonts[<</Subtype/CIDFontType2/DW 1000>>]>> endobj\n"+
		"7 0 obj <</Subtype/Form/BBox[0 0 600 800]/Length 31>> stream\nBT /F1 12 Tf 50 50 Td (form) Tj ET\nendstream endobj\n"+
		"8 0 obj <</Type/OCG/Name(off)>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF", "{widths}", widths, 1)
}

func readAll(contents string) *insidetest.Recorder {
	r := &insidetest.Recorder{}
	Read([]byte(minimal(contents)), r, inside.NewWork(1<<20))
	return r
}

func TestText(t *testing.T) {
	for _, c := range []struct{ name, contents, want string }{
		{"one string", "BT /F1 12 Tf 100 700 Td (abc) Tj ET", "abc"},
		{"kerned", "BT /F1 12 Tf 100 700 Td [(a) 30 (b) -30 (c)] TJ ET", "abc"},
		{"a gap is a space", "BT /F1 12 Tf 100 700 Td [(a) -600 (b)] TJ ET", "a b"},
		{"lines", "BT /F1 12 Tf 14 TL 100 700 Td (a) Tj T* (b) Tj (c) ' ET", "a\nb\nc"},
		{"pieces at their places", "BT /F1 12 Tf 100 700 Td (a) Tj ET BT /F1 12 Tf 106 700 Td (b) Tj ET", "ab"},
		{"scaled by the matrix", "q 2 0 0 2 0 0 cm BT /F1 6 Tf 50 350 Td (a) Tj 3 0 Td (b) Tj ET Q", "ab"},
		{"hex and escapes", `BT /F1 12 Tf 100 700 Td <4142> Tj (\103\)) Tj ET`, "ABC)"},
		{"GBK without a map", "BT /F2 12 Tf 100 700 Td <c9edb7ddd6a4> Tj ET", "身份证"},
		{"a form", "/X Do", "form"},
		{"an inline picture is passed over", "BI /W 2 /H 1 ID (x Tj EI BT /F1 12 Tf 9 9 Td (a) Tj ET", "a"},
	} {
		r := readAll(c.contents)
		if got := strings.TrimSpace(r.All()); got != c.want || len(r.Traces)+len(r.Reasons) > 0 {
			t.Errorf("%s: %q, %v %v", c.name, got, r.Traces, r.Reasons)
		}
	}
}

func TestHidden(t *testing.T) {
	const word = "BT /F1 12 Tf 100 700 Td (secret) Tj ET "
	for _, c := range []struct{ name, contents, want string }{
		{"plain", word, ""},
		{"a box over it", word + "0 g 95 695 60 18 re f", "covered-text"},
		{"a box drawn as a path", word + "0 0 0 rg 95 695 m 155 695 l 155 713 l 95 713 l h f", "covered-text"},
		{"a box in CMYK", word + "0 0 0 1 k 95 695 60 18 re f*", "covered-text"},
		{"a thick line over it", word + "14 w 95 704 m 160 704 l S", "covered-text"},
		{"a box below it", "0 g 95 695 60 18 re f 1 g " + word, ""},
		{"black on a black box", "0 g 95 695 60 18 re f " + word, "covered-text"},
		{"black on a box of another black", "0 0 0 1 k 95 695 60 18 re f 0 0 0 rg " + word, "covered-text"},
		{"red on red", "1 0 0 rg 95 695 60 18 re f " + word, "pale-text"},
		{"black on a box that something light lies on", "0 g 95 695 60 18 re f 0.8 g 95 695 60 18 re f 0 g " + word, ""},
		{"black on a box with a picture over it", "0 g 95 695 60 18 re f q 60 0 0 18 95 695 cm BI /W 1 /H 1 /BPC 8 /CS /G ID a EI Q " + word, ""},
		{"a picture in the contents over it", word + "q 60 0 0 18 95 695 cm BI /W 1 /H 1 /BPC 8 /CS /G ID a EI Q ", "covered-text"},
		{"a stencil over it", word + "q 60 0 0 18 95 695 cm BI /W 1 /H 1 /IM true ID a EI Q ", ""},
		{"red on black", "0 g 95 695 60 18 re f 1 0 0 rg " + word, ""},
		{"a light box over it is a highlight's business", word + "1 1 0 rg 95 695 60 18 re f", ""},
		{"a clear box over it", word + "/G gs 0 g 95 695 60 18 re f", ""},
		{"a box elsewhere", word + "0 g 95 595 60 18 re f", ""},
		{"a frame around it", word + "0 g 90 690 80 30 re 92 692 76 26 re f*", ""},
		{"a rule under it", word + "0 g 95 698 60 1 re f", ""},
		{"a box that is clipped away", word + "q 0 0 10 10 re W n 0 g 95 695 60 18 re f Q", ""},
		{"white", "1 g " + word, "pale-text"},
		{"white on colour", "1 0 0 rg 90 690 90 40 re f 1 g " + word, ""},
		{"white on a white page", "1 g 0 0 600 800 re f " + word, "pale-text"},
		{"painted with nothing", "3 Tr " + word, "hidden-text"},
		{"on a layer that is off", "/OC /A BDC " + word + "EMC", "hidden-text"},
		{"outside of the page", "BT /F1 12 Tf 700 700 Td (secret) Tj ET", "hidden-text"},
	} {
		got := readAll(c.contents).Traces
		want := []string{"attachment-" + c.want + " page 1"}
		if c.want == "" {
			want = nil
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %v", c.name, got)
		}
	}
}

// TestHostile: files that are made to be read for ever, or not at all, are told not to have been checked.
func TestHostile(t *testing.T) {
	loop := strings.Replace(minimal(""), "/Kids[3 0 R]", "/Kids[2 0 R 3 0 R]", 1)
	deep := minimal(strings.Repeat("[", 100_000))
	self := strings.Replace(minimal("/X Do"), "/Length 31>> stream\nBT", "/Length 31/Resources<</XObject<</X 7 0 R>>>>>> stream\n/X Do /X Do BT", 1)
	for _, c := range []struct {
		name, data string
		want       inside.Reason
	}{
		{"a tree that holds itself", loop, ""},
		{"arrays in arrays", deep, inside.OverLimit}, // what stands behind them is not read
		{"a form that holds itself", self, inside.OverLimit},
		{"no pages", "%PDF-1.4\n1 0 obj <</Type/Catalog>> endobj trailer <</Root 1 0 R>>", inside.Damaged},
		{"an unknown filter", strings.Replace(minimal("BT ET"), "4 0 obj <<", "4 0 obj <</Filter/JBIG2Decode", 1), inside.Damaged},
		{"too much to read", minimal(strings.Repeat("0 0 1 1 re f ", 1<<15)), inside.OverLimit},
	} {
		r := &insidetest.Recorder{}
		Read([]byte(c.data), r, inside.NewWork(1<<20))
		if want := []inside.Reason{c.want}; c.want != "" && !slices.Equal(r.Reasons[:min(1, len(r.Reasons))], want) || c.want == "" && len(r.Reasons) > 0 {
			t.Errorf("%s: got %v", c.name, r.Reasons)
		}
	}
}

func TestAnnotations(t *testing.T) {
	file := strings.Replace(minimal("BT /F1 12 Tf 100 700 Td (secret) Tj ET"), "/Contents 4 0 R", "/Contents 4 0 R/Annots[<</Subtype/Text/Rect[0 0 9 9]/Contents(remark)/T(Wang)>><</Subtype/Redact/Rect[95 695 160 715]/IC[0 0 0]>>]", 1)
	r := &insidetest.Recorder{}
	Read([]byte(file), r, inside.NewWork(1<<20))
	if want := []string{"attachment-covered-text page 1", "attachment-comments page 1"}; !slices.Equal(r.Traces, want) || !strings.Contains(r.All(), "remark") {
		t.Errorf("got %v, %q", r.Traces, r.All())
	}
}

// TestSaid: what stands beside the pages is read, each once.
func TestSaid(t *testing.T) {
	file := minimal("/Span <</ActualText (instead)>> BDC BT /F1 12 Tf 100 700 Td (a) Tj ET EMC")
	file = strings.Replace(file, "<</Type/Catalog", "<</Type/Catalog/OpenAction<</S/JavaScript/JS(script)>>/PageLabels<</Nums[0<</P(label)>>]>>/Names<</Dests<</Names[(destination) [3 0 R /Fit]]>>>>", 1)
	file = strings.Replace(file, "trailer", "9 0 obj <</Title <feff4e2d>/Parent 10 0 R>> endobj\n10 0 obj <</S/Figure/Alt(picture)>> endobj\n11 0 obj <</FT/Tx/T(field)/V(value)/Kids[12 0 R]>> endobj\n"+
		"12 0 obj <</Subtype/Widget/Rect[0 0 1 1]/V(widget)>> endobj\n13 0 obj <</Title(about)>> endobj\n14 0 obj <</S/JavaScript/JS 15 0 R>> endobj\n15 0 obj <</Length 4>> stream\nlong\nendstream endobj\ntrailer <</Info 13 0 R>>\ntrailer", 1)
	r := &insidetest.Recorder{}
	Read([]byte(file), r, inside.NewWork(1<<20))
	got := strings.Fields(r.All())
	slices.Sort(got)
	if want := strings.Fields("a about destination field instead label long picture script value 中"); !slices.Equal(got, want) || len(r.Reasons) > 0 {
		t.Errorf("got %q, %v", got, r.Reasons)
	}
}

// TestPicture: a JPEG in the file that carries metadata is handed on.
func TestPicture(t *testing.T) {
	file := minimal("") + "\n9 0 obj <</Subtype/Image/Filter/DCTDecode/Length 14>> stream\n\xff\xd8\xff\xe1\x00\x08Exif\x00\x00\xff\xd9\nendstream endobj"
	r := &insidetest.Recorder{}
	Read([]byte(file), r, inside.NewWork(1<<20))
	if !slices.Equal(r.Members, []string{"picture-9.jpg"}) {
		t.Errorf("got %v", r.Members)
	}
}

// TestWhole: radicals and ligatures of a font's map become the characters that people search for; others stay.
func TestWhole(t *testing.T) {
	for _, c := range []struct{ in, want string }{{"⼈", "人"}, {"⺠", "民"}, {"⾝", "身"}, {"ﬁ", "fi"}, {"人", "人"}, {"１", "１"}, {"①", "①"}} {
		if got := whole(c.in); got != c.want {
			t.Errorf("%q became %q", c.in, got)
		}
	}
}

// TestEarlierStates: what a later save took out of a page is still in the file, and is told.
func TestEarlierStates(t *testing.T) {
	const secret, public = "BT /F1 12 Tf 100 700 Td (secret) Tj ET", "BT /F1 12 Tf 100 700 Td (public) Tj ET"
	stream := func(number int, contents string) string {
		return fmt.Sprintf("\n%d 0 obj <</Length %d>> stream\n%s\nendstream endobj\n", number, len(contents), contents)
	}
	for _, c := range []struct{ name, file, text, traces string }{
		{"contents replaced", minimal(secret) + stream(4, public), "secret", "attachment-hidden-text page 1"},
		{"page replaced", minimal(secret) + stream(9, public) + "3 0 obj <</Type/Page/Parent 2 0 R/Contents 9 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj\n", "secret", "attachment-hidden-text page 1"},
		{"saved again as it was", minimal(public) + stream(4, public), "public", ""},
	} {
		r := &insidetest.Recorder{}
		Read([]byte(c.file), r, inside.NewWork(1<<20))
		if got := strings.Join(r.Traces, "; "); got != c.traces || !strings.Contains(r.All(), c.text) {
			t.Errorf("%s: %q in %q, %v", c.name, got, r.All(), r.Reasons)
		}
	}
}
