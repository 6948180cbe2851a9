package publish

import (
	"bytes"
	"context"
	"crypto/md5"
	"errors"
	"io/fs"
	"time"

	"courtsite/generator/output"
)

// Not every store can refuse to replace an object, so a publisher that wants to work stores a claim under its own name and then looks for
// others. Two that come at once both see each other, and both give way. The claim is stored again while the work goes on; one that has not been for a while, by the
// target's own clock, is that of a publisher that was killed.

const (
	claims = home + "claims/"
	beat   = 20 * time.Second // how often a claim is stored again
	dead   = 6 * beat         // how old the claim of a publisher that was killed is
)

// claim tells other publishers that this one is at work.
type claim struct {
	target Target
	name   string
	body   []byte
}

// takeClaim claims the target, or gives way.
func takeClaim(ctx context.Context, t Target, publisher string) (*claim, error) {
	c := &claim{t, claims + publisher, []byte(publisher + "\n")}
	if err := c.store(ctx); err != nil {
		return nil, err
	}
	if err := c.look(ctx); err != nil {
		return nil, errors.Join(err, c.drop(ctx))
	}
	return c, nil
}

func (c *claim) store(ctx context.Context) error {
	_, err := c.target.Put(ctx, ownObject(c.name, c.body), bytes.NewReader(c.body))
	return err
}

// look removes the claims of the dead, and gives way to the living.
func (c *claim) look(ctx context.Context) error {
	list, err := c.target.List(ctx, claims)
	if err != nil {
		return err
	}
	var mine time.Time
	for _, l := range list {
		if l.Name == c.name {
			mine = l.Modified
		}
	}
	for _, l := range list {
		if l.Name == c.name {
			continue
		}
		if mine.Sub(l.Modified) < dead {
			return &ErrBusy{l.Name[len(claims):]}
		}
		if err := c.target.Delete(ctx, l.Name); err != nil {
			return err
		}
	}
	return nil
}

// holds makes sure that nobody took this publisher for dead.
func (c *claim) holds(ctx context.Context) error {
	_, err := c.target.Get(ctx, c.name)
	if errors.Is(err, fs.ErrNotExist) {
		return ErrOvertaken
	}
	return err
}

// keep stores the claim again and again until the context ends.
func (c *claim) keep(ctx context.Context) error {
	tick := time.NewTicker(beat)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
		}
		if err := c.holds(ctx); err != nil {
			return err
		}
		if err := c.store(ctx); err != nil {
			return err
		}
	}
}

// drop gives the claim up, also when the work was cancelled.
func (c *claim) drop(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), beat)
	defer cancel()
	return c.target.Delete(ctx, c.name)
}

// ownObject describes an object that publishing keeps for itself.
func ownObject(name string, data []byte) Object {
	return Object{
		Name: name, Size: int64(len(data)), MD5: md5.Sum(data), BodySHA256: output.Sum(data).String(),
		MediaType: "application/json", CacheControl: "no-store", Stamp: output.Sum(data).String(),
	}
}
