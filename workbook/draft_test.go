package workbook

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"yusuan/budget"
)

// draft builds a made-up report by hand, as the normalizer would leave it.
type draft struct {
	t      *testing.T
	r      *budget.Report
	at     budget.Figure // what the next figures have in common
	group  int
	tables int
}

func newDraft(t *testing.T) *draft {
	t.Helper()
	return &draft{t: t, r: &budget.Report{ID: "云桥区2023", File: "in/云桥区2023.pdf", Type: "pdf", District: "青江市云桥区",
		Title: "关于青江市云桥区2023年预算执行情况和2024年预算草案的报告", Kind: budget.KindBudget, Year: 2023}}
}

func (d *draft) line(text string) int {
	n := len(d.r.Lines) + 1
	d.r.Lines = append(d.r.Lines, budget.SourceLine{Number: n, Page: 1 + n/30, Text: text})
	return n
}

func (d *draft) context(b budget.Book, scope string, level budget.Level, year int, stage budget.Stage) {
	d.at = budget.Figure{Book: b, Scope: scope, Level: level, Year: year, Stage: stage}
}

// figure adds a figure whose printed form stands in the last line.
func (d *draft) figure(raw, subject string, side budget.Side, role budget.Role, change ...func(*budget.Figure)) *budget.Figure {
	d.t.Helper()
	line := d.r.Lines[len(d.r.Lines)-1]
	f := d.at
	f.ID, f.Kind, f.Raw, f.Subject, f.SubjectRaw, f.Side, f.Role = len(d.r.Figures)+1, budget.Narrative, raw, subject, subject, side, role
	from := 0
	for _, other := range d.r.Figures {
		if other.Line == line.Number {
			from = max(from, other.End)
		}
	}
	start := strings.Index(line.Text[from:], raw)
	if start < 0 {
		d.t.Fatalf("%q does not stand in %q", raw, line.Text)
	}
	f.Place = budget.Place{Page: line.Page, Line: line.Number, Start: from + start, End: from + start + len(raw)}
	f.Quote, f.Statement = line.Text, d.group
	setAmount(d.t, &f, raw)
	for _, c := range change {
		c(&f)
	}
	d.r.Figures = append(d.r.Figures, &f)
	return &f
}

func setAmount(t *testing.T, f *budget.Figure, raw string) {
	t.Helper()
	scale := decimal.NewFromInt(1)
	number := strings.ReplaceAll(raw, ",", "")
	for unit, wan := range map[string]int64{"亿元": 10000, "万元": 1} {
		if rest, ok := strings.CutSuffix(number, unit); ok {
			number, scale, f.Unit = rest, decimal.NewFromInt(wan), unit
			break
		}
	}
	v, err := decimal.NewFromString(number)
	if err != nil {
		t.Fatalf("amount %q: %v", raw, err)
	}
	f.Amount, f.Step = v.Mul(scale), decimal.New(1, v.Exponent()).Mul(scale)
}

// statement adds a sentence with figures "subject role raw", in their order.
func (d *draft) statement(text string, side budget.Side, figures ...[3]string) {
	d.t.Helper()
	d.line(text)
	d.group++
	for _, f := range figures {
		d.figure(f[2], f[0], side, budget.Role(f[1]))
	}
}

// balanceTable adds a two-sided table; a row is "收入|金额|支出|金额". The label's
// leading spaces give its depth, a label that begins with 总计 is the grand total.
func (d *draft) balanceTable(caption string, rows ...string) {
	d.t.Helper()
	d.group = 0
	d.tables++
	first := d.line(caption)
	table := budget.Table{Number: d.tables, Line: first, Caption: caption, Unit: "万元", Book: d.at.Book, Scope: d.at.Scope, Level: d.at.Level, Year: d.at.Year}
	column := budget.Column{Kind: budget.ColAmount, Stage: d.at.Stage, Year: d.at.Year}
	table.Blocks = []budget.Block{{Side: budget.Revenue, Columns: []budget.Column{column}}, {Side: budget.Expenditure, LabelCol: 2, Columns: []budget.Column{column}}}
	table.Blocks[0].Columns[0].Col, table.Blocks[1].Columns[0].Col = 1, 3
	for i, row := range rows {
		cells := strings.Split(row, "|")
		d.line(strings.Join([]string{strings.TrimSpace(cells[0]), cells[1], strings.TrimSpace(cells[2]), cells[3]}, "\t"))
		for b := range table.Blocks {
			d.tableItem(&table.Blocks[b], cells[2*b], cells[2*b+1], i)
		}
	}
	d.r.Tables = append(d.r.Tables, table)
}

