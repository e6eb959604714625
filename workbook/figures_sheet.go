package workbook

import (
	"fmt"
	"strconv"

	"yusuan/budget"
	"yusuan/workbook/xl"
)

const figuresFirstRow = 4

// figureColumn is a column of 全部数据. The list is the data dictionary, too.
type figureColumn struct {
	name  string
	field string // of figures.jsonl
	about string
	width float64
	cell  func(b *reportBook, f *budget.Figure) xl.Cell
}

const figuresAmountCol = 11

func plural(n int) string { return strconv.Itoa(n) + " 个数 →" }

var (
	styleNumberTop = xl.Style{Edge: xl.Grid, Num: xl.Plain, Align: xl.Center, Top: true}
	styleLinkTop   = xl.Style{Edge: xl.Grid, Color: xl.Blue, Under: true, Top: true}
)

// figureColumns lists the columns of the sheet.
func figureColumns() []figureColumn {
	word := func(get func(*budget.Figure) string) func(*reportBook, *budget.Figure) xl.Cell {
		return func(_ *reportBook, f *budget.Figure) xl.Cell { return text(get(f)) }
	}
	return []figureColumn{
		{"序号", "", "本报告内的编号，按原文顺序", 6, func(_ *reportBook, f *budget.Figure) xl.Cell { return xl.Cell{Value: f.ID, Style: styleNumber} }},
		{"预算", "book", "四本预算或政府债务；空为非预算数（政策性表述）", 17, word(func(f *budget.Figure) string { return bookWord(f.Book) })},
		{"口径", "scope", "报告的原词", 10, word(func(f *budget.Figure) string { return f.Scope })},
		{"级次", "level", "全域、本级、下级、片区、金库", 6, word(func(f *budget.Figure) string { return levelWord(f.Level) })},
		{"年度", "year", "该数所属的预算年度", 6, func(_ *reportBook, f *budget.Figure) xl.Cell { return yearCell(f.Year) }},
		{"阶段", "stage", "年初预算、调整预算、执行数、决算数", 9, word(func(f *budget.Figure) string { return stageWord(f.Stage) })},
		{"收支", "side", "收入、支出、余额", 6, word(func(f *budget.Figure) string { return sideWord(f.Side) })},
		{"科目", "subject", "统一后的科目名称", 26, word(func(f *budget.Figure) string { return f.Subject })},
		{"编码", "code", "政府收支分类科目编码；无来源可证的留空", 9, word(func(f *budget.Figure) string { return f.Code })},
		{"地位", "role", "该数在平衡关系中的作用", 9, word(func(f *budget.Figure) string { return roleWord(f.Role) })},
		{"金额（万元）", "amount_wan", "折成万元的精确值", 15, (*reportBook).listedAmount},
		{"原文数字", "raw", "原文的写法", 16, func(b *reportBook, f *budget.Figure) xl.Cell { return b.pageCell(f) }},
		{"末位（万元）", "step_wan", "所印末位数的大小，决定允许的尾差", 9, func(_ *reportBook, f *budget.Figure) xl.Cell {
			if !f.HasAmount() {
				return xl.Cell{Style: styleText}
			}
			return xl.Cell{Value: f.Step, Style: amountStyle(f.Step, xl.NoColor)}
		}},
		{"比上年增减（%）", "growth_pct", "报告列示的增减幅度", 10, func(_ *reportBook, f *budget.Figure) xl.Cell { return rateCell(f.Growth) }},
		{"完成预算（%）", "completion_pct", "报告列示的完成比例", 10, func(_ *reportBook, f *budget.Figure) xl.Cell { return rateCell(f.Completion) }},
		{"完成基数", "completion_of", "完成比例所对的预算", 9, word(func(f *budget.Figure) string { return stageWord(f.CompletionOf) })},
		{"原文科目", "subject_raw", "报告所印的科目", 24, word(func(f *budget.Figure) string { return f.SubjectRaw })},
		{"上级科目", "parent", "该数是哪个科目的一部分", 20, word(func(f *budget.Figure) string { return f.Parent })},
		{"标注", "", "增减额、约数、口径、识别、存疑、核对发现", 18, (*reportBook).flags},
		{"来源", "kind", "文字或表格", 6, word(func(f *budget.Figure) string { return kindWord(f.Kind) })},
		{"页", "page", "", 5, func(_ *reportBook, f *budget.Figure) xl.Cell { return xl.Cell{Value: f.Page, Style: styleNumber} }},
		{"行", "line", "原文表中的行号，点击到原文", 6, func(b *reportBook, f *budget.Figure) xl.Cell {
			return xl.Cell{Value: b.lineOf(f), Style: xl.Style{Edge: xl.Grid, Num: xl.Plain, Align: xl.Center, Color: xl.Blue, Under: true}, Link: b.sourceLink(f)}
		}},
		{"表", "table", "报告中第几张表", 5, func(_ *reportBook, f *budget.Figure) xl.Cell { return yearCell(f.Table) }},
		{"原句或原行", "quote", "读出该数的句子或表行", 60, word(func(f *budget.Figure) string { return excerpt(f.Quote, f.Raw, 58) })},
	}
}

func yearCell(n int) xl.Cell {
	if n == 0 {
		return xl.Cell{Style: styleNumber}
	}
	return xl.Cell{Value: n, Style: styleNumber}
}

func (b *reportBook) fillFigures(s *xl.Sheet) {
	columns := figureColumns()
	shown := make([]listColumn, len(columns))
	for i, c := range columns {
		shown[i] = listColumn{c.name, c.width, i < figuresAmountCol}
	}
	list := b.newListing(len(b.report.Figures), shown...)
	for _, f := range b.report.Figures {
		row := list.row()
		for i := range columns {
			row[i] = columns[i].cell(b, f)
		}
	}
	s.FreezeCols = 1
	list.write(s, "全部数据", fmt.Sprintf("报告中的每一个金额，共 %d 个。点击金额到原文；有批注的数有核对发现或需要留意。", len(b.report.Figures)))
	b.summary[sheetFigures] = len(b.report.Figures)
}

func anyFigure(figures []*budget.Figure, is func(*budget.Figure) bool) bool {
	for _, f := range figures {
		if is(f) {
			return true
		}
	}
	return false
}

func (b *reportBook) listedAmount(f *budget.Figure) xl.Cell {
	return b.figureCell(b.values.around(f))
}

// pageCell shows the printed number; in a PDF it opens the page.
func (b *reportBook) pageCell(f *budget.Figure) xl.Cell {
	if !f.HasAmount() || b.report.Type != "pdf" || b.opts.source == "" {
		return text(f.Raw)
	}
	return xl.Cell{Value: f.Raw, Style: styleLink, Link: fmt.Sprintf("%s#page=%d", b.opts.source, f.Page),
		Tip: fmt.Sprintf("打开原件第%d页", f.Page)}
}

// flags words everything a reader must know of a figure before using it.
func (b *reportBook) flags(f *budget.Figure) xl.Cell {
	var words []string
	add := func(is bool, word string) {
		if is {
			words = append(words, word)
		}
	}
	add(f.Delta, "增减额")
	add(f.Hedge != "", "约数："+f.Hedge)
	add(f.Basis != "", "口径："+f.Basis)
	add(f.OCR, "图像识别")
	add(f.Doubt != "", "归属存疑")
	add(len(b.values.around(f).Conflict) > 0, "与别处不一致")
	add(b.grave(f), "有核对发现")
	add(len(b.findings[f.ID]) > 0 && !b.grave(f), "有提示")
	add(f.Book == "", "未入预算")
	return text(join(words, "；"))
}
