package workbook

import (
	"fmt"
	"maps"
	"slices"

	"yusuan/budget"
	"yusuan/workbook/xl"
)

func (b *reportBook) fillReadme(s *xl.Sheet) {
	s.Portrait = true
	s.Widths = map[int]float64{1: 22, 2: 84}
	s.Row(xl.Cell{Value: "说明", Style: styleTitle, Free: true})
	s.Skip(1)
	writeLegend(s)
	b.rulesUsed(s)
	s.Skip(1)
	word := "本工作簿由 yusuan 生成"
	if b.opts.version != "" {
		word += "（" + b.opts.version + "）"
	}
	s.Row(xl.Cell{Value: word + "，相同的输入得到逐字节相同的文件。", Style: styleLead, Free: true})
}

// legendRow is a line of the legend: a sample in its own format, and its meaning.
type legendRow struct {
	sample xl.Cell
	means  string
}

func sample(v any, st xl.Style) xl.Cell {
	st.Edge, st.Align = xl.Grid, xl.Center
	return xl.Cell{Value: v, Style: st}
}

func legend() []legendRow {
	n := xl.Number("12345")
	return []legendRow{
		{sample(n, xl.Style{Num: xl.Integer, Color: xl.Blue}), "蓝色：报告列示的数。点击到原文所在的行，指向它可看取自何处。"},
		{sample(n, xl.Style{Num: xl.Integer, Color: xl.Black}), "黑色：本表的公式，改动所用的数即重算。"},
		{sample(n, xl.Style{Num: xl.Integer, Color: xl.Green}), "绿色：引自其他表的数。"},
		{sample(n.Neg(), xl.Style{Num: xl.Integer}), "红色并带负号：负数（减少、下降、差额为负）。"},
		{sample(n, xl.Style{Num: xl.Integer, Color: xl.Blue, Fill: xl.FillNo}), "红底：该数有核对发现，或与别处不一致，批注写明内容。"},
		{sample(n, xl.Style{Num: xl.Integer, Color: xl.Blue, Fill: xl.FillHm, Italic: true}), "黄底斜体：由图像识别读出，或归属存疑（批注写明原因），请对照原件。"},
		{sample(0, xl.Style{Num: xl.Plain}), "零：报告印的是 0。"},
		{sample(wordBlank, xl.Style{Color: xl.Grey}), "空：报告有此行而金额栏留空，表示没有或不适用，不当作零参与比率。"},
		{sample(wordDash, xl.Style{Color: xl.Grey}), "横线：报告印的是横线。"},
		{sample(wordMissing, xl.Style{Color: xl.Grey}), "未取到：报告没有给出，或给出而没有读出。指标缺它即留空。"},
	}
}

func writeLegend(s *xl.Sheet) {
	sectionRow := func(title string) {
		s.Row(xl.Cell{Value: title, Style: styleSection, Free: true}, xl.Cell{Style: styleSection})
	}
	sectionRow("一、颜色与记号")
	for _, l := range legend() {
		s.Row(l.sample, wrapped(l.means))
	}
	s.Skip(1)
	sectionRow("二、单位与口径")
	for _, row := range [][2]string{
		{"金额", "一律折成万元，保留原文的全部位数；原文的写法在“全部数据”的“原文数字”一栏。"},
		{"口径", "按报告原词（全区、区级、区金库……），另归为全域、本级、下级、片区、金库五类以便比较。"},
		{"阶段", "年初预算（草案）、调整预算、执行数、决算数。年度是该数所属的预算年度，不是报告的年度。"},
		{"末位与尾差", "印出的数代表末位上下各半个单位的区间。几个数相加，允许的尾差是各自半个末位之和；差额在其内为“尾差”，在其外为“不符”。"},
	} {
		s.Row(with(text(row[0]), top), wrapped(row[1]))
	}
	s.Skip(1)
	sectionRow("三、同一个数出现几次时取哪一个")
	for _, row := range [][2]string{
		{"取数次序", "整数优先于其中的部分；有数优先于留空；确数优先于约数；归属确定的优先于存疑的；末位细的优先；表格优先于文字；文字层优先于图像识别；靠前的优先。"},
		{"一致与不一致", "在尾差之内视为一致，指向单元格可看到其余各处。不一致时此处取上述次序的第一个，批注列出另一处，“核对”中另有专条。"},
	} {
		s.Row(with(text(row[0]), top), wrapped(row[1]))
	}
	s.Skip(1)
}

// rulesUsed lists the rules that ran, with their outcomes.
func (b *reportBook) rulesUsed(s *xl.Sheet) {
	if len(b.checks) == 0 {
		return
	}
	s.Row(xl.Cell{Value: "四、用到的规则", Style: styleSection, Free: true}, xl.Cell{Style: styleSection})
	counts := map[string]map[budget.Verdict]int{}
	for i := range b.checks {
		c := &b.checks[i]
		if counts[c.Rule] == nil {
			counts[c.Rule] = map[budget.Verdict]int{}
		}
		counts[c.Rule][c.Verdict]++
	}
	for _, id := range slices.Sorted(maps.Keys(counts)) {
		rule := b.opts.rules[id]
		line := rule.Title
		if rule.Basis != "" {
			line += "（" + rule.Basis + "）"
		}
		var outcomes []string
		for _, v := range []budget.Verdict{budget.Fail, budget.Blocked, budget.Errored, budget.Rounding, budget.Pass, budget.NotRun} {
			if n := counts[id][v]; n > 0 {
				outcomes = append(outcomes, fmt.Sprintf("%s %d", verdictWord(v), n))
			}
		}
		if line != "" {
			line += "："
		}
		s.Row(with(text(id), top), wrapped(line+join(outcomes, "，")))
	}
}
