package catalogue

import (
	"slices"
	"testing"
	"time"

	"courtsite/generator/diag"
)

var basicCourt = Court{Level: "basic", Kind: "general"}

func adjust(t *testing.T, court Court, year int, adjustments ...Adjustment) *Catalogue {
	t.Helper()
	c, problems := Default().For(court, year, adjustments)
	for _, p := range problems {
		t.Error(p.Text(diag.EN))
	}
	return c
}

func TestAdjustmentOfAYear(t *testing.T) {
	adjustments := []Adjustment{
		{ID: "service/circuit", Name: "巡回审判", Lang: "zh-Hans", Since: 2026, Office: "立案庭", Update: "quarter"},
		{ID: "team/culture", Until: 2026, Reason: "并入党建"},
		{ID: "trial/commutation", NotApplicable: "本院不办理此类案件"},
		{ID: "basic/news", Office: "政治部"},
		{ID: "basic", Office: "办公室"}, // said later, but an item's own office wins
	}
	before, after := adjust(t, basicCourt, 2025, adjustments...), adjust(t, basicCourt, 2027, adjustments...)
	if _, ok := before.Item("service/circuit"); ok {
		t.Error("an item of 2026 is in the catalogue of 2025")
	}
	circuit, _ := after.Item("service/circuit")
	if !circuit.Added || circuit.Office != "立案庭" || circuit.Update.Period != "quarter" || !circuit.Wanted(2027) {
		t.Errorf("the added item: %+v", circuit)
	}
	service, _ := after.Category("service")
	if last := service.Items[len(service.Items)-1]; !last.Other {
		t.Errorf("the added item stands after the open end: %v", last.ID)
	}
	culture, _ := after.Item("team/culture")
	if culture.Wanted(2027) || !culture.Wanted(2026) || culture.Reason != "并入党建" {
		t.Errorf("the retired item: %+v", culture)
	}
	commutation, _ := after.Item("trial/commutation")
	if commutation.Wanted(2027) || commutation.Exempt != Declared {
		t.Errorf("the item that does not apply: %+v", commutation)
	}
	for id, office := range map[string]string{"basic/news": "政治部", "basic/institution": "办公室", "trial/process": ""} {
		if item, _ := after.Item(id); item.Office != office {
			t.Errorf("%s: office %q, want %q", id, item.Office, office)
		}
	}
	if item, _ := Default().Item("basic/news"); item.Office != "" {
		t.Error("an adjustment changed the opinion's catalogue")
	}
	if name, lang := circuit.Name("ug"); name != "巡回审判" || lang != "zh-Hans" {
		t.Errorf("name in Uyghur: %q in %s", name, lang)
	}
}

func TestAddedItemIsNamedInTheSitesLanguage(t *testing.T) {
	c := adjust(t, basicCourt, 2026, Adjustment{ID: "service/circuit", Name: "Circuit trials", Lang: "en"})
	item, _ := c.Item("service/circuit")
	if name, lang := item.Name("zh-Hans"); name != "Circuit trials" || lang != "en" || item.Shortened("zh-Hans") {
		t.Errorf("%q in %s, shortened %v", name, lang, item.Shortened("zh-Hans"))
	}
}

func TestKindsOfCourt(t *testing.T) {
	for _, c := range []struct {
		kind, item string
		wanted     bool
	}{
		{"general", "trial/commutation", true}, {"maritime", "trial/commutation", false}, {"ip", "trial/commutation", false},
		{"internet", "trial/commutation", false}, {"financial", "trial/commutation", false}, {"railway", "trial/commutation", true},
		{"military", "basic/work-reports", false}, {"railway", "basic/work-reports", false}, {"maritime", "basic/work-reports", true},
	} {
		item, ok := adjust(t, Court{Level: "intermediate", Kind: c.kind}, 2026).Item(c.item)
		if !ok || item.Wanted(2026) != c.wanted {
			t.Errorf("%s of a court of the kind %s: %+v", c.item, c.kind, item)
		}
	}
	for _, category := range Default().Categories("") {
		for _, item := range category.Items {
			for _, kind := range item.Unless {
				if !slices.Contains(Kinds, kind) {
					t.Errorf("%s: no kind %q", item.ID, kind)
				}
			}
		}
	}
}

