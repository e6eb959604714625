// Package t110 finds tables that list the items of a section without its row.
package t110

import (
	"strconv"
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/rule"
)

// Rule is T110.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "T110",
		Title:    "有下级项目的大项没有漏行",
		Severity: budget.Warning,
		What: "A table that gives classes of expenditure with the items below them gives the class of every item; " +
			"one that numbers its sections and lists amounts before 二、 has the section 一、 that they make up; " +
			"and one that gives 税收收入 or 非税收入 under 一般公共预算收入, not under 其中, or the items below both, has both.",
		Why: "A row was lost; the items below it keep the sums whole, so that no sum shows it.",
		Authority: "《预算法》第三十二条：预算草案按照政府收支分类科目编制；" +
			"第四十六条：本级一般公共预算支出按其功能分类应当编列到项。",
		Example: "表2列有“普通教育”（第9行）等205类下的项目，但没有该类的行，疑似漏列一行。",
		Exclusions: []string{
			"tables with fewer than three classes that have items below them, and tables in which more than one class is missing",
			"the rest of a table over a page break",
		},
		Since: "1.0",
	}, Check: check}
}

// enough is how many classes with items a table must have.
const enough = 3

func check(r *rule.Run) {
	ran := false
	for ti := range r.Set.Report.Tables {
		t := &r.Set.Report.Tables[ti]
		if t.Doubt != "" || strings.Contains(t.Caption, "续") {
			continue
		}
		for bi := range t.Blocks {
			ran = classes(r, &t.Blocks[bi]) || ran
			ran = sections(r, t, &t.Blocks[bi]) || ran
			ran = halves(r, &t.Blocks[bi]) || ran
		}
	}
	if !ran {
		r.Skip("报告中没有类、款分级列示的表，未核对。")
	}
}

// classes looks for items of a functional class that has no row.
func classes(r *rule.Run, b *budget.Block) bool {
	rows, with := map[string]bool{}, map[string]bool{}
	for i := range b.Items {
		if c := b.Items[i].Code; function(c) && len(c) == 3 {
			rows[c] = true
		}
	}
	var orphan *facts.Fact
	missing := map[string]bool{}
	for i := range b.Items {
		it := &b.Items[i]
		if !function(it.Code) || len(it.Code) != 5 {
			continue
		}
		class := it.Code[:3]
		if rows[class] {
			with[class] = true
			continue
		}
		if f := amount(r.Set, it); f != nil {
			if !missing[class] && orphan == nil {
				orphan = f
			}
			missing[class] = true
		}
	}
	if len(with) < enough {
		return false
	}
	if len(missing) != 1 {
		return true
	}
	say(r, orphan, "表"+strconv.Itoa(orphan.Table)+"列有“"+orphan.Label()+"”（第"+strconv.Itoa(orphan.Row+1)+"行）等"+orphan.Code[:3]+"类下的项目，但没有该类的行，疑似漏列一行。")
	return true
}

func function(code string) bool {
	return strings.HasPrefix(code, "2") && !strings.HasPrefix(code, "23")
}

// sections looks for rows with amounts before 二、 where nothing is 一、.
func sections(r *rule.Run, t *budget.Table, b *budget.Block) bool {
	var before []*facts.Fact
	for i := range b.Items {
		it := &b.Items[i]
		label := strings.TrimSpace(it.Label)
		f := amount(r.Set, it)
		switch {
		case strings.HasPrefix(label, "一、"):
			return false
		case strings.HasPrefix(label, "二、"):
			if len(before) < 2 || first(t, b) {
				return false
			}
			say(r, before[0], "表"+strconv.Itoa(before[0].Table)+"列有“"+before[0].Label()+"”（第"+strconv.Itoa(before[0].Row+1)+"行）等，其后为“"+label+"”，但没有第一大项的行，疑似漏列一行。")
			return true
		case it.Grand || f == nil || f.Delta:
		case f.Role == budget.RoleTotal || f.Role == budget.RoleGrandTotal || f.Role == budget.RoleSubtotal:
			return false // what 一、 stands for in other tables
		default:
			before = append(before, f)
		}
	}
	return false
}

// first reports whether another block of the same side has the section 一、.
func first(t *budget.Table, b *budget.Block) bool {
	for bi := range t.Blocks {
		if o := &t.Blocks[bi]; o == b || o.Side != b.Side {
			continue
		}
		for ii := range t.Blocks[bi].Items {
			if strings.HasPrefix(strings.TrimSpace(t.Blocks[bi].Items[ii].Label), "一、") {
				return true
			}
		}
	}
	return false
}

// amount is the first amount of a row.
func amount(s *facts.Set, it *budget.Item) *facts.Fact {
	for i := range it.Cells {
		if f := s.Cell(it, i); f != nil && f.HasAmount() && f.IsBudget() {
			return f
		}
	}
	return nil
}

func say(r *rule.Run, f *facts.Fact, message string) {
	check := r.Say(budget.Fail, budget.Warning, f, message)
	check.LikelyCause = "疑似漏列一行。"
}
