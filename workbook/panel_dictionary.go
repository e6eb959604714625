package workbook

import (
	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/workbook/xl"
)

// dictionaryEntry is a row of 数据字典.
type dictionaryEntry struct{ sheet, column, field, about string }

// dictionaryEntries is built from the columns themselves, so it cannot lag behind.
func dictionaryEntries() []dictionaryEntry {
	var out []dictionaryEntry
	for _, c := range overviewColumnList() {
		out = append(out, dictionaryEntry{sheetPanel, c.name, "", c.about})
	}
	out = append(out, dictionaryEntry{sheetFigures, "地区", "district", "报告标题中的地区"}, dictionaryEntry{sheetFigures, "报告", "report", "报告编号，即输入文件名去掉扩展名"})
	for _, c := range panelColumns() {
		out = append(out, dictionaryEntry{sheetFigures, c.name, c.field, c.about})
	}
	for _, c := range figureColumns() {
		out = append(out, dictionaryEntry{"报告工作簿·" + sheetFigures, c.name, c.field, c.about})
	}
	return out
}

// codeEntries lists the codes and their words.
func codeEntries() []dictionaryEntry {
	var out []dictionaryEntry
	for _, b := range bookOrder {
		out = append(out, dictionaryEntry{"代码", string(b), "book", bookWord(b)})
	}
	for _, l := range []budget.Level{budget.Consolidated, budget.Own, budget.Treasury, budget.Lower, budget.Part} {
		out = append(out, dictionaryEntry{"代码", string(l), "level", levelWord(l)})
	}
	for _, s := range []budget.Stage{budget.Budgeted, budget.Adjusted, budget.Execution, budget.Final} {
		out = append(out, dictionaryEntry{"代码", string(s), "stage", stageWord(s)})
	}
	for _, s := range []budget.Side{budget.Revenue, budget.Expenditure, budget.Balance} {
		out = append(out, dictionaryEntry{"代码", string(s), "side", sideWord(s)})
	}
	for _, r := range []budget.Role{budget.RoleTotal, budget.RoleGrandTotal, budget.RoleSubtotal, budget.RoleComponent, budget.RolePart, budget.RoleFunction,
		budget.RoleItem, budget.RoleEarmark, budget.RoleLump, budget.RoleOpening, budget.RoleClosing, budget.RolePolicy} {
		out = append(out, dictionaryEntry{"代码", string(r), "role", roleWord(r)})
	}
	for _, v := range []budget.Verdict{budget.Pass, budget.Rounding, budget.Fail, budget.NotRun, budget.Blocked, budget.Errored} {
		out = append(out, dictionaryEntry{"代码", string(v), "verdict", verdictWord(v)})
	}
	return out
}

func (b *panelBook) dictionary() {
	s := b.sheet(sheetDict, "各表各列的含义，由程序的列定义生成。字段是 figures.jsonl、figures.csv 中的同一列。", xl.Grey, "数据字典表",
		heads("表", "列或代码", "字段", "含义"), map[int]float64{1: 26, 2: 30, 3: 18, 4: 90})
	s.FreezeCols = 0
	for _, e := range append(dictionaryEntries(), codeEntries()...) {
		s.Row(text(e.sheet), text(e.column), text(e.field), wrapped(e.about))
	}
}

func percentOf(part, whole int) decimal.Decimal {
	return decimal.NewFromInt(int64(part)).Shift(2).DivRound(decimal.NewFromInt(int64(whole)), 4)
}
