package workbook

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/workbook/xl"
)

// figureCell shows a figure: its amount in 万元 (or the word for a blank or a
// dash), a link to its line in 原文, where it was taken from, and a note where a
// reader must know more.
func (b *reportBook) figureCell(c chosen) xl.Cell {
	f := c.Figure
	if f == nil {
		return xl.Cell{Value: wordMissing, Style: styleAbsent}
	}
	cell := xl.Cell{Style: styleAbsent, Link: b.sourceLink(f), Tip: b.origin(c), Note: b.noteOf(c)}
	if !f.HasAmount() {
		cell.Value = markWord(f.Mark)
		return cell
	}
	cell.Value, cell.Style = f.Amount, amountStyle(f.Amount, xl.Blue)
	if f.OCR || f.Doubt != "" {
		cell.Style.Italic, cell.Style.Fill = true, xl.FillHm
	}
	if b.grave(f) || len(c.Conflict) > 0 {
		cell.Style.Fill = xl.FillNo
	}
	return cell
}

// operandOf is the figure as a formula sees it.
func operandOf(c chosen, ref string) operand {
	if c.Figure == nil || !c.Figure.HasAmount() {
		return operand{Ref: ref}
	}
	return number(ref, c.Figure.Amount)
}

// lineOf is the line of a figure. A blank cell may have no place of its own; then
// it is the line of its table row.
func (b *reportBook) lineOf(f *budget.Figure) int {
	if f.Line > 0 || f.Kind != budget.InTable {
		return f.Line
	}
	return b.rowLine[tableRow{f.Table, f.Row}]
}

func (b *reportBook) sourceLink(f *budget.Figure) string {
	row, ok := b.lineRow[b.lineOf(f)]
	if !ok {
		return ""
	}
	return xl.LinkTo(sheetSource, sourceTextCol, row)
}

// where words a place: 第3页第120行，表2第4行第3列.
func (b *reportBook) where(f *budget.Figure) string { return string(b.appendWhere(nil, f)) }

func (b *reportBook) appendWhere(dst []byte, f *budget.Figure) []byte {
	if b.paged() {
		dst = ordinal(dst, "第", f.Page, "页")
	}
	dst = ordinal(dst, "第", b.lineOf(f), "行")
	if f.Kind == budget.InTable && f.Table > 0 {
		dst = ordinal(dst, "，表", f.Table, "")
		dst = ordinal(dst, "第", f.Row+1, "行")
		dst = ordinal(dst, "第", f.Col+1, "列")
	}
	return dst
}

// ordinal appends a number between two words.
func ordinal(dst []byte, before string, n int, after string) []byte {
	dst = strconv.AppendInt(append(dst, before...), int64(n), 10)
	return append(dst, after...)
}

func (b *reportBook) paged() bool {
	n := len(b.report.Lines)
	return n > 0 && b.report.Lines[n-1].Page > 1
}

func (b *reportBook) origin(c chosen) string {
	s := b.appendSource(append(b.scratch[:0], "取自"...), c.Figure)
	for _, f := range c.Same {
		s = b.appendSource(append(s, "；另见"...), f)
		s = append(s, "，一致"...)
	}
	if c.Figure.OCR {
		s = append(s, "；由图像识别读出，请对照原件"...)
	}
	s = append(s, "。点击看原文"...)
	b.scratch = s
	return string(s)
}

// appendSource words where a figure was read and how it was printed.
func (b *reportBook) appendSource(dst []byte, f *budget.Figure) []byte {
	dst = append(append(dst, kindWord(f.Kind)...), "（"...)
	dst = append(b.appendWhere(dst, f), "）："...)
	return append(dst, f.Raw...)
}

// noteOf is the comment of a cell: findings, contradictions, doubts. A figure
// without any has no comment, so that a red corner always means something; that
// a whole page was read from a picture is said by the ground and the tip.
func (b *reportBook) noteOf(c chosen) string {
	f := c.Figure
	var lines []string
	for _, check := range b.findings[f.ID] {
		lines = append(lines, fmt.Sprintf("【%s·%s】%s", check.Rule, severityWord(check.Severity), check.Message))
		if check.LikelyCause != "" {
			lines = append(lines, "可能原因："+check.LikelyCause)
		}
	}
	for _, n := range b.notes[f.ID] {
		if b.checked[n.Rule] {
			continue // said above
		}
		lines = append(lines, fmt.Sprintf("【%s·%s】%s", n.Rule, severityWord(n.Severity), n.Message))
	}
	if len(c.Conflict) > 0 {
		lines = append(lines, fmt.Sprintf("此处取%s（%s）的 %s，因其末位更细或出自表格。", kindWord(f.Kind), b.where(f), f.Raw))
	}
	for _, other := range c.Conflict {
		lines = append(lines, fmt.Sprintf("%s（%s）为 %s，两处不一致。", kindWord(other.Kind), b.where(other), other.Raw))
	}
	if f.Doubt != "" {
		lines = append(lines, "归属存疑："+f.Doubt)
	}
	if f.Hedge != "" {
		lines = append(lines, "原文为约数："+f.Hedge)
	}
	if f.Basis != "" {
		lines = append(lines, "口径："+f.Basis)
	}
	return strings.Join(lines, "\n")
}

// rateCell shows a printed percentage as printed, in percent.
func rateCell(r budget.Rate) xl.Cell {
	if !r.Known {
		return xl.Cell{Style: styleText}
	}
	n := max(1, places(r.Value))
	return xl.Cell{Value: r.Value, Style: xl.Style{Edge: xl.Grid, Num: xl.RateFormat(n), Color: xl.Blue}}
}

// stepSum is the tolerance of a sum: half the last digit of every number in it.
func stepSum(figures ...*budget.Figure) decimal.Decimal {
	sum := decimal.Zero
	for _, f := range figures {
		if f != nil && f.HasAmount() {
			sum = sum.Add(f.Step.Mul(half))
		}
	}
	return sum
}
