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

// langFlag finds the global --lang among the arguments. After "new" the flag is another, the language of what is made; but who writes "zh" there,
// which is what the program and not the site calls Chinese, reads Chinese.
func langFlag(args []string) string {
	command, made := false, false
	for i := 0; i < len(args); i++ {
		value, joined := strings.CutPrefix(args[i], "--lang=")
		if args[i] == "--lang" && i+1 < len(args) {
			i++
			value, joined = args[i], true
		}
		switch {
		case joined && (!made || value == string(diag.ZH)):
			return value
		case joined:
		case args[i] == "--":
			return ""
		case args[i] == "-C" || args[i] == "--directory":
			i++
		case !strings.HasPrefix(args[i], "-"):
			made = made || args[i] == "new" && !command
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
