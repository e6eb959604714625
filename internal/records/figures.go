package records

import (
	"io"

	"yusuan/budget"
)

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

// Lines are the figures of a report as JSON lines. Evidence of checks repeats
// figures, so the fields of each are kept to be copied.
type Lines struct {
	JSON   []byte
	report *budget.Report
	fields map[*budget.Figure]span // of the fields, without the braces
}

type span struct{ start, end int }

// lineBytes is about what one figure or check takes.
const lineBytes = 800

// FigureLines returns the figures of a report as JSON lines.
func FigureLines(r *budget.Report) *Lines {
	l := &Lines{
		JSON: make([]byte, 0, len(r.Figures)*lineBytes), report: r,
		fields: make(map[*budget.Figure]span, len(r.Figures)),
	}
	for _, f := range r.Figures {
		l.JSON = append(l.JSON, '{')
		start := len(l.JSON)
		l.JSON = appendFields(l.JSON, figureColumns, figureOf{r, f})
		l.fields[f] = span{start, len(l.JSON)}
		l.JSON = append(l.JSON, '}', '\n')
	}
	return l
}

// FigureJSON returns one figure as FigureLines does, without the end of the line.
func FigureJSON(r *budget.Report, f *budget.Figure) []byte {
	b := append(make([]byte, 0, lineBytes), '{')
	return append(appendFields(b, figureColumns, figureOf{r, f}), '}')
}

// appendFigure appends the fields of a figure that stands in report r.
func (l *Lines) appendFigure(b []byte, r *budget.Report, f *budget.Figure) []byte {
	if l != nil && l.report == r {
		if s, ok := l.fields[f]; ok {
			return append(b, l.JSON[s.start:s.end]...)
		}
	}
	return appendFields(b, figureColumns, figureOf{r, f})
}

// FiguresHeader writes the first line of figures.csv.
func FiguresHeader(w io.Writer) error { return header(w, FigureColumns()) }

// FiguresCSV writes the figures of a report as lines of figures.csv.
func FiguresCSV(w io.Writer, r *budget.Report) error {
	return writeCSV(w, func(write func([]string) error) error {
		for _, f := range r.Figures {
			if err := write(cells(figureColumns, figureOf{r, f})); err != nil {
				return err
			}
		}
		return nil
	})
}
