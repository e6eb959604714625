// Package t102 checks the sections of a table against their children.
package t102

import (
	"slices"

	"yusuan/budget"
	"yusuan/reconcile/caption"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/grid"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
)

// Rule is T102.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "T102",
		Title:    "表内大项等于其下各项之和",
		Severity: budget.Error,
		What: "In every amount column, a section is the sum of the items below it, by numbering and indentation; " +
			"items under 其中 are left to T105. A blank or dashed cell counts as zero beside printed ones. Total expenditure is the sum of the functional classes " +
			"that follow it, where they are fifteen or more.",
		Why: "A figure of the section is wrong, a row was lost, doubled or put under the wrong heading.",
		Authority: "《预算法》第三十二条：预算草案按照政府收支分类科目编制；" +
			"第四十六条：报送审查的预算草案应当细化，本级一般公共预算支出按其功能分类应当编列到项。",
		Example: "2023年全县一般公共预算执行数：转移性收入280万元，其下各项之和290万元（上级补助收入200＋上年结转90），" +
			"前者比后者少10万元，超出舍入容差±1.5万元（表1第5行、表1第6行、表1第7行）。",
		Exclusions: []string{
			"tables whose structure is doubtful",
			"items under 其中",
			"a list that runs to the end of its table and may go on in the next (a page break), or whose table has lost its head",
			"sections with a single item below them, transfers and debt aside: less than the section is no error, unless the item is 非税收入, which never stands alone",
			"functional classes whose sub-items are only the main ones: less than the class is no error, unless nearly all classes of the table close",
			"a budget that exceeds its functional classes by what 预备费 may be, which no row gives: reported as a note",
			"a short list of taxes or fees that stays below its heading in every column, or lacks two that every county has: reported as a note",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	judgeRow := func(c *grid.Column, item int) bool { return judge(r, c, item) }
	if !grid.Items(r.Set, judgeRow) {
		r.Skip("报告中没有带下级项目的表，未核对。")
	}
}

func judge(r *rule.Run, c *grid.Column, item int) bool {
	parts := c.Parts(item)
	if len(parts) == 0 {
		parts = c.Classes(item)
		if len(parts) < grid.WholeList || caption.Selective(c.Table.Caption) {
			return false
		}
	}
	whole := c.Fact(item)
	if len(parts) == 0 || whole == nil || !whole.HasAmount() || c.Block.Items[item].Grand {
		return false
	}
	fs, ok := c.Sum(parts)
	if !ok {
		r.Missing(whole, "部分下级项目的金额")
		return false
	}
	id := identity.Identity{Left: identity.Add(whole), Right: identity.Add(fs...)}
	if f := localRow(c, parts, id); f != nil {
		id.Right = identity.Add(append(fs, f)...)
	}
	claim := rule.Claim{Identity: id, Right: "其下各项之和", Placed: c.Coded(item, parts)}
	if id.Evaluate() == identity.Broken && identity.Total(id.Left) > identity.Total(id.Right) && c.Headless() {
		r.Missing(whole, "表头（表的开头可能没有读全）")
		return true
	}
	if id.Evaluate() == identity.Broken && identity.Total(id.Left) > identity.Total(id.Right) && c.GoesOn(item) {
		r.Missing(whole, "后一张表中属于同一列表的各行")
		return true
	}
	if id.Evaluate() == identity.Broken && identity.Total(id.Left) > identity.Total(id.Right) {
		switch completeness(c, item, parts) {
		case mainOnly:
			claim.Identity.Relation = identity.AtLeast
			claim.Note = "所列为主要项目，未列尽"
		case unsure:
			claim.Severity = budget.Info
			claim.Note = "各栏均小于大项，可能只列了主要项目"
		}
		if grid.NoReserve(whole, id.Right) {
			claim.Severity = budget.Info
			claim.Note = grid.NoReserveNote
		}
	}
	r.Judge(claim)
	return true
}

// localRow finds the row in local words (其他各类支出) right behind the children, which
// the reading could not place, where it is what the children lack.
func localRow(c *grid.Column, parts []int, id identity.Identity) *facts.Fact {
	if id.Evaluate() != identity.Broken {
		return nil
	}
	k := slices.Max(parts) + 1
	if k >= len(c.Block.Items) || c.Block.Items[k].Code != "" {
		return nil
	}
	f := c.Fact(k)
	if f == nil || !f.HasAmount() || f.Doubt == "" || f.Code != "" {
		return nil
	}
	id.Right = append(slices.Clone(id.Right), identity.Add(f)...)
	if id.Evaluate() == identity.Broken {
		return nil
	}
	return f
}
