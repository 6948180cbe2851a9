package sarif

// The parts of the format that are written, in the order and by the names of the standard (SARIF 2.1.0, section 3).

type log struct {
	Schema  string `json:"$schema"`
	Version string `json:"version"`
	Runs    []run  `json:"runs"`
}

type run struct {
	Tool       toolOf   `json:"tool"`
	Language   string   `json:"language"`
	ColumnKind string   `json:"columnKind"`
	Results    []result `json:"results"`
}

type toolOf struct {
	Driver component `json:"driver"`
}

type component struct {
	Name     string `json:"name"`
	Version  string `json:"version,omitempty"`
	Language string `json:"language"`
	Rules    []rule `json:"rules"`
}

type rule struct {
	ID         string        `json:"id"`
	Help       *message      `json:"help,omitempty"`
	Default    configuration `json:"defaultConfiguration"`
	Properties properties    `json:"properties"`
}

type configuration struct {
	Level string `json:"level"` // error, warning, note: the standard has the same words
}

type properties struct {
	Norm         string `json:"norm,omitempty"`
	Trust        string `json:"trust,omitempty"` // A, B, C, G; nothing for a rule of the program's own
	TrustMeaning string `json:"trustMeaning"`
	Page         string `json:"page"` // in the program's documentation
}

type result struct {
	RuleID       string            `json:"ruleId"`
	Rule         int               `json:"ruleIndex"`
	Level        string            `json:"level"`
	Message      message           `json:"message"`
	Locations    []location        `json:"locations,omitempty"`
	Fingerprints map[string]string `json:"partialFingerprints"`
}

type message struct {
	Text string `json:"text"`
}

type location struct {
	Physical physical `json:"physicalLocation"`
}

type physical struct {
	Artifact artifact `json:"artifactLocation"`
	Region   *region  `json:"region,omitempty"`
}

type artifact struct {
	URI  string `json:"uri"`
	Base string `json:"uriBaseId"`
}

type region struct {
	Line   int `json:"startLine"`
	Column int `json:"startColumn,omitempty"`
}
