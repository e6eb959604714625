package workbook

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"yusuan/budget"
	"yusuan/workbook/xl"
)

const (
	sourceFirstRow = 4
	sourceTextCol  = 3
	chunkUnits     = 16000 // bytes; a cell holds 32,767 UTF-16 units
)

// chunks cuts a very long line at the limit of a cell, never inside a character.
func chunks(s string) []string {
	if len(s) <= chunkUnits {
		return []string{s}
	}
	var out []string
	for len(s) > chunkUnits {
		at := chunkUnits
		for at > 0 && !utf8.RuneStart(s[at]) {
			at--
		}
		if at == 0 {
			at = chunkUnits
		}
		out = append(out, s[:at])
		s = s[at:]
	}
	return append(out, s)
}

// fillSource writes the lines of the source. The spans of figures are bold and
// blue, those with a finding red and underlined; the last column leads back to
// the first figure of the line.
func (b *reportBook) fillSource(s *xl.Sheet) {
	s.Widths = map[int]float64{1: 7, 2: 7, sourceTextCol: 110, 4: 16}
	s.FreezeRows, s.TitleRows = 3, [2]int{3, 3}
	s.Row(xl.Cell{Value: "原文", Style: styleTitle, Free: true})
	s.Row(xl.Cell{Value: "从文件中读出的文字，按行编号。蓝色粗体是取到的数，红色带下划线的数有核对发现。点击“本行数据”回到全部数据。", Style: styleLead, Free: true})
	s.Row(heads("行", "页", "原文", "本行数据")...)
	byLine := map[int][]*budget.Figure{}
	for _, f := range b.report.Figures {
		byLine[b.lineOf(f)] = append(byLine[b.lineOf(f)], f)
	}
	for _, l := range b.report.Lines {
		b.sourceLine(s, l, byLine[l.Number])
	}
	b.summary[sheetSource] = len(b.report.Lines)
}

func (b *reportBook) sourceLine(s *xl.Sheet, l budget.SourceLine, figures []*budget.Figure) {
	start := 0
	for i, part := range chunks(l.Text) {
		cell := xl.Cell{Value: spaced(part), Style: styleWrap}
		if runs := b.marked(part, start, figures); runs != nil {
			cell.Value, cell.Rich = nil, runs
		}
		start += len(part)
		row := []xl.Cell{{Value: l.Number, Style: styleNumberTop}, {Value: l.Page, Style: styleNumberTop}, cell, {Style: styleTop}}
		if i > 0 {
			row[0], row[1] = xl.Cell{Style: styleTop}, xl.Cell{Style: styleTop}
		} else if len(figures) > 0 {
			row[3] = xl.Cell{Value: plural(len(figures)), Style: styleLinkTop,
				Link: xl.LinkTo(sheetFigures, figuresAmountCol, b.figRow[figures[0].ID])}
		}
		s.Row(row...)
	}
}

// spaced shows the tabs between the cells of a table row, which a cell of Excel
// swallows.
func spaced(s string) string { return strings.ReplaceAll(s, "\t", "　　") }

// marked cuts a text into runs at the spans of its figures; nil where none is in it.
func (b *reportBook) marked(part string, start int, figures []*budget.Figure) []xl.Run {
	spans := slices.Clone(figures)
	slices.SortStableFunc(spans, func(x, y *budget.Figure) int { return cmp.Compare(x.Start, y.Start) })
	var runs []xl.Run
	at := 0
	for _, f := range spans {
		from, to := f.Start-start, f.End-start
		if from < at || to > len(part) || from >= to {
			continue
		}
		if from > at {
			runs = append(runs, xl.Run{Text: spaced(part[at:from])})
		}
		mark := xl.Run{Text: part[from:to], Bold: true, Color: xl.Blue}
		if b.grave(f) {
			mark.Color, mark.Under = xl.Red, true
		}
		runs = append(runs, mark)
		at = to
	}
	if runs == nil {
		return nil
	}
	if at < len(part) {
		runs = append(runs, xl.Run{Text: spaced(part[at:])})
	}
	return runs
}
