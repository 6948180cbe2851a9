package generator_test

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"courtsite/generator"
	"courtsite/generator/config"
	"courtsite/generator/diag"
	"courtsite/generator/output"
	"courtsite/generator/signoff"
)

// TestPastChangesNothing: whatever was edited since, a build that knows the last one says and makes what a build that knows nothing does, with one
// goroutine and with many. Some edits break the site and later ones mend it.
func TestPastChangesNothing(t *testing.T) {
	const edits = 4
	var good, all, amended atomic.Int64
	t.Cleanup(func() {
		if t.Logf("%d builds, of which %d amended", all.Load(), amended.Load()); amended.Load() < all.Load()/20 {
			t.Error("too few of them to tell")
		}
		if good.Load() < all.Load()/2 {
			t.Errorf("only %d of %d builds made a site", good.Load(), all.Load())
		}
	})
	for seed := range uint64(sequences) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			w := newWriter(seed)
			var past *generator.Past
			var seen fstest.MapFS
			tree := output.NewMemory()
			for range edits {
				all.Add(1)
				in := w.input()
				in.Preview = seed%4 == 0 // in memory, the last build's plan is taken over too
				want, cold := mustTry(t, in, output.NewMemory())
				in.Past = past
				if past != nil && seed%8 < 2 { // as one who watches the folder knows it
					in.Touched = touched(seen, w.site)
				}
				seen = maps.Clone(w.site)
				got, warm, quick := mustAmend(t, in, tree.After())
				if quick {
					amended.Add(1)
				}
				past = got.Past
				if seed%4 > 1 { // as another process finds it
					past = onDisk(t, past)
				}
				if sameProblems(t, want, got); diag.HasErrors(want.Problems) {
					w.edit()
					continue
				}
				sameTrees(t, cold, warm)
				sameRecords(t, want, got)
				good.Add(1)
				tree = warm
				w.edit()
			}
			if t.Failed() {
				t.Logf("edits: %s", strings.Join(w.done, "; "))
			}
		})
	}
}

// touched lists what is another file now, and one that came and went in between.
func touched(then, now fstest.MapFS) []string {
	paths := []string{"content/basic/news/4913"}
	for path := range now {
		if then[path] != now[path] {
			paths = append(paths, path)
		}
	}
	for path := range then {
		if now[path] == nil {
			paths = append(paths, path)
		}
	}
	return paths
}