func (d *draft) tableItem(block *budget.Block, label, raw string, row int) {
	name := strings.TrimSpace(label)
	if name == "" {
		return
	}
	item := budget.Item{Row: row, Line: len(d.r.Lines), Label: name, Depth: (len(label) - len(strings.TrimLeft(label, " "))) / 2, Parent: -1, Grand: strings.HasPrefix(name, "总计")}
	for i, other := range block.Items {
		if item.Depth > 0 && other.Depth == item.Depth-1 && !other.Grand {
			item.Parent = i
		}
	}
	item.Subject = strings.TrimLeft(name, "一二、")
	role := budget.RoleComponent
	switch {
	case item.Grand:
		item.Subject, role = grandTotal(block.Side), budget.RoleGrandTotal
	case strings.HasPrefix(name, "一、"):
		item.Subject, role = ownTotal(d.at.Book, block.Side), budget.RoleTotal
	case strings.HasPrefix(name, "二、"):
		role = budget.RoleSubtotal
	}
	mark := budget.Mark("")
	switch raw {
	case "":
		mark = budget.Blank
	case "—":
		mark = budget.Dash
	}
	in := func(f *budget.Figure) {
		f.Kind, f.Table, f.Row, f.Col, f.Unit = budget.InTable, d.tables, row, block.Columns[0].Col, "万元"
		f.SubjectRaw, f.Mark = name, mark
	}
	var f *budget.Figure
	if mark != "" {
		f = d.blank(item.Subject, block.Side, role, in)
	} else {
		f = d.figure(raw, item.Subject, block.Side, role, in)
	}
	item.Cells = []int{f.ID}
	block.Items = append(block.Items, item)
}

func (d *draft) blank(subject string, side budget.Side, role budget.Role, change func(*budget.Figure)) *budget.Figure {
	line := d.r.Lines[len(d.r.Lines)-1]
	f := d.at
	f.ID, f.Subject, f.Side, f.Role = len(d.r.Figures)+1, subject, side, role
	f.Place = budget.Place{Page: line.Page, Line: line.Number}
	f.Quote = line.Text
	change(&f)
	d.r.Figures = append(d.r.Figures, &f)
	return &f
}

func rate(value string) budget.Rate {
	v := decimal.RequireFromString(value)
	return budget.Rate{Value: v, Step: decimal.New(1, v.Exponent()), Raw: value + "%", Known: true}
}

func growth(value string) func(*budget.Figure) {
	return func(f *budget.Figure) { f.Growth = rate(value) }
}

func completion(value string, of budget.Stage) func(*budget.Figure) {
	return func(f *budget.Figure) { f.Completion, f.CompletionOf = rate(value), of }
}

