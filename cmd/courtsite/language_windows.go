package main

import "golang.org/x/sys/windows"

// systemLanguage asks Windows, where LANG is usually not set.
func systemLanguage() string {
	languages, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err != nil || len(languages) == 0 {
		return ""
	}
	return languages[0]
}