func onDisk(t *testing.T, past *generator.Past) *generator.Past {
	t.Helper()
	var data bytes.Buffer
	if err := past.Write(t.Context(), &data); err != nil {
		t.Fatal(err)
	}
	past, err := generator.ReadPast(bytes.NewReader(data.Bytes()), int64(data.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return past
}

// TestFreshFile: a file that was written just before it was read may be written again without showing it, by its size and its time: it is read again.
func TestFreshFile(t *testing.T) {
	const page, text = "content/basic/news/one.md", "+++\ntitle = \"标题\"\npublished = 2026-01-10\n+++\n\n第%d版。\n"
	for before, fresh := range map[time.Duration]bool{0: true, time.Second: true, 2 * time.Second: true, 3 * time.Second: false} {
		w := newWriter(5)
		for path, f := range w.site {
			w.site[path] = &fstest.MapFile{Data: f.Data, ModTime: w.clock.Add(-time.Hour)}
		}
		in := w.input()
		put := func(version int) {
			w.site[page] = &fstest.MapFile{Data: fmt.Appendf(nil, text, version), ModTime: in.Clock.Add(-before)}
			in.Site = maps.Clone(w.site)
		}
		put(1)
		last, tree := mustTry(t, in, output.NewMemory())
		put(2) // of the same size
		next := w.input()
		next.Past = last.Past
		if _, same := generator.Unchanged(next); same == fresh {
			t.Errorf("%v before: told to be unchanged: %t", before, same)
		}
		if !fresh {
			continue
		}
		for _, way := range []func(*output.Memory) *output.Memory{
			func(tree *output.Memory) *output.Memory { _, tree, _ = mustAmend(t, next, tree); return tree },
			func(tree *output.Memory) *output.Memory { _, tree = mustTry(t, next, tree); return tree },
		} {
			if got := content(t, way(tree.After()), "basic/news/one/index.html"); !strings.Contains(got, "第2版") {
				t.Errorf("%v before: the page shows what it was", before)
			}
		}
	}
}

// TestDamagedPast: a record that was cut off, changed, or written by something else is refused.
func TestDamagedPast(t *testing.T) {
	result, _ := mustTry(t, newWriter(1).input(), output.NewMemory())
	var b bytes.Buffer
	if err := result.Past.Write(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	data := b.Bytes()
	for i := 0; i < len(data); i += 1 + len(data)/40 {
		changed := bytes.Clone(data)
		changed[i] ^= 1
		for _, damaged := range [][]byte{data[:i], changed, append(bytes.Clone(data), data[:i+1]...)} {
			past, err := generator.ReadPast(bytes.NewReader(damaged), int64(len(damaged)))
			if err != nil {
				continue
			}
			in := newWriter(1).input()
			in.Past = past
			if result, _ := mustTry(t, in, output.NewMemory()); !result.Lost {
				t.Fatalf("damage at %d of %d goes unnoticed", i, len(data))
			}
		}
	}
}

func mustTry(t *testing.T, in generator.Input, tree *output.Memory) (*generator.Result, *output.Memory) {
	t.Helper()
	result, err := generator.Build(t.Context(), in, tree)
	if err != nil {
		t.Fatal(err)
	}
	return result, tree
}

// mustAmend builds as the program does: what has changed alone, where that is enough.
func mustAmend(t *testing.T, in generator.Input, tree *output.Memory) (*generator.Result, *output.Memory, bool) {
	t.Helper()
	result, amended, err := generator.Amend(t.Context(), in, tree)
	if err != nil {
		t.Fatal(err)
	}
	if amended {
		return result, tree, true
	}
	result, tree = mustTry(t, in, tree)
	return result, tree, false
}

func sameProblems(t *testing.T, want, got *generator.Result) {
	t.Helper()
	if a, b := told(want.Problems), told(got.Problems); !slices.Equal(a, b) {
		t.Errorf("problems: %q\nwant: %q", b, a)
	}
}

func sameTrees(t *testing.T, want, got *output.Memory) {
	t.Helper()
	if !slices.Equal(want.Paths(), got.Paths()) {
		t.Errorf("files: %q\nwant: %q", got.Paths(), want.Paths())
	}
	for _, path := range want.Paths() {
		a, _ := want.Get(path)
		if b, _ := got.Get(path); !bytes.Equal(a, b) {
			t.Errorf("%s differs: %s", path, firstDifference(a, b))
		}
	}
}

// sameRecords: what goes into the manifest is the same too, and what the next build will go by.
func sameRecords(t *testing.T, want, got *generator.Result) {
	t.Helper()
	a, b := want.Past.Outputs(t.Context()), got.Past.Outputs(t.Context())
	if len(a) != len(b) || len(a) == 0 {
		t.Errorf("%d outputs are recorded, want %d", len(b), len(a))
	}
	for path, file := range a {
		known := b[path]
		if known.Kind == output.Attachment && known.Fingerprint == "" {
			known.Fingerprint = file.Fingerprint // it was fresh when it was copied, and an amendment does not copy it again
		}
		if known != file {
			t.Errorf("recorded of %s: %+v, want %+v", path, b[path], file)
		}
	}
}

func firstDifference(a, b []byte) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	return fmt.Sprintf("at %d: want %q, got %q", i, a[i:min(len(a), i+60)], b[i:min(len(b), i+60)])
}

// writer is somebody who edits a site at random.
type writer struct {
	*rand.Rand
	site  fstest.MapFS
	clock time.Time
	now   time.Time
	jobs  int
	done  []string
}

func newWriter(seed uint64) *writer {
	w := &writer{Rand: rand.New(rand.NewPCG(seed, 1)), site: files(), clock: standard, now: standard, jobs: int(seed%2) * 4}
	if w.jobs == 0 {
		w.jobs = 1
	}
	if seed%3 == 0 {
		w.put(config.File, string(w.site[config.File].Data)+"\n[hosting]\nservers = [\"nginx\"]\ngzip = true\n")
	}
	for _, column := range columns {
		w.put("content/"+column+"/f.pdf", "f")
	}
	w.put(first, w.page(first))
	w.put(second, w.page(second))
	for range 6 {
		path := w.path()
		w.put(path, w.page(path))
	}
	w.done = nil
	return w
}

var columns = []string{"basic/news", "basic/other", "team/party", "service/announcements", "administration/budgets"}

// first and second are never removed: other pages lead to them.
const first, second = "content/basic/news/one.md", "content/team/party/two.md"

func (w *writer) input() generator.Input {
	w.clock = w.clock.Add(time.Minute)
	return generator.Input{Site: maps.Clone(w.site), Now: w.now, Clock: w.clock, Version: "1", Jobs: w.jobs}
}

// put writes a file. Now and then it is so fresh that its time does not vouch for it.
func (w *writer) put(path, text string) {
	at := w.clock.Add(time.Duration(w.IntN(60)) * time.Second)
	w.site[path] = &fstest.MapFile{Data: []byte(text), ModTime: at}
	w.done = append(w.done, path)
}

func (w *writer) path() string {
	name := "content/" + columns[w.IntN(len(columns))] + "/" + string(rune('a'+w.IntN(4)))
	if w.IntN(4) == 0 {
		return name + ".en.md"
	}
	return name + ".md"
}

func (w *writer) page(path string) string {
	links := []string{
		"", "见[一](../../basic/news/one.md)。", "<b>粗</b>", "见[党建](../../team/party/two.md#第一节)。", "![图](f.pdf)", "https://court.example/", "脚注[^1]。\n\n[^1]: 注。",
	}
	link := links[w.IntN(len(links))]
	body := fmt.Sprintf("第%d段，依法公开。%s\n\n## 第一节\n\n党建工作，审判信息。\n", w.IntN(9), link)
	if strings.HasSuffix(path, ".en.md") {
		body = fmt.Sprintf("Paragraph %d of the translation is here for readers of English.\n\n%s\n", w.IntN(9), strings.Trim(link, "见。脚注"))
	}
	if w.IntN(40) == 0 {
		body += "[无](nowhere.md)\n"
	}
	month := 1 + w.IntN(3)
	if path == first || path == second {
		month = 1
	}
	front := fmt.Sprintf("title = \"标题%d\"\npublished = 2026-0%d-10\n", w.IntN(9), month)
	for _, more := range []string{
		"expires = 2026-06-01\n", "attachments = [\"f.pdf\"]\n", "weight = 1\n", "office = \"办公室\"\n", "keywords = [\"预算\"]\n", "summary = \"摘要\"\n",
	} {
		if w.IntN(6) == 0 {
			front += more
		}
	}
	if path != second && w.IntN(6) == 0 {
		front += "related = [\"team/party/two\"]\n"
	}
	if w.IntN(9) == 0 {
		front += fmt.Sprintf("aliases = [\"/old/%s/\"]\n", strings.NewReplacer("/", "-", ".", "-").Replace(path))
	}
	if path != first && path != second && w.IntN(12) == 0 {
		front += "draft = true\n"
	}
	if path != first && path != second && w.IntN(40) == 0 {
		front += "audience = \"internal\"\n"
	}
	return "+++\n" + front + "+++\n\n" + body
}

// sign adds a signature of a page as it is, which later edits may make void.
func (w *writer) sign(path string) {
	reviews, _, _, err := generator.Reviews(context.Background(), w.input(), func(p string) bool { return p == path })
	if err != nil || len(reviews) == 0 {
		return // it is broken just now, or is not for the public
	}
	r := signoff.Record{Role: config.RoleSecrecy, By: "王丽", Office: "办公室", At: w.now, Digest: reviews[0].Case.Digest(config.RoleSecrecy)}
	w.put(signoff.File(path), string(signoff.Append(nil, r)))
}

// reword gives a document another title, or another summary.
func reword(document string, n int, summary bool) string {
	if summary && !strings.Contains(document, "summary = ") {
		return strings.Replace(document, "published = ", fmt.Sprintf("summary = \"概述%d\"\npublished = ", n), 1)
	}
	return strings.Replace(document, "title = \"", fmt.Sprintf("title = \"新%d", n), 1)
}

// edit changes one thing.
func (w *writer) edit() {
	paths := slices.Sorted(maps.Keys(w.site))
	one := paths[w.IntN(len(paths))]
	document := strings.HasSuffix(one, ".md")
	switch n := w.IntN(56); {
	case n >= 30 && document:
		w.put(one, string(w.site[one].Data)+[]string{"\n又一段。\n", "\n## 又一节\n\n文字。\n", "\n[一](../../basic/news/one.md#第一节)\n", "\n![图](f.pdf)\n", "\n<i>斜</i>\n"}[w.IntN(5)])
	case n == 26 && document && strings.Contains(string(w.site[one].Data), "aliases"):
		w.put(one, strings.Replace(string(w.site[one].Data), "aliases = ", "# ", 1))
	case n <= 27 && n >= 26 && document:
		w.put(one, strings.Replace(string(w.site[one].Data), "published = ", fmt.Sprintf("aliases = [\"/alt/%d/\"]\npublished = ", w.IntN(99)), 1))
	case n >= 28 && document && !strings.HasSuffix(one, ".en.md"):
		translation := strings.TrimSuffix(one, ".md") + ".en.md"
		w.put(translation, w.page(translation))
	case n > 21 && n < 24 && document:
		w.put(one, reword(string(w.site[one].Data), w.IntN(9), w.IntN(2) == 0))
	case n < 5:
		path := w.path()
		w.put(path, w.page(path))
	case n < 8:
		if document && one != first && one != second {
			delete(w.site, one)
			w.done = append(w.done, "no "+one)
		}
	case n < 10:
		w.now = w.now.AddDate(0, w.IntN(8), 0)
		w.done = append(w.done, w.now.String())
	case n == 10:
		w.put("i18n/zh-Hans.toml", fmt.Sprintf("[phrases]\nhome = \"主页%d\"\nfootnote_back = \"回%d\"\n", w.IntN(2), w.IntN(2)))
	case n == 11:
		w.put("site.toml", strings.Replace(string(w.site["site.toml"].Data), "title = \"", fmt.Sprintf("title = \"%d", w.IntN(9)), 1))
	case n == 12:
		w.put("themes/default/layouts/breadcrumbs.html", fmt.Sprintf("<!-- %d -->", w.IntN(9)))
	case n < 15:
		w.put("content/basic/news/f.pdf", strings.Repeat("f", w.IntN(9)))
	case n >= 24 && document:
		w.sign(one)
	case n == 15 && document:
		w.put(one, strings.TrimPrefix(string(w.site[one].Data), "+++\n")) // broken, until it is written again
	case document && n%2 == 0:
		w.put(one, w.page(one))
	case document:
		w.put(one, strings.Replace(string(w.site[one].Data), "第", fmt.Sprintf("又第%d", w.IntN(9)), 1+w.IntN(2)))
	}
}
