package output

import (
	"bytes"
	"compress/gzip"
	"strings"
	"sync"
)

// CompressedSuffix stands behind the name of a file in the name of its compressed copy, where web servers look for it.
const CompressedSuffix = ".gz"

// smallest is the size in bytes below which compression saves no packet.
const smallest = 1024

// Compressible tells whether a file gets much smaller: texts do, and nothing else that a site has.
func (f File) Compressible() bool {
	kind, _, _ := strings.Cut(f.MediaType, ";")
	text := strings.HasPrefix(kind, "text/") || strings.HasSuffix(kind, "xml") || strings.HasSuffix(kind, "json")
	return text && f.Size >= smallest && f.Kind != Compressed && f.Kind != Hosting
}

var compressors = sync.Pool{New: func() any { return gzip.NewWriter(nil) }}

// Compress gives data in the format of gzip (RFC 1952), without a name or a time: the same data gives the same bytes. Safe for concurrent use.
func Compress(data []byte) []byte {
	var b bytes.Buffer
	w := compressors.Get().(*gzip.Writer)
	defer compressors.Put(w)
	w.Reset(&b)
	w.Write(data) // a buffer takes everything
	w.Close()
	return b.Bytes()
}
