package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// help answers --help; asked for, so it is a result.
func (a *app) help(cmd *cobra.Command, _ []string) { a.usage(cmd, a.out) }

// usage explains a command: what it does, how it is written, examples, its commands, its flags.
func (a *app) usage(cmd *cobra.Command, w io.Writer) {
	line(w, cmd.Short)
	if cmd.Long != "" {
		fmt.Fprintf(w, "\n%s\n", cmd.Long)
	}
	fmt.Fprintf(w, "\n%s\n  %s\n", a.text("Usage:", "用法："), a.useLine(cmd))
	if cmd.Example != "" {
		fmt.Fprintf(w, "\n%s\n%s\n", a.text("Examples:", "示例："), indent(cmd.Example))
	}
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(w, "\n%s\n", a.text("Commands:", "命令："))
		for _, c := range cmd.Commands() {
			if c.IsAvailableCommand() {
				fmt.Fprintf(w, "  %-12s %s\n", c.Name(), c.Short)
			}
		}
	}
	own := cmd.LocalNonPersistentFlags()
	a.flags(w, a.text("Flags:", "选项："), own, nil)
	a.flags(w, a.text("Flags of every command:", "各命令通用的选项："), cmd.Root().PersistentFlags(), own)
}

func (a *app) useLine(cmd *cobra.Command) string {
	line := cmd.Use
	if cmd.HasParent() {
		line = cmd.Parent().CommandPath() + " " + line
	}
	if cmd.HasAvailableSubCommands() {
		line += a.text(" COMMAND", " 命令")
	}
	return line + a.text(" [flags]", " [选项]")
}

// flags lists flags in two columns, but for those that others of the same name hide. The library's own list has English
// words in it.
func (a *app) flags(w io.Writer, heading string, set, hidden *pflag.FlagSet) {
	var names, texts []string
	width := 0
	set.VisitAll(func(f *pflag.Flag) {
		if hidden != nil && hidden.Lookup(f.Name) != nil {
			return
		}
		value, text := pflag.UnquoteUsage(f)
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		if f.Value.Type() != "bool" {
			name += " " + value
		}
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" && f.Name != "lang" {
			text += fmt.Sprintf(a.text(" (else %s)", "（默认 %s）"), f.DefValue)
		}
		names, texts, width = append(names, name), append(texts, text), max(width, len(name))
	})
	if len(names) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s\n", heading)
	for i, name := range names {
		fmt.Fprintf(w, "  %-*s  %s\n", width, name, texts[i])
	}
}

// helpCommand is "courtsite help build", which some people try before --help.
func (a *app) helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   a.text("help [COMMAND]", "help [命令]"),
		Short: a.text("Explain a command", "说明某个命令的用法"),
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 && cmd.HasAvailableSubCommands() {
				return wrong(fmt.Sprintf(a.text("there is no command %q", "没有 %q 这个命令"), strings.Join(args, " ")), a.seeHelp("courtsite"))
			}
			a.usage(cmd, a.out)
			return nil
		},
	}
}

func indent(text string) string { return "  " + strings.ReplaceAll(text, "\n", "\n  ") }
