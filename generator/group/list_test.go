package group

import (
	"fmt"
	"strings"
	"testing"
)

// TestList: a list as spreadsheets save it, and the mistakes that clerks make in one: each is told once, where it is, and not for every member.
func TestList(t *testing.T) {
	const whole = "id,folder,court.code\nb101,courts/b101,A101\nb102,courts/b102,A102\n"
	for _, c := range []struct{ from, to, want string }{
		{"", "", "b101 b102:"},
		{"\n", ",,\n", "b101 b102:"},                           // columns that once held something
		{"A102\n", "A102\n,,\n \n,\n", "b101 b102:"},           // and rows
		{"id,folder", " id , folder", "b101 b102:"},            //
		{"b101,", "\"b101\" ,", ": courts.csv:2:6 group-list"}, // a space behind the quotation mark
		{",", ";", ": courts.csv:1:1 group-list"},
		{",", "\t", ": courts.csv:1:1 group-list"},
		{",", "，", ": courts.csv:1:1 group-list"},
		{"id,", "编号,", ": courts.csv:1:1 group-list"},
		{whole, "", ": courts.csv:1:1 group-list"},
		{"court.code", "folder", "b101 b102: courts.csv:1:11 group-list"},
		{"folder", "文件夹", "b101 b102: courts.csv:1:4 group-column"},
		{",A101", "", "b102: courts.csv:2:1 group-list"},
		{"A101", "A101,明镜", "b102: courts.csv:2:23 group-list"},
		{"folder", "", ": courts.csv:2:6 group-list; courts.csv:3:6 group-list"},
	} {
		src := strings.ReplaceAll(whole, c.from, c.to)
		if c.from == "" {
			src = whole
		}
		members, problems := parseList("courts.csv", []byte(src))
		var ids []string
		for _, m := range members {
			ids = append(ids, m.id)
		}
		if got := fmt.Sprint(strings.Join(ids, " "), ":", strings.TrimSuffix(" "+strings.Join(told(problems), "; "), " ")); got != c.want {
			t.Errorf("%q: got %q, want %q", src, got, c.want)
		}
	}
}
