package workbook

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/workbook/xl"
)

const (
	checksVerdictCol  = "B"
	checksSeverityCol = "C"
	evidenceShown     = 12 // figures listed in one cell
)

func (b *reportBook) ruleTitle(id string) string { return b.opts.rules[id].Title }

// fillChecks writes every outcome, passes included: what was looked at matters
// as much as what was found.
func (b *reportBook) fillChecks(s *xl.Sheet) {
	list := b.newListing(len(b.checks), []listColumn{{"规则", 8, true}, {"结论", 10, true}, {"程度", 8, true}, {"核对内容", 24, false}, {"预算", 17, false},
		{"口径", 10, false}, {"年度", 7, false}, {"阶段", 10, false}, {"说明", 60, false}, {"应为", 15, false}, {"实为", 15, false},
		{"差额（实－应）", 13, false}, {"允许尾差", 11, false}, {"依据", 52, false}, {"原文", 12, false}, {"处理", 16, false}}...)
	for i := range b.checks {
		c := &b.checks[i]
		list.add(with(center(c.Rule), top), with(center(outcomeWord(c)), top), with(center(severityWord(c.Severity)), top),
			wrapped(b.ruleTitle(c.Rule)), with(text(bookCell(c.Book)), top), with(text(c.Scope), top),
			with(yearCell(c.Year), top), with(center(stageWord(c.Stage)), top), wrapped(c.Message),
			checkNumber(c.Expected), checkNumber(c.Actual), checkNumber(c.Difference), checkNumber(c.Tolerance),
			wrapped(b.evidenceText(c)), b.evidenceLink(c), wrapped(handling(c.Suppressed, c.Status)))
	}
	list.write(s, "核对", fmt.Sprintf("每条规则的每次核对，相符的也列出，共 %d 项。金额单位：万元；比例单位：%%。依据列出参与的数，点击“原文”到出处。", len(b.checks)))
	toneVerdicts(s, fmt.Sprintf("%s4:%s%d", checksVerdictCol, checksVerdictCol, s.Next()))
	b.summary[sheetChecks] = len(b.checks)
}

func toneVerdicts(s *xl.Sheet, ref string) {
	for _, t := range []struct {
		v           budget.Verdict
		color, fill xl.Color
	}{{budget.Fail, xl.Red, xl.FillNo}, {budget.Errored, xl.Red, xl.FillNo}, {budget.Blocked, xl.Red, xl.FillNo},
		{budget.Rounding, xl.Amber, xl.FillHm}, {budget.Pass, xl.Green, xl.FillOK}} {
		s.Tone(ref, xl.Tone{Contains: verdictWord(t.v), Color: t.color, Fill: t.fill})
	}
}

func bookCell(b budget.Book) string {
	if b == "" {
		return ""
	}
	return bookWord(b)
}

func checkNumber(d decimal.NullDecimal) xl.Cell { return with(nullNumber(d, xl.Black), top) }

// evidenceText lists the figures of a check with their signs.
func (b *reportBook) evidenceText(c *budget.Check) string {
	s := b.scratch[:0]
	for i, e := range c.Evidence {
		if e.Figure == nil {
			continue
		}
		if len(s) > 0 {
			s = append(s, "；"...)
		}
		if i == evidenceShown {
			s = ordinal(s, "……共 ", len(c.Evidence), " 个数")
			break
		}
		if e.Weight < 0 {
			s = append(s, "－"...)
		} else {
			s = append(s, "＋"...)
		}
		s = append(append(s, e.Figure.Subject...), ' ')
		s = append(append(s, e.Figure.Raw...), "（"...)
		if e.Report != "" && e.Report != c.Report {
			s = append(append(s, e.Report...), ' ')
		}
		s = append(ordinal(s, "第", e.Figure.Line, "行"), "）"...)
	}
	b.scratch = s
	return string(s)
}

// evidenceLink leads to the line of the figure that is compared with the rest:
// the one with the negative sign, else the first.
func (b *reportBook) evidenceLink(c *budget.Check) xl.Cell {
	line := c.Place.Line
	for i, e := range c.Evidence {
		if e.Figure != nil && (e.Report == "" || e.Report == b.report.ID) && (i == 0 || line == 0 || e.Weight < 0) {
			line = e.Figure.Line
		}
	}
	row, ok := b.lineRow[line]
	if !ok {
		return xl.Cell{Style: styleTop}
	}
	return xl.Cell{Value: lineWord(line), Style: styleLinkTop, Link: xl.LinkTo(sheetSource, sourceTextCol, row)}
}

// anomaly is a line of the anomaly log: a finding, or something that could not
// be read.
type anomaly struct {
	rule, cause, quote string
	severity           budget.Severity
	word, message      string
	check              *budget.Check
	line, figure       int
	suppressed, status string
}

