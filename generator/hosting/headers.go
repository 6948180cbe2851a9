package hosting

import (
	"bytes"
	"fmt"
)

// header is one line of every answer.
type header struct{ name, value string }

// Policy is the Content-Security-Policy that a site's pages bear: everything comes from the site itself, nothing stands in the page that could be
// run, nobody frames it (CSP level 3, W3C).
const Policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// headers protect readers. Strict-Transport-Security (RFC 6797) is for this host alone: its subdomains are not the site's to decide about.
func (s Settings) headers() []header {
	all := []header{
		{"Content-Security-Policy", Policy},
		{"X-Content-Type-Options", "nosniff"},
		{"Referrer-Policy", "strict-origin-when-cross-origin"},
		{"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
	}
	if s.Secure && s.HSTSDays > 0 {
		all = append(all, header{"Strict-Transport-Security", fmt.Sprintf("max-age=%d", s.HSTSDays*24*60*60)})
	}
	return all
}

// immutable is for names that change with their content; aged is for everything else.
const immutable = "public, max-age=31536000, immutable"

func (s *site) aged() string { return fmt.Sprintf("public, max-age=%d", s.PageAge) }

// headersFile is for hosts that read _headers, as Netlify began it. A later rule adds to an earlier one, so Cache-Control is left to assets: hosts have a
// short one of their own.
func (s *site) headersFile() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s*\n", escape(s.BasePath))
	for _, h := range s.headers {
		fmt.Fprintf(&b, "  %s: %s\n", h.name, h.value)
	}
	fmt.Fprintf(&b, "\n%sassets/*\n  Cache-Control: %s\n", escape(s.BasePath), immutable)
	for _, name := range special {
		if kind := s.named[name]; kind != "" {
			fmt.Fprintf(&b, "\n%s*/%s\n  Content-Type: %s\n\n%[1]s%[2]s\n  Content-Type: %[3]s\n", escape(s.BasePath), name, kind)
		}
	}
	return b.Bytes()
}

// redirectsFile is for the same hosts.
func (s *site) redirectsFile() []byte {
	var b bytes.Buffer
	for _, r := range s.redirects {
		fmt.Fprintf(&b, "%s %s 301\n", escape(r.from), r.to)
	}
	return b.Bytes()
}
