package main

import (
	"github.com/spf13/cobra"
)

func (a *app) completionCommand() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: a.text("Make a script that lets the shell complete commands", "生成命令行自动补全脚本"),
		Long:  a.text("SHELL is bash, zsh, fish or powershell.", "SHELL 可为 bash、zsh、fish 或 powershell。"),
		Example: a.text(
			"courtsite completion bash > /etc/bash_completion.d/courtsite\ncourtsite completion powershell | Out-String | Invoke-Expression",
			"courtsite completion bash > /etc/bash_completion.d/courtsite\ncourtsite completion powershell | Out-String | Invoke-Expression"),
		Args:      a.arguments("SHELL"),
		ValidArgs: shells,
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(a.out, true)
			case "zsh":
				return root.GenZshCompletion(a.out)
			case "fish":
				return root.GenFishCompletion(a.out, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(a.out)
			}
			return wrong(a.text("SHELL is bash, zsh, fish or powershell", "SHELL 可为 bash、zsh、fish 或 powershell"), "")
		},
	}
}
