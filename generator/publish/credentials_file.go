package publish

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"

	"github.com/BurntSushi/toml"
)

// ErrExposed says that others than its owner may read a file of credentials.
type ErrExposed struct{ Path string }

func (e *ErrExposed) Error() string {
	return e.Path + ": others may read this file of credentials; allow it to its owner alone (chmod 600)"
}

// ErrCredentials says what is wrong with a file of credentials. It never shows what stands there.
type ErrCredentials struct {
	Path   string
	Line   int    // 0 where no line is to blame
	Reason string // in English
}

func (e *ErrCredentials) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("%s:%d: %s", e.Path, e.Line, e.Reason)
	}
	return fmt.Sprintf("%s: %s", e.Path, e.Reason)
}

// ReadCredentials reads the credentials of a target from a file that only its owner may read, with a table for each target:
//
//	[main]
//	access_key_id = "..."
//	access_key_secret = "..."
//	session_token = "..."      # where they are for a short time
//
// On Windows, the permissions are not looked at: the file stands in the user's own folder.
func ReadCredentials(name, target string) (Credentials, error) {
	file, err := os.Open(name)
	if err != nil {
		return Credentials{}, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return Credentials{}, err
	}
	if runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return Credentials{}, &ErrExposed{name}
	}
	text, err := io.ReadAll(io.LimitReader(file, 1<<20))
	if err != nil {
		return Credentials{}, err
	}
	return parseCredentials(name, target, text)
}

func parseCredentials(name, target string, text []byte) (Credentials, error) {
	var tables map[string]struct {
		ID     string `toml:"access_key_id"`
		Secret string `toml:"access_key_secret"`
		Token  string `toml:"session_token"`
	}
	meta, err := toml.Decode(string(text), &tables)
	if err != nil {
		line := 0
		if syntax := (toml.ParseError{}); errors.As(err, &syntax) {
			line = syntax.Position.Line
		}
		return Credentials{}, &ErrCredentials{name, line, "not the form of a file of credentials"} // the library's own words may quote a secret
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return Credentials{}, &ErrCredentials{name, 0, "a key other than access_key_id, access_key_secret and session_token"}
	}
	table, found := tables[target]
	if !found || table.ID == "" || table.Secret == "" {
		return Credentials{}, &ErrCredentials{name, 0, "no access_key_id and access_key_secret in [" + target + "]"}
	}
	return Credentials{ID: table.ID, Secret: Secret(table.Secret), Token: Secret(table.Token)}, nil
}