func TestWrongAdjustments(t *testing.T) {
	for _, c := range []struct {
		adjustment Adjustment
		want       *diag.Kind
	}{
		{Adjustment{ID: "basic/newz"}, diag.CatalogueUnknown},
		{Adjustment{ID: "finance/budgets", Name: "预算"}, diag.CatalogueUnknown},
		{Adjustment{ID: "service/", Name: "巡回"}, diag.CatalogueID},
		{Adjustment{ID: "service/../x", Name: "巡回"}, diag.CatalogueID},
		{Adjustment{ID: "service/a/b", Name: "巡回"}, diag.CatalogueID},
		{Adjustment{ID: "service/巡回", Name: "巡回"}, diag.CatalogueID},
		{Adjustment{ID: "", Name: "巡回"}, diag.CatalogueUnknown},
		{Adjustment{ID: "basic", NotApplicable: "理由"}, diag.CatalogueCategory},
		{Adjustment{ID: "basic/news", Name: "新闻"}, diag.CatalogueNamed},
		{Adjustment{ID: "service/circuit", Name: "巡回审判", Since: 2026, Until: 2025}, diag.CatalogueYears},
	} {
		_, problems := Default().For(basicCourt, 2026, []Adjustment{c.adjustment})
		if len(problems) != 1 || problems[0].Kind != c.want {
			t.Errorf("%+v: %v", c.adjustment, problems)
		}
	}
}

func TestDiff(t *testing.T) {
	adjustments := []Adjustment{
		{ID: "service/circuit", Name: "巡回审判", Lang: "zh-Hans", Since: 2026},
		{ID: "team/culture", Until: 2025, Reason: "并入党建"},
	}
	before, after := adjust(t, basicCourt, 2025, adjustments...), adjust(t, basicCourt, 2026, adjustments...)
	got := map[string]ChangeKind{}
	for _, c := range Diff(before, after, "basic", 2025, 2026) {
		got[c.Item.ID] = c.What
	}
	if len(got) != 2 || got["service/circuit"] != ItemAdded || got["team/culture"] != ItemRetired {
		t.Errorf("got %v", got)
	}
	if same := Diff(after, after, "basic", 2026, 2026); len(same) != 0 {
		t.Errorf("a catalogue differs from itself: %v", same)
	}
	// Looking backwards, what was added is gone and what was retired is back.
	got = map[string]ChangeKind{}
	for _, c := range Diff(after, before, "basic", 2026, 2025) {
		got[c.Item.ID] = c.What
	}
	if len(got) != 2 || got["service/circuit"] != ItemRemoved || got["team/culture"] != ItemAdded {
		t.Errorf("backwards: %v", got)
	}
}

func TestPeriods(t *testing.T) {
	at := func(s string) time.Time {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct {
		period    Period
		last, due string
	}{
		{"week", "2026-12-28", "2027-01-04"}, {"two-weeks", "2026-02-20", "2026-03-06"}, {"month", "2026-01-31", "2026-02-28"},
		{"quarter", "2026-11-30", "2027-02-28"}, {"half-year", "2026-08-31", "2027-02-28"}, {"year", "2024-02-29", "2025-02-28"}, {"year", "2026-02-10", "2027-02-10"},
	} {
		if due := c.period.After(at(c.last)); !due.Equal(at(c.due)) {
			t.Errorf("%s after %s: %s, want %s", c.period, c.last, due.Format(time.DateOnly), c.due)
		}
	}
	for _, p := range Periods {
		if !p.Known() || !p.Timed() || !p.After(at("2026-01-31")).After(at("2026-01-31")) {
			t.Errorf("%s is no period", p)
		}
	}
	if Never.Timed() || !Never.Known() || Period("").Timed() || Period("monthly").Known() {
		t.Error("never, and what is no period")
	}
}

func TestInForce(t *testing.T) {
	for _, year := range []int{1999, 2018, 2026, 2999} {
		if c := InForce(year); c != Default() {
			t.Errorf("%d: %s", year, c.Source)
		}
	}
}
