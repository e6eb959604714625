package workbook

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"yusuan/budget"
	"yusuan/workbook/xl"
)

// ruleRow is a rule at one severity.
type ruleRow struct {
	rule     string
	severity budget.Severity
}

// ruleCounts counts what did not pass, by rule and district.
type ruleCounts struct {
	rules     []ruleRow
	districts []string
	n         map[ruleRow]map[string]int
}

const betweenReports = "（跨报告）"

func (b *panelBook) ruleCounts() (ruleCounts, error) {
	c := ruleCounts{n: map[ruleRow]map[string]int{}}
	known := map[string]bool{}
	add := func(r ruleRow, district string, n int) {
		if c.n[r] == nil {
			c.n[r] = map[string]int{}
			c.rules = append(c.rules, r)
		}
		if !known[district] {
			known[district] = true
			c.districts = append(c.districts, district)
		}
		c.n[r][district] += n
	}
	err := b.each(func(e *panelSummary) {
		for _, r := range e.rules {
			add(ruleRow{r.rule, r.severity}, e.place(), r.n)
		}
	})
	for _, f := range b.across {
		add(ruleRow{f.rule, f.severity}, betweenReports, 1)
	}
	slices.SortFunc(c.rules, func(x, y ruleRow) int {
		return cmp.Or(cmp.Compare(severityRank(x.severity), severityRank(y.severity)), strings.Compare(x.rule, y.rule))
	})
	return c, err
}

// byRule sets the counts out: one row a district, one column a rule, the sums
// above the header so that the list can be sorted.
func (b *panelBook) byRule() error {
	c, err := b.ruleCounts()
	if err != nil || len(c.rules) == 0 {
		return err
	}
	const headerRow, firstRule = 4, 3
	last := headerRow + len(c.districts)
	s := b.book.Sheet(sheetByRule)
	s.Tab, s.Table, s.Widths = xl.Amber, "异常汇总表", map[int]float64{1: 26, 2: 9}
	s.FreezeRows, s.FreezeCols, s.Filter, s.TitleRows = headerRow, 2, headerRow, [2]int{3, headerRow}
	s.Row(xl.Cell{Value: sheetByRule, Style: styleTitle, Free: true})
	s.Row(xl.Cell{Value: "没有通过的核对与读取提示的次数，一行一个地区，一列一条规则，重的在左；空格为没有。合计为公式，随筛选变化。", Style: styleLead, Free: true})
	sums, head := []xl.Cell{{Value: "合计", Style: styleTotal}, {}}, heads("地区", "小计")
	total := 0
	for i, r := range c.rules {
		col, n := firstRule+i, 0
		for _, d := range c.districts {
			n += c.n[r][d]
		}
		total += n
		sums = append(sums, subtotal(col, headerRow+1, last, n))
		name := strings.TrimSpace(r.rule + " " + severityWord(r.severity) + " " + b.opts.rules[r.rule].Title)
		head = append(head, xl.Cell{Value: name, Style: styleHead})
		s.Widths[col] = 14
	}
	sums[1] = subtotal(2, headerRow+1, last, total)
	s.Row(sums...)
	s.RowHigh(48, head...)
	for _, d := range c.districts {
		at, n := s.Next(), 0
		cells := []xl.Cell{text(d), {}}
		for _, r := range c.rules {
			cell := xl.Cell{Style: styleText}
			if k := c.n[r][d]; k > 0 {
				cell, n = xl.Cell{Value: k, Style: styleInt}, n+k
			}
			cells = append(cells, cell)
		}
		cells[1] = xl.Cell{Formula: fmt.Sprintf("SUM(%s:%s)", xl.Ref(firstRule, at), xl.Ref(firstRule+len(c.rules)-1, at)), Value: n, Style: styleInt}
		s.Row(cells...)
	}
	return nil
}

// subtotal adds the shown rows of a column.
func subtotal(col, from, to, n int) xl.Cell {
	style := styleTotal
	style.Num = xl.Integer
	return xl.Cell{Formula: fmt.Sprintf("SUBTOTAL(109,%s:%s)", xl.Ref(col, from), xl.Ref(col, to)), Value: n, Style: style}
}

