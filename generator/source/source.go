// Package source reads a site's input files.
//
// A [Snapshot] lists what is there, once; [Snapshot.Text] reads a text, checks that it is UTF-8 and evens out line ends. Nothing else opens
// a site's pages, attachments and settings for a build; themes and phrases have readers of their own. A [Document] is a strict reader of TOML, for everything that people write in it.
package source

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"courtsite/generator/diag"
	"courtsite/generator/par"
)

// File is one input file.
type File struct {
	Path     string // slash-separated, from the site's root
	Size     int64
	Modified time.Time // zero where the file system does not tell
}

// Snapshot is the list of a site's input files. Immutable; reading through it is safe for concurrent use.
type Snapshot struct {
	fsys  fs.FS
	files []File // sorted by path
}

// Scan lists the files below the given folders of a site. A folder that does not exist is empty. Files that editors and operating systems
// leave about are passed over; a symbolic link is a problem, since it could publish what is not the site's.
func Scan(fsys fs.FS, folders ...string) (*Snapshot, []diag.Problem, error) {
	s := &Snapshot{fsys: fsys}
	var entries []fs.DirEntry // of the files
	var problems []diag.Problem
	for _, folder := range folders {
		if info, err := fs.Lstat(fsys, folder); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			problems = append(problems, diag.New(diag.SourceSymlink, diag.Pos{Path: folder}))
			continue
		}
		err := fs.WalkDir(fsys, folder, func(name string, d fs.DirEntry, err error) error {
			switch {
			case !utf8.ValidString(name):
				problems = append(problems, diag.New(diag.SourceName, diag.Pos{Path: strings.ToValidUTF8(name, "\ufffd")}))
				return skip(d)
			case errors.Is(err, fs.ErrNotExist) && name == folder:
				return nil
			case errors.Is(err, fs.ErrPermission):
				problems = append(problems, diag.New(diag.SourceUnreadable, diag.Pos{Path: name}))
				return skip(d)
			case err != nil:
				return fmt.Errorf("read %s: %w", name, err)
			case name != folder && leftover(d.Name()):
				return skip(d)
			case d.Type()&fs.ModeSymlink != 0:
				problems = append(problems, diag.New(diag.SourceSymlink, diag.Pos{Path: name}))
				return nil
			case !d.Type().IsRegular():
				return nil
			}
			s.files, entries = append(s.files, File{Path: name}), append(entries, d)
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	if err := describe(s.files, entries); err != nil {
		return nil, nil, err
	}
	slices.SortFunc(s.files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return s, problems, nil
}

// Since lists a site's files again where nothing but the given paths may have changed since they were listed, without a problem. It tells false where one of these is no file, or
// the first in its folder: then all have to be listed.
func Since(fsys fs.FS, then []File, touched []string) (*Snapshot, bool) {
	s := &Snapshot{fsys: fsys, files: slices.Clone(then)}
	for _, name := range touched {
		if !utf8.ValidString(name) {
			return nil, false
		}
		i, known := s.find(name)
		info, err := fs.Lstat(fsys, name)
		switch {
		case known && err == nil && info.Mode().IsRegular():
			s.files[i].Size, s.files[i].Modified = info.Size(), info.ModTime()
		case known && errors.Is(err, fs.ErrNotExist):
			s.files = slices.Delete(s.files, i, i+1)
		case !known && err == nil && info.Mode().IsRegular() && !leftover(path.Base(name)) && s.hasFolder(path.Dir(name)):
			s.files = slices.Insert(s.files, i, File{Path: name, Size: info.Size(), Modified: info.ModTime()})
		case !known && err == nil && leftover(path.Base(name)):
		case !known && errors.Is(err, fs.ErrNotExist) && !s.hasFolder(name): // it came and went
		default:
			return nil, false
		}
	}
	return s, true
}

// hasFolder tells whether there is a file in a folder or below it.
func (s *Snapshot) hasFolder(name string) bool {
	i, _ := s.find(name + "/")
	return i < len(s.files) && strings.HasPrefix(s.files[i].Path, name+"/")
}

// describe fills in the files' sizes and times.
func describe(files []File, entries []fs.DirEntry) error {
	const batch = 256
	return par.Each(context.Background(), 0, (len(files)+batch-1)/batch, func(n int) error {
		for i := n * batch; i < min(len(files), (n+1)*batch); i++ {
			info, err := entries[i].Info()
			if err != nil {
				return fmt.Errorf("read %s: %w", files[i].Path, err)
			}
			files[i].Size, files[i].Modified = info.Size(), info.ModTime()
		}
		return nil
	})
}

func skip(d fs.DirEntry) error {
	if d != nil && d.IsDir() {
		return fs.SkipDir
	}
	return nil
}

// leftover tells whether a name is one that no author gave: hidden files, editors' copies, system litter.
func leftover(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.HasPrefix(name, "#") ||
		strings.HasSuffix(name, "~") || strings.HasSuffix(name, ".swp") || strings.HasSuffix(name, ".tmp") ||
		strings.EqualFold(name, "Thumbs.db") || strings.EqualFold(name, "desktop.ini")
}

// Files lists the files, sorted by path. The caller must not change it.
func (s *Snapshot) Files() []File { return s.files }

// Lookup finds a file by its path.
func (s *Snapshot) Lookup(name string) (File, bool) {
	i, ok := s.find(name)
	if !ok {
		return File{}, false
	}
	return s.files[i], true
}

// find gives a file's place in the list, or the one that it would have.
func (s *Snapshot) find(name string) (int, bool) {
	return slices.BinarySearchFunc(s.files, name, func(f File, name string) int { return strings.Compare(f.Path, name) })
}

// Folder lists the files directly in a folder.
func (s *Snapshot) Folder(dir string) []File {
	prefix := dir + "/"
	i, _ := s.find(prefix)
	var files []File
	for ; i < len(s.files) && strings.HasPrefix(s.files[i].Path, prefix); i++ {
		if path.Dir(s.files[i].Path) == dir {
			files = append(files, s.files[i])
		}
	}
	return files
}

// Open opens a file for streaming.
func (s *Snapshot) Open(name string) (fs.File, error) { return s.fsys.Open(name) }

// Text is one text file as it was read.
type Text struct {
	Bytes  []byte   // valid UTF-8 without byte-order mark, lines end in "\n"
	Digest [32]byte // SHA-256 of Bytes, so that line ends and a byte-order mark do not count
	room   *room    // nil where it was given back, or is nobody else's
}

// Text reads a text file. What is wrong with it is a problem, and then ok is false.
func (s *Snapshot) Text(name string) (text Text, ok bool, problems []diag.Problem) {
	return s.Reread(name, [sha256.Size]byte{})
}

// Reread reads a text file again. Bytes of the digest that an earlier reading gave need not be looked at once more.
func (s *Snapshot) Reread(name string, digest [sha256.Size]byte) (text Text, ok bool, problems []diag.Problem) {
	r := rooms.Get().(*room)
	if err := r.read(s, name); err != nil {
		return Text{}, false, []diag.Problem{diag.New(diag.SourceUnreadable, diag.Pos{Path: name})}
	}
	if digest != [sha256.Size]byte{} && sha256.Sum256(r.bytes) == digest {
		return Text{Bytes: r.bytes, Digest: digest, room: r}, true, nil
	}
	clean, problem := decode(name, r.bytes)
	if problem != nil {
		return Text{}, false, []diag.Problem{*problem}
	}
	return Text{Bytes: clean, Digest: sha256.Sum256(clean), room: r}, true, nil
}
