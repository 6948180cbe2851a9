package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// least is what the program may take of memory before the collector begins to work, in bytes: what any office machine can spare. A small site is done before.
const least = 116 << 20

// tuneMemory lets the collector work only when memory would grow beyond [least], or, for sites that need it, beyond half as much again as is in use. A build is
// short, and most of what it allocates is garbage once a page is written. GOGC and GOMEMLIMIT in the environment win.
func tuneMemory() {
	for _, name := range []string{"GOGC", "GOMEMLIMIT"} {
		if _, set := os.LookupEnv(name); set {
			return
		}
	}
	debug.SetGCPercent(-1)
	limitMemory()
}

// limitMemory sets the limit for what is in use now, and sees to it that it is called again after the next collection.
func limitMemory() {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	debug.SetMemoryLimit(max(least, int64(live[0].Value.Uint64())*3/2+least/4))
	runtime.SetFinalizer(new([16]byte), func(*[16]byte) { limitMemory() })
}