// sampleReport is a whole report: four books, two scopes, two years.
func sampleReport(t *testing.T) (*budget.Report, []budget.Check) {
	d := newDraft(t)
	d.line("关于青江市云桥区2023年预算执行情况和2024年预算草案的报告")
	sampleExecution(d)
	sampleDraft(d)
	sampleDetails(d)
	d.r.TextRunes, d.r.ReadRunes = 9000, 3700
	d.r.Notes = append(d.r.Notes, budget.Note{Rule: "E001", Severity: budget.Info, Place: budget.Place{Page: 1, Line: 2}, Quote: "统筹资金3200万元", Message: "金额没有可以归属的科目，已保留。"})
	d.r.Mentions = append(d.r.Mentions, budget.Mention{Book: budget.SocialInsurance, Place: budget.Place{Page: 1, Line: 1}, Quote: "失业保险基金由市级统筹，不在本级反映。"})
	d.r.Ratios = append(d.r.Ratios, budget.Ratio{Place: budget.Place{Page: 1, Line: 3}, Name: "债务率", Scope: "全区", Level: budget.Consolidated, Year: 2023, Stage: budget.Execution, Rate: rate("118.6")})
	return d.r, sampleChecks(d.r)
}

func sampleExecution(d *draft) {
	gp, gf := budget.GeneralPublic, budget.GovernmentFunds
	d.context(gp, "全区", budget.Consolidated, 2023, budget.Execution)
	d.statement("全区一般公共预算收入212,460万元，增长6.4%，为调整预算的101.2%，加上级补助收入188,300万元、调入资金31,240万元、上年结转20,000万元后，收入总计452,000万元。", budget.Revenue,
		[3]string{"一般公共预算收入", "total", "212,460万元"}, [3]string{"上级补助收入", "component", "188,300万元"},
		[3]string{"调入资金", "component", "31,240万元"}, [3]string{"上年结转", "component", "20,000万元"}, [3]string{"收入总计", "grand_total", "452,000万元"})
	first := d.r.Figures[0]
	growth("6.4")(first)
	completion("101.2", budget.Adjusted)(first)
	d.statement("全区一般公共预算支出398,720万元，加上解支出23,280万元、结转下年30,000万元后，支出总计452,000万元。", budget.Expenditure,
		[3]string{"一般公共预算支出", "total", "398,720万元"}, [3]string{"上解支出", "component", "23,280万元"},
		[3]string{"结转下年", "component", "30,000万元"}, [3]string{"支出总计", "grand_total", "452,000万元"})
	d.balanceTable("2023年全区一般公共预算收支平衡表　单位：万元",
		"总计|452,000|总计|452,000", "一、全区收入|212,460|一、全区支出|398,720", "  税收收入|141,260|二、转移性支出|53,280", "  非税收入|71,200|  上解支出|23,280",
		"二、转移性收入|239,540|  结转下年|30,000", "  上级补助收入|188,300||", "  债务转贷收入||| ", "  调入资金|31,240||", "  上年结转|20,000||")
	d.context(gp, "区级", budget.Own, 2023, budget.Execution)
	d.balanceTable("2023年区级一般公共预算收支平衡表　单位：万元",
		"总计|440,118|总计|440,118", "一、区级收入|201,310|一、区级支出|370,402", "  税收收入|134,110|二、转移性支出|69,716", "  非税收入|67,200|  上解支出|23,280",
		"二、转移性收入|238,808|  补助下级支出|18,436", "  上级补助收入|188,300|  结转下年|28,000", "  调入资金|31,240||", "  上年结转|19,268||")
	d.context(gf, "全区", budget.Consolidated, 2023, budget.Execution)
	d.statement("全区政府性基金预算收入8.62亿元，下降21.5%，加上级补助收入1.20亿元、债务转贷收入6亿元后，收入总计15.82亿元。", budget.Revenue,
		[3]string{"政府性基金预算收入", "total", "8.62亿元"}, [3]string{"上级补助收入", "component", "1.20亿元"},
		[3]string{"债务转贷收入", "component", "6亿元"}, [3]string{"收入总计", "grand_total", "15.82亿元"})
	d.statement("全区政府性基金预算支出11.7亿元，加调出资金3.12亿元、结转下年1亿元后，支出总计15.82亿元。", budget.Expenditure,
		[3]string{"政府性基金预算支出", "total", "11.7亿元"}, [3]string{"调出资金", "component", "3.12亿元"},
		[3]string{"结转下年", "component", "1亿元"}, [3]string{"支出总计", "grand_total", "15.82亿元"})
	d.context(budget.StateCapital, "全区", budget.Consolidated, 2023, budget.Execution)
	d.balanceTable("2023年全区国有资本经营预算收支平衡表　单位：万元",
		"总计|2,310.5|总计|2,310.5", "一、全区收入|2,310.5|一、全区支出|2,270.5", "二、转移性收入|—|二、转移性支出|40", "  上级补助收入||  调出资金|40")
}

