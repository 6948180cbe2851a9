package waiver

import (
	"bytes"
	"fmt"
	"time"

	"courtsite/generator/source"
)

// header comes before the first waiver.
const header = `# Waivers: findings that somebody answers for, and why. courtsite waive adds to this file; docs/review.md explains it.
# 豁免：经人负责、说明理由的问题。由 courtsite waive 添加，说明见 docs/review.md。
`

// Append gives the text of a waivers.toml with more waivers at its end. What stands there stays as it is to the byte.
func Append(text []byte, waivers ...Waiver) []byte {
	b := bytes.NewBuffer(bytes.Clone(text))
	if len(bytes.TrimSpace(text)) == 0 {
		b.Reset()
		b.WriteString(header)
	} else if !bytes.HasSuffix(text, []byte("\n")) {
		b.WriteByte('\n')
	}
	for _, w := range waivers {
		fmt.Fprintf(b, "\n[[waiver]]\ncode = %s\npath = %s\nmatch = %s\nreason = %s\nby = %s\noffice = %s\ndate = %s\nexpires = %s\n",
			source.Quote(w.Code), source.Quote(w.Path), source.Quote(w.Match), source.Quote(w.Reason), source.Quote(w.By), source.Quote(w.Office),
			w.Date.Format(time.DateOnly), source.WriteUntil(w.Expires))
	}
	return b.Bytes()
}
