package serve

import "bytes"

// inject puts the reload script into a page, with the revision that the page belongs to. It is an external script of the
// same origin, so a strict Content-Security-Policy in the page lets it run. The page's own bytes
// stay as they are.
func inject(page []byte, revision string) []byte {
	script := `<script src="` + own + `reload.js" data-revision="` + revision + `" defer></script>`
	at := lastIndexFold(page, "</body>")
	if at < 0 {
		at = len(page)
	}
	out := make([]byte, 0, len(page)+len(script))
	out = append(out, page[:at]...)
	out = append(out, script...)
	return append(out, page[at:]...)
}

// lastIndexFold is bytes.LastIndex for an ASCII tag in capitals or small letters.
func lastIndexFold(page []byte, tag string) int {
	for end := len(page); ; {
		at := bytes.LastIndexByte(page[:end], '<')
		if at < 0 {
			return -1
		}
		if len(page)-at >= len(tag) && bytes.EqualFold(page[at:at+len(tag)], []byte(tag)) {
			return at
		}
		end = at
	}
}
