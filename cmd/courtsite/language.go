package main

import (
	"strings"

	"courtsite/generator/diag"
)

// toolLanguage chooses the language that the program speaks: --lang, else LC_ALL, else LANG, else the system's, else English.
// It has to be known before the flags are parsed, as the help texts are in it.
func toolLanguage(args []string, getenv func(string) string, system string) diag.Lang {
	for _, choice := range []string{langFlag(args), getenv("LC_ALL"), getenv("LANG"), system} {
		if choice == "" {
			continue
		}
		if base := strings.ToLower(choice); base == "zh" || strings.HasPrefix(base, "zh_") || strings.HasPrefix(base, "zh-") {
			return diag.ZH
		}
		return diag.EN
	}
	return diag.EN
}

// langFlag finds the global --lang among the arguments. After "new" the flag is another: the language of what is made.
func langFlag(args []string) string {
	command := false
	for i := 0; i < len(args); i++ {
		value, joined := strings.CutPrefix(args[i], "--lang=")
		switch {
		case joined:
			return value
		case args[i] == "--lang" && i+1 < len(args):
			return args[i+1]
		case args[i] == "--", args[i] == "new" && !command:
			return ""
		case args[i] == "-C" || args[i] == "--directory":
			i++
		case !strings.HasPrefix(args[i], "-"):
			command = true
		}
	}
	return ""
}

// text gives the one of two texts that is in the program's language.
func (a *app) text(en, zh string) string {
	if a.lang == diag.ZH {
		return zh
	}
	return en
}
