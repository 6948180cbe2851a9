//go:build !windows

package main

// systemLanguage is empty where LC_ALL and LANG are the system's own way to say it.
func systemLanguage() string { return "" }
