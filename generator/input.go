package generator

import (
	"io/fs"
	"time"

	"courtsite/generator/corpus"
	"courtsite/generator/diag"
	"courtsite/generator/output"
)

// Input is everything that a build depends on. The same input gives the same bytes, on every machine.
type Input struct {
	Site     fs.FS                 // the site's folder: site.toml, content/, themes/, i18n/
	Now      time.Time             // decides embargoes and expiry
	BaseURL  string                // in place of site.toml's base_url; "" for that
	Drafts   bool                  // publish drafts and embargoed pages, for previews
	Preview  bool                  // the site is looked at and not published: a page may wait for its signatures
	Version  string                // of the program; a part of fingerprints
	Program  string                // tells the program from others of the same version, while it is being developed
	Previous *output.Manifest      // of the site that the new one will replace; nil for none
	Vanish   bool                  // most pages of the previous site may vanish
	Past     *Past                 // of an earlier build of the site; nil for none. Does not change the result
	Clock    time.Time             // when the build begins, by the clock that stamps the site's files; without it no file is trusted to be unchanged
	Jobs     int                   // goroutines; 0 for one per processor. Does not change the result
	Progress func(done, total int) // told after every output; nil for nobody. Called by several goroutines
}

// Result is what a build has to say.
type Result struct {
	Problems []diag.Problem // sorted
	Waived   []Waived       // sorted too
	Manifest *output.Manifest
	Past     *Past // for the next build; nil where nothing was made
	Counts
}

// Counts are how much there is of a site.
type Counts struct {
	Languages []string // tags, the default language first
	Pages     int      // articles
	Held      corpus.Held
	Files     int
	Bytes     int64
}
