package grid

import (
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/normalize/lexicon"
	"yusuan/normalize/outline"
)

// byFund reads social insurance tables with a fund a row and 收入, 支出, 结余 as
// columns.
func (g *reading) byFund() bool {
	if len(g.blocks) != 1 || len(g.blocks[0].labels) == 0 {
		return false
	}
	b := &g.blocks[0]
	measures, staged := map[int]string{}, map[int]bool{}
	for _, c := range b.nums {
		head := g.cols[c].head
		m := fundMeasure(lastLine(head))
		over := strings.TrimSuffix(head, lastLine(head))
		staged[c] = m != "" && phrase.Holds(over, "年", "预算", "执行", "决算", "完成") // 2023年执行 over 收入, 支出, 结余
		if m == "" {
			m = fundMeasure(head)
			staged[c] = m != "" // 基金收入 over 上年执行数, 本年预算数
		}
		if m != "" && g.cols[c].spec.Kind != budget.ColGrowth && g.cols[c].spec.Kind != budget.ColCompletion {
			measures[c] = m
		}
	}
	stageTwice(measures, staged)
	if len(measures) < 2 {
		return g.fundsAcross(b)
	}
	times := map[string]int{}
	for _, m := range measures {
		times[m]++
	}
	for c, m := range measures {
		staged[c] = staged[c] || times[m] > 1 // 收入预算, 累计收入: told apart by their stage only
	}
	rows := g.lines(b)
	funds := 0
	for _, l := range rows {
		if g.fund(l.label) != "" {
			funds++
		}
	}
	if funds < 2 {
		return g.fundsAcross(b)
	}
	g.frame.book = budget.SocialInsurance
	g.out.Table.Book = budget.SocialInsurance
	g.emitMatrix(b, rows, staged, func(l *line, c int) (*lexicon.Subject, string, bool) {
		return g.fundSubject(g.fund(l.label), allFunds(l.label), measures[c])
	})
	return len(g.out.Figures) > 0
}

// stageTwice marks columns that measure the same (收入预算, 累计收入): their heads say
// the stage as well.
func stageTwice(measures map[int]string, staged map[int]bool) {
	count := map[string]int{}
	for _, m := range measures {
		count[m]++
	}
	for c, m := range measures {
		staged[c] = staged[c] || count[m] > 1
	}
}

// fundsAcross reads the same table lying on its side: a fund a column.
func (g *reading) fundsAcross(b *block) bool {
	funds := map[int]string{}
	names := map[string]bool{}
	sums, staged := map[int]bool{}, map[int]bool{}
	for _, c := range b.nums {
		parts := strings.Split(g.cols[c].head, "\n")
		for n := len(parts) - 1; n >= 0 && funds[c] == "" && !sums[c]; n-- {
			if f := g.fund(parts[n]); f != "" {
				funds[c], names[f] = f, true
			}
			sums[c] = bareSum(squeeze(parts[n]))
			staged[c] = n < len(parts)-1 // a fund over 上年执行数, 本年预算数
		}
	}
	if len(names) < 2 {
		return false
	}
	rows := g.lines(b)
	measured := 0
	for _, l := range rows {
		if fundMeasure(l.label) != "" {
			measured++
		}
	}
	if measured < 2 {
		return false
	}
	g.frame.book = budget.SocialInsurance
	g.out.Table.Book = budget.SocialInsurance
	side := budget.Side("")
	g.emitMatrix(b, rows, staged, func(l *line, c int) (*lexicon.Subject, string, bool) {
		m := fundMeasure(l.label)
		switch {
		case m == "收入":
			side = budget.Revenue
		case m == "支出":
			side = budget.Expenditure
		case m != "":
			side = ""
		case side != "":
			return g.fundPart(l, funds[c], sums[c], side)
		}
		return g.fundSubject(funds[c], sums[c], m)
	})
	return len(g.out.Figures) > 0
}

// fundPart reads what the revenue or expenditure above a row consists of (其中：
// 保险费收入, 待遇支出): part of the fund of its column.
func (g *reading) fundPart(l *line, fund string, sum bool, side budget.Side) (*lexicon.Subject, string, bool) {
	if fund == "" && !sum {
		return nil, "", false
	}
	s, ok := g.lex.Subject(l.label, budget.SocialInsurance, side)
	if !ok || s.Side != side || s.Role != budget.RoleItem || s.Code != "" {
		return nil, "", false
	}
	if sum {
		fund = ""
	}
	return s, fund, true
}

// allFunds reports whether a label stands for all funds together.
func allFunds(label string) bool {
	return bareSum(strings.TrimPrefix(squeeze(label), "社会保险基金"))
}

