package catalogue

import (
	"embed"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/BurntSushi/toml"
)

//go:embed *.toml
var data embed.FS

// version is a catalogue and the year from which it is in force, which its file is named after.
type version struct {
	year int
	*Catalogue
}

// versions are all that the program knows, the oldest first.
var versions = sync.OnceValue(func() (list []version) {
	files, err := data.ReadDir(".")
	for _, f := range files {
		text, reading := data.ReadFile(f.Name())
		c, parsing := parse(string(text))
		year, naming := strconv.Atoi(strings.TrimSuffix(f.Name(), ".toml"))
		if err = errors.Join(err, reading, parsing, naming); err != nil {
			break
		}
		list = append(list, version{year, c})
	}
	if err != nil || len(list) == 0 {
		panic("catalogue: the embedded data is broken: " + fmt.Sprint(err))
	}
	return list
})

// Default gives the newest catalogue: that of 2018.
func Default() *Catalogue { return versions()[len(versions())-1].Catalogue }

// InForce gives the catalogue that holds in a year. Before the first there was none; the first stands in for it.
func InForce(year int) *Catalogue {
	found := versions()[0].Catalogue
	for _, v := range versions() {
		if v.year <= year {
			found = v.Catalogue
		}
	}
	return found
}

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
			Unless []string `toml:"unless"`
			Update string   `toml:"update"`
			Norm   string   `toml:"update_norm"`
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
			item := Item{Names: fi.names.names(), ID: fc.ID + "/" + fi.ID, Category: fc.ID, Levels: fi.Levels, Unless: fi.Unless, Other: fi.Other,
				Update: Update{Period(fi.Update), fi.Norm}}
			if fi.Update != "" && !item.Update.Period.Known() {
				return nil, fmt.Errorf("%s: no period %q", item.ID, fi.Update)
			}
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
