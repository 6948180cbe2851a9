package main

import (
	"fmt"
	"time"

	"courtsite/generator"
)

// reportedWaiver is a finding that was waived, and who answers for it. Its fields are a contract.
type reportedWaiver struct {
	reportedProblem
	Reason  string `json:"reason"`
	By      string `json:"by"`
	Office  string `json:"office"`
	Date    string `json:"date"`
	Expires string `json:"expires"`
}

func (a *app) waived(list []generator.Waived) []reportedWaiver {
	reported := []reportedWaiver{}
	for _, w := range list {
		reported = append(reported, reportedWaiver{
			reportedProblem: a.reported(w.Problem), Reason: w.Waiver.Reason, By: w.Waiver.By, Office: w.Waiver.Office,
			Date: w.Waiver.Date.Format(time.DateOnly), Expires: w.Waiver.Expires.Format(time.DateOnly),
		})
	}
	return reported
}

// tellWaived lists what was waived in every report, and by whom: whoever reads it may ask why.
func (a *app) tellWaived(list []generator.Waived) {
	for _, w := range list {
		line(a.err, fmt.Sprintf(a.text("%s: waived: %s [%s]\n    by %s, %s, until %s: %s", "%s：已豁免：%s [%s]\n    %s（%s）豁免至 %s，理由：%s"),
			w.Problem.Pos, w.Problem.Message(a.lang), w.Problem.Kind.Code, w.Waiver.By, w.Waiver.Office, w.Waiver.Expires.Format(time.DateOnly), w.Waiver.Reason))
	}
	if n := len(list); n > 0 {
		line(a.err, a.number(n, "finding waived", "findings waived", "个问题已豁免"))
	}
}
