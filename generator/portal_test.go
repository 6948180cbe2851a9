package generator_test

import (
	"fmt"
	"testing"

	"courtsite/generator"
	"courtsite/generator/directory"
	"courtsite/generator/output"
)

// TestDirectoryInParts: the parts of a long list of courts are made at the same time, and each is itself. It fails under -race if they share anything.
func TestDirectoryInParts(t *testing.T) {
	group := &directory.Directory{Regions: []directory.Region{{Code: "99", Names: []directory.Name{{Lang: "zh-Hans", Text: "澄江省"}}}}}
	for i := range 1000 {
		id := fmt.Sprintf("c%04d", i)
		group.Courts = append(group.Courts, &directory.Court{
			ID: id, Code: id, Names: []directory.Name{{Lang: "zh-Hans", Text: "法院" + id}}, BaseURL: "https://" + id + ".court.example/", Level: "basic", Kind: "general", Region: "99",
		})
	}
	build := func(jobs int) *output.Memory {
		_, tree := mustBuild(t, generator.Input{Site: files("content/basic/news/one.md"), Directory: group, Jobs: jobs})
		return tree
	}
	sameTrees(t, build(1), build(8))
}
