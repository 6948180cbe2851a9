//go:build !race

package attach

const everyHostile = 1
