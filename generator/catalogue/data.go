package catalogue

import (
	_ "embed"
	"fmt"
	"sync"
	"time"

	"github.com/BurntSushi/toml"
)

//go:embed 2018.toml
var opinion2018 string

// Default gives the catalogue in force: that of 2018.
func Default() *Catalogue { return current() }

var current = sync.OnceValue(func() *Catalogue {
	c, err := parse(opinion2018)
	if err != nil {
		panic("catalogue: the embedded data is broken: " + err.Error())
	}
	return c
})

// file is the form of the data. The ids of items are written without their category.
type file struct {
	Source     string    `toml:"source"`
	Date       time.Time `toml:"date"`
	Categories []struct {
		names
		ID      string `toml:"id"`
		Article int    `toml:"article"`
		Items   []struct {
			names
			ID     string   `toml:"id"`
			Levels []string `toml:"levels"`
			Other  bool     `toml:"other"`
		} `toml:"items"`
	} `toml:"category"`
}

type names struct {
	ZH    string `toml:"zh"`
	Short string `toml:"short"`
	EN    string `toml:"en"`
}

func (n names) names() Names {
	display := map[string]string{Wording: n.ZH, "en": n.EN}
	if n.Short != "" {
		display[Wording] = n.Short
	}
	return Names{Official: n.ZH, display: display}
}

func parse(data string) (*Catalogue, error) {
	var f file
	meta, err := toml.Decode(data, &f)
	if err != nil {
		return nil, err
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return nil, fmt.Errorf("unknown key %s", unknown[0])
	}
	c := &Catalogue{Source: f.Source, Date: f.Date, items: map[string]Item{}}
	for _, fc := range f.Categories {
		category := Category{Names: fc.names.names(), ID: fc.ID, Article: fc.Article}
		for _, fi := range fc.Items {
			item := Item{Names: fi.names.names(), ID: fc.ID + "/" + fi.ID, Category: fc.ID, Levels: fi.Levels, Other: fi.Other}
			if _, twice := c.items[item.ID]; twice {
				return nil, fmt.Errorf("item %s stands twice", item.ID)
			}
			c.items[item.ID] = item
			category.Items = append(category.Items, item)
		}
		c.categories = append(c.categories, category)
	}
	return c, nil
}
