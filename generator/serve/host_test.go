package serve

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"courtsite/generator/diag"
)

func TestHost(t *testing.T) {
	tests := []struct {
		addr, host string
		allowed    bool
	}{
		{"127.0.0.1:1313", "127.0.0.1:1313", true},
		{"127.0.0.1:1313", "localhost:1313", true},
		{"127.0.0.1:1313", "LocalHost.:1313", true},
		{"127.0.0.1:1313", "[::1]:1313", true},
		{"127.0.0.1:1313", "[::1]", true},
		{"127.0.0.1:1313", "127.0.0.1", true},
		{"127.0.0.1:1313", "attacker.example:1313", false},
		{"127.0.0.1:1313", "localhost.attacker.example", false},
		{"127.0.0.1:1313", "192.0.2.7:1313", false},
		{"127.0.0.1:1313", "", false},
		{"localhost:1313", "192.0.2.7:1313", false},
		{":1313", "192.0.2.7:1313", true},
		{"0.0.0.0:1313", "192.0.2.7:1313", true},
		{"0.0.0.0:1313", "attacker.example:1313", false},
		{"preview.court:80", "preview.court", true},
		{"preview.court:80", "Preview.Court:80", true},
		{"preview.court:80", "attacker.example", false},
	}
	for _, test := range tests {
		b := newBoard()
		b.post(Built{Files: small}, nil)
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Host = test.host
		w := httptest.NewRecorder()
		newHandler(test.addr, diag.EN, b).ServeHTTP(w, r)
		if got := w.Code == http.StatusOK; got != test.allowed {
			t.Errorf("listening on %q, Host %q: got status %d", test.addr, test.host, w.Code)
		}
	}
}
