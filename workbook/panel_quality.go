package workbook

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"yusuan/budget"
	"yusuan/workbook/xl"
)

// byRule counts the findings: one row a rule, one column a district.
func (b *panelBook) byRule() {
	type ruleRow struct {
		rule     string
		severity budget.Severity
	}
	counts := map[ruleRow]map[string]int{}
	var rows []ruleRow
	var districts []string
	add := func(r ruleRow, district string, n int) {
		if counts[r] == nil {
			counts[r] = map[string]int{}
			rows = append(rows, r)
		}
		counts[r][district] += n
	}
	for i := range b.entries {
		e := &b.entries[i]
		if name := districtOf(e); !slices.Contains(districts, name) && len(e.rules) > 0 {
			districts = append(districts, name)
		}
		for _, r := range e.rules {
			add(ruleRow{r.rule, r.severity}, districtOf(e), r.n)
		}
	}
	const between = "（跨报告）"
	for _, f := range b.across {
		add(ruleRow{f.rule, f.severity}, between, 1)
	}
	if len(b.across) > 0 {
		districts = append(districts, between)
	}
	slices.SortFunc(rows, func(x, y ruleRow) int {
		return cmp.Or(cmp.Compare(severityRank(x.severity), severityRank(y.severity)), strings.Compare(x.rule, y.rule))
	})
	if len(rows) == 0 {
		return
	}
	// Excel has 16,384 columns; the districts with the most findings come first.
	total := map[string]int{}
	for _, byDistrict := range counts {
		for d, n := range byDistrict {
			total[d] += n
		}
	}
	slices.SortStableFunc(districts, func(x, y string) int { return cmp.Compare(total[y], total[x]) })
	lead := "没有通过的核对与读取提示的次数，按规则与地区；空格为没有。合计为公式。"
	if len(districts) > maxSubjects {
		lead += fmt.Sprintf("只列次数最多的 %d 个地区，合计含全部地区。", maxSubjects)
	}
	shown := districts[:min(len(districts), maxSubjects)]
	head := heads("规则", "内容", "程度", "合计")
	widths := map[int]float64{1: 9, 2: 34, 3: 8, 4: 9}
	for _, d := range shown {
		head = append(head, xl.Cell{Value: d, Style: styleHead})
		widths[len(head)] = float64(min(20, max(10, xl.TextWidth(d)/2+3)))
	}
	s := b.sheet(sheetByRule, lead, xl.Amber, "异常汇总表", head, widths)
	s.FreezeCols = 4
	for _, r := range rows {
		cells := []xl.Cell{center(r.rule), text(b.opts.rules[r.rule].Title), center(severityWord(r.severity)), {}}
		sum := 0
		for _, d := range districts {
			sum += counts[r][d]
		}
		for _, d := range shown {
			if n := counts[r][d]; n > 0 {
				cells = append(cells, xl.Cell{Value: n, Style: styleInt})
			} else {
				cells = append(cells, xl.Cell{Style: styleText})
			}
		}
		at := s.Next()
		cells[3] = xl.Cell{Value: sum, Style: styleInt}
		if len(shown) == len(districts) && len(shown) > 0 {
			cells[3].Formula = fmt.Sprintf("SUM(%s:%s)", xl.Ref(5, at), xl.Ref(4+len(shown), at))
		}
		s.Row(cells...)
	}
	toneSeverities(s, fmt.Sprintf("C%d:C%d", panelHeaderRow+1, s.Next()))
}

// findingList lists every finding of every report; the notes of reading are
// counted in 异常汇总 and listed in the workbook of their report.
func (b *panelBook) findingList() {
	n := len(b.across)
	for i := range b.entries {
		n += len(b.entries[i].findings)
	}
	if n == 0 {
		return
	}
	s := b.sheet(sheetFindList, fmt.Sprintf("共 %d 条没有通过的核对。读取类提示见各报告的工作簿。", n), xl.Red, "异常清单表",
		heads("地区", "报告", "规则", "程度", "说明", "可能原因", "原文行"), map[int]float64{1: 22, 2: 24, 3: 8, 4: 8, 5: 80, 6: 44, 7: 8})
	row := func(district, id, link string, f panelFinding) {
		report := with(text(id), top)
		if link != "" {
			report = xl.Cell{Value: id, Style: styleLinkTop, Link: link}
		}
		s.Row(with(text(district), top), report, with(center(f.rule), top), with(center(severityWord(f.severity)), top), wrapped(f.message), wrapped(f.cause), with(yearCell(f.line), top))
	}
	for _, f := range b.across {
		row("", "（跨报告）", "", f)
	}
	for i := range b.entries {
		e := &b.entries[i]
		for _, f := range e.findings {
			row(e.district, e.id, reportLink(e.id), f)
		}
	}
	toneSeverities(s, fmt.Sprintf("D%d:D%d", panelHeaderRow+1, s.Next()))
}

// completeness says of each report which books it gives, and how much of it was read.
func (b *panelBook) completeness() {
	head := heads("地区", "报告", "文种", "报告年度", "文件")
	widths := map[int]float64{1: 22, 2: 24, 3: 24, 4: 9, 5: 26}
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
	for i := range b.entries {
		e := &b.entries[i]
		row := []xl.Cell{text(e.district), {Value: e.id, Style: styleLink, Link: reportLink(e.id)}, text(e.kind), yearCell(e.year), text(e.file)}
		for _, w := range e.books {
			row = append(row, center(w))
		}
		for _, n := range []int{e.figures, e.budgeted, e.figures - e.budgeted, e.tables, e.ocr, e.doubts, e.verdicts[5]} {
			row = append(row, xl.Cell{Value: n, Style: styleInt})
		}
		s.Row(append(row, readShare(e))...)
	}
	for _, u := range b.unread {
		s.Row(text(""), text(baseName(u.file)), center("没能读出"), xl.Cell{Style: styleText}, text(u.reason))
	}
	ref := fmt.Sprintf("F%d:I%d", panelHeaderRow+1, s.Next())
	s.Tone(ref, xl.Tone{Contains: wordMissing, Color: xl.Amber, Fill: xl.FillHm})
}

func readShare(e *panelEntry) xl.Cell {
	if e.textRunes == 0 {
		return xl.Cell{Style: styleText}
	}
	return xl.Cell{Value: percentOf(e.readRunes, e.textRunes), Style: xl.Style{Edge: xl.Grid, Num: xl.RateFormat(1)}}
}
