//go:build !windows

package main

// The errors of POSIX are all that there are.
var diskFull, writeProtected, inUse []error
