package publish_test

import (
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"courtsite/generator/output"
	"courtsite/generator/publish"
	"courtsite/generator/publish/publishtest"
)

// same checks that a target holds a site and nothing else.
func same(t *testing.T, m *publishtest.Memory, s site) {
	t.Helper()
	got := map[string]string{}
	for name, o := range m.Objects() {
		got[name] = string(o.Data)
	}
	want := maps.Clone(map[string]string(s))
	want[output.ManifestName] = string(s.tree(t)[output.ManifestName].Data)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestFirst(t *testing.T) {
	m := publishtest.NewMemory()
	var order []string
	m.After = func(action, name string) { order = append(order, action+" "+name) }
	in := input(t, small(1), m)
	in.Jobs = 1
	plan := mustRun(t, in)
	if plan.Unchanged != 0 || len(plan.Steps) != len(small(1))+1 {
		t.Errorf("%+v", plan)
	}
	same(t, m, small(1))
	want := []string{
		"put .courtsite/claims/one", "put .courtsite/published.json",
		"put assets/style.0000000001.css", "put 附件/预算.pdf",
		"put basic/news/页面0/index.html", "put basic/news/页面1/index.html", "put basic/news/页面2/index.html", "put basic/news/页面3/index.html",
		"put basic/news/页面4/index.html", "put basic/news/页面5/index.html", "put basic/only-1/index.html", "put bo/གསར་འགྱུར།/index.html", "put ug/خەۋەر/index.html",
		"put index.html", "put feed.xml", "put sitemap.xml", "put manifest.json",
		"put .courtsite/published.json", "delete .courtsite/claims/one",
	}
	if diff := cmp.Diff(want, order); diff != "" {
		t.Errorf("order (-want +got)\n%s", diff)
	}
}

// The acceptance test "nothing changed": one listing and one reading, nothing written.
func TestNothingChanged(t *testing.T) {
	m := publishtest.NewMemory()
	mustRun(t, input(t, small(1), m))
	var asked []string
	m.Before = func(action, name string) error { asked = append(asked, action+" "+name); return nil }
	plan := mustRun(t, input(t, small(1), m))
	if !plan.Idle() || plan.Unchanged != len(small(1))+1 {
		t.Errorf("%+v", plan)
	}
	if want := []string{"get .courtsite/published.json", "list "}; !slices.Equal(asked, want) {
		t.Errorf("asked %v", asked)
	}
}

func TestReasons(t *testing.T) {
	m := publishtest.NewMemory()
	s := small(1)
	mustRun(t, input(t, s, m))
	put := func(name, text string) {
		o := publish.Object{Name: name, Size: int64(len(text))}
		if _, err := m.Put(t.Context(), o, strings.NewReader(text)); err != nil {
			t.Fatal(err)
		}
	}
	s["basic/news/页面0/index.html"] = "edited"
	delete(s, "basic/news/页面1/index.html")
	delete(s, "basic/news/页面2/index.html")
	put("basic/news/页面2/index.html", "by somebody else, at an address that the site leaves")
	put("feed.xml", "by somebody else")
	put("verify-owner.txt", "a stranger's")
	if err := m.Delete(t.Context(), "sitemap.xml"); err != nil {
		t.Fatal(err)
	}
	s["basic/new/index.html"] = "new"
	plan := mustRun(t, input(t, s, m))
	want := []string{
		"put basic/new/index.html: new", "put basic/news/页面0/index.html: changed", "put feed.xml: altered", "put sitemap.xml: lost",
		"put manifest.json: changed", "delete basic/news/页面1/index.html: vanished",
	}
	if diff := cmp.Diff(want, told(plan)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if !slices.Equal(plan.Left, []string{"basic/news/页面2/index.html"}) {
		t.Errorf("left: %v", plan.Left)
	}
	s["basic/news/页面2/index.html"], s["verify-owner.txt"] = "by somebody else, at an address that the site leaves", "a stranger's"
	got := m.Objects()
	delete(got, output.ManifestName)
	for name, o := range got {
		if s[name] != string(o.Data) {
			t.Errorf("%s: %q", name, o.Data)
		}
	}
	if len(got) != len(s) {
		t.Errorf("%d objects, want %d", len(got), len(s))
	}
}

// Headers that changed are told to the target, and nothing else is sent.
func TestHeaders(t *testing.T) {
	m := publishtest.NewMemory()
	mustRun(t, input(t, small(1), m))
	in := input(t, small(1), m)
	in.Serving.PageAge = 60
	plan := mustRun(t, in)
	for _, s := range plan.Steps {
		if s.Reason != publish.Headers || strings.HasPrefix(s.Name, "assets/") {
			t.Errorf("%s: %s", s.Name, s.Reason)
		}
	}
	page, style := m.Objects()["index.html"], m.Objects()["assets/style.0000000001.css"]
	if page.CacheControl != "public, max-age=60" || page.MediaType != "text/html; charset=utf-8" || style.CacheControl != publish.Immutable {
		t.Errorf("%+v\n%+v", page.Object, style.Object)
	}
}

func TestServing(t *testing.T) {
	m := publishtest.NewMemory()
	s := small(1)
	s["old/address.shtml"], s["_headers"] = "moved", "/*\n"
	s["basic/long/index.html"] = strings.Repeat("明镜县人民法院", 200)
	in := input(t, s, m)
	in.Serving.Gzip, in.Serving.Redirects = true, true
	mustRun(t, in)
	got := m.Objects()
	if o := got["old/address.shtml"]; o.Redirect != "/new/" {
		t.Errorf("%+v", o.Object)
	}
	if o := got["basic/long/index.html"]; o.Encoding != "gzip" || len(o.Data) > 200 || o.Size != int64(len(o.Data)) {
		t.Errorf("%+v", o.Object)
	}
	if o := got["index.html"]; o.Encoding != "" {
		t.Error("a file of few bytes was compressed")
	}
	if _, found := got["_headers"]; found {
		t.Error("configuration for web servers in a bucket")
	}
	if plan := mustRun(t, in); !plan.Idle() {
		t.Errorf("again: %v", told(plan))
	}
}

func TestForeign(t *testing.T) {
	m := publishtest.NewMemory()
	text := "somebody's page"
	if _, err := m.Put(t.Context(), publish.Object{Name: "index.html", Size: int64(len(text))}, strings.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	in := input(t, small(1), m)
	_, err := publish.Run(t.Context(), in)
	var foreign *publish.ErrForeign
	if !errors.As(err, &foreign) || !slices.Equal(foreign.Names, []string{"index.html"}) || len(m.Names()) != 1 {
		t.Errorf("%v, %v", err, m.Names())
	}
	in.TakeOver = true
	mustRun(t, in)
	same(t, m, small(1))
}

// A place belongs to the site that was published there first, also if that was by a program that did not say whose its record is.
func TestOtherSite(t *testing.T) {
	m := publishtest.NewMemory()
	mustRun(t, input(t, small(1), m))
	for _, run := range []struct {
		site, refused string
		takeOver      bool
	}{{"A101", "", false}, {"A102", "A101", false}, {"A102", "", true}, {"A101", "A102", false}, {"A102", "", false}} {
		before := m.Objects()
		in := input(t, small(1), m)
		if run.site == "A102" {
			in = input(t, small(2), m)
		}
		in.Site, in.TakeOver = run.site, run.takeOver
		_, err := publish.Run(t.Context(), in)
		if run.refused == "" {
			if err != nil {
				t.Fatalf("%+v: %v", run, err)
			}
			continue
		}
		var other *publish.ErrOtherSite
		if !errors.As(err, &other) || other.Site != run.refused {
			t.Errorf("%+v: %v", run, err)
		}
		if diff := cmp.Diff(before, m.Objects(), cmp.AllowUnexported(publishtest.Stored{})); diff != "" {
			t.Errorf("%+v: %s", run, diff)
		}
	}
	same(t, m, small(2))
}

// The site that begins between the plan and the claim is another one, and stays.
func TestOtherSiteMeanwhile(t *testing.T) {
	m := publishtest.NewMemory()
	m.Before = func(action, name string) error {
		if action == "put" && name == ".courtsite/claims/one" {
			m.Before = nil
			in := input(t, small(2), m)
			in.Publisher, in.Site = "two", "A102"
			mustRun(t, in)
		}
		return nil
	}
	in := input(t, small(1), m)
	in.Site = "A101"
	if _, err := publish.Run(t.Context(), in); !errors.As(err, new(*publish.ErrOtherSite)) {
		t.Errorf("%v", err)
	}
	same(t, m, small(2))
}

func TestDeletions(t *testing.T) {
	m := publishtest.NewMemory()
	mustRun(t, input(t, small(1), m))
	s := small(1)
	for name := range s {
		if strings.HasPrefix(name, "basic/news/") {
			delete(s, name)
		}
	}
	in := input(t, s, m)
	in.MaxDelete = -1
	_, err := publish.Run(t.Context(), in)
	var refused *publish.ErrDeletions
	if !errors.As(err, &refused) || refused.Planned != 6 || refused.Allowed != 2 {
		t.Errorf("%v", err)
	}
	same(t, m, small(1))
	in.MaxDelete = 6
	mustRun(t, in)
	same(t, m, s)
	in = input(t, small(2), m) // the style sheet of the first edition doesn't count
	in.MaxDelete = 1
	mustRun(t, in)
	same(t, m, small(2))
}

func TestDryRun(t *testing.T) {
	m := publishtest.NewMemory()
	in := input(t, small(1), m)
	in.DryRun = true
	if plan := mustRun(t, in); len(plan.Steps) != len(small(1))+1 || len(m.Names()) != 0 {
		t.Errorf("%d steps, %v", len(plan.Steps), m.Names())
	}
}

// What must not go out, with the reason.
func TestRefused(t *testing.T) {
	changed := small(1).tree(t)
	changed["index.html"].Data = []byte("defaced")
	lost := small(1).tree(t)
	delete(lost, "index.html")
	reserved := small(1)
	reserved[".courtsite/published.json"] = "{}"
	file := new(publish.ErrTree)
	early := new(publish.ErrEarly)
	for name, c := range map[string]struct {
		tree fs.FS
		want func(error) bool
	}{
		"a preview":              {small(1).tree(t, func(m *output.Manifest) { m.Gate = "" }), func(err error) bool { return errors.Is(err, publish.ErrGate) }},
		"no manifest":            {site{}.tree(t).without(output.ManifestName), func(err error) bool { return errors.As(err, &file) && errors.Is(err, fs.ErrNotExist) }},
		"changed after build":    {changed, func(err error) bool { return errors.As(err, &file) && file.Path == "index.html" && file.Reason == nil }},
		"a file is gone":         {lost, func(err error) bool { return errors.As(err, &file) && errors.Is(err, fs.ErrNotExist) }},
		"time has not come":      {small(1).tree(t, func(m *output.Manifest) { m.Files[3].Published = "2026-12-01T00:00:00+08:00" }), func(err error) bool { return errors.As(err, &early) }},
		"a name kept for itself": {reserved.tree(t), func(err error) bool { return errors.As(err, new(*publish.ErrReserved)) }},
	} {
		m := publishtest.NewMemory()
		in := input(t, small(1), m)
		in.Tree = c.tree
		if _, err := publish.Run(t.Context(), in); !c.want(err) || len(m.Names()) != 0 {
			t.Errorf("%s: %v, stored %v", name, err, m.Names())
		}
	}
}

// A record that can't be read is not taken for none.
func TestBrokenRecord(t *testing.T) {
	for _, text := range []string{"", "{", `{"format":2}`, `{"format":1,"objects":{"../a":{}}}`, `{"format":1,"objects":{".courtsite/claims/x":{}}}`} {
		m := publishtest.NewMemory()
		if _, err := m.Put(t.Context(), publish.Object{Name: ".courtsite/published.json", Size: int64(len(text))}, strings.NewReader(text)); err != nil {
			t.Fatal(err)
		}
		if _, err := publish.Run(t.Context(), input(t, small(1), m)); !errors.Is(err, publish.ErrRecord) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// A page where a folder was, a folder where a page was, and a name that differs in case alone: what stands in the way goes first.
func TestInTheWay(t *testing.T) {
	s := small(1)
	s["team"], s["basic/a/index.html"], s["basic/Case.html"] = "file", "folder", "upper"
	dir := openDir(t, t.TempDir())
	in := input(t, s, dir)
	in.Serving = publish.Serving{}
	mustRun(t, in)
	delete(s, "team")
	delete(s, "basic/a/index.html")
	delete(s, "basic/Case.html")
	s["team/index.html"], s["basic/a"], s["basic/case.html"] = "folder", "file", "lower"
	in.Tree = s.tree(t)
	plan := mustRun(t, in)
	for i, step := range plan.Steps {
		if step.Delete != (i < 3) {
			t.Errorf("step %d: %+v", i, step)
		}
	}
	for name, text := range s {
		if data, err := dir.Get(t.Context(), name); err != nil || string(data) != text {
			t.Errorf("%s: %q, %v", name, data, err)
		}
	}
}

func TestBusy(t *testing.T) {
	m := publishtest.NewMemory()
	var second error
	m.Before = func(action, name string) error {
		if action == "put" && name == "index.html" {
			m.Before = nil
			in := input(t, small(2), m)
			in.Publisher = "two"
			_, second = publish.Run(t.Context(), in)
		}
		return nil
	}
	in := input(t, small(1), m)
	in.Jobs = 1
	mustRun(t, in)
	var busy *publish.ErrBusy
	if !errors.As(second, &busy) || busy.Publisher != "one" {
		t.Errorf("the second publisher: %v", second)
	}
	same(t, m, small(1))
}

// A publisher that was killed keeps another one out for two minutes, and itself not at all.
func TestDeadClaim(t *testing.T) {
	m := publishtest.NewMemory()
	kill(t, m, input(t, small(1), m), 5)
	in := input(t, small(1), m)
	in.Publisher = "two"
	for _, later := range []time.Duration{0, 110 * time.Second} {
		m.Sleep(later)
		if _, err := publish.Run(t.Context(), in); !errors.As(err, new(*publish.ErrBusy)) {
			t.Errorf("after %v: %v", later, err)
		}
	}
	m.Sleep(20 * time.Second)
	mustRun(t, in)
	same(t, m, small(1))

	kill(t, m, input(t, small(2), m), 5)
	mustRun(t, input(t, small(2), m))
	same(t, m, small(2))
}

// A publisher that was taken for dead stops before it deletes anything or puts its manifest.
func TestOvertaken(t *testing.T) {
	m := publishtest.NewMemory()
	mustRun(t, input(t, small(1), m))
	m.Before = func(action, name string) error {
		if action == "put" && name == "index.html" {
			m.Before = nil
			return m.Delete(t.Context(), ".courtsite/claims/one")
		}
		return nil
	}
	in := input(t, small(2), m)
	if _, err := publish.Run(t.Context(), in); !errors.Is(err, publish.ErrOvertaken) {
		t.Errorf("%v", err)
	}
	if string(m.Objects()[output.ManifestName].Data) != string(small(1).tree(t)[output.ManifestName].Data) {
		t.Error("the manifest was replaced")
	}
}

// Another publisher that finished between the plan and the claim: the plan is made anew.
func TestFinishedMeanwhile(t *testing.T) {
	m := publishtest.NewMemory()
	m.Before = func(action, name string) error {
		if action == "put" && name == ".courtsite/claims/one" {
			m.Before = nil
			in := input(t, small(2), m)
			in.Publisher = "two"
			mustRun(t, in)
		}
		return nil
	}
	mustRun(t, input(t, small(1), m))
	same(t, m, small(1))
}
