package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
)

// data is a folder with the CLDR's JSON packages unpacked under their names.
type data string

// check makes sure that all packages are of the release that the program was written for.
func (d data) check() error {
	for _, name := range []string{"cldr-core", "cldr-dates-full", "cldr-numbers-full"} {
		var pack struct{ Version string }
		if err := d.read(&pack, name, "package.json"); err != nil {
			return err
		}
		if pack.Version != version {
			return fmt.Errorf("%s is version %s, not %s", name, pack.Version, version)
		}
	}
	return nil
}

func (d data) read(into any, path ...string) error {
	raw, err := os.ReadFile(filepath.Join(append([]string{string(d)}, path...)...))
	if err != nil {
		return err
	}
	if err := json.Unmarshal(raw, into); err != nil {
		return fmt.Errorf("read %s: %w", filepath.Join(path...), err)
	}
	return nil
}

// names are those of months or of days of the week: in a date, and standing alone.
type names struct {
	Format, StandAlone struct{ Wide map[string]string }
}

func (n *names) UnmarshalJSON(raw []byte) error {
	var found map[string]struct{ Wide map[string]string }
	if err := json.Unmarshal(raw, &found); err != nil {
		return err
	}
	n.Format, n.StandAlone = found["format"], found["stand-alone"]
	return nil
}

// calendar is the part of ca-gregorian.json that is used here.
type calendar struct {
	Months          names
	Days            names
	DateFormats     map[string]json.RawMessage // full, long, short: a pattern, or a table with one under "_value"
	DateTimeFormats struct {
		Medium           json.RawMessage
		AvailableFormats map[string]string
	}
}

func (d data) calendar(tag string) (*calendar, error) {
	var file struct {
		Main map[string]struct {
			Dates struct {
				Calendars struct{ Gregorian calendar }
			}
		}
	}
	err := d.read(&file, "cldr-dates-full", "main", tag, "ca-gregorian.json")
	c := file.Main[tag].Dates.Calendars.Gregorian
	return &c, err
}

// text takes the pattern out of a value that may have a numbering system beside it.
func text(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	var t struct {
		Value string `json:"_value"`
	}
	if json.Unmarshal(raw, &t) != nil {
		return ""
	}
	return t.Value
}

// twelve gives the names of the months in order; nothing where the CLDR only numbers them (M01).
func twelve(months map[string]string) []string {
	if months["1"] == "M01" {
		return nil
	}
	list := make([]string, 12)
	for i := range list {
		list[i] = months[strconv.Itoa(i+1)]
	}
	return list
}

// seven gives the names of the days from Sunday on; nothing where the CLDR has only the root's English abbreviations.
func seven(days map[string]string) []string {
	if days["sun"] == "Sun" {
		return nil
	}
	list := make([]string, 0, 7)
	for _, day := range []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"} {
		list = append(list, days[day])
	}
	return list
}
