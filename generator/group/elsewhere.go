package group

import (
	"encoding/json"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"courtsite/generator/diag"
	"courtsite/generator/output"
)

// elsewhere makes the record of a member whose site is built elsewhere, from its manifest; summaries come from its feeds.
func (r *run) elsewhere(m *Member, o *Outcome) error {
	root, err := os.OpenRoot(r.Out(m)) // somebody else made the folder: a link in it leads nowhere else
	var manifest *output.Manifest
	if err == nil {
		defer root.Close()
		manifest, err = output.ReadManifest(root.FS())
	}
	if err != nil {
		o.Problems = append(o.Problems, diag.New(diag.GroupBuilt, m.pos, m.Built))
		return nil
	}
	if m.Site == nil {
		o.Problems = append(o.Problems, diag.New(diag.SiteMissing, m.pos))
		return nil
	}
	if built := strings.TrimSuffix(manifest.BaseURL, "/"); built != "" && m.Site.Placed() && built != strings.TrimSuffix(m.Site.BaseURL, "/") {
		o.Problems = append(o.Problems, diag.New(diag.GroupBuiltAddress, m.pos, m.Built, manifest.BaseURL, m.Site.BaseURL))
	}
	o.Status = Elsewhere
	rec := r.facts(m)
	rec.Feeds = feedsOf(manifest)
	feeds := feedTexts(root, manifest)
	for _, f := range manifest.Files {
		if f.Kind != output.Page {
			continue
		}
		o.Pages++
		d, ok := entryOf(f, rec.Default)
		if !ok {
			continue
		}
		if d.Updated.After(rec.Updated) {
			rec.Updated = d.Updated
		}
		if f.Canonical != "" || !d.Expires.IsZero() && !d.Expires.After(r.Now) {
			continue // another court's, or over
		}
		d.Summary = short(feeds[rec.BaseURL+(&url.URL{Path: d.Address}).EscapedPath()])
		rec.Documents = append(rec.Documents, d)
	}
	rec.Pages = o.Pages
	rec.Documents = newestOf(rec.Documents, r.kept())
	if r.Check {
		return nil
	}
	return r.saveRecord(m, rec)
}

// entryOf makes a document of a manifest's entry.
func entryOf(f output.File, standard string) (document, bool) {
	published, err := time.Parse(time.RFC3339, f.Published)
	if err != nil || f.Item == "" {
		return document{}, false
	}
	d := document{Lang: f.Language, Item: f.Item, Title: f.Title, Address: strings.TrimSuffix(f.Path, "index.html"), Published: published, Updated: published}
	if updated, err := time.Parse(time.RFC3339, f.Updated); err == nil && updated.After(published) {
		d.Updated = updated
	}
	if expires, err := time.Parse(time.RFC3339, f.Expires); err == nil {
		d.Expires = expires
	}
	d.Office, d.Offered = f.Office, f.Offered
	d.ID = strings.TrimSuffix(d.Address, "/")
	if f.Language != standard {
		d.ID = strings.TrimPrefix(d.ID, strings.ToLower(f.Language)+"/")
	}
	return d, true
}

// feedTexts reads the summaries in a site's JSON feeds by the documents' addresses.
func feedTexts(root *os.Root, m *output.Manifest) map[string]string {
	texts := map[string]string{}
	for _, f := range m.Files {
		if f.Kind != output.Feed || path.Base(f.Path) != "feed.json" {
			continue
		}
		data, err := root.ReadFile(filepath.FromSlash(f.Path))
		var feed struct {
			Items []struct{ URL, Summary string }
		}
		if err != nil || json.Unmarshal(data, &feed) != nil {
			continue // it is a courtesy: the portal shows the title alone
		}
		for _, item := range feed.Items {
			texts[item.URL] = item.Summary
		}
	}
	return texts
}
