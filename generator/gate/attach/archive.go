package attach

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"io"
	"path"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"

	"courtsite/generator/diag"
	"courtsite/generator/gate/attach/inside"
	"courtsite/generator/gate/attach/office"
	"courtsite/generator/gate/attach/plain"
	"courtsite/generator/gate/detect"
)

// encryptedFlag of a zip's entry (APPNOTE 4.4.4, bit 0).
const encryptedFlag = 1

// archive looks into the files of a zip.
func (i *inspection) archive(z *zip.Reader) {
	i.remark(z.Comment)
	for _, f := range z.File {
		name := entryName(f)
		i.outside(name)
		i.remark(f.Comment)
		if strings.HasSuffix(name, "/") {
			for _, found := range detect.FileName(strings.TrimSuffix(name, "/")) {
				i.finding(found, inside.Place{Part: inside.Element, Name: name})
			}
			continue
		}
		data, err := unpack(f, i.work)
		if err == nil {
			i.Member(name, data)
			continue
		}
		i.within(name, func() { i.Unread(inside.Unread{Reason: reasonOf(err)}) })
		if i.work.Spent() {
			return
		}
	}
}

// remark looks at what was written about an archive or a file in it.
func (i *inspection) remark(s string) {
	if text, ok := plain.Decode([]byte(s)); ok {
		t := &inside.Text{}
		t.Write(text, inside.Place{})
		i.Text(t)
	}
}

// behind looks at what stands behind the end of an archive (APPNOTE 4.3.16): programs pass over it, and it is published all the same.
func (i *inspection) behind(data []byte) {
	const record = 22
	end := bytes.LastIndex(data, []byte("PK\x05\x06"))
	if end < 0 || end+record > len(data) {
		return
	}
	end += record + int(binary.LittleEndian.Uint16(data[end+record-2:]))
	if end >= len(data) {
		return
	}
	rest := bytes.Trim(data[end:], "\x00\r\n ")
	if _, ok := plain.Decode(rest); ok {
		i.remark(string(rest))
	} else {
		i.Unread(inside.Unread{Reason: inside.Damaged})
	}
}

var errEncrypted = errors.New("encrypted")

func unpack(f *zip.File, work *inside.Work) ([]byte, error) {
	if f.Flags&encryptedFlag != 0 {
		return nil, errEncrypted
	}
	return office.Unpack(f, work)
}

func reasonOf(err error) inside.Reason {
	switch {
	case errors.Is(err, errEncrypted):
		return inside.Encrypted
	case errors.Is(err, inside.ErrLimit):
		return inside.OverLimit
	case errors.Is(err, zip.ErrAlgorithm):
		return inside.OtherFilter
	}
	return inside.Damaged
}

// entryName is an entry's name in UTF-8: programs for Chinese write GBK without saying so.
func entryName(f *zip.File) string {
	name := strings.ReplaceAll(f.Name, `\`, "/")
	if f.NonUTF8 {
		if s, err := simplifiedchinese.GB18030.NewDecoder().String(name); err == nil {
			name = s
		}
	}
	return strings.ToValidUTF8(name, "\ufffd")
}

// outside tells paths that would write a file somewhere else when the archive is unpacked.
func (i *inspection) outside(name string) {
	clean := path.Clean(name)
	if strings.HasPrefix(name, "/") || clean == ".." || strings.HasPrefix(clean, "../") || len(name) > 1 && name[1] == ':' {
		i.Trace(inside.Trace{Kind: diag.ArchivePath, Args: []string{name}})
	}
}

// gzip looks into the one file that is packed so.
func (i *inspection) gzip(data []byte) {
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		i.Unread(inside.Unread{Reason: inside.Damaged})
		return
	}
	unpacked, err := i.work.Unpack(r, int64(len(data)))
	if err != nil {
		i.Unread(inside.Unread{Reason: reasonOf(err)})
		return
	}
	name := r.Name
	if name == "" {
		name = "unpacked"
	}
	i.Member(strings.ToValidUTF8(name, "\ufffd"), unpacked)
}

// tar looks into the files of a tar archive.
func (i *inspection) tar(data []byte) {
	r := tar.NewReader(bytes.NewReader(data))
	for {
		header, err := r.Next()
		if err == io.EOF {
			return
		}
		if err != nil && err != tar.ErrInsecurePath {
			i.Unread(inside.Unread{Reason: inside.Damaged})
			return
		}
		name := strings.ToValidUTF8(header.Name, "\ufffd")
		i.outside(name)
		if header.Typeflag != tar.TypeReg {
			continue
		}
		unpacked, err := i.work.Unpack(r, int64(len(data)))
		if err != nil {
			i.within(name, func() { i.Unread(inside.Unread{Reason: reasonOf(err)}) })
			return
		}
		i.Member(name, unpacked)
	}
}