// findingList lists the errors and warnings of every report; hints are counted in
// 异常汇总 and listed in the workbook of their report.
func (b *panelBook) findingList() error {
	n := len(b.across) + b.findings
	if n == 0 {
		return nil
	}
	s := b.sheet(sheetFindList, fmt.Sprintf("共 %d 条错误与警告。提示只在异常汇总中计数，内容见各报告的工作簿。", n), xl.Red, "异常清单表",
		heads("地区", "报告", "规则", "程度", "说明", "可能原因", "原文行"), map[int]float64{3: 8, 4: 8, 5: 80, 6: 44, 7: 8})
	row := func(district, id, link string, f Finding) {
		report := with(text(id), top)
		if link != "" {
			report = xl.Cell{Value: id, Style: styleLinkTop, Link: link}
		}
		s.Row(with(text(district), top), report, with(center(f.rule), top), with(center(severityWord(f.severity)), top), wrapped(f.message), wrapped(f.cause), with(yearCell(f.line), top))
	}
	for _, f := range b.across {
		row("", "（跨报告）", "", f)
	}
	err := b.each(func(e *panelSummary) {
		for _, f := range e.findings {
			row(e.district, e.id, reportLink(e.id), f)
		}
	})
	toneSeverities(s, fmt.Sprintf("D%d:D%d", panelHeaderRow+1, s.Next()))
	return err
}

// completeness says of each report which books it gives, and how much of it was read.
func (b *panelBook) completeness() error {
	head := heads("地区", "报告", "文种", "报告年度", "文件")
	widths := map[int]float64{3: 24, 4: 9, 5: 26}
	for _, book := range bookOrder[:4] {
		head = append(head, xl.Cell{Value: bookWord(book), Style: styleHead})
		widths[len(head)] = 16
	}
	for _, name := range []string{"取到的数", "归入预算", "未归入", "表", "图像识别", "存疑", "缺数未核"} {
		head = append(head, xl.Cell{Value: name, Style: styleHead})
		widths[len(head)] = 9
	}
	head = append(head, xl.Cell{Value: "正文读懂（%）", Style: styleHead})
	widths[len(head)] = 10
	lead := "四本预算各给了什么：收支及总计、收支、部分、另有说明（报告说由上级统筹等）、未取到。"
	if len(b.unread) > 0 {
		lead += fmt.Sprintf("另有 %d 个文件没能读出，列在表末。", len(b.unread))
	}
	s := b.sheet(sheetComplete, lead, xl.Amber, "完整性表", head, widths)
	err := b.each(func(e *panelSummary) {
		row := []xl.Cell{text(e.district), {Value: e.id, Style: styleLink, Link: reportLink(e.id)}, text(e.kind), yearCell(e.year), text(e.file)}
		for _, w := range e.books {
			row = append(row, center(w))
		}
		for _, n := range []int{e.figures, e.budgeted, e.figures - e.budgeted, e.tables, e.ocr, e.doubts, e.verdicts[5]} {
			row = append(row, xl.Cell{Value: n, Style: styleInt})
		}
		s.Row(append(row, readShare(e))...)
	})
	for _, u := range b.unread {
		s.Row(text(""), text(baseName(u.file)), center("没能读出"), xl.Cell{Style: styleText}, text(u.reason))
	}
	ref := fmt.Sprintf("F%d:I%d", panelHeaderRow+1, s.Next())
	s.Tone(ref, xl.Tone{Contains: wordMissing, Color: xl.Amber, Fill: xl.FillHm})
	return err
}

func readShare(e *panelSummary) xl.Cell {
	if e.textRunes == 0 {
		return xl.Cell{Style: styleText}
	}
	return xl.Cell{Value: percentOf(e.readRunes, e.textRunes), Style: xl.Style{Edge: xl.Grid, Num: xl.RateFormat(1)}}
}
