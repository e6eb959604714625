package records

import (
	"strconv"
	"strings"

	"yusuan/budget"
)

// Lookup finds a report of the run by its id; nil where there is none.
type Lookup func(id string) *budget.Report

// checkOf is a check with what is needed to name the places of its evidence.
type checkOf struct {
	*budget.Check
	lookup Lookup
}

var checkColumns = []column[checkOf]{
	{"rule", func(c checkOf) Value { return Text(c.Rule) }},
	{"verdict", func(c checkOf) Value { return Text(string(c.Verdict)) }},
	{"severity", func(c checkOf) Value { return Text(string(c.Severity)) }},
	{"report", func(c checkOf) Value { return Optional(c.Report) }},
	{"book", func(c checkOf) Value { return Optional(string(c.Book)) }},
	{"scope", func(c checkOf) Value { return Optional(c.Scope) }},
	{"year", func(c checkOf) Value { return OptionalNumber(c.Year) }},
	{"stage", func(c checkOf) Value { return Optional(string(c.Stage)) }},
	{"side", func(c checkOf) Value { return Optional(string(c.Side)) }},
	{"message", func(c checkOf) Value { return Text(c.Message) }},
	{"expected", func(c checkOf) Value { return OptionalAmount(c.Expected) }},
	{"actual", func(c checkOf) Value { return OptionalAmount(c.Actual) }},
	{"difference", func(c checkOf) Value { return OptionalAmount(c.Difference) }},
	{"tolerance", func(c checkOf) Value { return OptionalAmount(c.Tolerance) }},
	{"likely_cause", func(c checkOf) Value { return Optional(c.LikelyCause) }},
}

// trailColumns stand after the evidence.
var trailColumns = []column[checkOf]{
	{"fingerprint", func(c checkOf) Value { return Text(c.Fingerprint) }},
	{"suppressed", func(c checkOf) Value { return Optional(c.Suppressed) }},
	{"group", func(c checkOf) Value { return Optional(c.Group) }},
	{"status", func(c checkOf) Value { return Optional(c.Status) }},
	{"file", func(c checkOf) Value { return Optional(c.file()) }},
	{"page", func(c checkOf) Value { return OptionalNumber(c.place().Page) }},
	{"line", func(c checkOf) Value { return OptionalNumber(c.place().Line) }},
}

func (c checkOf) report() *budget.Report {
	if r := c.lookup(c.Report); r != nil {
		return r
	}
	return &budget.Report{ID: c.Report}
}

func (c checkOf) file() string { return c.report().File }

// place is where a reader should look first: where the finding itself stands,
// or the figure that the likely cause names, or the first piece of evidence.
func (c checkOf) place() budget.Place {
	if c.Place.Line != 0 || c.Place.Page != 0 {
		return c.Place
	}
	for _, e := range c.Evidence {
		if e.Figure != nil && (c.CauseFigure == 0 || e.Figure.ID == c.CauseFigure) {
			return e.Figure.Place
		}
	}
	return budget.Place{}
}

// CheckLines returns checks as folded JSON lines (see Unfold): all of them, and
// those that belong in the anomaly log. figures are the lines of the report that
// the checks are of, or nil.
func CheckLines(checks []budget.Check, lookup Lookup, figures *Lines) (all, findings []byte) {
	evidence := 0
	for i := range checks {
		evidence += len(checks[i].Evidence)
	}
	w := checkWriter{figures: figures, folder: folder{b: make([]byte, 0, len(checks)*checkBytes+evidence*evidenceBytes)}}
	for i := range checks {
		start := len(w.b)
		w.check(checkOf{&checks[i], lookup})
		if checks[i].Finding() {
			findings = append(findings, w.b[start:]...)
		}
	}
	return w.b, findings
}

// What a check takes folded, and each piece of its evidence, about.
const (
	checkBytes    = 900
	evidenceBytes = 60
)

// checkWriter encodes checks.
type checkWriter struct {
	folder
	figures *Lines
	values  []Value
}

func (w *checkWriter) check(c checkOf) {
	w.begin()
	w.b = append(w.b, '{')
	w.fields(checkColumns, c)
	w.b = append(w.b, `,"evidence":[`...)
	first := true
	for _, e := range c.Evidence {
		if e.Figure == nil {
			continue
		}
		if !first {
			w.b = append(w.b, ',')
		}
		first = false
		w.evidence(e, c)
	}
	w.b = append(w.b, "],"...)
	w.fields(trailColumns, c)
	w.b = append(w.b, '}', '\n')
	w.end()
}

func (w *checkWriter) fields(columns []column[checkOf], c checkOf) {
	w.values = valuesOf(w.values, columns, c)
	w.b = appendFields(w.b, columns, w.values)
}

func (w *checkWriter) evidence(e budget.Evidence, c checkOf) {
	w.b = append(w.b, '{')
	report := evidenceReport(e, c)
	if at, ok := w.figures.place(report, e.Figure); ok {
		w.point(at)
	} else {
		w.values = valuesOf(w.values, figureColumns, figureOf{report, e.Figure})
		w.b = appendFields(w.b, figureColumns, w.values)
	}
	w.b = append(w.b, `,"weight":`...)
	w.b = strconv.AppendInt(w.b, int64(e.Weight), 10)
	w.b = append(w.b, `,"term":`...)
	term := Optional(e.Role)
	w.b = append(term.appendJSON(w.b), '}')
}

func evidenceReport(e budget.Evidence, c checkOf) *budget.Report {
	if e.Report == "" || e.Report == c.Report {
		return c.report()
	}
	if r := c.lookup(e.Report); r != nil {
		return r
	}
	return &budget.Report{ID: e.Report}
}

// anomalyColumns are the columns of anomalies.csv.
func anomalyColumns() []column[checkOf] {
	all := append([]column[checkOf]{}, checkColumns...)
	all = append(all, trailColumns...)
	return append(all,
		column[checkOf]{"district", func(c checkOf) Value { return Optional(c.report().District) }},
		column[checkOf]{"quote", func(c checkOf) Value { return Optional(quotes(c)) }})
}

// quotes joins the sentences and rows of the evidence, each once.
func quotes(c checkOf) string {
	var out []string
	seen := map[string]bool{}
	for _, e := range c.Evidence {
		if e.Figure == nil || e.Figure.Quote == "" || seen[e.Figure.Quote] {
			continue
		}
		seen[e.Figure.Quote] = true
		out = append(out, e.Figure.Quote)
	}
	return strings.Join(out, " ｜ ")
}

// AnomaliesHeader is the first line of anomalies.csv.
func AnomaliesHeader() []byte { return header(names(anomalyColumns())) }

// AnomaliesCSV returns the checks that belong in the anomaly log as lines of
// anomalies.csv.
func AnomaliesCSV(checks []budget.Check, lookup Lookup) []byte {
	var b []byte
	var values []Value
	columns := anomalyColumns()
	for i := range checks {
		if checks[i].Finding() {
			values = valuesOf(values, columns, checkOf{&checks[i], lookup})
			b = appendCSV(b, values)
		}
	}
	return b
}
