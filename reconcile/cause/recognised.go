package cause

import (
	"slices"

	"yusuan/budget"
)

// Recognised turns findings that rest on a figure read from a picture into notes: what
// does not agree there is more often a digit misread than a mistake of the report.
func Recognised(checks []budget.Check) {
	for i := range checks {
		c := &checks[i]
		if c.Verdict != budget.Fail || c.Severity == budget.Info || !slices.ContainsFunc(c.Evidence, recognised) {
			continue
		}
		c.Severity = budget.Info
		c.Message += "（其中有由图像识别读出的数，可能识别有误，请先对照原件。）"
	}
}

func recognised(e budget.Evidence) bool { return e.Figure != nil && e.Figure.OCR }
