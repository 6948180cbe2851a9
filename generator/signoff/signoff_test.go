package signoff

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"courtsite/generator/config"
	"courtsite/generator/diag"
)

var at = time.Date(2026, 3, 1, 10, 0, 0, 0, time.FixedZone("", 8*60*60))

func sign(role config.Role, by string, change ...func(*Record)) Record {
	r := Record{Role: role, By: by, Office: "办公室", At: at, Digest: "now"}
	for _, f := range change {
		f(&r)
	}
	return r
}

func TestParse(t *testing.T) {
	const whole = "[[sign]]\nrole = \"content\"\nby = \"王丽\"\noffice = \"办公室\"\nat = 2026-03-01T10:00:00+08:00\ndigest = \"x\"\n"
	for _, c := range []struct {
		what, from, to string
		want           []string
	}{
		{"whole", "", "", nil},
		{"an end", "digest", "expires = 2027-03-01\ndigest", nil},
		{"no name", "by = \"王丽\"\n", "", []string{"1:1 sign-off-record"}},
		{"a blank name", "王丽", "　", []string{"1:1 sign-off-record"}},
		{"no office", "office = \"办公室\"\n", "", []string{"1:1 sign-off-record"}},
		{"no time", "at = 2026-03-01T10:00:00+08:00\n", "", []string{"1:1 sign-off-record"}},
		{"a time that is none", "2026-03-01T10:00:00+08:00", "\"今天\"", []string{"5:1 front-date"}},
		{"no digest", "digest = \"x\"\n", "", []string{"1:1 sign-off-record"}},
		{"a role that is none", "content", "boss", []string{"2:1 sign-off-role"}},
		{"a key that is none", "by", "signed_by = \"x\"\nby", []string{"3:1 toml-unknown-key"}},
		{"a table that is none", "[[sign]]", "[[signed]]", []string{"1:1 toml-unknown-key"}},
		{"one table", "[[sign]]", "[sign]", []string{"1:1 toml-tables"}},
		{"not TOML", "by =", "by", []string{"3:3 toml-no-equals"}},
	} {
		records, problems := Parse("a.signoff.toml", []byte(strings.Replace(whole, c.from, c.to, 1)), time.UTC)
		var got []string
		for _, p := range problems {
			got = append(got, strings.TrimPrefix(p.Pos.String(), "a.signoff.toml:")+" "+p.Kind.Code)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", c.what, got)
		}
		if (len(records) == 1) != (len(c.want) == 0) && c.what != "a key that is none" {
			t.Errorf("%s: %d records", c.what, len(records))
		}
	}
}

// TestAppend: what is written is read back, and what stood there stays.
func TestAppend(t *testing.T) {
	text := []byte("")
	var want []Record
	for _, by := range []string{"王丽", `O"Brien \ Co`, "ئايگۈل"} {
		r := sign(config.RoleSecrecy, by, func(r *Record) { r.Expires = at.AddDate(1, 0, 0) })
		next := Append(text, r)
		if len(text) > 0 && !strings.HasPrefix(string(next), string(text)) {
			t.Error("what stood there changed")
		}
		text, want = next, append(want, r)
	}
	got, problems := Parse("a.signoff.toml", text, time.UTC)
	if len(problems) > 0 {
		t.Fatal(problems, string(text))
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(Record{}, "Pos")); diff != "" {
		t.Error(diff)
	}
	if Last(got, config.RoleSecrecy).By != "ئايگۈل" || Last(got, config.RoleContent) != nil {
		t.Error("the newest signature of a role counts")
	}
}

