package generator

import (
	"io/fs"
	"time"

	"courtsite/generator/corpus"
	"courtsite/generator/diag"
	"courtsite/generator/directory"
	"courtsite/generator/output"
	"courtsite/generator/plan"
	"courtsite/generator/source"
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
	Touched  []string              // the files that alone may have changed since Past was left, where it is known; nil for all
	Clock    time.Time             // when the build begins, by the clock that stamps the site's files; without it no file is trusted to be unchanged
	Jobs     int                   // goroutines; 0 for one per processor. Does not change the result
	Progress func(done, total int) // told after every output; nil for nobody. Called by several goroutines

	// What follows is for a site that is one of a group.
	Inherited  *source.Table            // values that site.toml need not say; nil for none. Read by this build alone
	Shared     *Shared                  // what the group's sites have in common; nil for none
	OwnTheme   bool                     // the site's folder has files of a theme that others do not have
	OwnPhrases bool                     // likewise of phrases
	Received   map[string]plan.Received // documents that come from another site of the group, by their files
	Directory  *directory.Directory     // the group, for its portal; nil for every other site
	Keep       bool                     // Result.Corpus and Result.Summary are wanted
}

// Result is what a build has to say.
type Result struct {
	Problems []diag.Problem // sorted
	Waived   []Waived       // sorted too
	Manifest *output.Manifest
	Made     []Made        // what was made again, and why; nil where there was no earlier build
	Changed  []output.File // of [Amend]: the files that were made again; then there is no manifest
	Past     *Past         // for the next build; nil where nothing was made
	Lost     bool          // Input.Past was damaged, and everything was made again
	Counts

	Window  Window                    // in which the same files give the same site
	Corpus  *corpus.Corpus            // what was built, where Input.Keep asks for it; nil where site.toml cannot be read
	Summary func(*corpus.Page) string // a page's own, or its first paragraph
}

// Counts are how much there is of a site.
type Counts struct {
	Languages []string // tags, the default language first
	Pages     int      // articles
	Held      corpus.Held
	Files     int
	Bytes     int64
}
