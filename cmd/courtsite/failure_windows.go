package main

import "golang.org/x/sys/windows"

// Windows has its own numbers for what elsewhere are errors of POSIX.
var (
	diskFull       = []error{windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL}
	writeProtected = []error{windows.ERROR_WRITE_PROTECT}
	inUse          = []error{windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION}
)
