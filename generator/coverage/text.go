package coverage

import (
	"fmt"
	"io"
	"strings"

	"courtsite/generator/diag"
)

// Text writes the report for a terminal. What needs work is marked at the beginning of its line; names come last in a line, as the width of Chinese characters
// differs between terminals.
func (r *Report) Text(w io.Writer, lang diag.Lang) error {
	var b strings.Builder
	say := func(en, zh string, args ...any) { fmt.Fprintf(&b, words{en, zh}.in(lang)+"\n", args...) }
	say("%s: catalogue of %d, as at %s", "%s：%d 年公开目录，截至 %s", r.Site, r.Catalogue.Year, date(r.At))
	b.WriteString(r.Summary(lang) + "\n\n")
	r.rows(&b, lang)
	b.WriteString("\n")
	for _, l := range r.Languages {
		b.WriteString(l.line(lang) + "\n")
	}
	if n := len(r.Translations); n > 0 {
		say("translations owed: %d; courtsite translate status lists them", "待办译文 %d 件，可用 courtsite translate status 列出", n)
	}
	for _, s := range r.supervision() {
		b.WriteString(s.in(lang) + "\n")
	}
	if r.Changes != nil {
		b.WriteString("\n")
		r.Changes.text(&b, lang)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Summary counts the items in each status.
func (r *Report) Summary(lang diag.Lang) string {
	parts := []string{fmt.Sprintf(words{"%d items", "%d 个事项"}.in(lang), len(r.Items))}
	for _, s := range Statuses {
		if n := r.Counts[s]; n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", s.Name(lang), n))
		}
	}
	return strings.Join(parts, words{", ", "，"}.in(lang))
}

func (r *Report) rows(b *strings.Builder, lang diag.Lang) {
	width := 0
	for _, i := range r.Items {
		width = max(width, len(i.ID))
	}
	for _, i := range r.Items {
		mark, updated := " ", "-"
		if i.Status == Overdue || i.Status == Blank {
			mark = "!"
		}
		if i.Updated != "" {
			updated = date(i.Updated)
		}
		parts := []string{i.Status.Name(lang), i.Name, i.Office, tagList(i.Languages), i.remark(lang)}
		if i.Status == Overdue {
			parts[0] += fmt.Sprintf(words{" (due %s)", "（最迟应于 %s 更新）"}.in(lang), date(i.Due))
		}
		var said []string
		for _, p := range parts {
			if p != "" {
				said = append(said, p)
			}
		}
		fmt.Fprintf(b, "%s %-*s %4d  %-10s  %s\n", mark, width, i.ID, i.Documents, updated, strings.Join(said, " | "))
	}
}

func (l Language) line(lang diag.Lang) string {
	s := fmt.Sprintf(words{"%s: pages %d, changed within 30 days %d, within a year %d", "%s：%d 个页面，30 天内更新 %d 个，一年内 %d 个"}.in(lang), l.Tag, l.Pages, l.Recent, l.Year)
	if l.States == nil {
		return s
	}
	var parts []string
	for _, state := range states {
		if n := l.States[state]; n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", stateWords[state].in(lang), n))
		}
	}
	return s + words{"; translations: ", "；译文："}.in(lang) + strings.Join(parts, words{", ", "，"}.in(lang))
}

// The thresholds of 国办秘函〔2019〕19号 [C] that a report can count.
const (
	mostBlank   = 5  // blank columns
	mostOverdue = 10 // columns that are overdue
)

// supervision tells which thresholds of supervision the site has reached.
func (r *Report) supervision() (list []words) {
	if n := r.Counts[Blank]; n >= mostBlank {
		list = append(list, words{
			fmt.Sprintf("attention: %d blank columns; a supervisor may fail a site with %d or more (Guo Ban Mi Han [2019] No. 19 [C])", n, mostBlank),
			fmt.Sprintf("注意：空白栏目 %d 个，达到 %d 个可能被单项否决（国办秘函〔2019〕19号 [C]）", n, mostBlank)})
	}
	if n := r.Counts[Overdue]; n >= mostOverdue {
		list = append(list, words{
			fmt.Sprintf("attention: %d columns are overdue; a supervisor may fail a site with %d or more (Guo Ban Mi Han [2019] No. 19 [C])", n, mostOverdue),
			fmt.Sprintf("注意：超期栏目 %d 个，达到 %d 个可能被单项否决（国办秘函〔2019〕19号 [C]）", n, mostOverdue)})
	}
	return list
}

func (c *Changes) text(b *strings.Builder, lang diag.Lang) {
	if len(c.Items) == 0 {
		fmt.Fprintf(b, words{"the catalogue has not changed from %d to %d\n", "公开目录从 %d 年到 %d 年没有变化\n"}.in(lang), c.From, c.To)
		return
	}
	fmt.Fprintf(b, words{"what changed in the catalogue from %d to %d:\n", "公开目录从 %d 年到 %d 年的变化：\n"}.in(lang), c.From, c.To)
	for _, i := range c.Items {
		fmt.Fprintf(b, "  %s  %s  %s", changeWords[i.Change].in(lang), i.ID, i.Name)
		if i.Reason != "" {
			fmt.Fprintf(b, words{" (%s)", "（%s）"}.in(lang), i.Reason)
		}
		b.WriteString("\n")
	}
}
