package feedtest

import (
	"fmt"
	"net/mail"
	"strconv"
	"strings"
)

const (
	atomSpace    = "http://www.w3.org/2005/Atom"
	contentSpace = "http://purl.org/rss/1.0/modules/content/"
)

// What RSS 2.0 knows in a channel and in an item.
const (
	rssChannel = "title link description language copyright managingEditor webMaster pubDate lastBuildDate category " +
		"generator docs cloud ttl image rating textInput skipHours skipDays item"
	rssItem = "title link description author category comments enclosure guid pubDate source"
)

// RSS says what is wrong with an RSS 2.0 document.
func RSS(data []byte) []string {
	var r report
	root := r.parse(data)
	if root == nil {
		return r.found
	}
	if version, _ := root.attr("version"); root.name.Local != "rss" || root.name.Space != "" || version != "2.0" {
		r.add("rss", "the root is not <rss version=\"2.0\">")
		return r.found
	}
	r.count("rss", root, "", 1, 1, "channel")
	if c := root.first("", "channel"); c != nil {
		r.rssChannel(c)
	}
	return r.found
}

func (r *report) rssChannel(c *element) {
	r.known("channel", c, "", rssChannel)
	r.count("channel", c, "", 1, 1, "title", "link", "description", "language")
	r.count("channel", c, "", 0, 1, "pubDate", "lastBuildDate", "image", "ttl", "generator")
	r.rssText("channel", c)
	for _, e := range c.all("", "language") {
		r.language("channel/language", e.trimmed())
	}
	for _, e := range c.all("", "lastBuildDate") {
		r.mailDate("channel/lastBuildDate", e.trimmed())
	}
	for _, e := range c.all("", "image") {
		r.rssImage(c, e)
	}
	self := 0
	for _, link := range c.all(atomSpace, "link") {
		r.atomLink("channel/atom:link", link)
		if rel, _ := link.attr("rel"); rel == "self" {
			self++
		}
	}
	if self != 1 {
		r.add("channel", "has %d atom:link elements to itself, not one", self)
	}
	ids := map[string]bool{}
	for i, item := range c.all("", "item") {
		r.rssItem(fmt.Sprintf("item %d", i+1), item, ids)
	}
}

// rssText checks what a channel and an item have in common.
func (r *report) rssText(path string, e *element) {
	for _, name := range []string{"title", "link", "category"} {
		for _, x := range e.all("", name) {
			if x.trimmed() == "" {
				r.add(path+"/"+name, "is blank")
			}
		}
	}
	for _, x := range e.all("", "link") {
		r.address(path+"/link", x.trimmed())
	}
}

func (r *report) rssItem(path string, e *element, ids map[string]bool) {
	r.known(path, e, "", rssItem)
	r.count(path, e, "", 1, 1, "title", "link", "guid", "pubDate")
	r.count(path, e, "", 0, 1, "description", "enclosure", "author", "comments", "source")
	r.count(path, e, contentSpace, 0, 1, "encoded")
	r.rssText(path, e)
	for _, x := range e.all("", "guid") {
		r.once(path+"/guid", ids, x.trimmed())
		r.id(path+"/guid", x.trimmed())
		if permanent, is := x.attr("isPermaLink"); !is || permanent == "true" {
			r.address(path+"/guid", x.trimmed())
		} else if permanent != "false" {
			r.add(path+"/guid", "isPermaLink is neither true nor false: %q", permanent)
		}
	}
	for _, x := range e.all("", "pubDate") {
		r.mailDate(path+"/pubDate", x.trimmed())
	}
	for _, x := range e.all("", "author") {
		if _, err := mail.ParseAddress(x.trimmed()); err != nil {
			r.add(path+"/author", "not an e-mail address: %q", x.trimmed())
		}
	}
	for _, x := range e.all("", "enclosure") {
		r.rssEnclosure(path+"/enclosure", x)
	}
	for _, x := range e.all(atomSpace, "link") {
		r.atomLink(path+"/atom:link", x)
	}
	for _, x := range e.all(contentSpace, "encoded") {
		if e.first("", "description") == nil {
			r.add(path, "content:encoded without a description")
		}
		r.html(path+"/content:encoded", x.text)
	}
}

func (r *report) rssEnclosure(path string, e *element) {
	address, _ := e.attr("url")
	r.address(path+"@url", address)
	kind, _ := e.attr("type")
	r.mediaType(path+"@type", kind)
	length, _ := e.attr("length")
	if _, err := strconv.ParseUint(length, 10, 63); err != nil {
		r.add(path+"@length", "not a number of bytes: %q", length)
	}
}

// rssImage: its title and link are those of the channel, its format one of three.
func (r *report) rssImage(channel, e *element) {
	const path = "channel/image"
	r.known(path, e, "", "url title link width height description")
	r.count(path, e, "", 1, 1, "url", "title", "link")
	for _, name := range []string{"title", "link"} {
		own, other := e.first("", name), channel.first("", name)
		if own != nil && other != nil && own.text != other.text {
			r.add(path+"/"+name, "is not the channel's")
		}
	}
	for _, x := range e.all("", "url") {
		r.address(path+"/url", x.trimmed())
		if !hasSuffix(strings.ToLower(x.trimmed()), ".png", ".jpg", ".jpeg", ".gif") {
			r.add(path+"/url", "is no PNG, JPEG or GIF")
		}
	}
}

// mailDate: RSS dates are those of RFC 822 with four digits for the year.
func (r *report) mailDate(path, s string) {
	if _, err := mail.ParseDate(s); err != nil {
		r.add(path, "not a date of RFC 822: %q", s)
	}
}

func hasSuffix(s string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}