func sampleDraft(d *draft) {
	gp := budget.GeneralPublic
	d.context(gp, "全区", budget.Consolidated, 2024, budget.Budgeted)
	d.statement("2024年全区一般公共预算收入预计221,000万元，增长4%，加上级补助收入、调入资金等203,500万元后，收入总计424,500万元。", budget.Revenue,
		[3]string{"一般公共预算收入", "total", "221,000万元"}, [3]string{"转移性收入", "lump", "203,500万元"}, [3]string{"收入总计", "grand_total", "424,500万元"})
	for _, f := range d.r.Figures {
		if f.Year == 2024 && f.Role == budget.RoleTotal {
			growth("4")(f)
		}
		if f.Role == budget.RoleLump {
			f.Listed = []string{"上级补助收入", "调入资金"}
		}
	}
	d.statement("2024年全区一般公共预算支出预计401,300万元，加上解支出23,400万元后，支出总计424,500万元。", budget.Expenditure,
		[3]string{"一般公共预算支出", "total", "401,300万元"}, [3]string{"上解支出", "component", "23,400万元"}, [3]string{"支出总计", "grand_total", "424,500万元"})
	d.group = 0
	for code, f := range [][3]string{{"201", "一般公共服务支出", "38,410万元"}, {"205", "教育支出", "96,830万元"}, {"208", "社会保障和就业支出", "71,255万元"}, {"213", "农林水支出", "40,105万元"}, {"227", "预备费", "4,200万元"}} {
		_ = code
		d.line("——" + f[1] + "安排" + f[2] + "。")
		d.figure(f[2], f[1], budget.Expenditure, budget.RoleFunction, func(g *budget.Figure) { g.Code = f[0] })
	}
	d.line("——教育支出中安排1,860万元，用于改善办学条件。")
	d.figure("1,860万元", "教育支出", budget.Expenditure, budget.RoleEarmark, func(f *budget.Figure) { f.Parent = "教育支出" })
}

func sampleDetails(d *draft) {
	d.context(budget.GeneralPublic, "全区", budget.Consolidated, 2023, budget.Execution)
	for _, f := range [][3]string{{"10101", "增值税", "60,120万元"}, {"10104", "企业所得税", "21,480万元"}, {"10119", "契税", "9,905.5万元"}, {"10305", "罚没收入", "12,300万元"}} {
		d.line(f[1] + "完成" + f[2] + "，下降3.1%。")
		d.figure(f[2], f[1], budget.Revenue, budget.RoleItem, growth("-3.1"), func(g *budget.Figure) { g.Code = f[0] })
	}
	d.context(budget.GeneralPublic, "区级", budget.Own, 2023, budget.Execution)
	d.line("区级“三公”经费支出1302.4万元，其中因公出国（境）费30万元、公务接待费210.4万元、公务用车购置及运行维护费1062万元。")
	d.figure("1302.4万元", subjectThreeFees, budget.Expenditure, budget.RoleTotal)
	for _, f := range [][2]string{{"因公出国（境）费", "30万元"}, {"公务接待费", "210.4万元"}, {"公务用车购置及运行维护费", "1062万元"}} {
		d.figure(f[1], f[0], budget.Expenditure, budget.RolePart, func(g *budget.Figure) { g.Parent = subjectThreeFees })
	}
	d.context(budget.SocialInsurance, "全区", budget.Consolidated, 2023, budget.Execution)
	d.line("全区社会保险基金预算收入71,284万元，支出66,915万元，本年收支结余4,369万元，年末滚存结余153,208万元。")
	d.figure("71,284万元", "社会保险基金预算收入", budget.Revenue, budget.RoleTotal)
	d.figure("66,915万元", "社会保险基金预算支出", budget.Expenditure, budget.RoleTotal)
	d.figure("4,369万元", "本年收支结余", budget.Balance, budget.RoleComponent)
	d.figure("153,208万元", "年末滚存结余", budget.Balance, budget.RoleClosing)
	d.context(budget.Debt, "全区", budget.Consolidated, 2023, budget.Execution)
	d.line("核定政府债务限额82.40亿元，年末政府债务余额80.15亿元，其中一般债务余额31.02亿元、专项债务余额49.13亿元。")
	d.figure("82.40亿元", subjectDebtLimit, budget.Balance, budget.RoleTotal)
	d.figure("80.15亿元", subjectDebt, budget.Balance, budget.RoleTotal)
	d.figure("31.02亿元", "一般债务余额", budget.Balance, budget.RolePart, func(f *budget.Figure) { f.Parent = subjectDebt })
	d.figure("49.13亿元", "专项债务余额", budget.Balance, budget.RolePart, func(f *budget.Figure) { f.Parent = subjectDebt; f.OCR = true })
	d.at = budget.Figure{Role: budget.RolePolicy}
	d.line("=落实减税降费3.6亿元，惠及市场主体。")
	d.figure("3.6亿元", "", "", budget.RolePolicy, func(f *budget.Figure) { f.Doubt = "没有科目" })
}

