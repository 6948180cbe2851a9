package feed

import (
	"cmp"
	"io"
	"time"

	"github.com/gorilla/feeds"

	"courtsite/generator/view"
)

// JSON writes a channel as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) with each document in full; items are f's.
func JSON(w io.Writer, f *view.Feed, items []*Item) error {
	shell, err := encodeJSON(jsonFeed{
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
		Items: []jsonItem{},
	})
	if err != nil {
		return err
	}
	return fill(w, shell, "]}", items, func(x *Item) []byte { return x.json }, ",")
}

type jsonFeed struct {
	feeds.JSONFeed
	// Items must be there even when there are none, which gorilla's leaves out. They stay empty: the encoded ones are written into them.
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

func newJSONItem(item view.FeedItem, lang string) jsonItem {
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
		Language: lang,
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
