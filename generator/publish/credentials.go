package publish

import (
	"errors"
	"log/slog"
	"strings"
)

// Secret is a text that nobody may read by accident: however it is printed, it says that it is hidden.
type Secret string

const hidden = "(hidden)"

func (s Secret) String() string               { return hidden }
func (s Secret) GoString() string             { return hidden }
func (s Secret) LogValue() slog.Value         { return slog.StringValue(hidden) }
func (s Secret) MarshalText() ([]byte, error) { return []byte(hidden), nil }

// Credentials say who publishes. They come from the environment or from a file that only its owner may read, never from site.toml.
type Credentials struct {
	ID     string // the access key; it names the account and stays out of messages too
	Secret Secret
	Token  Secret // of credentials for a short time; else empty
}

// scrub takes credentials out of an error: some stores repeat them in their answers. The chain of errors ends there if it has to.
func scrub(err error, c Credentials) error {
	text := err.Error()
	clean := text
	for _, s := range []string{string(c.Secret), string(c.Token), c.ID} {
		if s != "" {
			clean = strings.ReplaceAll(clean, s, hidden)
		}
	}
	if clean == text {
		return err
	}
	return errors.New(clean)
}