func sampleChecks(r *budget.Report) []budget.Check {
	null := func(s string) decimal.NullDecimal { return decimal.NewNullDecimal(decimal.RequireFromString(s)) }
	find := func(raw, subject string, year int) *budget.Figure {
		for _, f := range r.Figures {
			if f.Raw == raw && f.Subject == subject && f.Year == year {
				return f
			}
		}
		return nil
	}
	grand := find("424,500万元", "支出总计", 2024)
	parts := []budget.Evidence{{Figure: find("401,300万元", "一般公共预算支出", 2024), Weight: 1, Role: "加项"}, {Figure: find("23,400万元", "上解支出", 2024), Weight: 1, Role: "加项"},
		{Figure: grand, Weight: -1, Role: "合计"}}
	return []budget.Check{
		{Rule: "N202", Verdict: budget.Fail, Severity: budget.Error, Report: r.ID, Book: budget.GeneralPublic, Scope: "全区", Year: 2024, Stage: budget.Budgeted, Side: budget.Expenditure,
			Message: "支出总计列示 424,500 万元，各项之和为 424,700 万元，列示数少 200 万元，超出允许的尾差 2 万元。", Expected: null("424700"), Actual: null("424500"),
			Difference: null("-200"), Tolerance: null("2"), LikelyCause: "一般公共预算支出或上解支出有一处少写了 200 万元。", CauseFigure: grand.ID, Evidence: parts},
		{Rule: "T101", Verdict: budget.Pass, Severity: budget.Error, Report: r.ID, Book: budget.GeneralPublic, Scope: "全区", Year: 2023, Stage: budget.Execution, Side: budget.Revenue,
			Message: "收入总计等于各项之和，均为 452,000 万元。", Expected: null("452000"), Actual: null("452000"), Difference: null("0"), Tolerance: null("3.5"),
			Evidence: []budget.Evidence{{Figure: find("452,000", "收入总计", 2023), Weight: -1}}},
		{Rule: "Y601", Verdict: budget.NotRun, Severity: budget.Warning, Report: r.ID, Book: budget.GovernmentFunds, Message: "缺 2024 年上年结转，未核对。"},
		{Rule: "M301", Verdict: budget.Rounding, Severity: budget.Error, Report: r.ID, Book: budget.Debt, Year: 2023, Message: "债务余额与其分项之和在尾差之内。", Expected: null("801500"), Actual: null("801500"), Difference: null("0"), Tolerance: null("150")},
	}
}
