package publish

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"courtsite/generator/output"
)

// recordName is where a target keeps the record. It has no secrets: it tells what stands there for everybody.
const recordName = home + "published.json"

// recordFormat is raised when a reader of the old format would misunderstand the new one.
const recordFormat = 1

// record is what is known of a target: what was published there, and what a run that did not end was about to store.
type record struct {
	Format  int                  `json:"format"`
	Site    string               `json:"site,omitempty"` // whose record it is; older programs did not say
	Objects map[string]published `json:"objects"`
	Pending map[string]begun     `json:"pending,omitempty"`

	renamed bool // the site that it was read for is not the one that it names
}

// published is one object as it was stored.
type published struct {
	Stamp   string      `json:"stamp"`
	Version string      `json:"version"` // what the target called it
	Kind    output.Kind `json:"kind,omitempty"`
}

// begun is an object that may have been stored.
type begun struct {
	Stamps []string    `json:"stamps"` // that it may have by now
	Kind   output.Kind `json:"kind,omitempty"`
}

func newRecord() *record {
	return &record{Format: recordFormat, Objects: map[string]published{}, Pending: map[string]begun{}}
}

// readRecord gives a target's record, an empty one where there is none. An unreadable one is never taken for none: all objects would
// be strangers' then.
func readRecord(ctx context.Context, t Target) (*record, []byte, error) {
	data, err := t.Get(ctx, recordName)
	if errors.Is(err, fs.ErrNotExist) {
		return newRecord(), nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	r, err := decodeRecord(data)
	return r, data, err
}

func decodeRecord(data []byte) (*record, error) {
	r := newRecord()
	if err := json.Unmarshal(data, r); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRecord, err)
	}
	if r.Format != recordFormat {
		return nil, fmt.Errorf("%w: format %d", ErrRecord, r.Format)
	}
	for _, names := range [][]string{slices.Collect(maps.Keys(r.Objects)), slices.Collect(maps.Keys(r.Pending))} {
		for _, name := range names {
			if err := output.CheckPath(name); err != nil && name != output.ManifestName || isOwn(name) {
				return nil, fmt.Errorf("%w: it names %q", ErrRecord, name)
			}
		}
	}
	return r, nil
}

func (r *record) encode() ([]byte, error) { return json.Marshal(r) }

// knows tells whether a name was published from here, or may have been.
func (r *record) knows(name string) bool {
	_, done := r.Objects[name]
	_, begun := r.Pending[name]
	return done || begun
}

// kind tells what an object that the record knows was to the site.
func (r *record) kind(name string) output.Kind {
	return cmp.Or(r.Objects[name].Kind, r.Pending[name].Kind)
}

// ours tells whether an object that the record knows is what was published, and not what somebody put in its place.
func (r *record) ours(name string, m Mark) bool {
	stamps := r.Pending[name].Stamps
	if o, ok := r.Objects[name]; ok {
		stamps = append(slices.Clone(stamps), o.Stamp)
	}
	return slices.ContainsFunc(stamps, func(stamp string) bool { return m.is(stamp) })
}

// is tells whether an object was stored with a stamp. A target that keeps none tells the content's digest, which its stamps begin with.
func (m Mark) is(stamp string) bool {
	if m.Stamp != "" {
		return m.Stamp == stamp
	}
	return m.SHA256 != "" && m.SHA256 == stamp
}
