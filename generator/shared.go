package generator

import (
	"strings"
	"sync"

	"courtsite/generator/config"
	"courtsite/generator/gate"
	"courtsite/generator/locale"
	"courtsite/generator/render/compiled"
	"courtsite/generator/theme"
	"courtsite/i18n"
	"courtsite/themes"
)

// Shared is what the sites of a group have in common, read and compiled once for all of them: themes and languages. The zero Shared is
// ready for use, by one group's builds alone. Safe for concurrent use.
type Shared struct {
	mu      sync.Mutex
	looks   map[string]func() found[look]
	locales map[string]func() found[*locale.Table]
}

// look is a theme with its templates, compiled when they are first used.
type look struct {
	*theme.Theme
	set *compiled.Set
}

// theme loads the site's theme, and looks at the languages' phrases in its fonts, once for all sites that have the same languages and bring nothing of their own to it.
func (b *build) theme(name string) found[look] {
	load := func() found[look] {
		f := pair(theme.Load(b.in.Site, name, themes.FS, b.corpus.Locales))
		f.problems = append(f.problems, themeFiles(b.in.Site)...)
		f.problems = append(f.problems, gate.Wording(b.corpus.Locales, f.product.Fonts())...)
		return found[look]{look{f.product, compiled.New(f.product.Template(), theme.Functions())}, f.problems}
	}
	if b.in.Shared == nil || b.in.OwnTheme || b.in.OwnPhrases {
		return load()
	}
	return once(b.in.Shared, &b.in.Shared.looks, name+" "+languages(b.corpus.Site), load)
}

// locales loads the site's languages, once for all sites that have the same and no phrases of their own.
func (b *build) locales(site *config.Site) found[*locale.Table] {
	load := func() found[*locale.Table] { return pair(locale.Load(site.Tags(), site.Default, i18n.FS, b.in.Site)) }
	if b.in.Shared == nil || b.in.OwnPhrases {
		return load()
	}
	return once(b.in.Shared, &b.in.Shared.locales, languages(site), load)
}

// languages tells sites of different languages apart.
func languages(site *config.Site) string { return strings.Join(append(site.Tags(), site.Default), " ") }

// once does something for the first who asks, while others wait for it.
func once[T any](s *Shared, known *map[string]func() found[T], key string, load func() found[T]) found[T] {
	s.mu.Lock()
	if *known == nil {
		*known = map[string]func() found[T]{}
	}
	get, ok := (*known)[key]
	if !ok {
		get = sync.OnceValue(load)
		(*known)[key] = get
	}
	s.mu.Unlock()
	return get()
}
