package generator

import "testing"

func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		known    []string
		fragment string
		want     string
	}{
		{[]string{"plan", "plan-a"}, "Plan-A", "#plan-a"},
		{[]string{"收入", "支出情况"}, "支出情", "#支出情况"},
		{[]string{"fn_1"}, "Fn_1", "#fn_1"},
		{nil, "plan", ""},
	} {
		if got := places(c.known, c.fragment); got != c.want {
			t.Errorf("places(%q, %q) = %q, want %q", c.known, c.fragment, got, c.want)
		}
	}
}
