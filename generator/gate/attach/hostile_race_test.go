//go:build race

package attach

// The race detector makes everything many times slower. It looks for races, which one case in so many shows; the results of all are compared without it.
const everyHostile = 5
