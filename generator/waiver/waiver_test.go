package waiver

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"courtsite/generator/diag"
	"courtsite/generator/source"
)

var (
	date  = time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	end   = time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC)
	place = diag.Pos{Path: "content/basic/news/a.md", Line: 6, Col: 3}
)

// finding is a problem as the gate gives it: the message shows less than what was found.
func finding(match string) diag.Problem {
	return diag.New(diag.PersonalIdentity, place, "1101****").Matching(match)
}

func of(p diag.Problem) Waiver {
	return Waiver{Code: p.Kind.Code, Path: p.Path, Match: p.Fingerprint(), Reason: `"样例" \ 1`, By: "王丽", Office: "保密办", Date: date, Expires: end}
}

func load(t *testing.T, text string, now time.Time) (*List, []string) {
	t.Helper()
	snap, _, err := source.Scan(fstest.MapFS{File: {Data: []byte(text)}}, File)
	if err != nil {
		t.Fatal(err)
	}
	list, problems := Load(snap, time.UTC, now)
	return list, codes(problems)
}

func codes(problems []diag.Problem) []string {
	var list []string
	for _, p := range problems {
		list = append(list, strings.TrimPrefix(p.Pos.String(), File+":")+" "+p.Kind.Code)
	}
	return list
}

func TestPass(t *testing.T) {
	list, problems := load(t, string(Append(nil, of(finding("甲")), of(finding("乙")))), date)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	moved, elsewhere := finding("甲"), finding("甲")
	moved.Line, elsewhere.Path = 99, "content/basic/news/b.md"
	for what, c := range map[string]struct {
		problem diag.Problem
		want    bool
	}{
		"the finding":        {finding("甲"), true},
		"in another line":    {moved, true},
		"in another file":    {elsewhere, false},
		"another match":      {finding("丙"), false},
		"of another kind":    {diag.New(diag.PersonalAccount, place, "1101****").Matching("甲"), false},
		"whatever it weighs": {finding("甲").As(diag.Note), true},
		"hidden in a report": {finding("甲").Hide(strings.ToUpper), false},
	} {
		if _, got := list.Pass(c.problem); got != c.want {
			t.Errorf("%s: passes is %t", what, got)
		}
	}
	if finding("甲").Hide(strings.ToUpper).Fingerprint() != finding("甲").Fingerprint() {
		t.Error("what is hidden in a report has another fingerprint")
	}
	if got := codes(list.Unused(func(string) bool { return false })); !slices.Equal(got, []string{"14:1 waiver-unused"}) {
		t.Errorf("unused: %q", got)
	}
	if got := list.Unused(func(path string) bool { return path == place.Path }); len(got) > 0 {
		t.Error("the waiver of a page that was not looked at is told to be unused")
	}
}

func TestLoad(t *testing.T) {
	whole := string(Append(nil, of(finding("甲"))))
	for _, c := range []struct {
		what, from, to string
		now            time.Time
		want           []string
	}{
		{"whole", "", "", date, nil},
		{"the last moment", "", "", end.Add(-time.Second), nil},
		{"expired", "", "", end, []string{"4:1 waiver-expired"}},
		{"a day, on that day", "2027-03-01T00:00:00Z", "2027-03-01", end.Add(23 * time.Hour), nil},
		{"a day, after it", "2027-03-01T00:00:00Z", "2027-03-01", end.Add(24 * time.Hour), []string{"4:1 waiver-expired"}},
		{"no reason", "reason", "reasons", date, []string{"8:1 toml-unknown-key", "4:1 waiver-record"}},
		{"a blank reason", `"\"样例\" \\ 1"`, `" "`, date, []string{"4:1 waiver-record"}},
		{"nobody", "by = \"王丽\"\n", "", date, []string{"4:1 waiver-record"}},
		{"no end", "expires = 2027-03-01T00:00:00Z\n", "", date, []string{"4:1 waiver-record"}},
		{"an end that is none", "2027-03-01T00:00:00Z", "\"永久\"", date, []string{"12:1 front-date"}},
		{"a code that is none", "personal-identity-number", "personal", date, []string{"5:1 waiver-code"}},
		{"a code that none may pass", "personal-identity-number", "audience-link", date, []string{"5:1 waiver-code"}},
		{"no list", "[[waiver]]", "[waiver]", date, []string{"4:1 toml-tables"}},
	} {
		list, got := load(t, strings.Replace(whole, c.from, c.to, 1), c.now)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", c.what, got)
		}
		if _, passes := list.Pass(finding("甲")); passes != (len(c.want) == 0) {
			t.Errorf("%s: passes is %t", c.what, passes)
		}
	}
}

// FuzzParse: no text breaks the reader; what it reads is whole, and reads the same when written anew.
func FuzzParse(f *testing.F) {
	f.Add(string(Append(nil, of(finding("甲")))))
	f.Add("[[waiver]]\ncode = \"\\u0000\"\nexpires = 9999-12-31\n[[waiver]]")
	f.Fuzz(func(t *testing.T, text string) {
		waivers, _ := Parse([]byte(text), time.UTC)
		for i := range waivers {
			w := &waivers[i]
			if !w.complete() {
				t.Errorf("%+v is not whole", w)
			}
			w.Date, w.Expires = w.Date.UTC().Truncate(24*time.Hour), w.Expires.UTC().Truncate(24*time.Hour)
		}
		again, problems := Parse(Append(nil, waivers...), time.UTC)
		if diff := cmp.Diff(waivers, again, cmpopts.IgnoreFields(Waiver{}, "Pos")); diff != "" || len(problems) > 0 {
			t.Errorf("%v %s", problems, diff)
		}
	})
}
