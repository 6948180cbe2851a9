package publish

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"time"

	"github.com/minio/minio-go/v7"
)

// responseTimeout is how long a server may think about a request that it has read.
const responseTimeout = time.Minute

// Refused is an answer of an object store that no repetition will change.
type Refused struct {
	Action string // what was tried: "store index.html"
	Code   string // of S3: "AccessDenied", "NoSuchBucket"
	Text   string // what the store says
}

func (e *Refused) Error() string { return fmt.Sprintf("%s: %s (%s)", e.Action, e.Text, e.Code) }

// explain turns an error of the library into one that says what was tried, whether it is worth another try, and nothing secret.
func (s *S3) explain(verb, name string, err error) error {
	action := verb + " " + s.bucket + "/" + s.prefix + name
	answer := minio.ToErrorResponse(err)
	switch {
	case errors.Is(err, context.Canceled):
		return context.Canceled
	case answer.Code == minio.NoSuchKey:
		return fmt.Errorf("%s: %w", action, fs.ErrNotExist)
	case answer.StatusCode >= 500 || again[answer.Code]:
		return &Temporary{fmt.Errorf("%s: %w", action, scrub(err, s.key))}
	case answer.StatusCode >= 300 && answer.Code != "":
		return &Refused{action, scrub(errors.New(answer.Code), s.key).Error(), scrub(errors.New(answer.Message), s.key).Error()}
	case hopeless(err):
		return fmt.Errorf("%s: %w", action, scrub(err, s.key))
	}
	return &Temporary{fmt.Errorf("%s: %w", action, scrub(err, s.key))}
}

// again are codes of answers below 500 that ask for another try: too many requests, a body that did not come through.
var again = map[string]bool{
	"SlowDown": true, "TooManyRequests": true, "Throttling": true, "RequestLimitExceeded": true,
	"RequestTimeout": true, "IncompleteBody": true, "BadDigest": true, "InvalidDigest": true, "XAmzContentSHA256Mismatch": true,
	http.StatusText(http.StatusTooManyRequests): true,
}

// hopeless tells whether a connection can't come about, however often it is tried.
func hopeless(err error) bool {
	var certificate *tls.CertificateVerificationError
	var name *net.DNSError
	return errors.As(err, &certificate) || errors.As(err, &name) && name.IsNotFound
}
