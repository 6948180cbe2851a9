package generator

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"courtsite/generator/hosting"
	"courtsite/generator/output"
	"courtsite/generator/page"
)

// hosting writes configuration for web servers. It is derived from the list of all other files, so it comes last.
func (b *build) hosting(context.Context) error {
	site := b.corpus.Site
	if b.skip() || len(site.Hosting.Servers) == 0 {
		return nil
	}
	files := slices.SortedFunc(slices.Values(b.made), func(x, y output.File) int { return cmp.Compare(x.Path, y.Path) })
	made := hosting.Make(hosting.Settings{
		Servers: site.Hosting.Servers, BasePath: site.BasePath, Secure: strings.HasPrefix(site.Origin, "https:"),
		HSTSDays: site.Hosting.HSTSDays, PageAge: site.Hosting.PageAge, Gzip: site.Hosting.Gzip,
	}, files)
	for _, f := range made {
		if err := b.write(f.Data, output.File{Path: f.Path, Kind: output.Hosting, MediaType: "text/plain; charset=utf-8"}); err != nil {
			return err
		}
	}
	return nil
}

// compress writes a compressed copy beside a file, where one is wanted and was not kept. Its fingerprint is the file's.
func (b *build) compress(data []byte, file output.File) error {
	path, wanted := b.copyOf(file)
	if _, kept := b.copied.Load(path); !wanted || kept {
		return nil
	}
	return b.write(output.Compress(data), output.File{
		Path: path, Kind: output.Compressed, MediaType: "application/gzip", Language: file.Language, Fingerprint: file.Fingerprint,
	})
}

// keepCopy takes the compressed copy of a file over from the last tree; true where none is wanted.
func (b *build) keepCopy(file output.File) (bool, error) {
	path, wanted := b.copyOf(file)
	if !wanted {
		return true, nil
	}
	last, found := b.past.output(path)
	if !found || last.Fingerprint != file.Fingerprint {
		return false, nil
	}
	kept, err := b.tree.Keep(last)
	if kept {
		b.copied.Store(path, true)
		b.record(last)
	}
	return kept, err
}

// copyOf names the compressed copy of a file, where site.toml asks for copies, the file gets smaller, and no file of the author's has that name.
func (b *build) copyOf(file output.File) (path string, wanted bool) {
	if !b.corpus.Site.Hosting.Gzip || !file.Compressible() || b.tree == output.Tree(nowhere{}) {
		return "", false
	}
	path = file.Path + output.CompressedSuffix
	return path, !b.plan.IsFile(page.Folder + "/" + path)
}
