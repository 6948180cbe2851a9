package signoff

import (
	"bytes"
	"fmt"
	"time"

	"courtsite/generator/source"
)

// header comes before the first signature of a page.
const header = `# Sign-offs of the page beside this file. courtsite sign adds to it; do not edit it by hand. docs/review.md explains it.
# 本文件旁页面的签批记录，由 courtsite sign 添加，请勿手改。说明见 docs/review.md。
`

// Append gives the text of a file of sign-offs with one more at its end. The old ones stay: they are the page's history.
func Append(text []byte, r Record) []byte {
	b := bytes.NewBuffer(bytes.Clone(text))
	if len(bytes.TrimSpace(text)) == 0 {
		b.Reset()
		b.WriteString(header)
	} else if !bytes.HasSuffix(text, []byte("\n")) {
		b.WriteByte('\n')
	}
	fmt.Fprintf(b, "\n[[sign]]\nrole = %s\nby = %s\noffice = %s\nat = %s\n",
		source.Quote(string(r.Role)), source.Quote(r.By), source.Quote(r.Office), r.At.Format(time.RFC3339))
	if !r.Expires.IsZero() {
		fmt.Fprintf(b, "expires = %s\n", source.WriteUntil(r.Expires))
	}
	fmt.Fprintf(b, "digest = %s\n", source.Quote(r.Digest))
	return b.Bytes()
}