// fundMeasure is what a label or the lines of a head measure of a fund: 收入, 支出 or
// a balance. 保险费收入 and 待遇支出 are parts of these and nothing by themselves.
func fundMeasure(head string) string {
	parts := strings.Split(head, "\n")
	for n := len(parts) - 1; n >= 0; n-- {
		if m := measureOf(squeeze(parts[n])); m != "" {
			return m
		}
	}
	return ""
}

func measureOf(h string) string {
	if strings.Contains(h, "结余") || strings.Contains(h, "结存") {
		before, closing := phrase.Holds(h, "上年", "年初", "期初", "上期"), phrase.Holds(h, "滚存", "累计", "年末", "期末")
		switch {
		case before:
			return "上年滚存结余"
		case closing:
			return "年末滚存结余"
		}
		return "本年收支结余"
	}
	if strings.Contains(h, "其中") {
		return ""
	}
	_, rest := outline.CutNumber(h)
	if rest = fillers.Replace(dropYear(rest)); rest == "收入" || rest == "支出" {
		return rest
	}
	return ""
}

// fillers may stand around 收入 and 支出 without making them a part.
var fillers = strings.NewReplacer("社会保险", "", "社保", "", "基金", "", "调整", "", "变动", "", "本年", "", "当年", "", "本期", "", "预算", "", "执行", "", "决算", "", "完成", "", "预计", "", "合计", "", "小计", "", "累计", "", "总额", "", "总计", "", "数", "")

// dropYear takes a year off the beginning of a label.
func dropYear(t string) string {
	if _, end, y := outline.FindYear(t); y != 0 && end > 0 {
		return t[end:]
	}
	return t
}

// fund returns the official name of the fund that a label names, without side.
func (g *reading) fund(label string) string {
	s, ok := g.lex.Subject(g.lex.Normalize(label), budget.SocialInsurance, budget.Revenue)
	if !ok || !strings.HasSuffix(s.Name, "基金收入") || s.Role == budget.RoleTotal {
		return ""
	}
	return strings.TrimSuffix(s.Name, "收入")
}

func (g *reading) fundSubject(fund string, sum bool, measure string) (*lexicon.Subject, string, bool) {
	if measure == "" || fund == "" && !sum {
		return nil, "", false
	}
	balance := strings.HasSuffix(measure, "结余")
	if sum {
		if balance {
			s, ok := g.lex.Subject(measure, budget.SocialInsurance, budget.Balance)
			return s, "", ok
		}
		s, ok := g.lex.Subject("社会保险基金预算"+measure, budget.SocialInsurance, "")
		return s, "", ok
	}
	if balance {
		s, ok := g.lex.Subject(measure, budget.SocialInsurance, budget.Balance)
		return s, fund, ok
	}
	s, ok := g.lex.Subject(fund+measure, budget.SocialInsurance, "")
	return s, "", ok
}

// byPlace reads transfers by township: a place a row, kinds of transfer as columns.
func (g *reading) byPlace() bool {
	if len(g.blocks) != 1 || len(g.blocks[0].labels) == 0 {
		return false
	}
	b := &g.blocks[0]
	kinds := map[int]string{}
	for _, c := range b.nums {
		if k := g.transferKind(g.cols[c].head); k != "" && g.cols[c].spec.Kind == budget.ColAmount {
			kinds[c] = k
		}
	}
	if len(kinds) == 0 || len(kinds) < 2 && !g.aboutTransfers() {
		return false
	}
	rows := g.lines(b)
	places := 0
	for _, l := range rows {
		if g.paid(l.label) {
			places++
		}
	}
	if places < 2 || places*2 < len(rows) {
		return false
	}
	if g.frame.book == "" {
		g.frame.book = budget.GeneralPublic
		g.out.Table.Book = g.frame.book
	}
	scope, level := g.payer()
	g.emitMatrix(b, rows, nil, func(l *line, c int) (*lexicon.Subject, string, bool) {
		g.frame.scope, g.frame.level = scope, level
		t := squeeze(l.label)
		if !bareSum(t) {
			if !g.paid(t) {
				return nil, "", false
			}
			g.frame.scope, g.frame.level = t, budget.Part
		}
		s, ok := g.lex.Subject(kinds[c], g.frame.book, budget.Expenditure)
		return s, "", ok && kinds[c] != ""
	})
	g.frame.scope, g.frame.level = scope, level
	return len(g.out.Figures) > 0
}

// aboutTransfers reports whether the caption speaks of transfers to lower levels.
func (g *reading) aboutTransfers() bool {
	return phrase.Holds(g.frame.caption, "转移支付", "补助", "对下")
}

// payer is the level that pays the transfers: the one that caption or heading name,
// else the government's own, for what it pays to its townships is not paid by them.
func (g *reading) payer() (string, budget.Level) {
	if g.frame.levelSaid || g.in.Meta.Government == 0 {
		return g.frame.scope, g.frame.level
	}
	return string(g.in.Meta.Government) + "级", budget.Own
}

