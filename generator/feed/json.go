package feed

import (
	"cmp"
	"encoding/json"
	"io"
	"time"

	"github.com/gorilla/feeds"

	"courtsite/generator/view"
)

// JSON writes a channel as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) with each document in full.
func JSON(w io.Writer, f *view.Feed) error {
	x := jsonFeed{
		JSONFeed: feeds.JSONFeed{
			Version:     "https://jsonfeed.org/version/1.1",
			Title:       f.Title,
			Language:    f.Lang,
			HomePageUrl: f.Home,
			FeedUrl:     f.JSON,
			Description: f.Description,
			Icon:        f.Icon,
			Authors:     jsonAuthors(f.Author),
		},
		Items: make([]jsonItem, len(f.Items)),
	}
	for i, item := range f.Items {
		x.Items[i] = newJSONItem(item, f)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(x)
}

type jsonFeed struct {
	feeds.JSONFeed
	// Items must be there even when there are none, which gorilla's leaves out.
	Items []jsonItem `json:"items"`
}

type jsonItem struct {
	feeds.JSONItem
	Language    string           `json:"language,omitempty"`
	Attachments []jsonAttachment `json:"attachments,omitempty"`
}

// jsonAttachment stands for gorilla's, whose size has another key than the specification's, and 32 bits.
type jsonAttachment struct {
	URL       string `json:"url"`
	MediaType string `json:"mime_type"`
	Title     string `json:"title,omitempty"`
	Bytes     int64  `json:"size_in_bytes,omitempty"`
}

func newJSONItem(item view.FeedItem, f *view.Feed) jsonItem {
	x := jsonItem{
		JSONItem: feeds.JSONItem{
			Id:            item.ID,
			Url:           item.URL,
			Title:         item.Title,
			ContentHTML:   string(item.Content),
			Summary:       item.Summary,
			Image:         item.Image,
			PublishedDate: jsonDate(item.Published),
			ModifiedDate:  jsonDate(item.Updated),
			Authors:       jsonAuthors(item.Author),
			Tags:          item.Categories,
		},
		Language: f.Lang,
	}
	if item.Content == "" { // an item must have one content or the other
		x.ContentText = cmp.Or(item.Summary, item.Title, item.URL, item.ID)
	}
	for _, e := range item.Enclosures {
		x.Attachments = append(x.Attachments, jsonAttachment{e.URL, mediaType(e), e.Title, e.Bytes})
	}
	return x
}

func jsonAuthors(name string) []*feeds.JSONAuthor {
	if name == "" {
		return nil
	}
	return []*feeds.JSONAuthor{{Name: name}}
}

func jsonDate(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}
