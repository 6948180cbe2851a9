package group

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/language"

	"courtsite/generator/catalogue"
	"courtsite/generator/diag"
	"courtsite/generator/gate/detect"
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
	if why := undelivered(manifest, err); why != (diag.Words{}) {
		o.Problems = append(o.Problems, diag.New(diag.GroupBuilt, m.pos, m.Built, why))
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
	rec.Items = itemNames(manifest, feeds)
	left, first, reason := 0, "", diag.Words{} // what can be no document
	for _, f := range manifest.Files {
		if f.Kind != output.Page {
			continue
		}
		o.Pages++
		d, ok := entryOf(f, rec.Default)
		if !ok {
			continue
		}
		if why := strange(d, r.Now); why != (diag.Words{}) {
			if left++; left == 1 {
				first, reason = detect.Mask(d.Address), why
			}
			continue
		}
		if d.Updated.After(rec.Updated) {
			rec.Updated = d.Updated
		}
		if f.Canonical != "" || !d.Expires.IsZero() && !d.Expires.After(r.Now) {
			continue // another court's, or over
		}
		d.Summary = short(feeds.summaries[rec.BaseURL+(&url.URL{Path: d.Address}).EscapedPath()])
		rec.Documents = append(rec.Documents, d)
	}
	if left > 0 {
		o.Problems = append(o.Problems, diag.New(diag.GroupBuiltEntry, m.pos, m.Built, left, first, reason))
	}
	rec.Pages = o.Pages
	rec.Documents = newestOf(rec.Documents, r.kept())
	if r.Check {
		return nil
	}
	return r.saveRecord(m, rec)
}

// undelivered says why a folder is not a site that the portal can take in; nothing where it is one.
func undelivered(manifest *output.Manifest, err error) diag.Words {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return diag.Words{EN: "there is no " + output.ManifestName, ZH: "没有 " + output.ManifestName}
	case errors.Is(err, output.ErrNotOurs):
		return diag.Words{EN: output.ManifestName + " is damaged, or was written by another program", ZH: output.ManifestName + " 已损坏，或由其他程序写成"}
	case err != nil:
		return diag.Words{EN: output.ManifestName + " cannot be opened", ZH: "无法打开 " + output.ManifestName}
	case manifest.Gate == "":
		return diag.Words{EN: "it is a preview, with drafts or pages whose time has not come", ZH: "它是预览，含有草稿或未到发布时间的页面"}
	}
	return diag.Words{}
}

// strange says why a document can be none that courtsite built and published; nothing where it can. A manifest comes from somebody else: what its entries
// say becomes addresses and the order of lists on the portal, which must not fail, or be misled, because of one court.
func strange(d document, now time.Time) diag.Words {
	tag, err := language.Raw.Parse(d.Lang)
	switch {
	case !catalogue.Default().Possible(d.Item):
		return diag.Words{EN: fmt.Sprintf("%q is no item", d.Item), ZH: fmt.Sprintf("%q 不是公开事项", d.Item)}
	case err != nil || tag.String() != d.Lang:
		return diag.Words{EN: fmt.Sprintf("%q is no language", d.Lang), ZH: fmt.Sprintf("%q 不是语言标签", d.Lang)}
	case strings.TrimSpace(d.Title) == "" || strings.ContainsFunc(d.Title, unicode.IsControl):
		return diag.Words{EN: "its title is none", ZH: "没有有效的标题"}
	case d.Published.After(now):
		return diag.Words{EN: "it is dated later than now", ZH: "发布时间晚于现在"}
	case d.Updated.After(now):
		return diag.Words{EN: "it was updated later than now", ZH: "更新时间晚于现在"}
	}
	return diag.Words{}
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

// itemNames finds out what a court calls the items that it adds to the catalogue: the feed of an item is called by the item and the site.
func itemNames(m *output.Manifest, feeds feedText) map[string]string {
	names := map[string]string{}
	for _, f := range m.Files {
		if _, known := catalogue.Default().Item(f.Item); known || names[f.Item] != "" || !catalogue.Default().Possible(f.Item) {
			continue
		}
		if name, ok := strings.CutSuffix(feeds.titles[f.Path], " - "+feeds.sites[f.Language]); ok && !strings.ContainsFunc(name, unicode.IsControl) {
			names[f.Item] = name
		}
	}
	return names
}

// feedText is what a site's JSON feeds say.
type feedText struct {
	summaries map[string]string // by the documents' addresses
	titles    map[string]string // by the feeds' paths
	sites     map[string]string // titles of the site by language
}

// feedTexts reads a site's JSON feeds. They are a courtesy: without one the portal shows the title alone.
func feedTexts(root *os.Root, m *output.Manifest) feedText {
	texts := feedText{map[string]string{}, map[string]string{}, map[string]string{}}
	for _, f := range m.Files {
		if f.Kind != output.Feed || path.Base(f.Path) != "feed.json" {
			continue
		}
		data, err := root.ReadFile(filepath.FromSlash(f.Path))
		var feed struct {
			Title string
			Items []struct{ URL, Summary string }
		}
		if err != nil || json.Unmarshal(data, &feed) != nil {
			continue
		}
		texts.titles[f.Path] = feed.Title
		if dir := path.Dir(f.Path); dir == "." || dir == strings.ToLower(f.Language) {
			texts.sites[f.Language] = feed.Title
		}
		for _, item := range feed.Items {
			texts.summaries[item.URL] = item.Summary
		}
	}
	return texts
}
