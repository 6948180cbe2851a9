// Command objects is what the checks of publishing need beside the program itself.
//
//	objects tree DIR N                 makes a finished tree of N small pages, with the manifest of a build that passed the gate
//	objects head ENDPOINT BUCKET NAME  tells an object's headers; credentials as for courtsite
//	objects proxy LISTEN STORE PREFIX LIVE RATE SEED EDITION...  is a bad network before a store, and watches what stands there
package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"

	"courtsite/generator/output"
)

func main() {
	err := errors.New("usage: objects tree DIR N, objects head ENDPOINT BUCKET NAME, objects proxy LISTEN STORE PREFIX LIVE RATE SEED EDITION...")
	switch {
	case len(os.Args) == 4 && os.Args[1] == "tree":
		err = tree(os.Args[2], os.Args[3])
	case len(os.Args) == 5 && os.Args[1] == "head":
		err = head(os.Args[2], os.Args[3], os.Args[4])
	case len(os.Args) >= 9 && os.Args[1] == "proxy":
		err = proxy(os.Args[2:])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func head(endpoint, bucket, name string) error {
	client, err := minio.New(endpoint, &minio.Options{
		Creds:        credentials.NewStaticV4(os.Getenv("COURTSITE_ACCESS_KEY_ID"), os.Getenv("COURTSITE_ACCESS_KEY_SECRET"), ""),
		BucketLookup: minio.BucketLookupPath,
		Region:       "us-east-1",
	})
	if err != nil {
		return err
	}
	info, err := client.StatObject(context.Background(), bucket, name, minio.StatObjectOptions{})
	if err != nil {
		return err
	}
	for key, values := range info.Metadata {
		fmt.Printf("%s: %s\n", strings.ToLower(key), strings.Join(values, ", "))
	}
	return nil
}

func tree(dir, count string) error {
	n, err := strconv.Atoi(count)
	if err != nil {
		return err
	}
	m := &output.Manifest{BaseURL: "https://court.example/", Gate: "relaxed"}
	for i := range n {
		path := fmt.Sprintf("basic/news/%d/文件-%d/index.html", i%100, i)
		text := []byte(fmt.Sprintf("<!doctype html><title>文件 %d</title>", i))
		name := filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, text, 0o644); err != nil {
			return err
		}
		m.Files = append(m.Files, output.File{
			Path: path, SHA256: output.Sum(text).String(), Size: int64(len(text)), MediaType: "text/html; charset=utf-8", Kind: output.Page,
		})
	}
	slices.SortFunc(m.Files, func(a, b output.File) int { return cmp.Compare(a.Path, b.Path) })
	data, err := m.Encode()
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, output.ManifestName), data, 0o644)
}
