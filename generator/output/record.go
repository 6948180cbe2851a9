package output

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"os"
	"slices"
	"strings"
	"time"
)

// record is what the build that made the standing tree knows of how it stands: a later one tells by it what was touched since. It stands beside the tree
// and is believed only together with the manifest that it names.
type record struct {
	manifest Digest // of the standing manifest.json
	sealed   int64  // when the tree was complete, by the clock of its file system
	files    []recorded
	foreign  []recorded // files that no build made, and were carried over
	folders  []folder   // without the root
	extra    []string   // files of the spare tree that the standing one does not have
}

// stamp is how a file or folder stands: it changes where somebody writes to it, or puts another in its place.
type stamp struct {
	size, modified int64
	inode          uint64
	mode           uint32
	owner          uint64
}

// recorded is a file with the stamp that it had.
type recorded struct {
	path string
	stamp
}

// folder is a folder of the standing tree, and the one of the same name in the spare tree.
type folder struct {
	path        string
	live, spare stamp
}

// same tells that nobody has written to a file, nor put another in its place. Links to it, and rights, may have changed.
func (s stamp) same(now stamp) bool {
	return s.size == now.size && s.modified == now.modified && s.inode == now.inode && s.mode&^0o7777 == now.mode&^0o7777
}

// unmoved tells that nothing has come into a folder, or left it, and that nobody gave it other rights.
func (s stamp) unmoved(now stamp) bool {
	return s.modified == now.modified && s.inode == now.inode && s.mode == now.mode && s.owner == now.owner
}

// vouches tells whether a folder's time can vouch for what is in it: file systems stamp with a clock that ticks, so that a change in the same tick as the
// last one of ours does not show.
func (r *record) vouches(s stamp) bool {
	margin := 100 * time.Millisecond
	if s.modified%int64(10*time.Millisecond) == 0 {
		margin = 2 * time.Second // FAT, and others whose clock ticks no faster
	}
	return s.modified < r.sealed-int64(margin)
}

const recordMagic = "courtsite tree 1\n"

var (
	errRecord  = errors.New("the record of the standing tree cannot be read")
	castagnoli = crc32.MakeTable(crc32.Castagnoli)
)

func (r *record) write(w io.Writer) error {
	b := make([]byte, 0, 1<<20+len(r.files)*100+len(r.folders)*160)
	b = append(append(b, recordMagic...), r.manifest[:]...)
	b = binary.AppendVarint(b, r.sealed)
	for _, list := range [][]recorded{r.files, r.foreign} {
		b = binary.AppendUvarint(b, uint64(len(list)))
		for _, f := range list {
			b = f.stamp.append(appendText(b, f.path))
		}
	}
	b = binary.AppendUvarint(b, uint64(len(r.folders)))
	for _, f := range r.folders {
		b = f.spare.append(f.live.append(appendText(b, f.path)))
	}
	b = binary.AppendUvarint(b, uint64(len(r.extra)))
	for _, path := range r.extra {
		b = appendText(b, path)
	}
	_, err := w.Write(binary.LittleEndian.AppendUint32(b, crc32.Checksum(b, castagnoli)))
	return err
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func (s stamp) append(b []byte) []byte {
	b = binary.AppendVarint(binary.AppendVarint(b, s.size), s.modified)
	return binary.AppendUvarint(binary.AppendUvarint(binary.AppendUvarint(b, s.inode), uint64(s.mode)), s.owner)
}

// readRecord reads the record of the tree whose manifest has a digest.
func readRecord(path string, manifest Digest) (*record, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	end := len(data) - crc32.Size
	head := len(recordMagic) + len(manifest)
	if end < head || string(data[:len(recordMagic)]) != recordMagic || !bytes.Equal(data[len(recordMagic):head], manifest[:]) ||
		crc32.Checksum(data[:end], castagnoli) != binary.LittleEndian.Uint32(data[end:]) {
		return nil, errRecord
	}
	u := &recordReader{rest: string(data[head:end])}
	r := &record{manifest: manifest, sealed: u.number(), files: u.files(), foreign: u.files()}
	r.folders = make([]folder, u.count())
	for i := range r.folders {
		r.folders[i] = folder{u.text(), u.stamp(), u.stamp()}
	}
	r.extra = make([]string, u.count())
	for i := range r.extra {
		r.extra[i] = u.text()
	}
	if u.broken || u.rest != "" {
		return nil, errRecord
	}
	return r, nil
}

// note writes the record of the standing tree. A power cut may leave half of it, which its checksum shows.
func (p *place) note(r *record) error {
	name := p.own("tree")
	if err := writeFile(name+unfinished, r.write); err != nil {
		return err
	}
	return rename(name+unfinished, name)
}

// forget removes the record, so that the next build believes nothing.
func (p *place) forget() error {
	return removeFile(p.own("tree"))
}

// recordReader reads what is in a record. All texts are parts of one.
type recordReader struct {
	rest   string
	broken bool
}

func (u *recordReader) unsigned() (n uint64) {
	for shift := 0; shift < 64 && u.rest != ""; shift += 7 {
		c := u.rest[0]
		u.rest = u.rest[1:]
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return n
		}
	}
	u.rest, u.broken = "", true
	return 0
}

func (u *recordReader) number() int64 {
	n := u.unsigned()
	return int64(n>>1) ^ -int64(n&1)
}

// count reads how many follow. Nothing that is counted is shorter than a byte.
func (u *recordReader) count() int {
	n := u.unsigned()
	if n > uint64(len(u.rest)) {
		u.rest, u.broken = "", true
		return 0
	}
	return int(n)
}

func (u *recordReader) text() string {
	n := u.count()
	s := u.rest[:n]
	u.rest = u.rest[n:]
	return s
}

func (u *recordReader) stamp() stamp {
	return stamp{u.number(), u.number(), u.unsigned(), uint32(u.unsigned()), u.unsigned()}
}

func (u *recordReader) files() []recorded {
	list := make([]recorded, u.count())
	for i := range list {
		list[i] = recorded{u.text(), u.stamp()}
	}
	return list
}

// file finds a file of the tree by its path.
func (r *record) file(path string) (recorded, bool) {
	return find(r.files, path, func(f recorded) string { return f.path })
}

// knows tells whether an entry of a folder is one that the record lists.
func (r *record) knows(path string) bool {
	_, file := r.file(path)
	_, foreign := find(r.foreign, path, func(f recorded) string { return f.path })
	_, folder := find(r.folders, path, func(f folder) string { return f.path })
	return file || foreign || folder
}

func find[T any](list []T, path string, of func(T) string) (found T, ok bool) {
	i, ok := slices.BinarySearchFunc(list, path, func(t T, path string) int { return strings.Compare(of(t), path) })
	if ok {
		found = list[i]
	}
	return found, ok
}
