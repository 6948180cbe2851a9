package generator

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"strings"
	"time"

	"courtsite/generator/config"
	"courtsite/generator/diag"
	"courtsite/generator/output"
	"courtsite/generator/page"
	"courtsite/generator/source"
)

// Past is what a build found out that the next one of the same site need not find out again: the heads of files that have not changed, what
// their bodies said and what was wrong with them, and what each output was made of. Nothing in it is trusted that the files could contradict: a
// file counts as unchanged while it has the size and the time that it had, and an output while its fingerprint is the same. Immutable once [Build] has
// returned it, but that one later build may take over what is prepared.
type Past struct {
	key     inputs        // of the program and of all input but the content; what was found out under another is of no use
	began   time.Time     // when files began to be read, by the clock that stamps them
	outcome *outcome      // nil where nothing was made
	file    *pastFile     // that it was read from, and
	under   *Past         // that it came after, of which the maps below say what is another now; nil where they say everything
	files   []source.File // that there were
	heads   map[string]knownHead
	bodies  map[string]*said
	outputs map[string]output.File
	looked  map[string]lookedFile // attachments and pictures

	prepared *prepared // what the build was made with, where the next one may come soon; nil else
}

func newPast() *Past {
	return &Past{heads: map[string]knownHead{}, bodies: map[string]*said{}, outputs: map[string]output.File{}, looked: map[string]lookedFile{}}
}

// knownHead is the head of a file, and what was wrong with it.
type knownHead struct {
	file     source.File
	head     *page.Head
	problems []diag.Problem
}

// said is what is known of a body without its tree.
type said struct {
	digest   [sha256.Size]byte // of the file's text
	problems []diag.Problem    // of the text itself; those of its links are found out each time, as they depend on other pages
	summary  string            // its first paragraph
	anchors  []string
	headings []page.Heading
	links    []page.Link
	text     [sha256.Size]byte // stands for the text after the front matter, where the site has to do with signatures
	packed   string            // the same as it is recorded; its texts are parts of this one
}

// compact gives the same in few pieces of memory: it is kept for every page to the end of the build.
func (s *said) compact(path string) *said {
	buf := borrow()
	defer giveBack(buf)
	p := packer{buf.AvailableBuffer()}
	p.body(path, s)
	buf.Write(p.b) // so that room that was made for it is there the next time
	_, same := (&unpacker{rest: string(p.b)}).body()
	same.problems = s.problems
	return same
}

// settling is how old a file must have been when it was read for its time to vouch for it: file systems stamp with no more precision than this,
// so that a younger file could change once more without showing it.
const settling = 2 * time.Second

// head gives the head of a file that has not changed.
func (p *Past) head(f source.File) (knownHead, bool) {
	if p == nil {
		return knownHead{}, false
	}
	known, found := p.knownHead(f.Path)
	return known, found && p.unchanged(f, known.file)
}

func (p *Past) knownHead(path string) (knownHead, bool) {
	known, found := p.heads[path]
	if !found && p.under != nil {
		known, found = p.under.heads[path]
	}
	return known, found
}

// same gives the head of a file that was read again, and has the text that it had.
func (p *Past) same(name string, digest [sha256.Size]byte) (knownHead, bool) {
	if p == nil {
		return knownHead{}, false
	}
	known, found := p.knownHead(name)
	return known, found && known.head.Digest == digest
}

// said gives what is known of a page's body.
func (p *Past) said(h *page.Head) *said {
	if p == nil {
		return nil
	}
	known := p.bodies[h.Path]
	if known == nil && p.under != nil {
		known = p.under.bodies[h.Path]
	}
	if known == nil && p.file != nil {
		if i, found := p.file.holding(bodiesPart, h.Path); found {
			list, _ := p.file.bodies(i)
			known = list[h.Path]
		}
	}
	if known == nil || known.digest != h.Digest {
		return nil
	}
	return known
}

