// Package t110 finds tables that list the items of a section without its row.
package t110

import (
	"strconv"
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is T110.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "T110",
		Title:    "有下级项目的大项没有漏行",
		Severity: budget.Warning,
		What: "A table that gives classes of expenditure with the items below them gives the class of every item; " +
			"one that numbers its sections and lists 税收收入 and 非税收入 before 二、 has the section 一、 that they make up; " +
			"and one that lists one of the two under 一般公共预算收入, not under 其中, has the other.",
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
			ran = sections(r, &t.Blocks[bi]) || ran
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

// sections looks for 税收收入 and 非税收入 before 二、 where nothing is 一、.
func sections(r *rule.Run, b *budget.Block) bool {
	var tax, fees *facts.Fact
	for i := range b.Items {
		it := &b.Items[i]
		label := strings.TrimSpace(it.Label)
		if f := amount(r.Set, it); f != nil && !f.Delta {
			switch f.Subject {
			case subject.Tax:
				tax = f
			case subject.NonTax:
				fees = f
			case subject.Own(f.Book, budget.Revenue):
				return false
			}
		}
		if strings.HasPrefix(label, "一、") {
			return false
		}
		if !strings.HasPrefix(label, "二、") {
			continue
		}
		if tax == nil || fees == nil || it.Subject == subject.NonTax {
			return false
		}
		say(r, tax, "表"+strconv.Itoa(tax.Table)+"列有税收收入（第"+strconv.Itoa(tax.Row+1)+"行）、非税收入，其后为“"+label+"”，但没有第一大项的行，疑似漏列一行。")
		return true
	}
	return false
}

// halves looks for taxes without fees, or fees without taxes, below the revenue that
// the two make up.
func halves(r *rule.Run, b *budget.Block) bool {
	var one *budget.Item
	for i := range b.Items {
		it := &b.Items[i]
		if it.Subject != subject.Tax && it.Subject != subject.NonTax {
			continue
		}
		if one != nil && one.Subject != it.Subject {
			return false
		}
		one = it
	}
	if one == nil || one.Among || one.Parent < 0 {
		return false
	}
	f, whole := amount(r.Set, one), amount(r.Set, &b.Items[one.Parent])
	if f == nil || whole == nil || f.Col != whole.Col || f.Delta || whole.Subject != subject.Own(budget.GeneralPublic, budget.Revenue) {
		return false
	}
	if f.Level != whole.Level || f.Value >= whole.Value || f.Wide.Overlaps(whole.Wide) {
		return false
	}
	other := subject.NonTax
	if one.Subject == subject.NonTax {
		other = subject.Tax
	}
	say(r, f, "表"+strconv.Itoa(f.Table)+"“"+whole.Label()+"”（第"+strconv.Itoa(whole.Row+1)+"行）下列有“"+f.Label()+"”而没有“"+other+"”，差额"+
		(whole.Value-f.Value).String()+"万元，疑似漏列一行。")
	return true
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
