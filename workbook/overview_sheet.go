package workbook

import (
	"fmt"
	"strings"

	"yusuan/budget"
	"yusuan/workbook/xl"
)

const (
	overviewColumns = 14
	firstLooks      = 8  // findings named on the overview
	onePageRows     = 75 // what can be read when printed on one page
)

func (b *reportBook) fillOverview(s *xl.Sheet) {
	s.Widths = map[int]float64{1: 20, 2: 12, 3: 9, 4: 10, 5: 13, 6: 13, 7: 13, 8: 13, 9: 13, 10: 13, 11: 13, 12: 13, 13: 12, 14: 12}
	r := b.report
	title := r.Title
	if title == "" {
		title = r.ID
	}
	s.RowHigh(28, xl.Cell{Value: title, Style: styleTitle, Free: true})
	s.Row(xl.Cell{Value: join(b.identity(), "　｜　"), Style: styleLead, Free: true})
	s.Skip(1)
	b.verdictBlock(s)
	b.firstLooks(s)
	b.totalsBlock(s)
	b.coverageBlock(s)
	b.contentsBlock(s)
	s.OnePage = s.Next() < onePageRows
}

func (b *reportBook) identity() []string {
	r := b.report
	var out []string
	add := func(name, value string) {
		if value != "" {
			out = append(out, name+"："+value)
		}
	}
	add("地区", r.District)
	add("文种", reportKindWord(r.Kind))
	add("报告年度", yearWord(r.Year))
	add("文件", baseName(r.File))
	add("金额单位", "万元")
	return out
}