// anomalies gathers findings and notes, the gravest first.
func (b *reportBook) anomalies() []anomaly {
	var out []anomaly
	for i := range b.checks {
		c := &b.checks[i]
		if !c.Finding() {
			continue
		}
		a := anomaly{rule: c.Rule, cause: c.LikelyCause, severity: c.Severity, word: outcomeWord(c), message: c.Message,
			check: c, line: c.Place.Line, figure: c.CauseFigure, suppressed: c.Suppressed, status: c.Status}
		for _, e := range c.Evidence {
			own := e.Figure != nil && (e.Report == "" || e.Report == b.report.ID)
			if own && (a.line == 0 || e.Weight < 0) {
				a.line, a.quote = e.Figure.Line, excerpt(e.Figure.Quote, e.Figure.Raw, 100)
			}
		}
		if f := b.report.Figure(c.CauseFigure); f != nil {
			a.line, a.quote = f.Line, excerpt(f.Quote, f.Raw, 100)
		}
		out = append(out, a)
	}
	for _, n := range b.report.Notes {
		if b.checked[n.Rule] {
			continue // among the findings
		}
		out = append(out, anomaly{rule: n.Rule, severity: n.Severity, word: "读取", message: n.Message, line: n.Place.Line,
			quote: xl.Cut(oneLine(n.Quote), 100), figure: n.Figure})
	}
	slices.SortStableFunc(out, func(x, y anomaly) int {
		return cmp.Or(cmp.Compare(boolRank(x.suppressed != ""), boolRank(y.suppressed != "")),
			cmp.Compare(severityRank(x.severity), severityRank(y.severity)))
	})
	return out
}

func boolRank(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (b *reportBook) fillFindings(s *xl.Sheet) {
	list := b.newListing(len(b.anomaly), []listColumn{{"序号", 6, true}, {"规则", 8, true}, {"程度", 8, true}, {"结论", 9, true}, {"说明", 62, true}, {"核对内容", 22, false},
		{"可能原因", 40, false}, {"原句或原行", 50, false}, {"原文", 12, false}, {"处理", 16, false}, {"预算与口径", 22, false},
		{"应为", 15, false}, {"实为", 15, false}, {"差额", 12, false}, {"允许尾差", 11, false}}...)
	for i, a := range b.anomaly {
		row := []xl.Cell{with(xl.Cell{Value: i + 1, Style: styleNumber}, top), with(center(a.rule), top), with(center(severityWord(a.severity)), top),
			with(center(a.word), top), wrapped(a.message), wrapped(b.ruleTitle(a.rule)), wrapped(a.cause), wrapped(a.quote), b.lineLink(a.line), wrapped(handling(a.suppressed, a.status))}
		if c := a.check; c != nil {
			row = append(row, wrapped(strings.TrimSpace(bookCell(c.Book)+" "+c.Scope+" "+yearWord(c.Year)+stageWord(c.Stage))),
				checkNumber(c.Expected), checkNumber(c.Actual), checkNumber(c.Difference), checkNumber(c.Tolerance))
		} else {
			for range 5 {
				row = append(row, xl.Cell{Style: styleTop})
			}
		}
		list.add(row...)
	}
	list.write(s, "异常", "没有通过的核对，以及没能读懂的内容，重的在前。读取类提示不是差错，是留待人看的地方。")
	toneSeverities(s, fmt.Sprintf("C4:C%d", s.Next()))
	b.summary[sheetFindings] = len(b.anomaly)
}

func toneSeverities(s *xl.Sheet, ref string) {
	s.Tone(ref, xl.Tone{Contains: severityWord(budget.Error), Color: xl.Red, Fill: xl.FillNo})
	s.Tone(ref, xl.Tone{Contains: severityWord(budget.Warning), Color: xl.Amber, Fill: xl.FillHm})
}

// handling words what has been done about a finding.
func handling(suppressed, status string) string {
	switch {
	case suppressed != "":
		return "已确认：" + suppressed
	case status == "new":
		return "新出现"
	case status == "known":
		return "上次已有"
	}
	return ""
}

// lineWord is the text of a link to a line.
func lineWord(line int) string {
	var buf [32]byte
	return string(ordinal(buf[:0], "第", line, "行 →"))
}

func (b *reportBook) lineLink(line int) xl.Cell {
	row, ok := b.lineRow[line]
	if !ok {
		return xl.Cell{Style: styleTop}
	}
	return xl.Cell{Value: lineWord(line), Style: styleLinkTop, Link: xl.LinkTo(sheetSource, sourceTextCol, row)}
}
