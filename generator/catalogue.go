package generator

import (
	"slices"
	"time"

	"courtsite/generator/catalogue"
	"courtsite/generator/config"
	"courtsite/generator/diag"
)

// Catalogue gives a site's own catalogue at a moment: the opinion's that is in force, as site.toml adjusts it for the year.
func Catalogue(site *config.Site, now time.Time) (*catalogue.Catalogue, []diag.Problem) {
	return catalogueOf(site, now.In(site.Zone).Year())
}

func catalogueOf(site *config.Site, year int) (*catalogue.Catalogue, []diag.Problem) {
	var problems []diag.Problem
	court := catalogue.Court{Level: site.Court.Level, Kind: site.Court.Kind}
	if kinds := catalogue.Kinds; !slices.Contains(kinds, court.Kind) {
		problems = append(problems, diag.New(diag.SiteKind, site.Catalogue.Kind, court.Kind, diag.Nearest(court.Kind, kinds)))
	}
	adjustments := make([]catalogue.Adjustment, len(site.Catalogue.Items))
	for i, item := range site.Catalogue.Items {
		period := catalogue.Period(item.Update)
		if period != "" && !period.Known() {
			problems = append(problems, diag.New(diag.CataloguePeriod, item.UpdatePos, item.Update))
			period = ""
		}
		adjustments[i] = catalogue.Adjustment{
			ID: item.ID, Name: item.Name, Lang: site.Default, Since: item.Since, Until: item.Until, NotApplicable: item.NotApplicable,
			Reason: item.Reason, Office: item.Office, Update: period, Pos: item.Pos,
		}
	}
	own, more := catalogue.InForce(year).For(court, year, adjustments)
	return own, append(problems, more...)
}
