// Package t103 checks that the two sides of a balance table agree.
package t103

import (
	"strconv"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/interval"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is T103.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:        "T103",
		Title:     "表内收入总计等于支出总计",
		Severity:  budget.Error,
		What:      "The 收入总计 and 支出总计 that tables give for one book, scope, year and stage are equal, in one two-sided table or in two tables. A two-sided table without any total is a note, or a warning where its sections balance.",
		Why:       "A local budget must balance; totals that differ mean that one of the sides is wrong or incomplete.",
		Authority: "《预算法》第三十五条：地方各级预算按照量入为出、收支平衡的原则编制，除本法另有规定外，不列赤字。",
		Example:   "2023年全县一般公共预算执行数：收入总计500万元，支出总计480万元，前者比后者多20万元，超出舍入容差±1万元（表1第1行）。",
		Exclusions: []string{
			"tables whose structure is doubtful",
			"本年收入合计 against 本年支出合计, which need not agree",
			"a total of expenditure that leaves out what is carried over, where the row below gives it",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	out := totals(r.Set, budget.Expenditure)
	ran := false
	for _, in := range totals(r.Set, budget.Revenue) {
		match := nearest(in, out)
		if match == nil {
			r.Missing(in, "同口径的表内支出总计")
			continue
		}
		ran = true
		id := identity.Identity{Left: identity.Add(in), Right: identity.Add(match)}
		if (in.Ambiguous() || match.Ambiguous()) && id.Evaluate() == identity.Broken {
			r.Missing(in, "把同处两个总计区分开的依据")
			continue
		}
		if over := carriedBelow(r.Set, match); over != nil && id.Evaluate() == identity.Broken {
			id.Right = identity.Add(match, over)
		}
		r.Judge(rule.Claim{Identity: id})
	}
	for i := range r.Set.Report.Tables {
		ran = headless(r, &r.Set.Report.Tables[i]) || ran
	}
	if !ran {
		r.Skip("报告中没有收支两边总计齐全的表，未核对。")
	}
}

// carriedBelow is the carry-over (年终结转结余) that a table gives below its total of
// expenditure, which then leaves it out.
func carriedBelow(s *facts.Set, total *facts.Fact) *facts.Fact {
	for _, f := range s.Facts {
		if f.Kind == budget.InTable && f.Table == total.Table && f.Row > total.Row && f.Col == total.Col && f.Subject == subject.CarryOut &&
			f.Account() == total.Account() && f.HasAmount() && f.Sums() {
			return f
		}
	}
	return nil
}

// headless reports a two-sided table with sections on both sides and no total
// on either: the row may be lost.
func headless(r *rule.Run, t *budget.Table) bool {
	if t.Doubt != "" || len(t.Blocks) != 2 {
		return false
	}
	var first *facts.Fact
	var sums [2]interval.Amount
	for i := range t.Blocks {
		b := &t.Blocks[i]
		f, sum, ok := untotalled(r, b)
		if !ok {
			return false
		}
		if sums[i] = sum; first == nil {
			first = f
		}
	}
	severity, balance := budget.Info, "无法核对两边是否相等"
	if sums[0] == sums[1] {
		// The sections balance, so that the table is whole but for its total.
		severity, balance = budget.Warning, "而两边各大项之和同为"+sums[0].String()+"万元，疑似漏了总计行"
	}
	r.Say(budget.Fail, severity, first, rule.Prefix(first)+"表"+strconv.Itoa(t.Number)+"收支两边都没有总计行，"+balance+"（"+rule.Place(first)+"起）。")
	return true
}

// untotalled reports whether a side has its own amount and transfers but no
// total, with the sum of its sections.
func untotalled(r *rule.Run, b *budget.Block) (first *facts.Fact, sum interval.Amount, ok bool) {
	own, transfers := false, false
	for i := range b.Items {
		it := &b.Items[i]
		if it.Grand || it.Subject == subject.Grand(b.Side) {
			return nil, 0, false
		}
		f := r.Set.Cell(it, 0)
		if f == nil {
			continue
		}
		if first == nil {
			first = f
		}
		if it.Parent < 0 && !it.Memo && !it.Among {
			sum = sum.Plus(f.Value)
		}
		own = own || f.Role == budget.RoleTotal
		transfers = transfers || f.Subject == subject.Transfers(b.Side)
	}
	return first, sum, own && transfers
}

// totals lists the grand totals of a side that stand in tables.
func totals(s *facts.Set, side budget.Side) []*facts.Fact {
	doubtful := map[int]bool{}
	for i := range s.Report.Tables {
		doubtful[s.Report.Tables[i].Number] = s.Report.Tables[i].Doubt != ""
	}
	var out []*facts.Fact
	for _, f := range s.Facts {
		if f.Kind == budget.InTable && f.Side == side && f.Role == budget.RoleGrandTotal && f.Subject == subject.Grand(side) &&
			f.HasAmount() && f.Sums() && !doubtful[f.Table] {
			out = append(out, f)
		}
	}
	return out
}

// nearest picks the total of the same account, of the same table if possible.
func nearest(in *facts.Fact, out []*facts.Fact) *facts.Fact {
	var best *facts.Fact
	for _, f := range out {
		if f.Account() != in.Account() || f.Basis != in.Basis {
			continue
		}
		if f.Table == in.Table {
			return f
		}
		if best == nil {
			best = f
		}
	}
	return best
}
