package normalize

import (
	"testing"

	"yusuan/budget"
)

// A table that names no unit is in the unit of the sentences that quote it; a line
// that names whose accounts follow speaks for the points below it.
func TestSaidBeforeTheTable(t *testing.T) {
	const report = `# 关于沂台市2023年财政决算（草案）的报告

## 一、一般公共预算

2023年全市一般公共预算收入决算数267.14亿元。

市本级情况：

1.重点支出。教育支出12.35亿元，完成调整预算的98.7%。

单位：万元

| 项目 | 决算数 |
|---|---|
| 教育支出 | 123,500 |

## 二、政府债务

2023年末全市政府债务余额748.36亿元，其中一般债务262.11亿元、专项债务486.25亿元。

| 项目 | 全市 |
|---|---|
| 2023年末债务余额 | 748.36 |
| 其中：一般债务 | 262.11 |
| 专项债务 | 486.25 |
`
	r := readText(t, report)
	debt, classes := 0, 0
	for _, f := range r.Figures {
		switch {
		case f.Kind == budget.InTable && f.Book == budget.Debt:
			debt++
			if f.Unit != "亿元" {
				t.Errorf("%s in the table on debt: unit %s, want 亿元", f.Raw, f.Unit)
			}
		case f.Kind == budget.Narrative && f.Subject == "教育支出":
			classes++
			if f.Level != budget.Own {
				t.Errorf("%s below 市本级情况：: level %s, want own", f.Raw, f.Level)
			}
		}
	}
	if debt != 3 || classes != 1 {
		t.Errorf("%d figures of the table on debt and %d classes, want 3 and 1", debt, classes)
	}
}

// A table that names no unit, and that no sentence quotes, is not in the unit of the
// sentences, and not in that of the table before where its numbers are too large for it.
func TestUnitOfNoSentence(t *testing.T) {
	const report = `# 关于沂台市2023年财政决算（草案）的报告

## 一、一般公共预算

2023年全市教育支出7.1亿元。

| 项目 | 决算数 |
|---|---|
| 教育支出 | 3,417 |
| 卫生健康支出 | 2,226 |

单位：亿元

| 项目 | 决算数 |
|---|---|
| 农林水支出 | 7.13 |

| 项目 | 决算数 |
|---|---|
| 科学技术支出 | 123,500 |
| 住房保障支出 | 61,118 |
`
	r := readText(t, report)
	want := map[string]string{"教育支出": "3417", "卫生健康支出": "2226", "农林水支出": "71300", "科学技术支出": "123500", "住房保障支出": "61118"}
	seen := 0
	for _, f := range r.Figures {
		if f.Kind != budget.InTable {
			continue
		}
		seen++
		if got := f.Amount.String(); got != want[f.Subject] {
			t.Errorf("%s is %s 万元, want %s", f.Subject, got, want[f.Subject])
		}
	}
	if seen != len(want) {
		t.Errorf("%d figures of tables, want %d", seen, len(want))
	}
}
