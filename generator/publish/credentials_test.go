package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestReadCredentials(t *testing.T) {
	name := filepath.Join(t.TempDir(), "credentials.toml")
	if _, err := ReadCredentials(name, "main"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v", err)
	}
	text := "[main]\naccess_key_id = \"id\"\naccess_key_secret = \"planted\"\nsession_token = \"t\"\n"
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if c, err := ReadCredentials(name, "main"); err != nil || c != (Credentials{"id", "planted", "t"}) {
		t.Errorf("%v, %v", c, err)
	}
	if err := os.Chmod(name, 0o640); err != nil {
		t.Fatal(err)
	}
	var exposed *ErrExposed
	if _, err := ReadCredentials(name, "main"); errors.As(err, &exposed) == (runtime.GOOS == "windows") {
		t.Errorf("%v", err)
	}
}

// Nothing that stands in the file is ever quoted.
func TestCredentialsRefused(t *testing.T) {
	for text, want := range map[string]string{
		"":                                     "x: no access_key_id and access_key_secret in [main]",
		"[other]\naccess_key_id = \"planted\"": "x: no access_key_id and access_key_secret in [main]",
		"[main]\naccess_key_id = \"planted\"":  "x: no access_key_id and access_key_secret in [main]",
		"[main]\naccess_key_id = planted":      "x:2: not the form of a file of credentials",
		"[main]\naccess_key_id = 5":            "x: not the form of a file of credentials",
		"main = \"planted\"":                   "x: not the form of a file of credentials",
		"[main]\nplanted = \"planted\"":        "x: a key other than access_key_id, access_key_secret and session_token",
	} {
		_, err := parseCredentials("x", "main", []byte(text))
		if err == nil || err.Error() != want || strings.Contains(err.Error(), "planted") {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}
