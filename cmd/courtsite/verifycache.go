package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"io"
	"os"
	"slices"

	"courtsite/generator"
	"courtsite/generator/output"
)

// discarded is a tree that keeps nothing of its files and takes nothing over from another.
type discarded struct{}

func (discarded) Write(_ string, data []byte) (output.Digest, error) { return output.Sum(data), nil }

func (discarded) Keep(output.File) (bool, error) { return false, nil }

func (discarded) Copy(_ string, open func() (io.ReadCloser, error)) (d output.Digest, size int64, err error) {
	in, err := open()
	if err != nil {
		return d, 0, err
	}
	defer in.Close()
	hash := sha256.New()
	size, err = io.Copy(hash, in)
	hash.Sum(d[:0])
	return d, size, err
}

// verifyCache makes everything again, with nothing taken over from earlier builds, and compares it with what was just built.
func (a *app) verifyCache(ctx context.Context, in generator.Input, target string) error {
	in.Past, in.Previous, in.Progress = nil, nil, nil
	fresh, err := generator.Build(ctx, in, discarded{})
	if err != nil {
		return err
	}
	built, err := output.ReadManifest(os.DirFS(target))
	if err != nil {
		return err
	}
	var anew []output.File
	if fresh.Manifest != nil {
		anew = fresh.Manifest.Public().Files
	}
	differing := differ(built.Files, anew)
	for _, path := range differing {
		line(a.err, path+a.text(": made again, it is another", "：重新生成的结果与此不同"))
	}
	if len(differing) > 0 {
		return errProblems
	}
	line(a.err, a.text("made again: every file is the same", "已全部重新生成并核对：所有文件完全相同"))
	return nil
}

// differ lists the paths of files that are not the same in both lists, which are sorted.
func differ(x, y []output.File) (paths []string) {
	for len(x) > 0 || len(y) > 0 {
		order := 0
		switch {
		case len(x) == 0:
			order = 1
		case len(y) == 0:
			order = -1
		default:
			order = cmp.Compare(x[0].Path, y[0].Path)
		}
		switch {
		case order < 0:
			paths, x = append(paths, x[0].Path), x[1:]
		case order > 0:
			paths, y = append(paths, y[0].Path), y[1:]
		default:
			if x[0] != y[0] {
				paths = append(paths, x[0].Path)
			}
			x, y = x[1:], y[1:]
		}
	}
	return slices.Compact(paths)
}
