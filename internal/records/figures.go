package records

import "yusuan/budget"

// figureOf is a figure with the report it stands in.
type figureOf struct {
	report *budget.Report
	*budget.Figure
}

// unlessPolicy gives null for a policy mention, which belongs to no budget.
func unlessPolicy(of func(figureOf) Value) func(figureOf) Value {
	return func(f figureOf) Value {
		if !f.IsBudget() {
			return Null
		}
		return of(f)
	}
}

// inTable gives null for a figure of a sentence.
func inTable(of func(figureOf) Value) func(figureOf) Value {
	return func(f figureOf) Value {
		if f.Kind != budget.InTable {
			return Null
		}
		return of(f)
	}
}

// figureColumns are the fields of figures.jsonl, in order.
var figureColumns = []column[figureOf]{
	{"report", func(f figureOf) Value { return Text(f.report.ID) }},
	{"district", func(f figureOf) Value { return Optional(f.report.District) }},
	{"title", func(f figureOf) Value { return Optional(f.report.Title) }},
	{"file", func(f figureOf) Value { return Text(f.report.File) }},
	{"page", func(f figureOf) Value { return Number(f.Page) }},
	{"line", func(f figureOf) Value { return Number(f.Line) }},
	{"start", func(f figureOf) Value { return Number(f.Start) }},
	{"end", func(f figureOf) Value { return Number(f.End) }},
	{"kind", func(f figureOf) Value { return Text(string(f.Kind)) }},
	{"table", inTable(func(f figureOf) Value { return Number(f.Table) })},
	{"row", inTable(func(f figureOf) Value { return Number(f.Row) })},
	{"col", inTable(func(f figureOf) Value { return Number(f.Col) })},
	{"book", func(f figureOf) Value { return Optional(string(f.Book)) }},
	{"scope", unlessPolicy(func(f figureOf) Value { return Optional(f.Scope) })},
	{"level", unlessPolicy(func(f figureOf) Value { return Optional(string(f.Level)) })},
	{"year", unlessPolicy(func(f figureOf) Value { return OptionalNumber(f.Year) })},
	{"stage", unlessPolicy(func(f figureOf) Value { return Optional(string(f.Stage)) })},
	{"side", unlessPolicy(func(f figureOf) Value { return Optional(string(f.Side)) })},
	{"subject", unlessPolicy(func(f figureOf) Value { return Optional(f.Subject) })},
	{"code", unlessPolicy(func(f figureOf) Value { return Optional(f.Code) })},
	{"subject_raw", func(f figureOf) Value { return Optional(f.SubjectRaw) }},
	{"parent", unlessPolicy(func(f figureOf) Value { return Optional(f.Parent) })},
	{"role", func(f figureOf) Value { return Optional(string(f.Role)) }},
	{"amount_wan", amountOf},
	{"raw", func(f figureOf) Value { return Text(f.Raw) }},
	{"unit", func(f figureOf) Value { return Optional(f.Unit) }},
	{"step_wan", stepOf},
	{"delta", func(f figureOf) Value { return Truth(f.Delta) }},
	{"hedge", func(f figureOf) Value { return Optional(f.Hedge) }},
	{"growth_pct", func(f figureOf) Value { return rateOf(f.Growth) }},
	{"completion_pct", func(f figureOf) Value { return rateOf(f.Completion) }},
	{"completion_of", func(f figureOf) Value { return Optional(string(f.CompletionOf)) }},
	{"quote", func(f figureOf) Value { return Text(f.Quote) }},
}

func amountOf(f figureOf) Value {
	if !f.HasAmount() {
		return Null
	}
	return Amount(f.Amount)
}

func stepOf(f figureOf) Value {
	if !f.HasAmount() || f.Step.IsZero() {
		return Null
	}
	return Amount(f.Step)
}

func rateOf(r budget.Rate) Value {
	if !r.Known {
		return Null
	}
	return Amount(r.Value)
}

// FigureColumns returns the field names of figures.jsonl and figures.csv.
func FigureColumns() []string { return names(figureColumns) }

// Lines are the figures of a report as the files of a run hold them. Evidence of
// checks repeats figures, so the place of each is kept to point at.
type Lines struct {
	JSON, CSV []byte
	report    *budget.Report
	fields    []span // in JSON, without the braces; in the order of the figures
}

type span struct{ start, end int }

// What one figure takes, about.
const (
	jsonBytes = 800
	csvBytes  = 450
)

// FigureLines returns the figures of a report as lines of figures.jsonl and figures.csv.
func FigureLines(r *budget.Report) *Lines {
	l := &Lines{
		JSON:   make([]byte, 0, len(r.Figures)*jsonBytes),
		CSV:    make([]byte, 0, len(r.Figures)*csvBytes),
		fields: make([]span, 0, len(r.Figures)), report: r,
	}
	var values []Value
	for _, f := range r.Figures {
		values = valuesOf(values, figureColumns, figureOf{r, f})
		l.JSON = append(l.JSON, '{')
		start := len(l.JSON)
		l.JSON = appendFields(l.JSON, figureColumns, values)
		l.fields = append(l.fields, span{start, len(l.JSON)})
		l.JSON = append(l.JSON, '}', '\n')
		l.CSV = appendCSV(l.CSV, values)
	}
	return l
}

// FigureJSON returns one figure as FigureLines does, without the end of the line.
func FigureJSON(r *budget.Report, f *budget.Figure) []byte {
	b := append(make([]byte, 0, jsonBytes), '{')
	return append(appendFields(b, figureColumns, valuesOf(nil, figureColumns, figureOf{r, f})), '}')
}

// place is where the fields of a figure of report r stand in the lines.
func (l *Lines) place(r *budget.Report, f *budget.Figure) (at span, ok bool) {
	if l == nil || l.report != r || r.Figure(f.ID) != f {
		return span{}, false
	}
	return l.fields[f.ID-1], true
}

// FiguresHeader is the first line of figures.csv.
func FiguresHeader() []byte { return header(FigureColumns()) }
