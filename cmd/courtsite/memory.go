package main

import (
	"os"
	"runtime/debug"
)

// memoryLimit is where the collector begins to work harder, in bytes: what an office machine can spare.
const memoryLimit = 1 << 30

// tuneMemory lets the heap grow further between collections than Go does by itself: a build is short, and most of what it
// allocates lives until a page is written. GOGC and GOMEMLIMIT in the environment win.
func tuneMemory() {
	if _, set := os.LookupEnv("GOGC"); set {
		return
	}
	debug.SetGCPercent(200)
	if _, set := os.LookupEnv("GOMEMLIMIT"); !set {
		debug.SetMemoryLimit(memoryLimit)
	}
}
