package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"courtsite/docs"
	"courtsite/generator/diag"
)

func (a *app) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "explain [CODE]",
		Short: a.text("Explain a problem by its code, or list all codes", "按代码说明某个问题，或列出全部代码"),
		Long: a.text(
			"Every problem ends in its code, in square brackets. The explanation has an example, and says which norm the rule rests on and how well the norm is known.",
			"每条问题末尾的方括号中是它的代码。说明中有例子，并写明规则的依据和对依据的把握。"),
		Example: "courtsite explain\ncourtsite explain personal-identity-number",
		Args:    cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			switch len(args) {
			case 0:
				a.listCodes()
				return nil
			case 1:
				return a.explain(strings.Trim(args[0], "[] "))
			}
			return a.arguments("CODE")(cmd, args)
		},
		ValidArgsFunction: a.completeCode,
	}
}

// listCodes lists all codes with their severity, and the mark of trust where the rule rests on a norm.
func (a *app) listCodes() {
	width := 0
	for _, code := range diag.Codes() {
		width = max(width, len(code))
	}
	for _, k := range diag.Kinds() {
		basis := ""
		if n := k.Norm(); n.Trust != diag.Own {
			basis = fmt.Sprintf("%s [%s]", n.Text(a.lang), n.Trust)
		}
		line(a.out, strings.TrimRight(fmt.Sprintf("%-*s  %s  %s", width, k.Code, k.Severity.Name(a.lang), basis), " "))
	}
}

func (a *app) explain(code string) error {
	kind := diag.KindOf(strings.ToLower(code))
	if kind == nil {
		hint := a.text("courtsite explain lists all codes", "courtsite explain 可列出全部代码")
		if near := diag.Nearest(strings.ToLower(code), diag.Codes()); near != "" {
			hint = fmt.Sprintf(a.text("did you mean %s?", "是否要写 %s？"), near)
		}
		return wrong(fmt.Sprintf(a.text("there is no code %q", "没有 %q 这个代码"), code), hint)
	}
	line(a.out, fmt.Sprintf(a.text("%s: %s", "%s：%s"), kind.Code, kind.Severity.Name(a.lang)))
	line(a.out, a.basis(kind))
	explained, _ := docs.Explain(kind.Code)
	line(a.out, "\n"+a.words(explained))
	if explained.Example != "" {
		line(a.out, "\n"+a.text("Example (files laid over a small site; an empty file is one that was deleted):", "例子（放在一个小站点之上的文件；没有内容表示该文件已被删去）："))
		line(a.out, "\n"+indent(explained.Example))
	}
	if said := explained.Said[a.said()]; said != "" {
		line(a.out, "\n"+a.text("What courtsite says of it:", "courtsite 的提示："))
		line(a.out, "\n"+indent(said))
	}
	return nil
}

// basis says what the rule rests on.
func (a *app) basis(k *diag.Kind) string {
	n := k.Norm()
	if n.Trust == diag.Own {
		return a.text("basis: ", "依据：") + n.Trust.Meaning(a.lang)
	}
	return fmt.Sprintf(a.text("basis: %s [%s] (%s)", "依据：%s [%s]（%s）"), n.Text(a.lang), n.Trust, n.Trust.Meaning(a.lang))
}

func (a *app) said() int {
	if a.lang == diag.ZH {
		return docs.InChinese
	}
	return docs.InEnglish
}

func (a *app) words(e docs.Explanation) string {
	if a.lang == diag.ZH {
		return cmp.Or(e.Chinese, e.English)
	}
	return cmp.Or(e.English, e.Chinese)
}

// explanation is what other formats carry of it.
func (a *app) explanation(k *diag.Kind) string {
	explained, _ := docs.Explain(k.Code)
	return a.words(explained)
}

func (a *app) completeCode(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return diag.Codes(), cobra.ShellCompDirectiveNoFileComp
}
