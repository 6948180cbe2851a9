package hosting

import (
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// apache makes .htaccess, which needs AllowOverride All, and the modules headers, alias and mime. It stands at the root of the site.
func (s *site) apache() []byte {
	var b bytes.Buffer
	b.WriteString("# Made by courtsite.\nDirectoryIndex index.html\nOptions -Indexes\nAddDefaultCharset Off\n\n")
	for _, kind := range slices.Sorted(maps.Keys(s.byType)) {
		fmt.Fprintf(&b, "AddType %q .%s\n", s.withCharset(kind), strings.Join(s.byType[kind], " ."))
	}
	for _, name := range special {
		if kind := s.named[name]; kind != "" {
			fmt.Fprintf(&b, "<Files %q>\n    ForceType %s\n</Files>\n", name, kind)
		}
	}
	b.WriteString("\n")
	for _, h := range s.headers {
		fmt.Fprintf(&b, "Header always set %s \"%s\"\n", h.name, h.value)
	}
	fmt.Fprintf(&b, "Header set Cache-Control %q\n", s.aged())
	fmt.Fprintf(&b, "<If \"%%{REQUEST_URI} =~ m#^%sassets/#\">\n    Header set Cache-Control %q\n</If>\n\n", regexp.QuoteMeta(s.BasePath), immutable)
	for _, folder := range s.missing {
		page := escape(s.BasePath + folder + "404.html")
		if folder == "" {
			fmt.Fprintf(&b, "ErrorDocument 404 %s\n", page)
			continue
		}
		fmt.Fprintf(&b, "<If \"%%{REQUEST_URI} =~ m#^%s#\">\n    ErrorDocument 404 %s\n</If>\n", regexp.QuoteMeta(s.BasePath+folder), page)
	}
	fmt.Fprintf(&b, "RedirectMatch 404 \"^%s(_hosting/|\\.courtsite/|_headers$|_redirects$)\"\n", regexp.QuoteMeta(s.BasePath))
	if s.Gzip {
		s.apacheGzip(&b)
	}
	for _, r := range s.redirects {
		fmt.Fprintf(&b, "RedirectMatch 301 \"^%s$\" \"%s\"\n", regexp.QuoteMeta(r.from), r.to)
	}
	return b.Bytes()
}

// apacheGzip hands out compressed copies to browsers that take them. The copies keep the types of their originals.
func (s *site) apacheGzip(b *bytes.Buffer) {
	b.WriteString(`RewriteEngine On
RewriteCond %{HTTP:Accept-Encoding} \bgzip\b
RewriteCond %{REQUEST_FILENAME} !-d
RewriteCond %{REQUEST_FILENAME}\.gz -f
RewriteRule ^(.+)$ $1.gz [L]
`)
	for _, kind := range slices.Sorted(maps.Keys(s.byType)) {
		for _, extension := range s.byType[kind] {
			fmt.Fprintf(b, "<FilesMatch \"\\.%s\\.gz$\">\n    ForceType %q\n    Header set Content-Encoding gzip\n    Header append Vary Accept-Encoding\n</FilesMatch>\n", extension, s.withCharset(kind))
		}
	}
	for _, name := range special {
		if kind := s.named[name]; kind != "" {
			fmt.Fprintf(b, "<Files \"%s.gz\">\n    ForceType %s\n</Files>\n", name, kind)
		}
	}
	b.WriteString("SetEnvIf Request_URI \"\\.gz$\" no-gzip\n")
}
