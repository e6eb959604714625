// Package t112 checks tables that list areas, one a row, against their total row.
package t112

import (
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/reconcile/caption"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
)

// Rule is T112.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:        "T112",
		Title:     "分地区列示的各行之和等于合计行",
		Severity:  budget.Error,
		What:      "In a table with one town, county or zone a row (对下转移支付分地区表), the rows add up to the row of the whole, in every amount column.",
		Why:       "A row was lost or doubled, or one cell was changed alone.",
		Authority: "《预算法》第四十六条：对下级政府的转移性支出预算应当细化到地区；第十六条：财政转移支付制度。",
		Example:   "2025年区级一般公共预算预算数：补助下级支出46800万元，各地区之和37735万元（湖东街道7194＋湖西街道6302＋望澄街道4605＋……），前者比后者多9065万元，超出舍入容差±4.5万元（表6第2行）。",
		Exclusions: []string{
			"fewer than three areas, areas under subtotals (小计), tables that call themselves selective",
			"tables that go on in the next one with the rows of further areas",
		},
		Since: "1.0",
	}, Check: check}
}

// column is what a table gives in one column for one subject: the whole and its areas.
type column struct {
	table int
	whole []*facts.Fact
	areas []*facts.Fact
}

// place tells the columns of all tables apart.
type place struct {
	table, col, year int
	stage            budget.Stage
	subject          string
}

func check(r *rule.Run) {
	ran := false
	of := tables(r.Set)
	var columns []column
	for _, fs := range facts.GroupBy(r.Set.Facts, func(f *facts.Fact) (place, bool) {
		return place{f.Table, f.Col, f.Year, f.Stage, f.Subject}, of[f.Table] && f.IsBudget() && f.Subject != "" && !f.Delta && f.Basis == ""
	}) {
		columns = append(columns, split(fs))
	}
	lists := areasOnly(columns)
	for _, c := range columns {
		if !c.listed() || lists[c.table+1] || caption.Selective(captionOf(r.Set, c.table)) {
			continue
		}
		ran = true
		r.Judge(rule.Claim{
			Identity: identity.Identity{Left: identity.Add(c.whole[0]), Right: identity.Add(c.areas...)},
			Right:    "各地区之和",
		})
	}
	if !ran {
		r.Skip("报告中没有分地区列示并有合计的表，未核对。")
	}
}

// tables are those with rows of areas.
func tables(s *facts.Set) map[int]bool {
	out := map[int]bool{}
	for _, f := range s.Facts {
		if f.Kind == budget.InTable && area(f) {
			out[f.Table] = true
		}
	}
	return out
}

func split(fs []*facts.Fact) column {
	c := column{table: fs[0].Table}
	for _, f := range fs {
		if area(f) {
			c.areas = append(c.areas, f)
		} else {
			c.whole = append(c.whole, f)
		}
	}
	return c
}

// area reports whether a figure is of one place among others.
func area(f *facts.Fact) bool {
	return (f.Level == budget.Part || f.Level == budget.Lower) && f.Scope != ""
}

// leastAreas is how many rows make a list of areas.
const leastAreas = 3

// listed reports whether the column lists areas, each once and none a subtotal, under
// one whole.
func (c *column) listed() bool {
	if len(c.whole) != 1 || len(c.areas) < leastAreas || !c.whole[0].HasAmount() {
		return false
	}
	seen := map[string]bool{}
	var sum, most int64
	for _, f := range c.areas {
		if seen[f.Scope] || !f.HasAmount() && f.Mark == budget.Printed || phrase.Holds(f.Scope, "小计", "合计", "其中", "、") {
			return false
		}
		seen[f.Scope] = true
		sum += int64(f.Value)
		most = max(most, int64(f.Value))
	}
	whole := int64(c.whole[0].Value)
	return whole <= 0 || sum-most < whole*3/2 // twice as much: a subtotal in other words
}

// areasOnly are the tables that list areas and have no whole: the rest of a list that
// began in the table before.
func areasOnly(columns []column) map[int]bool {
	out := map[int]bool{}
	for _, c := range columns {
		if len(c.areas) > 0 && len(c.whole) == 0 {
			out[c.table] = true
		}
	}
	return out
}

func captionOf(s *facts.Set, table int) string {
	for i := range s.Report.Tables {
		if s.Report.Tables[i].Number == table {
			return strings.TrimSpace(s.Report.Tables[i].Caption)
		}
	}
	return ""
}
