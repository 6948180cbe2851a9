package group

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"courtsite/generator"
	"courtsite/generator/diag"
	"courtsite/generator/output"
)

// state is what a successful build leaves behind, so that the next one knows without reading any page that nothing has changed: names, sizes and times of
// all files that went in, and the file that came out last. Whoever changes a file and gives it back both its size and its time is not
// noticed; --no-cache builds everything.
type state struct {
	Format int              `json:"format"`
	Inputs string           `json:"inputs"` // digest
	Output string           `json:"output"` // of the finished site's manifest and the record, as the disk tells them
	Newest time.Time        `json:"newest"` // the newest time of an input
	Window generator.Window `json:"window"` // in which the moment of the build makes no difference

	// LeftOut are the warnings that documents of others are not on the site: they hold for as long as the site stands.
	LeftOut []diag.Record `json:"left_out,omitempty"`
}

const stateFormat = 1

// settling is how long a file must have been left alone before its time is trusted to tell one content from the next: file systems tell time in steps.
const settling = 2 * time.Second

// unchanged tells whether a member's site is what a build would make now, and the warnings that its last build gave of what it left out.
func (g *Group) unchanged(m *Member, inputs inputs, now time.Time) (refusals []diag.Problem, same bool) {
	path := filepath.Join(g.cache(m), "state.json")
	var s state
	if !load(path, &s) || s.Format != stateFormat || s.Inputs != inputs.digest || !s.Window.Holds(now) {
		return nil, false
	}
	written, err := os.Stat(path)
	if err != nil || !s.Newest.Add(settling).Before(written.ModTime()) || s.Output == "" || s.Output != g.produced(m) {
		return nil, false
	}
	for _, r := range s.LeftOut {
		if p, ok := r.Problem(); ok {
			refusals = append(refusals, p)
		}
	}
	return refusals, true
}

// remember writes a member's state after a build.
func (g *Group) remember(m *Member, inputs inputs, window generator.Window) error {
	s := state{Format: stateFormat, Inputs: inputs.digest, Output: g.produced(m), Newest: inputs.newest, Window: window}
	for _, p := range m.refusals {
		if p.Kind == diag.GroupRefused || p.Kind == diag.GroupPushTwice { // whose arguments are texts
			s.LeftOut = append(s.LeftOut, p.Record())
		}
	}
	return save(filepath.Join(g.cache(m), "state.json"), s)
}

// produced tells one state of what builds write of a member from another.
func (g *Group) produced(m *Member) string {
	var b strings.Builder
	names := []string{filepath.Join(g.Out(m), output.ManifestName)}
	if m != g.Portal {
		names = append(names, filepath.Join(g.cache(m), "record.json"), g.documentsOf(m))
	}
	for _, name := range names {
		info, err := os.Lstat(name)
		if err != nil {
			return ""
		}
		fmt.Fprintf(&b, "%d %d ", info.Size(), info.ModTime().UnixNano())
	}
	return b.String()
}

// inputs are a member's files as the disk tells them without opening any.
type inputs struct {
	digest          string
	newest          time.Time
	common, version string // what they were asked for with
}

// stamper digests names, sizes and times of files.
type stamper struct {
	sum    hash.Hash
	newest time.Time
}

// inputs digests all that a member's site is made from; common is what all members share.
func (g *Group) inputs(m *Member, common, version string) inputs {
	s := &stamper{sum: sha256.New()}
	fmt.Fprintf(s.sum, "%s\x00%s\x00%s\x00%d\x00%s\x00", common, version, m.inherited, g.kept(), m.baseURL)
	if m.Folder != "" {
		s.tree(g.folder(m))
	}
	for _, r := range m.received {
		fmt.Fprintf(s.sum, "%s\x00%s\x00%s\x00%q\x00", r.place, r.canonical, r.links, r.stock.names)
		info, err := os.Lstat(filepath.Join(r.stock.root, filepath.FromSlash(r.file)))
		s.stamp(r.from.ID+"/"+r.file, info, err)
	}
	for _, p := range m.crowded() { // the board counts them
		fmt.Fprintf(s.sum, "%s\x00", p.Text(diag.EN))
	}
	return inputs{hex.EncodeToString(s.sum.Sum(nil)), s.newest, common, version}
}

// common digests what members see of the group's own files.
func (g *Group) common() string {
	s := &stamper{sum: sha256.New()}
	fmt.Fprintf(s.sum, "%v\x00", g.locked("theme"))
	for _, name := range []string{"themes", "i18n"} {
		s.tree(filepath.Join(g.Dir, name))
	}
	return hex.EncodeToString(s.sum.Sum(nil)) + s.newest.String()
}

// tree digests a folder. Hidden files are no input of any build.
func (s *stamper) tree(root string) {
	// Every error is a part of the digest: the build will tell it.
	_ = filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err == nil && name != root && strings.HasPrefix(d.Name(), ".") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		var info fs.FileInfo
		if err == nil {
			info, err = d.Info()
		}
		s.stamp(strings.TrimPrefix(name, root), info, err)
		return nil
	})
}

func (s *stamper) stamp(name string, info fs.FileInfo, err error) {
	if err != nil {
		fmt.Fprintf(s.sum, "%s\x00%v\x00", name, err)
		return
	}
	if info.IsDir() {
		fmt.Fprintf(s.sum, "%s/\x00%v\x00", name, info.Mode())
		return
	}
	if info.ModTime().After(s.newest) {
		s.newest = info.ModTime()
	}
	fmt.Fprintf(s.sum, "%s\x00%d\x00%d\x00%v\x00", name, info.Size(), info.ModTime().UnixNano(), info.Mode())
}
