package workbook

import (
	"fmt"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/workbook/xl"
)

// coverageBlock says how much of the report was understood.
func (b *reportBook) coverageBlock(s *xl.Sheet) {
	b.band(s, "四、读取情况")
	r := b.report
	count := func(is func(*budget.Figure) bool) int {
		n := 0
		for _, f := range r.Figures {
			if is(f) {
				n++
			}
		}
		return n
	}
	line := func(label string, n int, about string) {
		s.Row(text(label), xl.Cell{Value: n, Style: styleInt}, xl.Cell{Value: about, Style: styleAbout, Free: true})
	}
	line("取到的数", len(r.Figures), fmt.Sprintf("其中表格 %d 个，文字 %d 个", count(func(f *budget.Figure) bool { return f.Kind == budget.InTable }), count(func(f *budget.Figure) bool { return f.Kind == budget.Narrative })))
	line("归入预算的数", count((*budget.Figure).IsBudget), "有预算、年度、科目的数；其余为政策性表述或未能归属，都列在“全部数据”")
	line("读出的表", len(r.Tables), "")
	optional := func(label string, n int, about string) {
		if n > 0 {
			line(label, n, about)
		}
	}
	optional("图像识别的数", count(func(f *budget.Figure) bool { return f.OCR }), "由图像识别读出，黄底斜体，请对照原件")
	optional("归属存疑的数", count(func(f *budget.Figure) bool { return f.Doubt != "" }), "黄底斜体，原因见批注")
	optional("读取类提示", len(r.Notes), "没能读懂或没能归属的内容，列在“异常”")
	if r.TextRunes > 0 {
		share := decimal.NewFromInt(int64(r.ReadRunes)).DivRound(decimal.NewFromInt(int64(r.TextRunes)), 6)
		s.Row(text("正文读懂的比重"), xl.Cell{Value: share, Style: xl.Style{Edge: xl.Grid, Num: xl.Percent}},
			xl.Cell{Value: "含有已归属金额的句子和表行占正文字数的比重；工作部署等段落本就没有预算数", Style: styleAbout, Free: true})
	}
	for _, m := range r.Mentions {
		cell := xl.Cell{Value: "“" + excerpt(m.Quote, "", 120) + "”", Style: styleAbout, Free: true}
		if row, ok := b.lineRow[m.Place.Line]; ok {
			cell.Link = xl.LinkTo(sheetSource, sourceTextCol, row)
		}
		s.Row(text(bookWord(m.Book)), center("未列数"), cell)
	}
	s.Skip(1)
}

// contentsBlock lists the sheets, and those left out with the reason.
func (b *reportBook) contentsBlock(s *xl.Sheet) {
	b.band(s, "五、各表")
	for _, item := range contents {
		if b.sheets[item.sheet] == nil {
			continue
		}
		count := xl.Cell{Style: styleText}
		if n := b.summary[item.sheet]; n > 0 {
			count = xl.Cell{Value: fmt.Sprintf("%d %s", n, item.unit), Style: styleCenter}
		}
		s.Row(xl.Cell{Value: item.sheet, Style: styleLink, Link: xl.LinkTo(item.sheet, 1, 1)}, count,
			xl.Cell{Value: item.about, Style: styleAbout, Free: true})
	}
	for _, l := range b.left {
		s.Row(with(text(l.name), func(st *xl.Style) { st.Color = xl.Grey }), with(center("未设"), func(st *xl.Style) { st.Color = xl.Grey }),
			xl.Cell{Value: l.why, Style: styleAbout, Free: true})
	}
}

// contents describes the sheets, in their order.
var contents = []struct{ sheet, unit, about string }{
	{sheetBalance, "张", "各本预算分口径、年度、阶段的两栏收支平衡，分项合计与差额为公式"},
	{sheetFunctions, "行", "按功能科目的支出、占比，及写明用途的安排"},
	{sheetRevenue, "行", "税收、非税及基金、国资的收入项目"},
	{sheetDebt, "行", "限额、余额、发行、还本付息"},
	{sheetThreeFees, "行", "总额与三个分项"},
	{sheetInsurance, "行", "各项社会保险基金的收支与结余"},
	{sheetRatios, "列", "常用财政指标，公式指向所用的数；报告列示的比率并列"},
	{sheetChecks, "项", "每条规则的每次核对，含相符的"},
	{sheetFindings, "条", "没有通过的核对，没能读懂的内容，可能原因"},
	{sheetFigures, "个", "每一个金额及其属性，可筛选，逐个链到原文"},
	{sheetSource, "行", "读出的原文，标出取到的数"},
	{sheetReadme, "", "颜色、记号、口径、取数与核对的规则"},
}
