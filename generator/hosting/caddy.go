package hosting

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// caddy makes what is to be imported into a site block, below its root: `import .../_hosting/Caddyfile`.
func (s *site) caddy() []byte {
	var b bytes.Buffer
	b.WriteString("# Made by courtsite. In the site block: root, then import this file. caddy validate checks, caddy reload puts into force.\n")
	b.WriteString("header {\n")
	for _, h := range s.headers {
		fmt.Fprintf(&b, "\t%s %s\n", h.name, quote(h.value))
	}
	b.WriteString("}\n")
	assets := s.BasePath + "assets/*"
	fmt.Fprintf(&b, "@assets path %s\nheader @assets Cache-Control %s\n", quote(assets), quote(immutable))
	fmt.Fprintf(&b, "@pages not path %s\nheader @pages Cache-Control %s\n", quote(assets), quote(s.aged()))
	s.caddyTypes(&b)
	for _, r := range s.redirects {
		fmt.Fprintf(&b, "redir %s %s 301\n", quote(r.from), quote(r.to))
	}
	for _, private := range []string{Folder + "*", ".courtsite/*", ".htaccess", "_headers", "_redirects"} {
		fmt.Fprintf(&b, "error %s 404\n", quote(s.BasePath+private))
	}
	b.WriteString("file_server")
	if s.Gzip {
		b.WriteString(" {\n\tprecompressed gzip\n}")
	}
	b.WriteString("\nhandle_errors {\n")
	b.WriteString("\theader {\n")
	for _, h := range s.headers {
		fmt.Fprintf(&b, "\t\t%s %s\n", h.name, quote(h.value))
	}
	b.WriteString("\t}\n")
	s.caddyMissing(&b)
	b.WriteString("}\n")
	return b.Bytes()
}

// caddyTypes sets the types by extension. Caddy puts directives into an order of its own, so no two of these match the same address.
func (s *site) caddyTypes(b *bytes.Buffer) {
	n := 0
	set := func(kind, match string) {
		n++
		fmt.Fprintf(b, "@type%d {\n\tpath %s\n}\nheader @type%[1]d Content-Type %[3]s\n", n, match, quote(s.withCharset(kind)))
	}
	var named []string
	for _, name := range special {
		if kind := s.named[name]; kind != "" {
			set(kind, "*/"+name)
			named = append(named, "*/"+name)
		}
	}
	except := ""
	if len(named) > 0 {
		except = "\n\tnot path " + strings.Join(named, " ")
	}
	for _, kind := range slices.Sorted(maps.Keys(s.byType)) {
		paths := "*." + strings.Join(s.byType[kind], " *.")
		if kind == "text/html" {
			paths += " */"
		}
		set(kind, paths+except)
	}
}

// withCharset gives a type as the manifest has it.
func (s *site) withCharset(kind string) string {
	if slices.Contains(s.charset, kind) {
		return kind + "; charset=utf-8"
	}
	return kind
}

// caddyMissing answers in the language whose folder an address is in: the longest folder first.
func (s *site) caddyMissing(b *bytes.Buffer) {
	for i, folder := range slices.Backward(s.missing) {
		matcher := "*"
		if folder != "" {
			matcher = fmt.Sprintf("@missing%d", i)
			fmt.Fprintf(b, "\t%s path %s\n", matcher, quote(s.BasePath+folder+"*"))
		}
		fmt.Fprintf(b, "\thandle %s {\n\t\trewrite * %s\n\t\tfile_server {\n\t\t\tstatus 404\n\t\t}\n\t}\n", matcher, quote(s.BasePath+folder+"404.html"))
	}
}
