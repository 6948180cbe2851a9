package locale

import (
	"io/fs"
	"strings"
	"testing"
	"time"

	"courtsite/i18n"
)

// lithuanian is a language that the program knows nothing of: one file makes it whole.
const lithuanian = `name = "lietuvių"
status = "reviewed"
reviewer = "Ona Petraitė"
reviewed = 2026-03-01
sources = ["Vertimų biuras"]
[date]
long = "{y} m. {month} {d} d."
full = "{y} m. {month} {d} d., {weekday}"
short = "{y}-{MM}-{dd}"
month = "{y} m. {month}"
year = "{y} m."
time = "{HH}:{mm}"
datetime = "{date} {time}"
months = ["sausio", "vasario", "kovo", "balandžio", "gegužės", "birželio", "liepos", "rugpjūčio", "rugsėjo", "spalio", "lapkričio", "gruodžio"]
months_alone = ["sausis", "vasaris", "kovas", "balandis", "gegužė", "birželis", "liepa", "rugpjūtis", "rugsėjis", "spalis", "lapkritis", "gruodis"]
weekdays = ["sekmadienis", "pirmadienis", "antradienis", "trečiadienis", "ketvirtadienis", "penktadienis", "šeštadienis"]
[number]
group = "\u00a0"
decimal = ","
minus = "−"
percent = "{n}\u00a0%"
money = "{n}\u00a0¥"
[phrases]
home = "Pradžia"
[counted]
documents_count = { one = "{n} dokumentas", few = "{n} dokumentai", other = "{n} dokumentų" }
[columns]
"basic/news" = "Naujienos"
`

func TestAddingALanguageIsAddingAFile(t *testing.T) {
	table, problems := load(t, []string{"zh-Hans", "lt"}, "zh-Hans", map[string]string{"i18n/lt.toml": lithuanian})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	lt := table.Language("LT")
	news, _ := lt.Column("basic/news")
	for _, c := range []struct{ got, want string }{
		{lt.Name, "lietuvių"}, {lt.Dir, "ltr"}, {lt.WritingMode, "horizontal-tb"}, {lt.Status, "reviewed"}, {lt.Reviewer, "Ona Petraitė"},
		{lt.Date(day), "2025 m. lapkričio 3 d."}, {lt.FullDate(day), "2025 m. lapkričio 3 d., pirmadienis"}, {lt.DateTime(day), "2025 m. lapkričio 3 d. 09:05"},
		{lt.Month(2025, time.November), "2025 m. lapkritis"}, {lt.Year(2025), "2025 m."},
		{lt.Number(-12345), "−12\u00a0345"}, {lt.Money(-123450), "−1\u00a0234,50\u00a0¥"}, {lt.Percent(1, 8), "12,5\u00a0%"},
		{string(lt.CountHTML("documents_count", 21)), "21 dokumentas"}, {string(lt.CountHTML("documents_count", 3)), "3 dokumentai"}, {string(lt.CountHTML("documents_count", 11)), "11 dokumentų"},
		{string(lt.Phrases()["home"]), "Pradžia"}, {string(lt.Phrases()["menu"]), `<span lang="zh-Hans" dir="ltr">菜单</span>`}, {news, "Naujienos"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

// A neighbour's language has dates and numbers of the CLDR, so that its file needs phrases only.
func TestANeighboursLanguageNeedsPhrasesOnly(t *testing.T) {
	table, problems := load(t, []string{"zh-Hans", "vi"}, "zh-Hans", map[string]string{
		"i18n/vi.toml": "name = \"Tiếng Việt\"\n[phrases]\nhome = \"Trang chủ\"\n",
	})
	vi := table.Language("vi")
	if len(problems) > 0 || vi.Name != "Tiếng Việt" || vi.Phrases()["home"] != "Trang chủ" {
		t.Errorf("%v %+v", problems, vi)
	}
	if got, want := vi.Date(day)+" | "+vi.FullDate(day)+" | "+vi.Number(12345), "3 tháng 11, 2025 | Thứ Hai, 3 tháng 11, 2025 | 12.345"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestAFileThatServesNoLanguageIsReported(t *testing.T) {
	french, err := fs.ReadFile(i18n.FS, "fr.toml")
	if err != nil {
		t.Fatal(err)
	}
	_, problems := load(t, []string{"zh-Hans", "ug"}, "zh-Hans", map[string]string{
		"i18n/fr.toml":     string(french), // a copy of the program's own
		"i18n/uyghur.toml": "name = \"x\"\n", "i18n/ug.toml": "name = \"ئۇيغۇرچە\"\n", "i18n/notes.txt": "x", "i18n/old/bo.toml": "", "i18n/zh-Hans.toml": "",
	})
	if want := `i18n/uyghur.toml phrases-unused the site has no language "uyghur", so no page uses this file`; len(problems) != 1 || problems[0] != want {
		t.Errorf("%s, want %s", strings.Join(problems, "\n"), want)
	}
}
