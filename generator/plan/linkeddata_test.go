package plan

import (
	"encoding/json"
	"testing"
)

// FuzzField: whatever stands in a text, the field reads back as encoding/json would have written it.
func FuzzField(f *testing.F) {
	for _, seed := range []string{"明镜县人民法院", "a \"b\" \\ c", "</script>&", "\u2028\u2029", "\x00\x1f\x7f", "\xff", "‘’“”…", "\u0f0b", ""} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := append(appendField([]byte("{"), "name", text), '}')
		want, err := json.Marshal(struct {
			Name string `json:"name,omitempty"`
		}{text})
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Errorf("got %s, want %s", got, want)
		}
	})
}
