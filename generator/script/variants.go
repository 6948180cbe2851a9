package script

// Variant says in which kind of Chinese text a character stands.
type Variant uint8

const (
	Both        Variant = iota // in both, or not known
	Traditional                // in traditional texts only: 國
	Simplified                 // in simplified texts only: 国
)

// VariantOf gives the kind of a Chinese character.
func VariantOf(r rune) Variant {
	if r < firstVariant || r >= lastVariant {
		return Both
	}
	return Variant(variants[(r-firstVariant)>>2] >> ((r & 3) * 2) & 3)
}

const firstVariant, lastVariant = 0x4e00, 0xa000

// variants holds two bits for each character.
var variants = func() (bits [(lastVariant - firstVariant) / 4]byte) {
	for v, list := range map[Variant]string{Traditional: traditionalOnly, Simplified: simplifiedOnly} {
		for _, r := range list {
			bits[(r-firstVariant)>>2] |= byte(v) << ((r & 3) * 2)
		}
	}
	return bits
}()
