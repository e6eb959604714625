// Package t109 finds rows that a table prints twice.
package t109

import (
	"strconv"
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/interval"
	"yusuan/reconcile/rule"
)

// Rule is T109.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "T109",
		Title:    "同一行没有重复列印",
		Severity: budget.Warning,
		What:     "No row of a table stands twice in succession, with the same label, depth and figures in every column.",
		Why:      "A row was pasted twice; where the totals were not drawn from the rows, no sum shows it.",
		Authority: "《预算法》第四十六条：报送审查的预算草案应当细化，收支按规定的科目编列；第七十五条：编制决算草案，必须符合法律、行政法规，" +
			"做到收支真实、数额准确、内容完整、报送及时。",
		Example: "表1第6行与上一行“房产税”逐栏相同（36400万元），疑似重复列印。",
		Exclusions: []string{
			"rows without an amount of three digits or more",
			"subjects that the classification repeats as their own item (其他支出, 预备费, items below a class of expenditure), and rows of different codes",
			"total rows, which T101 looks at",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for ti := range r.Set.Report.Tables {
		t := &r.Set.Report.Tables[ti]
		if t.Doubt != "" && t.Doubt != budget.CrossTable { // of a cross table no sum is known, but a row printed twice shows
			continue
		}
		for bi := range t.Blocks {
			ran = true
			block(r, &t.Blocks[bi])
		}
	}
	if !ran {
		r.Skip("报告中没有表，未核对。")
	}
}

func block(r *rule.Run, b *budget.Block) {
	for i := 1; i < len(b.Items); i++ {
		if f := twice(r.Set, &b.Items[i-1], &b.Items[i]); f != nil {
			check := r.Say(budget.Fail, budget.Warning, f, "表"+strconv.Itoa(f.Table)+"第"+strconv.Itoa(f.Row+1)+"行与上一行“"+f.Label()+"”逐栏相同（"+
				f.Value.String()+"万元），疑似重复列印。")
			check.LikelyCause, check.CauseFigure = "疑似同一行重复列印。", f.ID
		}
	}
}

// twice returns the first telling amount of a row that repeats the one before it,
// or nil.
func twice(s *facts.Set, a, b *budget.Item) *facts.Fact {
	if a.Label != b.Label || a.Code != b.Code || a.Depth != b.Depth || a.Parent != b.Parent || a.Grand || b.Grand || a.Memo ||
		strings.HasPrefix(strings.TrimSpace(a.Label), "其他") || strings.Contains(a.Label, "预备费") || len(a.Cells) != len(b.Cells) {
		return nil
	}
	var found *facts.Fact
	for i := range a.Cells {
		f, g := s.Cell(a, i), s.Cell(b, i)
		if (f == nil) != (g == nil) || f != nil && (f.Value != g.Value || f.Mark != g.Mark) || !a.Rates[i].Value.Equal(b.Rates[i].Value) {
			return nil
		}
		if found == nil && g != nil && telling(g) {
			found = g
		}
	}
	return found
}

// telling reports whether an amount has digits enough not to stand in two rows by
// chance. Below a class of expenditure a group of items and its only item often
// have one name and one amount.
func telling(f *facts.Fact) bool {
	if f.Side == budget.Expenditure && (f.Role == budget.RoleItem || f.Code == "" && f.Role != budget.RolePart && f.Role != budget.RoleComponent) {
		return false
	}
	return f.HasAmount() && f.IsBudget() && f.Step() > 0 && f.Value.Abs() >= 100*f.Step() && f.Value.Abs() >= interval.One
}
