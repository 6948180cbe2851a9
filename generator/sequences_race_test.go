//go:build race

package generator_test

// The race detector makes everything many times slower. It looks for races, which the same few sequences show; the results of all are compared without it.
const sequences = 20
