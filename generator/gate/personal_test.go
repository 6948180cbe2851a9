package gate

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"courtsite/generator/diag"
	"courtsite/generator/gate/detect"
	"courtsite/generator/page"
)

// TestPersonalKinds: every kind of finding is a problem of its own, whose message says what the detector's kind says, and whose severity is that of
// a certain finding.
func TestPersonalKinds(t *testing.T) {
	used := map[*diag.Kind]bool{}
	for _, k := range detect.Kinds() {
		kind := personalKinds[k]
		if kind == nil || used[kind] {
			t.Errorf("%s has no problem of its own", k.Code)
			continue
		}
		used[kind] = true
		for _, lang := range []diag.Lang{diag.EN, diag.ZH} {
			if m := diag.New(kind, diag.Pos{}, "…").Message(lang); !strings.Contains(m, k.Name(lang)) || !strings.Contains(m, k.Norm(lang)+" "+k.Trust.String()) {
				t.Errorf("%s: %s, and not %s (%s %s)", k.Code, m, k.Name(lang), k.Norm(lang), k.Trust)
			}
		}
		weak := k.Trust == detect.Copy || k.Trust == detect.General
		if weak && kind.Severity == diag.Error {
			t.Errorf("%s: an error that rests on %s", kind.Code, k.Trust)
		}
	}
}

// TestNoMessageShows: whatever the detectors find in their own examples, no message shows what was to be hidden.
func TestNoMessageShows(t *testing.T) {
	f, err := os.Open("detect/testdata/written.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	shown := 0
	for lines := bufio.NewScanner(f); lines.Scan(); {
		fields := strings.Split(lines.Text(), "\t")
		if len(fields) < 3 {
			continue
		}
		text := strings.NewReplacer("⟦", "", "⟧", "", `\n`, "\n", `\t`, "\t").Replace(fields[2])
		for _, found := range detect.Text(text, detect.Context{}) {
			match := text[found.Start:found.End]
			p := diag.New(personalKinds[found.Kind], diag.Pos{}, oneLine(found.Masked))
			if shown++; found.Kind.Maskable && strings.Contains(p.Text(diag.EN)+p.Text(diag.ZH), oneLine(match)) {
				t.Errorf("%s shows %q", p.Kind.Code, match)
			}
		}
	}
	if shown < 100 {
		t.Errorf("only %d findings", shown)
	}
}

// TestPersonalData: where findings are, and which.
func TestPersonalData(t *testing.T) {
	const number = "11010519491231002X"
	day := time.Date(2026, 2, 10, 0, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		head page.Head
		text string
		want []string
	}{
		"text":               {page.Head{}, "甲\n\n号码" + number, []string{"a.md:3:3 personal-identity-number"}},
		"two ways":           {page.Head{}, number + "、11010519491231-002X", []string{"a.md:1:1 personal-identity-number", "a.md:1:20 personal-identity-number"}},
		"entity":             {page.Head{}, "号码110105&#49;9491231002X", []string{"a.md personal-identity-number"}},
		"comment":            {page.Head{}, "甲\n\n<!-- " + number + " -->", []string{"a.md:3:6 personal-identity-number"}},
		"emphasis":           {page.Head{}, "***高级人民法院***", nil},
		"hidden court":       {page.Head{}, "上诉于\\*\\*\\*高级人民法院，又作××县人民法院", []string{"a.md:1:19 masked-court", "a.md masked-court"}},
		"file of a link":     {page.Head{}, "[甲](%E7%BB%9D%E5%AF%86.pdf)、[乙](https://court.example/%E7%BB%9D%E5%AF%86.pdf)", []string{"a.md:1:1 secrecy-file-name"}},
		"title of a file":    {page.Head{Attachments: []page.Attachment{{File: "a.pdf", Title: number}}}, "甲", []string{"a.md:1:1 personal-identity-number"}},
		"minor by the date":  {page.Head{Published: day}, "张小明，2015年3月2日出生", []string{"a.md:1:5 personal-birth-date"}},
		"secret in a bundle": {page.Head{Path: "content/绝密/index.md", Bundle: true}, "甲", []string{"content/绝密/index.md secrecy-file-name"}},
	} {
		h := c.head
		if h.Path == "" {
			h.Path = "a.md"
		}
		body, _ := page.ParseBody(&h, []byte(c.text), 0)
		var got []string
		for _, p := range personalData(&h, body) {
			got = append(got, p.Pos.String()+" "+p.Kind.Code)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// TestFewWarnings: errors are told all; of warnings a few of a kind are enough.
func TestFewWarnings(t *testing.T) {
	h := &page.Head{Path: "a.md"}
	for line, want := range map[string]int{"原告张三，手机13812345678。\n\n": mostTold, "号码11010519491231002X。\n\n": 2 * mostTold} {
		body, _ := page.ParseBody(h, []byte(strings.Repeat(line, 2*mostTold)), 0)
		if got := len(personalData(h, body)); got != want {
			t.Errorf("%s: %d, want %d", line, got, want)
		}
	}
}

// FuzzPersonalData asks of any text: no panic, places inside the file, and no message of it in which the detectors would find an identity number.
func FuzzPersonalData(f *testing.F) {
	for _, seed := range []string{
		"号码11010519491231002X", "110105**19491231**002X", "110105&#49;9491231002X", "| a | b |\n| --- | --- |\n| 110105 | 19491231002X |", "[甲](11010519491231002X.pdf)",
		"被害人11010519491231002X陈述", "住明镜县幸福路11010519491231002X号", "原告邮箱a@11010519491231002X.com", "绝密★11010519491231002X", "(2024)浙***民终11010519491231002X号",
	} {
		f.Add(seed, seed)
	}
	f.Fuzz(func(t *testing.T, title, text string) {
		if !utf8.ValidString(title) || !utf8.ValidString(text) {
			return // source refuses it
		}
		h := &page.Head{Path: "content/" + title + ".md", Title: title, Attachments: []page.Attachment{{File: title}}}
		body, _ := page.ParseBody(h, []byte(text), 0)
		lines := strings.Count(text, "\n") + 1
		for _, p := range personalData(h, body) {
			if p.Line > lines {
				t.Errorf("%s is outside of the file", p.Pos)
			}
		}
		for _, p := range Hide(personalData(h, body)) {
			for _, part := range []string{p.Path, p.Message(diag.EN), p.Message(diag.ZH)} {
				for _, found := range detect.Text(part, detect.Context{}) {
					if found.Kind == detect.IdentityNumber && found.Confidence == detect.Certain {
						t.Errorf("%s shows %q", p.Kind.Code, part[found.Start:found.End])
					}
				}
			}
		}
	})
}
