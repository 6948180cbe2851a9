package hosting

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// nginx makes what is to be included in a server block: `include .../_hosting/nginx.conf;`. A location that adds one header of its own
// loses all that stand above it, so each repeats them.
func (s *site) nginx() []byte {
	var b bytes.Buffer
	b.WriteString("# Made by courtsite. In the server block: root, then include this file. nginx -t checks, nginx -s reload puts into force.\n")
	b.WriteString("index index.html;\nabsolute_redirect off;\nserver_tokens off;\n\n")
	s.nginxTypes(&b)
	if s.Gzip {
		b.WriteString("gzip_static on;\ngzip_vary on;\n")
	}
	s.nginxHeaders(&b, "", s.aged())
	fmt.Fprintf(&b, "\nlocation ^~ %s {\n", quote(s.BasePath+"assets/"))
	s.nginxHeaders(&b, "    ", immutable)
	b.WriteString("}\n")
	for _, private := range []string{Folder, ".courtsite/"} {
		fmt.Fprintf(&b, "location ^~ %s { return 404; }\n", quote(s.BasePath+private))
	}
	for _, name := range []string{".htaccess", "_headers", "_redirects"} {
		fmt.Fprintf(&b, "location = %s { return 404; }\n", quote(s.BasePath+name))
	}
	for _, name := range special {
		if kind := s.named[name]; kind != "" {
			fmt.Fprintf(&b, "location ~ /%s$ { types { } default_type %s; }\n", strings.ReplaceAll(name, ".", `\.`), kind)
		}
	}
	s.nginxMissing(&b)
	for _, r := range s.redirects {
		fmt.Fprintf(&b, "location = %s { return 301 %s; }\n", quote(r.from), quote(r.to))
	}
	return b.Bytes()
}

// nginxTypes gives the type of every extension; a types block replaces the server's own.
func (s *site) nginxTypes(b *bytes.Buffer) {
	b.WriteString("types {\n")
	for _, kind := range slices.Sorted(maps.Keys(s.byType)) {
		fmt.Fprintf(b, "    %s %s;\n", kind, strings.Join(s.byType[kind], " "))
	}
	b.WriteString("}\ndefault_type application/octet-stream;\n")
	fmt.Fprintf(b, "charset utf-8;\ncharset_types %s;\n", strings.Join(slices.DeleteFunc(slices.Clone(s.charset), func(t string) bool { return t == "text/html" }), " "))
}

func (s *site) nginxHeaders(b *bytes.Buffer, indent, cache string) {
	for _, h := range s.headers {
		fmt.Fprintf(b, "%sadd_header %s %s always;\n", indent, h.name, quote(h.value))
	}
	fmt.Fprintf(b, "%sadd_header Cache-Control %s;\n", indent, quote(cache))
}

// nginxMissing answers in the language whose folder an address is in.
func (s *site) nginxMissing(b *bytes.Buffer) {
	for _, folder := range s.missing {
		page := quote(s.BasePath + folder + "404.html")
		if folder == "" {
			fmt.Fprintf(b, "error_page 404 %s;\n", page)
			continue
		}
		fmt.Fprintf(b, "location %s { error_page 404 %s; }\n", quote(s.BasePath+folder), page)
	}
}

// quote writes a string of nginx's and Caddy's. Paths of a tree hold no quotation mark, backslash or control character.
func quote(text string) string { return `"` + text + `"` }