// output gives what the last build recorded of an output.
func (p *Past) output(path string) (output.File, bool) {
	if p == nil {
		return output.File{}, false
	}
	f, found := p.outputs[path]
	if !found && p.under != nil {
		f, found = p.under.outputs[path]
	}
	if !found && p.file != nil {
		if i, held := p.file.holding(outputsPart, path); held {
			list, _ := p.file.outputs(i)
			f, found = list[path]
		}
	}
	return f, found
}

// standing are the outputs of the tree that stands now.
func (p *Past) standing() map[string]output.File {
	if p == nil {
		return map[string]output.File{}
	}
	return p.outputs
}

// since makes what this build will leave to the next one. Of the last one's knowledge nothing is used where the program, the configuration, the
// theme or a phrase has changed: what a check says may depend on each of them.
func (b *build) since(ctx context.Context) error {
	key, err := b.key()
	if err != nil {
		return err
	}
	b.past = b.in.Past.whole(ctx)
	b.lost = b.in.Past != nil && b.past == nil
	if b.past != nil && b.past.key != key {
		b.past = &Past{key: b.past.key, outputs: b.past.outputs} // fingerprints hold all that an output depends on
	}
	if b.in.Preview && b.in.Shared == nil {
		b.in.Shared = &Shared{}
		if b.past != nil && b.past.key == key && b.past.prepared != nil { // else the theme and the languages may be others
			b.in.Shared = b.past.prepared.shared
		}
	}
	files := b.snap.Files()
	b.next = &Past{
		key: key, began: b.in.Clock, files: files,
		heads: make(map[string]knownHead, len(files)), bodies: make(map[string]*said, len(files)), outputs: map[string]output.File{}, looked: map[string]lookedFile{},
	}
	return nil
}

// inputs are digests of all that a site is made of but its content: of the program and how it was called, and of each place in [inputNames].
type inputs [4][sha256.Size]byte

// inputNames name what [inputs] digests. Behind the program they are files and folders of the site.
var inputNames = [len(inputs{})]string{"courtsite", config.File, "themes", "i18n"}

// changed names what is another now.
func (k inputs) changed(last inputs) (names []string) {
	for i, name := range inputNames {
		if k[i] != last[i] {
			names = append(names, name)
		}
	}
	return names
}

// key digests the program's version and every file of the site that is no content.
func (b *build) key() (key inputs, err error) {
	key[0] = sha256.Sum256(fmt.Appendf(nil, "%s\x00%s\x00%s\x00%t\x00", b.in.Version, b.in.Program, b.in.BaseURL, b.in.Drafts))
	for i, root := range inputNames[1:] {
		sum := sha256.New()
		err = fs.WalkDir(b.in.Site, root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || !d.Type().IsRegular() || strings.HasPrefix(d.Name(), ".") {
				return nil // whoever needs the file tells what is wrong with it
			}
			data, err := fs.ReadFile(b.in.Site, name)
			fmt.Fprintf(sum, "%s\x00%d\x00%v\x00", name, len(data), err)
			sum.Write(data)
			return nil
		})
		if err != nil {
			return key, err
		}
		sum.Sum(key[i+1][:0])
	}
	return key, nil
}

// stamped is the fingerprint of a file that is copied as it is: its size and time; "" where its time does not vouch for it.
func (b *build) stamped(name string) string {
	f, found := b.snap.Lookup(name)
	if !found || f.Modified.IsZero() || !f.Modified.Before(b.in.Clock.Add(-settling)) {
		return ""
	}
	return fmt.Sprintf("%d %d", f.Size, f.Modified.UnixNano())
}

// keep takes an output over from the last tree if it would be made of the same. file comes with its fingerprint.
func (b *build) keep(file output.File) (kept bool, err error) {
	defer func() {
		if !kept && b.past != nil {
			b.again.Store(file.Path, true)
		}
	}()
	last, found := b.past.output(file.Path)
	if !found || file.Fingerprint == "" || last.Fingerprint != file.Fingerprint {
		return false, nil
	}
	if kept, err := b.keepCopy(last); !kept || err != nil {
		return false, err
	}
	kept, err = b.tree.Keep(last)
	if err != nil || !kept {
		return false, err
	}
	file.SHA256, file.Size = last.SHA256, last.Size
	b.record(file)
	return true, nil
}