// transferKind is the kind of transfer that a head names.
func (g *reading) transferKind(head string) string {
	h := squeeze(lastLine(head))
	switch {
	case strings.Contains(h, "一般性转移"):
		return "一般性转移支付"
	case strings.Contains(h, "专项转移"), h == "专项补助":
		return "专项转移支付"
	case bareSum(h) || h == "小计" || phrase.Holds(h, "转移支付合计", "转移支付总额", "补助合计"):
		return "补助下级支出"
	case strings.Contains(h, "返还性支出") || strings.Contains(h, "税收返还"):
		return "返还性支出"
	}
	return ""
}

// paid reports whether a label names one of the governments below that transfers go to.
func (g *reading) paid(label string) bool {
	return place(label) || g.lex.Place(label) && len(g.in.Meta.Government.Scopes(squeeze(label))) == 0
}

// place reports whether a label is the name of a township or its like.
func place(label string) bool {
	t := squeeze(label)
	for _, s := range []string{"镇", "乡", "街道", "街道办", "办事处", "街道办事处", "苏木", "园区", "开发区", "管委会", "农场", "社区"} {
		if strings.HasSuffix(t, s) && len([]rune(t)) <= 14 {
			return true
		}
	}
	return false
}

// emitMatrix turns the cells of a table whose subject is said by row and column
// together into figures. Its rows are no addends by the numbering rules: the
// table is marked so that only rules that know its form read it. The heads of the
// columns in staged say a year or stage; those of the others say what is measured.
func (g *reading) emitMatrix(b *block, rows []line, staged map[int]bool, meaning func(l *line, c int) (*lexicon.Subject, string, bool)) {
	out := budget.Block{Side: g.frame.side, LabelCol: b.labels[len(b.labels)-1]}
	for _, c := range b.nums {
		spec := g.cols[c].spec
		if spec.Kind == budget.ColDelta && !staged[c] {
			spec.Kind = budget.ColAmount // 本年收支差额 is what is measured
		}
		if !staged[c] {
			spec.Stage, spec.Year = "", 0
		}
		g.settleColumn(&spec)
		out.Columns = append(out.Columns, spec)
	}
	for i := range rows {
		l := &rows[i]
		l.parent = -1
		it := budget.Item{Row: l.row, Label: l.label, Parent: -1, Grand: bareSum(squeeze(l.label)), Cells: make([]int, len(b.nums)), Rates: make([]budget.Rate, len(b.nums))}
		for k, c := range b.nums {
			sub, parent, ok := meaning(l, c)
			v := g.value(l, c)
			if !ok || out.Columns[k].Kind != budget.ColAmount || v.Percent || !v.Number && v.Mark == "" {
				continue
			}
			l.known = true
			f := g.figure(rows, i, sub, out.Columns[k], l.cells[c], v)
			if parent != "" {
				f.Parent, f.Role = parent, budget.RolePart
			}
			f.Row, f.Col = l.row, c
			g.out.Figures = append(g.out.Figures, f)
			it.Cells[k] = len(g.out.Figures)
			it.Subject = sub.Name
		}
		g.matrixRates(b, &out, &it, l, staged)
		if it.Subject == "" {
			g.unreadRow(b, l)
		}
		out.Items = append(out.Items, it)
	}
	out.Items = dropUnread(out.Items)
	g.out.Table.Doubt = budget.CrossTable
	g.out.Table.Blocks = append(g.out.Table.Blocks, out)
}

// matrixRates gives the rates of a row to the staged amount right before each: 收入预算,
// 累计收入, 收入进度%.
func (g *reading) matrixRates(b *block, out *budget.Block, it *budget.Item, l *line, staged map[int]bool) {
	for k := 1; k < len(b.nums); k++ {
		kind, before := out.Columns[k].Kind, out.Columns[k-1]
		v := g.value(l, b.nums[k])
		if !v.Number || it.Cells[k-1] == 0 || !staged[b.nums[k-1]] || planned(before.Stage) {
			continue
		}
		f := &g.out.Figures[it.Cells[k-1]-1]
		rate := budget.Rate{Value: v.Value, Step: v.Step, Raw: strings.TrimSpace(l.cells[b.nums[k]].Text), Known: true}
		switch kind {
		case budget.ColGrowth:
			f.Growth = rate
		case budget.ColCompletion:
			f.Completion, f.CompletionOf = rate, out.Columns[k].Of
			if k > 1 && f.CompletionOf == "" && planned(out.Columns[k-2].Stage) {
				f.CompletionOf = out.Columns[k-2].Stage
			}
		}
	}
}
