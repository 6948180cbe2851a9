package sarif_test

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"courtsite/generator/diag"
	"courtsite/generator/sarif"
)

// standard is the schema that OASIS publishes with the standard.
func standard(t *testing.T) *jsonschema.Schema {
	t.Helper()
	f, err := os.Open("testdata/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	doc, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("sarif.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("sarif.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func written(t *testing.T, lang diag.Lang, problems []diag.Problem) []byte {
	t.Helper()
	var out bytes.Buffer
	tool := sarif.Tool{Version: "1.0", Lang: lang, Explain: func(k *diag.Kind) string {
		if k == diag.FrontTitle {
			return ""
		}
		return "explained: " + k.Code
	}}
	if err := sarif.Write(&out, tool, problems); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// every is a problem of every kind, at places of all sorts.
func every() []diag.Problem {
	places := []diag.Pos{
		{Path: "content/basic/news/院 闻#1%.md", Line: 3, Col: 7}, {Path: "a:b.md", Line: 1}, {Path: "site.toml"}, {},
	}
	var problems []diag.Problem
	for i, k := range diag.Kinds() {
		problems = append(problems, diag.New(k, places[i%len(places)], "甲", "乙", "丙", "丁"))
	}
	return append(problems, problems[0].As(diag.Note))
}

func TestAgainstTheStandard(t *testing.T) {
	schema := standard(t)
	for _, lang := range []diag.Lang{diag.ZH, diag.EN} {
		for name, problems := range map[string][]diag.Problem{"none": nil, "every kind": every()} {
			doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(written(t, lang, problems)))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(doc); err != nil {
				t.Errorf("%s in %s: %v", name, lang, err)
			}
		}
	}
	// The schema is one that refuses.
	for _, wrong := range []string{`{}`, `{"version":"2.1.0","runs":[{"results":[]}]}`, `{"version":"2.1.0","runs":[],"extra":1}`} {
		doc, _ := jsonschema.UnmarshalJSON(bytes.NewReader([]byte(wrong)))
		if schema.Validate(doc) == nil {
			t.Errorf("the schema takes %s", wrong)
		}
	}
}

func TestResults(t *testing.T) {
	problems := every()
	var log struct {
		Runs []struct {
			Tool struct {
				Driver struct {
					Rules []struct {
						ID         string
						Help       *struct{ Text string }
						Default    struct{ Level string } `json:"defaultConfiguration"`
						Properties struct{ Norm, Trust, Page string }
					}
				}
			}
			Results []struct {
				RuleID    string
				RuleIndex int
				Level     string
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI, URIBaseID string }
						Region           *struct{ StartLine, StartColumn int }
					}
				}
				PartialFingerprints map[string]string
			}
		}
	}
	if err := json.Unmarshal(written(t, diag.EN, problems), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if len(run.Tool.Driver.Rules) != len(diag.Kinds()) || len(run.Results) != len(problems) {
		t.Fatalf("%d rules, %d results", len(run.Tool.Driver.Rules), len(run.Results))
	}
	for i, r := range run.Results {
		rule := run.Tool.Driver.Rules[r.RuleIndex]
		if rule.ID != r.RuleID || r.RuleID != problems[i].Kind.Code || r.Level != problems[i].Severity.String() {
			t.Errorf("result %d: %+v of the rule %+v", i, r, rule)
		}
		if (len(r.Locations) == 0) != (problems[i].Path == "") {
			t.Errorf("result %d has the places %+v", i, r.Locations)
		}
	}
	first := run.Results[0].Locations[0].PhysicalLocation
	if first.ArtifactLocation.URI != "content/basic/news/%E9%99%A2%20%E9%97%BB%231%25.md" || first.ArtifactLocation.URIBaseID != "%SRCROOT%" || first.Region.StartLine != 3 || first.Region.StartColumn != 7 {
		t.Errorf("the first place: %+v", first)
	}
	if second := run.Results[1].Locations[0].PhysicalLocation; second.ArtifactLocation.URI != "./a:b.md" {
		t.Errorf("a colon in the name of a file: %+v", second)
	}
	for _, rule := range run.Tool.Driver.Rules {
		if rule.ID == diag.PersonalMobile.Code && (rule.Properties.Trust != "G" || rule.Default.Level != "warning" || rule.Properties.Norm == "") {
			t.Errorf("%+v", rule)
		}
	}
}

// TestFingerprint: a problem that moved within its file is the same problem.
func TestFingerprint(t *testing.T) {
	at := func(line int) string {
		var log struct {
			Runs []struct {
				Results []struct {
					PartialFingerprints map[string]string
				}
			}
		}
		problem := diag.New(diag.LinkBroken, diag.Pos{Path: "content/a.md", Line: line, Col: 1}, "x.md", "")
		if err := json.Unmarshal(written(t, diag.EN, []diag.Problem{problem}), &log); err != nil {
			t.Fatal(err)
		}
		return log.Runs[0].Results[0].PartialFingerprints["courtsite/v1"]
	}
	if at(1) != at(20) || at(1) == "" {
		t.Errorf("%q, %q", at(1), at(20))
	}
}
