//go:build !race

package generator_test

// sequences is how many random sequences of edits TestPastChangesNothing goes through.
const sequences = 200