// baseName is the last part of a path written with / or \.
func baseName(path string) string {
	return path[strings.LastIndexAny(path, `/\`)+1:]
}

func (b *reportBook) band(s *xl.Sheet, title string) {
	row := make([]xl.Cell, overviewColumns)
	for i := range row {
		row[i] = xl.Cell{Style: styleSection}
	}
	row[0].Value, row[0].Free = title, true
	s.RowHigh(20, row...)
}

// tally counts the outcomes of a verdict and severity; an empty severity counts all.
func (b *reportBook) tally(v budget.Verdict, sev budget.Severity) int {
	n := 0
	for i := range b.checks {
		c := &b.checks[i]
		if c.Verdict == v && c.Suppressed == "" && (sev == "" || c.Severity == sev) {
			n++
		}
	}
	return n
}

func (b *reportBook) suppressed() int {
	n := 0
	for i := range b.checks {
		n += boolRank(b.checks[i].Suppressed != "")
	}
	return n
}

// verdictBlock says in words whether the report holds, and counts the outcomes
// with formulas over 核对.
func (b *reportBook) verdictBlock(s *xl.Sheet) {
	b.band(s, "一、结论")
	word, tone := b.conclusion()
	light := xl.Style{Bold: true, Size: 12, Color: tone.Color, Fill: tone.Fill, Align: xl.Center}
	s.RowHigh(24, xl.Cell{Value: tone.Contains, Style: light}, xl.Cell{Value: word, Style: xl.Style{Bold: true, Size: 12, Indent: 1}, Free: true})
	head := heads("核对结果", "项数")
	head = append(head, xl.Cell{Value: "含义", Style: xl.Style{Bold: true, Fill: xl.Band, Color: xl.Navy}, Free: true})
	for range overviewColumns - len(head) {
		head = append(head, xl.Cell{Style: xl.Style{Fill: xl.Band}})
	}
	s.Row(head...)
	for _, row := range []struct {
		v     budget.Verdict
		sev   budget.Severity
		label string
		means string
	}{
		{budget.Fail, budget.Error, "不符（错误）", "两处数不可能同时正确，必须查清"},
		{budget.Fail, budget.Warning, "不符（警告）", "不合常规或口径可能不同，应当看一眼"},
		{budget.Fail, budget.Info, "不符（提示）", "供参考，多为口径或列示方式"},
		{budget.Blocked, "", "受阻", "所用的数自相矛盾，先解决矛盾再核"},
		{budget.Errored, "", "规则出错", "程序自身的问题，请连同文件反馈"},
		{budget.Rounding, "", "尾差", "差额在所印末位数允许的范围之内"},
		{budget.Pass, "", "相符", "核对无误"},
		{budget.NotRun, "", "缺数未核", "报告没有给出所需的数，未作判断"},
	} {
		n := b.tally(row.v, row.sev)
		if n == 0 && (row.v == budget.Errored || row.v == budget.Blocked) {
			continue
		}
		s.Row(text(row.label), b.tallyCell(n, row.v, row.sev), xl.Cell{Value: row.means, Style: styleAbout, Free: true})
	}
	if n := b.suppressed(); n > 0 {
		s.Row(text(wordAccepted), xl.Cell{Value: n, Style: styleInt}, xl.Cell{Value: "经人确认而不再作为差错的发现，理由见“核对”的“处理”一栏", Style: styleAbout, Free: true})
	}
	if b.live.all > 0 {
		s.Row(text("表内公式核对"), b.liveCell(), xl.Cell{Value: fmt.Sprintf("各表中随数据重算的核对，共 %d 处；左为有差额的处数，应为 0", b.live.all), Style: styleAbout, Free: true})
	}
	s.Skip(1)
}

func (b *reportBook) conclusion() (string, xl.Tone) {
	fails, warns := b.tally(budget.Fail, budget.Error)+b.tally(budget.Errored, ""), b.tally(budget.Fail, budget.Warning)
	blocked := ""
	if n := b.tally(budget.Blocked, ""); n > 0 {
		blocked = fmt.Sprintf("，%d 项因所用的数自相矛盾而受阻", n)
	}
	passed := b.tally(budget.Pass, "") + b.tally(budget.Rounding, "")
	switch {
	case fails > 0:
		return fmt.Sprintf("有 %d 处错误、%d 处警告%s；%d 项核对相符。", fails, warns, blocked, passed), xl.Tone{Contains: "✗ 有差错", Color: xl.Red, Fill: xl.FillNo}
	case warns > 0:
		return fmt.Sprintf("没有发现错误，有 %d 处警告需要看一眼%s；%d 项核对相符。", warns, blocked, passed), xl.Tone{Contains: "！需留意", Color: xl.Amber, Fill: xl.FillHm}
	case passed > 0:
		return fmt.Sprintf("没有发现错误，%d 项核对相符。", passed), xl.Tone{Contains: "✓ 相符", Color: xl.Green, Fill: xl.FillOK}
	}
	return "没有可以核对的内容。", xl.Tone{Contains: "— 未核对", Color: xl.Grey, Fill: xl.Pale}
}

func (b *reportBook) tallyCell(n int, v budget.Verdict, sev budget.Severity) xl.Cell {
	cell := xl.Cell{Value: n, Style: styleInt}
	if b.sheets[sheetChecks] == nil {
		return cell
	}
	column := func(c string) string {
		return xl.On(sheetChecks, fmt.Sprintf("$%s$4:$%s$%d", c, c, 3+len(b.checks)))
	}
	cell.Formula = fmt.Sprintf(`COUNTIFS(%s,"%s"`, column(checksVerdictCol), verdictWord(v))
	if sev != "" {
		cell.Formula += fmt.Sprintf(`,%s,"%s"`, column(checksSeverityCol), severityWord(sev))
	}
	cell.Formula += ")"
	return cell
}

func (b *reportBook) liveCell() xl.Cell {
	var parts []string
	for _, name := range []string{sheetBalance, sheetDebt, sheetThreeFees, sheetInsurance} {
		if s := b.sheets[name]; s != nil {
			parts = append(parts, fmt.Sprintf(`COUNTIF(%s,"%s")`, xl.On(name, "$A$1:"+xl.AbsRef(balColumns*4, s.Next())), liveApart))
		}
	}
	return xl.Cell{Formula: strings.Join(parts, "+"), Value: b.live.apart, Style: styleInt}
}

// firstLooks names the gravest findings with a link to each.
func (b *reportBook) firstLooks(s *xl.Sheet) {
	b.band(s, "二、先看什么")
	shown := 0
	for i, a := range b.anomaly {
		if a.suppressed != "" || shown == firstLooks {
			continue
		}
		shown++
		s.Row(with(center(severityWord(a.severity)+" "+a.rule), severityTone(a.severity)),
			xl.Cell{Value: "查看 →", Style: styleLink, Link: xl.LinkTo(sheetFindings, 5, 4+i)},
			xl.Cell{Value: gist(a.message, 150), Free: true, Style: xl.Style{Color: xl.Black, Indent: 1}})
	}
	switch {
	case shown == 0:
		s.Row(xl.Cell{Value: "没有异常。可从“收支平衡”看起，再看“指标”。", Style: xl.Style{Color: xl.Black}, Free: true})
	case len(b.anomaly) > shown:
		s.Row(xl.Cell{Value: fmt.Sprintf("另有 %d 条，见“异常”。", len(b.anomaly)-shown), Style: styleLead, Free: true, Link: xl.LinkTo(sheetFindings, 1, 1)})
	}
	s.Skip(1)
}

func severityTone(sev budget.Severity) func(*xl.Style) {
	return func(s *xl.Style) {
		switch sev {
		case budget.Error:
			s.Color, s.Fill, s.Bold = xl.Red, xl.FillNo, true
		case budget.Warning:
			s.Color, s.Fill, s.Bold = xl.Amber, xl.FillHm, true
		}
	}
}