func TestJudge(t *testing.T) {
	content, approval, secrecy, language := config.RoleContent, config.RoleApproval, config.RoleSecrecy, config.RoleLanguage
	old := func(r *Record) { r.Digest = "before" }
	until := func(days int) func(*Record) { return func(r *Record) { r.Expires = at.AddDate(0, 0, days) } }
	later := func(r *Record) { r.At = r.At.Add(time.Hour) }
	for _, c := range []struct {
		what    string
		records []Record
		want    string
	}{
		{"nobody", nil, "content missing, approval missing"},
		{"one", []Record{sign(content, "甲")}, "content signed, approval missing"},
		{"two", []Record{sign(content, "甲"), sign(approval, "乙")}, "content signed, approval signed"},
		{"one that nobody asked for", []Record{sign(content, "甲"), sign(approval, "乙"), sign(secrecy, "丙")}, "content signed, secrecy signed, approval signed"},
		{"changed", []Record{sign(content, "甲", old), sign(approval, "乙")}, "content void, approval signed"},
		{"signed again", []Record{sign(content, "甲", old), sign(content, "甲")}, "content signed, approval missing"},
		{"the newest counts", []Record{sign(content, "甲"), sign(content, "乙", old)}, "content void, approval missing"},
		{"expired", []Record{sign(content, "甲", until(0)), sign(approval, "乙", until(1))}, "content expired, approval signed"},
		{"one for both", []Record{sign(content, "甲"), sign(approval, "甲", later)}, "content signed, approval apart content"},
		{"one for both, backwards", []Record{sign(approval, "甲"), sign(content, "甲", later)}, "content apart approval, approval signed"},
		{"one for both, at once", []Record{sign(content, "甲"), sign(approval, " 甲 ", func(r *Record) { r.Pos.Line = 9 })}, "content signed, approval apart content"},
		{"one for both, one void", []Record{sign(content, "甲", old), sign(approval, "甲")}, "content void, approval signed"},
		{"not apart", []Record{sign(secrecy, "甲"), sign(approval, "甲")}, "content missing, secrecy signed, approval signed"},
		{"the translator", []Record{sign(language, "译者")}, "content missing, language apart, approval missing"},
		{"the reviewer", []Record{sign(language, "审者")}, "content missing, language signed, approval missing"},
	} {
		var got []string
		for _, s := range (Case{
			Records: c.records, Needs: []config.Role{content, approval}, Apart: [][]config.Role{{content, approval}, {content, secrecy}}, Translator: "译 者", Now: at,
			Digest: func(config.Role) string { return "now" },
		}).Judge() {
			got = append(got, strings.TrimSpace(string(s.Role)+" "+string(s.State)+" "+string(s.Other)))
			if s.Waits() != (s.State != Signed && (s.Role == content || s.Role == approval)) {
				t.Errorf("%s: %s waits is %t", c.what, s.Role, s.Waits())
			}
		}
		if list := strings.Join(got, ", "); list != c.want {
			t.Errorf("%s: %s, want %s", c.what, list, c.want)
		}
	}
	outdated := Case{Records: []Record{sign(language, "审者"), sign(content, "甲")}, Outdated: true, Now: at, Digest: func(config.Role) string { return "now" }}.Judge()
	if outdated[0].State != Signed || outdated[1].State != Void {
		t.Errorf("when the original changed, the review of the translation is void and nothing else: %v", outdated)
	}
}

// FuzzParse: no text breaks the reader, and every problem has a place in the file.
func FuzzParse(f *testing.F) {
	f.Add(string(Append(nil, sign(config.RoleContent, "王丽"))))
	f.Add("[[sign]]\nrole = 1\n[[sign]]\nat = 0001-01-01\n")
	f.Add("sign = [{role = \"content\"}, 1]")
	f.Fuzz(func(t *testing.T, text string) {
		records, problems := Parse("a.signoff.toml", []byte(text), time.UTC)
		for _, p := range problems {
			if p.Line < 1 || p.Line > strings.Count(text, "\n")+2 || p.Message(diag.ZH) == "" {
				t.Errorf("%v", p)
			}
		}
		for _, r := range records {
			if r.By == "" || r.Digest == "" || !slices.Contains(config.Roles, r.Role) {
				t.Errorf("%+v is not whole", r)
			}
		}
	})
}
