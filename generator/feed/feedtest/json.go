package feedtest

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// What JSON Feed 1.1 knows; a key that begins with "_" is anybody's own.
const (
	jsonFeed = "version title home_page_url feed_url description user_comment next_url icon favicon authors language " +
		"expired hubs items"
	jsonItem = "id url external_url title content_html content_text summary image banner_image date_published " +
		"date_modified authors tags language attachments"
	jsonAttachment = "url mime_type title size_in_bytes duration_in_seconds"
	jsonAuthor     = "name url avatar"
)

// object is a JSON object, not yet looked into.
type object = map[string]any

// JSONFeed says what is wrong with a JSON Feed 1.1 document.
func JSONFeed(data []byte) []string {
	var r report
	r.encoding(data)
	var feed object
	if err := json.Unmarshal(data, &feed); err != nil {
		r.add("document", "is not a JSON object: %v", err)
		return r.found
	}
	r.keys("feed", feed, jsonFeed)
	if feed["version"] != "https://jsonfeed.org/version/1.1" {
		r.add("feed/version", "is not that of 1.1: %v", feed["version"])
	}
	r.required("feed", feed, "title")
	r.jsonCommon("feed", feed, "home_page_url", "feed_url", "next_url", "icon", "favicon")
	items, is := feed["items"].([]any)
	if !is {
		r.add("feed", "items is missing or not an array")
	}
	ids := map[string]bool{}
	for i, value := range items {
		path := fmt.Sprintf("item %d", i+1)
		if item, is := value.(object); is {
			r.jsonItem(path, item, ids)
		} else {
			r.add(path, "is not an object")
		}
	}
	return r.found
}

func (r *report) jsonItem(path string, item object, ids map[string]bool) {
	r.keys(path, item, jsonItem)
	r.once(path+"/id", ids, r.required(path, item, "id"))
	r.jsonCommon(path, item, "url", "external_url", "image", "banner_image")
	html, hasHTML := r.text(path, item, "content_html")
	_, hasText := r.text(path, item, "content_text")
	if !hasHTML && !hasText {
		r.add(path, "has neither content_html nor content_text")
	}
	r.html(path+"/content_html", html)
	for _, key := range []string{"title", "summary"} {
		r.text(path, item, key)
	}
	for _, key := range []string{"date_published", "date_modified"} {
		if s, is := r.text(path, item, key); is {
			r.date(path+"/"+key, s)
		}
	}
	for _, tag := range r.list(path, item, "tags") {
		if s, is := tag.(string); !is || s == "" {
			r.add(path+"/tags", "not a text: %v", tag)
		}
	}
	for _, value := range r.list(path, item, "attachments") {
		r.jsonAttachment(path+"/attachments", value)
	}
}

// jsonCommon checks what a feed and an item have in common, and the addresses at some keys.
func (r *report) jsonCommon(path string, o object, addresses ...string) {
	for _, key := range addresses {
		if s, is := r.text(path, o, key); is {
			r.address(path+"/"+key, s)
		}
	}
	if s, is := r.text(path, o, "language"); is {
		r.language(path+"/language", s)
	}
	for _, value := range r.list(path, o, "authors") {
		author, is := value.(object)
		if !is || len(author) == 0 {
			r.add(path+"/authors", "not an author: %v", value)
			continue
		}
		r.keys(path+"/authors", author, jsonAuthor)
		for key := range author {
			r.required(path+"/authors", author, key)
		}
	}
}

func (r *report) jsonAttachment(path string, value any) {
	attachment, is := value.(object)
	if !is {
		r.add(path, "not an attachment: %v", value)
		return
	}
	r.keys(path, attachment, jsonAttachment)
	r.address(path+"/url", r.required(path, attachment, "url"))
	r.mediaType(path+"/mime_type", r.required(path, attachment, "mime_type"))
	for _, key := range []string{"size_in_bytes", "duration_in_seconds"} {
		if v, is := attachment[key]; is {
			if n, is := v.(float64); !is || n < 0 {
				r.add(path+"/"+key, "not a number: %v", v)
			}
		}
	}
}

// keys wants every key to be one of names.
func (r *report) keys(path string, o object, names string) {
	for _, key := range slices.Sorted(maps.Keys(o)) {
		if !strings.HasPrefix(key, "_") && !strings.Contains(" "+names+" ", " "+key+" ") {
			r.add(path, "unknown key %q", key)
		}
	}
}

// text gives the text at a key that may be missing.
func (r *report) text(path string, o object, key string) (string, bool) {
	value, is := o[key]
	if !is {
		return "", false
	}
	s, is := value.(string)
	if !is {
		r.add(path+"/"+key, "not a text: %v", value)
	}
	return s, is
}

// required gives the text at a key that must be there and must not be blank.
func (r *report) required(path string, o object, key string) string {
	s, is := r.text(path, o, key)
	if _, there := o[key]; (is || !there) && strings.TrimSpace(s) == "" {
		r.add(path, "%s is missing or blank", key)
	}
	return s
}

// list gives the array at a key that may be missing.
func (r *report) list(path string, o object, key string) []any {
	value, is := o[key]
	if !is {
		return nil
	}
	list, is := value.([]any)
	if !is {
		r.add(path+"/"+key, "not an array: %v", value)
	}
	return list
}
