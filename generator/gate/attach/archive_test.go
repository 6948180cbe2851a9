package attach

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"slices"
	"strings"
	"testing"

	"courtsite/generator/diag"
)

const number = "11010519491231002X"

// zipped packs files: names and contents in turn.
func zipped(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i+1 < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err == nil {
			_, err = f.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// told writes findings shortly: code, place, reason.
func told(r Report) []string {
	var list []string
	for _, f := range r.Findings {
		list = append(list, strings.TrimSpace(fmt.Sprintf("%s %s%s", f.Code, f.Place.Words().EN, f.Reason)))
	}
	return list
}

func TestArchives(t *testing.T) {
	inner := zipped(t, "b.csv", "姓名,身份证号\n王某,"+number+"\n", "c.xlsx", string(read(t, "hidden-rows.xlsx")))
	gz := func(s string) string {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		w.Name = "a.txt"
		w.Write([]byte(s))
		w.Close()
		return b.String()
	}
	nested := inner
	for range deepest {
		nested = zipped(t, "a.zip", string(nested))
	}
	for _, c := range []struct {
		name, file, data string
		want             []string
	}{
		{"clean", "a.zip", string(zipped(t, "a.txt", "公告")), nil},
		{"a zip in a zip", "a.zip", string(zipped(t, "inner.zip", string(inner))), []string{
			"identity-number inner.zip › b.csv › line 2, column 4", "identity-number inner.zip › c.xlsx › sheet 名单, cell B3", "attachment-hidden-cells inner.zip › c.xlsx › sheet 名单"}},
		{"a number for a name", "a.zip", string(zipped(t, number+".txt", "公告")), []string{"identity-number 110105********002X.txt"}},
		{"paths that lead out", "a.zip", string(zipped(t, "../a.txt", "公告", "/etc/b.txt", "公告", `C:\c.txt`, "公告")), []string{"attachment-archive-path", "attachment-archive-path", "attachment-archive-path"}},
		{"too deep", "a.zip", string(nested), []string{"attachment-not-checked a.zip › a.zip › a.zip › a.zip › a.zipover-limit"}},
		{"a bomb", "a.zip", string(zipped(t, "a.txt", strings.Repeat("0", 32<<20))), []string{"attachment-not-checked a.txtover-limit"}},
		{"damaged", "a.zip", "PK\x03\x04 nothing", []string{"attachment-not-checked damaged"}},
		{"gzip", "a.txt.gz", gz(number), []string{"identity-number a.txt › line 1, column 1"}},
		{"rar", "a.rar", "Rar!\x1a\x07\x00", []string{"attachment-not-checked archive"}},
		{"locked pdf in a zip", "a.zip", string(zipped(t, "a.pdf", string(read(t, "locked.pdf")))), []string{"attachment-not-checked a.pdfencrypted"}},
	} {
		got := told(Check(c.file, []byte(c.data)))
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// TestWorkEnds: what is small in each part and too much as a whole is told not to have been checked.
func TestWorkEnds(t *testing.T) {
	part := strings.Repeat("明镜县人民法院\n", 10_000)
	report := check("a.zip", zipped(t, "a.txt", part, "b.txt", part, "c.txt", part), 700_000)
	if want := []string{"attachment-not-checked b.txtover-limit"}; !slices.Equal(told(report), want) {
		t.Errorf("got %q", told(report))
	}
}

// TestEncryptedEntry: a zip's file that needs a password is told.
func TestEncryptedEntry(t *testing.T) {
	data := zipped(t, "a.txt", "公告")
	for _, signature := range []string{"PK\x01\x02", "PK\x03\x04"} {
		i := bytes.Index(data, []byte(signature))
		data[i+map[string]int{"PK\x01\x02": 8, "PK\x03\x04": 6}[signature]] |= encryptedFlag
	}
	if got := told(Check("a.zip", data)); !slices.Equal(got, []string{"attachment-not-checked a.txtencrypted"}) {
		t.Errorf("got %q", got)
	}
}

// TestManyWarnings: however many warnings of a kind come before it, an error of the kind is told; and what is not told is counted.
func TestManyWarnings(t *testing.T) {
	var b strings.Builder
	for i := range 200 {
		fmt.Fprintf(&b, "身份证号：1101051949123100%02d\n\n", i%100) // the check digit is wrong
	}
	report := Check("a.txt", []byte(b.String()+"身份证号："+number+"\n"))
	errors, others := 0, 0
	for _, f := range report.Findings {
		if f.Code == "identity-number" && f.Severity == diag.Error {
			errors++
		} else if f.Code == "identity-number" {
			others++
		}
	}
	last := report.Findings[len(report.Findings)-1]
	if errors == 0 || others == 0 || others > mostOthers || last.Code != diag.AttachmentMore.Code {
		t.Errorf("%d errors, %d others, %v", errors, others, told(report)[:min(10, len(report.Findings))])
	}
}
