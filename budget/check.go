package budget

import "github.com/shopspring/decimal"

// Verdict is the outcome of one rule on one set of figures.
type Verdict string

const (
	Pass     Verdict = "pass"     // agrees exactly or inside the narrow step
	Rounding Verdict = "rounding" // agrees only by the rounding of what is printed
	Fail     Verdict = "fail"     // cannot both be right
	NotRun   Verdict = "not_run"  // an input is missing; Message says which
	Blocked  Verdict = "blocked"  // an input is in conflict with itself (see M301), or faulty by another finding of the group
	Errored  Verdict = "errored"  // the rule itself failed
)

// Severity says what a failed check means.
type Severity string

const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "note"
)

// Evidence is a figure that took part in a check, with its sign or factor.
type Evidence struct {
	Figure *Figure
	Report string // ID of the report it stands in
	Weight int    // +1 addend, -1 subtrahend or the total it is compared with
	Role   string // in Chinese: 合计, 加项, 减项, 对照
}

// Check is one rule outcome. Amounts are in 万元, rates in percent.
type Check struct {
	Rule     string
	Verdict  Verdict
	Severity Severity
	Report   string
	Book     Book
	Scope    string
	Year     int
	Stage    Stage
	Side     Side
	Message  string // one Chinese sentence with both sides, the difference and its direction

	Expected   decimal.NullDecimal
	Actual     decimal.NullDecimal
	Difference decimal.NullDecimal // Actual - Expected
	Tolerance  decimal.NullDecimal

	LikelyCause string // Chinese, empty unless one repair is clearly best
	// CauseFigure is the ID of the figure that the likely cause names (in Report), or 0.
	CauseFigure int
	Evidence    []Evidence
	Place       Place // for findings without a figure (E002 …)
	Fingerprint string
	Group       string // checks with one cause share a group: the fingerprint of the finding that reports it
	Status      string // against a baseline: new, known, or empty
	Suppressed  string // the reason, where a suppression applies
}

// Finding reports whether the check belongs in the anomaly log. A blocked check
// doesn't: it rests on a figure that another finding of its Group reports.
func (c *Check) Finding() bool {
	return c.Verdict == Fail || c.Verdict == Errored
}
