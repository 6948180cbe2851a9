package publish

import (
	"context"
	"io"

	"golang.org/x/time/rate"
)

// chunk is how many bytes at most pass between two looks at the limit.
const chunk = 32 << 10

// limited sends no more bytes in a second than it may, all transfers together.
type limited struct {
	Target
	limiter *rate.Limiter
}

// limit slows a target down to a number of bytes in a second; 0 for no limit.
func limit(t Target, perSecond int) Target {
	if perSecond <= 0 {
		return t
	}
	return limited{t, rate.NewLimiter(rate.Limit(perSecond), chunk)}
}

func (l limited) Put(ctx context.Context, o Object, body io.ReaderAt) (string, error) {
	return l.Target.Put(ctx, o, &slow{ctx, body, l.limiter})
}

// slow hands bytes on as the limiter lets it.
type slow struct {
	ctx context.Context
	io.ReaderAt
	limiter *rate.Limiter
}

func (s *slow) ReadAt(p []byte, off int64) (int, error) {
	n, err := s.ReaderAt.ReadAt(p, off)
	for passed := 0; passed < n; passed += chunk {
		if err := s.limiter.WaitN(s.ctx, min(chunk, n-passed)); err != nil {
			return passed, err
		}
	}
	return n, err
}
