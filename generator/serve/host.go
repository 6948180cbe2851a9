package serve

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// guard lets only requests through that a browser on this machine meant for the preview. A page elsewhere
// could point its own host name at 127.0.0.1 and read drafts through the reader's browser (DNS
// rebinding); such a request carries the foreign name in Host. A number in Host cannot be
// rebound, so when the preview listens on other addresses too, any number is accepted.
func guard(addr string, next http.Handler) http.Handler {
	listen := hostname(addr)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("Cache-Control", "no-store")
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Cross-Origin-Resource-Policy", "same-origin")
		switch {
		case !allowedHost(hostname(r.Host), listen):
			http.Error(w, "this preview does not answer under the name "+hostname(r.Host), http.StatusMisdirectedRequest)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			header.Set("Allow", "GET, HEAD")
			http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// allowedHost tells whether a request's host names the preview that listens on the host listen.
func allowedHost(host, listen string) bool {
	if host == "" {
		return false
	}
	if host == "localhost" || host == listen {
		return true
	}
	ip, err := netip.ParseAddr(host)
	if err != nil {
		return false
	}
	return ip.IsLoopback() || !loopback(listen)
}

// loopback tells whether only this machine reaches a listener on the host.
func loopback(listen string) bool {
	if listen == "localhost" {
		return true
	}
	ip, err := netip.ParseAddr(listen)
	return err == nil && ip.IsLoopback()
}

// hostname gives the host of host:port in lower case, without brackets, and without the dot at the end that DNS
// allows.
func hostname(hostport string) string {
	host, _, err := net.SplitHostPort(hostport)
	if err != nil {
		host = strings.TrimSuffix(strings.TrimPrefix(hostport, "["), "]")
	}
	return strings.TrimSuffix(strings.ToLower(host), ".")
}
