// Package t101 checks the grand total of a table against its sections.
package t101

import (
	"yusuan/budget"
	"yusuan/reconcile/caption"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/grid"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is T101.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "T101",
		Title:    "表内总计等于各大项之和",
		Severity: budget.Error,
		What: "In every amount column, the grand total (总计, 合计) is the sum of the top sections (一、二、…). " +
			"A total row printed twice is a warning. Where a table has several totals, each closes with the sections before it, between it and the last total, or all of them.",
		Why: "Either a figure of the table is wrong, a row was lost or doubled, or the total was not updated.",
		Authority: "《预算法》第十二条、第三十五条：各级预算应当遵循收支平衡的原则，地方各级预算按照量入为出、收支平衡的原则编制；" +
			"第三十二条：预算草案按照政府收支分类科目编制。",
		Example: "2023年全县一般公共预算执行数：收入总计500万元，各大项之和480万元（一般公共预算收入200＋转移性收入280），" +
			"前者比后者多20万元，超出舍入容差±1.5万元（表1第1行、表1第2行、表1第5行）。",
		Exclusions: []string{
			"tables whose structure is doubtful",
			"items under 其中 and memo lines",
			"a list that began in the table before (a page break), unless it closes with it",
			"tables whose caption says that they list main items (主要, 重点): less than the total is no error",
			"a column in which a section has no cell at all",
			"items set in below an own total that may be the main ones only: fewer than fifteen functional classes",
			"a budget that exceeds its functional classes by what 预备费 may be, which no row gives: reported as a note",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, c := range grid.Columns(r.Set) {
		for n, g := range c.Grands() {
			total := c.Fact(g)
			if total == nil || !total.HasAmount() {
				continue
			}
			if n > 0 && repeats(&c, c.Grands()[n-1], g) {
				r.Say(budget.Fail, budget.Warning, total, rule.Prefix(total)+total.Label()+total.Value.String()+"万元在同一张表内列了两行（"+
					rule.Place(c.Fact(c.Grands()[n-1]))+"、"+rule.Place(total)+"），疑似重复。")
				continue
			}
			ran = judge(r, &c, g, total) || ran
		}
	}
	if !ran {
		r.Skip("报告中没有带总计行的表，未核对。")
	}
}

// repeats reports whether a total row is the one before it printed again.
func repeats(c *grid.Column, before, g int) bool {
	a, b := c.Fact(before), c.Fact(g)
	return a != nil && g == before+1 && c.Block.Items[before].Label == c.Block.Items[g].Label && a.Value == b.Value
}

// judge checks one total under the reading of the table that closes, or the
// plainest one.
func judge(r *rule.Run, c *grid.Column, g int, total *facts.Fact) bool {
	var plain []identity.Term
	for _, items := range readings(c, g) {
		fs, ok := c.Sum(items)
		if !ok {
			continue
		}
		id := identity.Identity{Left: identity.Add(total), Right: identity.Add(fs...)}
		if id.Evaluate() != identity.Broken {
			r.Judge(rule.Claim{Identity: id, Right: "各大项之和"})
			return true
		}
		if plain == nil {
			plain = id.Right
		}
	}
	if plain == nil {
		if len(c.Tops()) > 0 {
			r.Missing(total, "部分大项的金额")
		}
		return false
	}
	if before := c.Before(); len(before) > 0 && identity.Total(plain) < total.Value {
		spread(r, total, plain, before)
		return true
	}
	if rest := c.Beside(); len(rest) > 0 {
		id := identity.Identity{Left: identity.Add(total), Right: append(append([]identity.Term{}, plain...), identity.Add(rest...)...)}
		r.Judge(rule.Claim{Identity: id, Right: "左右两栏各大项之和"})
		return true
	}
	if c.Runs(g) && identity.Total(plain) < total.Value {
		r.Missing(total, "后一张表中属于同一列表的各行")
		return true
	}
	claim := rule.Claim{Identity: identity.Identity{Left: identity.Add(total), Right: plain}, Right: "各大项之和", Placed: c.Coded(-1, c.Tops())}
	switch {
	case caption.Selective(c.Table.Caption):
		claim.Identity.Relation = identity.AtLeast
		claim.Note = "表题说明所列为主要项目"
	case grid.NoReserve(total, claim.Identity.Right):
		claim.Severity = budget.Info
		claim.Note = grid.NoReserveNote
	}
	r.Judge(claim)
	return true
}

// spread judges a list that began in the tables before: a table over a page
// break. If it doesn't close with them, rows may be missing from the reading.
func spread(r *rule.Run, total *facts.Fact, here []identity.Term, before []grid.Column) {
	for from := range before {
		fs, ok := grid.SumAll(before[from:])
		if !ok {
			continue
		}
		id := identity.Identity{Left: identity.Add(total), Right: append(identity.Add(fs...), here...)}
		if id.Evaluate() != identity.Broken {
			r.Judge(rule.Claim{Identity: id, Right: "前后各表大项之和"})
			return
		}
	}
	r.Missing(total, "前一张表中属于同一列表的各行")
}

// readings lists the sets of rows that a total can stand for, the plainest first.
func readings(c *grid.Column, g int) [][]int {
	tops := sameSide(c, g, c.Tops())
	if len(tops) == 0 {
		tops = sameSide(c, g, indented(c, g))
	}
	grands := c.Grands()
	var before, between []int
	last := -1
	for _, other := range grands {
		if other < g {
			last = other
		}
	}
	for _, t := range tops {
		if t < g {
			before = append(before, t)
		}
		if t > last && t < g {
			between = append(between, t)
		}
	}
	var out [][]int
	add := func(items []int) {
		if len(items) > 0 {
			out = append(out, items)
		}
	}
	if len(grands) == 1 {
		if len(before) > 0 {
			add(before)
		}
		add(tops)
		return out
	}
	if last >= 0 && len(between) > 0 {
		add(append(sameSide(c, g, []int{last}), between...))
		add(between)
	}
	add(before)
	add(tops)
	add(after(c, g))
	return out
}

// indented lists the items set in below an own total, where they are all of them:
// taxes and fees, or functional classes enough. A few may be the main ones only.
func indented(c *grid.Column, g int) []int {
	parts := c.Parts(g)
	classes, kinds := 0, 0
	for _, i := range parts {
		switch it := &c.Block.Items[i]; {
		case it.Subject == subject.Tax, it.Subject == subject.NonTax:
			kinds++
		case len(it.Code) == 3 && it.Code[0] == '2':
			classes++
		}
	}
	if classes >= grid.WholeList || kinds == 2 && len(parts) == 2 {
		return parts
	}
	return nil
}

// sameSide leaves out the sections of the other side of the account: 收入总计 holds
// no expenditure, where both stand in one column.
func sameSide(c *grid.Column, g int, items []int) []int {
	total := c.Fact(g)
	out := make([]int, 0, len(items))
	for _, i := range items {
		if f := c.Fact(i); f == nil || total == nil || f.Side == "" || total.Side == "" || f.Side == total.Side {
			out = append(out, i)
		}
	}
	return out
}

// after lists the sections that follow a total up to the next one.
func after(c *grid.Column, g int) []int {
	next := len(c.Block.Items)
	for _, other := range c.Grands() {
		if other > g && other < next {
			next = other
		}
	}
	var out []int
	for _, t := range sameSide(c, g, c.Tops()) {
		if t > g && t < next {
			out = append(out, t)
		}
	}
	return out
}
