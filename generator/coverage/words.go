package coverage

import (
	"fmt"
	"strings"

	"courtsite/generator/catalogue"
	"courtsite/generator/corpus"
	"courtsite/generator/diag"
)

// words says something in both languages of the tool.
type words struct{ en, zh string }

func (w words) in(lang diag.Lang) string {
	if lang == diag.ZH {
		return w.zh
	}
	return w.en
}

var statusWords = map[Status]words{
	Covered: {"covered", "正常"}, Overdue: {"overdue", "超期"}, Blank: {"blank", "空白"},
	Open: {"open", "可空"}, Exempt: {"exempt", "不适用"}, Retired: {"retired", "停用"},
}

// Name says a status in a language of the tool.
func (s Status) Name(lang diag.Lang) string { return statusWords[s].in(lang) }

var periodWords = map[string]words{
	"week": {"every week", "每周"}, "two-weeks": {"every two weeks", "每两周"}, "month": {"every month", "每月"},
	"quarter": {"every quarter", "每季度"}, "half-year": {"every half year", "每半年"}, "year": {"every year", "每年"},
}

var stateWords = map[corpus.State]words{
	corpus.Original: {"written in it", "原创"}, corpus.Missing: {"missing", "缺少"}, corpus.DraftText: {"draft", "草稿"},
	corpus.Current: {"current", "有效"}, corpus.Outdated: {"outdated", "过期"}, corpus.Orphaned: {"orphaned", "无原文"},
}

// states in the order of reports.
var states = []corpus.State{corpus.Current, corpus.Outdated, corpus.DraftText, corpus.Missing, corpus.Orphaned, corpus.Original}

var changeWords = map[catalogue.ChangeKind]words{
	catalogue.ItemAdded: {"added", "增设"}, catalogue.ItemRemoved: {"removed", "取消"}, catalogue.ItemRetired: {"retired", "停用"}, catalogue.ItemRenamed: {"renamed", "改名"},
}

// byKind is why an item does not apply where the catalogue itself says so.
var byKind = words{
	"courts of this kind do no such work, as far as is generally known [G]",
	"一般而言，此类法院不办理该项工作 [G]",
}

// Why says for what reason an item is empty, "" where no reason is known.
func (i Item) Why(lang diag.Lang) string {
	if i.Exemption == catalogue.ByKind && i.Status == Exempt {
		return byKind.in(lang)
	}
	return i.Reason
}

// Remark sums up in one line what the columns of a row leave out.
func (i Item) remark(lang diag.Lang) string {
	var parts []string
	if i.Added {
		parts = append(parts, words{"the court's own item", "本院增设"}.in(lang))
	}
	if why := i.Why(lang); why != "" {
		parts = append(parts, why)
	}
	if i.Period != "" {
		period := periodWords[i.Period].in(lang)
		if i.PeriodNorm != "" {
			period += fmt.Sprintf(words{" (%s)", "（%s）"}.in(lang), i.PeriodNorm)
		}
		parts = append(parts, period)
	}
	return strings.Join(parts, words{"; ", "；"}.in(lang))
}

// date is the day of a moment that the report holds.
func date(moment string) string { return moment[:min(len(moment), len("2006-01-02"))] }

func tagList(tags []Tag) string {
	var parts []string
	for _, t := range tags {
		parts = append(parts, fmt.Sprintf("%s %d", t.Tag, t.Pages))
	}
	return strings.Join(parts, ", ")
}
