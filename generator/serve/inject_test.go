package serve

import (
	"bytes"
	"strings"
	"testing"
)

func TestInject(t *testing.T) {
	const script = `<script src="/-/reload.js" data-revision="r-1" defer></script>`
	tests := []struct{ page, want string }{
		{"<body>a</body></html>", "<body>a" + script + "</body></html>"},
		{"<BODY>a</BODY>", "<BODY>a" + script + "</BODY>"},
		{"<pre>&lt;/body></pre></body>", "<pre>&lt;/body></pre>" + script + "</body>"},
		{"</body><p></body>", "</body><p>" + script + "</body>"},
		{"<p>cut off", "<p>cut off" + script},
		{"", script},
	}
	for _, test := range tests {
		if got := string(inject([]byte(test.page), "r-1")); got != test.want {
			t.Errorf("inject(%q) = %q, want %q", test.page, got, test.want)
		}
	}
}

// The page's own bytes must survive, whatever they are.
func FuzzInject(f *testing.F) {
	f.Add([]byte("<body>a</body>"))
	f.Add([]byte("</bo</body"))
	f.Fuzz(func(t *testing.T, page []byte) {
		before := bytes.Clone(page)
		out := string(inject(page, "r-1"))
		if !bytes.Equal(page, before) {
			t.Fatal("the page itself was changed")
		}
		const script = `<script src="/-/reload.js" data-revision="r-1" defer></script>`
		at := strings.LastIndex(out, script)
		if at < 0 || out[:at]+out[at+len(script):] != string(page) {
			t.Fatalf("inject(%q) = %q", page, out)
		}
	})
}
