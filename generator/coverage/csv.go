package coverage

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"courtsite/generator/diag"
)

var columns = []words{
	{"id", "事项"}, {"category", "类别"}, {"article", "《意见》条文"}, {"name", "名称"}, {"official wording", "《意见》原文"}, {"status", "状态"},
	{"documents", "文件数"}, {"pages", "页面数"}, {"languages", "语言"}, {"last update", "最近更新"}, {"period", "更新周期"}, {"due", "应更新日期"},
	{"responsible office", "责任部门"}, {"remark", "说明"},
}

// CSV writes the rows of items as a table for spreadsheets: with a byte-order mark, by which they know UTF-8, and CRLF (RFC 4180).
func (r *Report) CSV(w io.Writer, lang diag.Lang) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	var head []string
	for _, c := range columns {
		head = append(head, c.in(lang))
	}
	if err := out.Write(head); err != nil {
		return err
	}
	for _, i := range r.Items {
		cells := i.cells(lang)
		for n := range cells {
			cells[n] = inert(cells[n])
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func (i Item) cells(lang diag.Lang) []string {
	return []string{
		i.ID, i.Category, strconv.Itoa(i.Article), i.Name, i.Official, i.Status.Name(lang), strconv.Itoa(i.Documents), strconv.Itoa(i.Pages),
		tagList(i.Languages), date(i.Updated), periodWords[i.Period].in(lang), date(i.Due), i.Office, i.remark(lang),
	}
}

// inert keeps a spreadsheet from taking a text for a formula.
func inert(cell string) string {
	if strings.HasPrefix(cell, "=") || strings.HasPrefix(cell, "+") || strings.HasPrefix(cell, "-") || strings.HasPrefix(cell, "@") {
		return "'" + cell
	}
	return cell
}
