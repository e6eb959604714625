// Package u110 looks for amounts that only another unit would explain.
package u110

import (
	"math"
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/interval"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is U110.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "U110",
		Title:    "疑似计量单位错误",
		Severity: budget.Warning,
		What: "The own amounts and grand totals of one book and scope, taxes, fees and functional classes stay in one order of magnitude over the years and stages of a report. " +
			"One that is about ten thousand times another has most likely 万元 for 亿元 or 元 for 万元; so has any amount that is printed with the digits of another stage in another unit, " +
			"and a part of a list in another unit than all the others, with whose unit it would close the list, or a figure of a list after 其中 that a shift of its decimal point would close to the last digit. So has an amount of a book that is more than thirty times every total of that book, and one of a few 万元 where everything else of the account is in 亿元. Slips that break a sum are explained there, as its likely cause.",
		Why:        "A wrong unit makes every comparison with the figure wrong.",
		Authority:  "《预算法》第七十五条：编制决算草案应当做到收支真实、数额准确。",
		Example:    "2024年全县一般公共预算预算数：一般公共预算收入12.8万元（第40行），与2023年执行数123600万元（第12行）相差约一万倍，疑似应为“亿元”。",
		Exclusions: []string{"amounts below 100 万元 on both sides, and components, which may truly vanish, unless the digits are the same"},
		Since:      "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, fs := range series(r.Set) {
		if len(fs) > 1 {
			ran = true
			judge(r, fs)
		}
	}
	ran = parts(r) || ran
	ran = shifted(r) || ran
	ran = sizes(r) || ran
	if !ran {
		r.Skip("报告中没有可以比较数量级的总数，未核对。")
	}
}

// series lists the figures of each subject of a book and scope, whatever the year and
// stage.
func series(s *facts.Set) [][]*facts.Fact {
	type of struct {
		book    budget.Book
		level   budget.Level
		scope   string
		side    budget.Side
		subject string
	}
	return facts.GroupBy(s.Facts, func(f *facts.Fact) (of, bool) {
		k := of{f.Book, f.Level, f.Key.Scope, f.Side, f.Subject}
		return k, comparable(f) && (f.Kind != budget.InTable || large(f))
	})
}

// comparable reports whether a figure can be compared with others of its subject.
func comparable(f *facts.Fact) bool {
	return f.Sums() && f.Subject != "" && f.HasAmount() && f.Value > 0 && !f.Doubtful() && f.Role != budget.RoleEarmark && f.Role != budget.RoleLump &&
		f.Level != budget.Part && f.Book != budget.Debt
}

// large reports whether a figure is one that doesn't vanish from a year to the next:
// an own amount or grand total, taxes, fees, a class of expenditure.
func large(f *facts.Fact) bool {
	if f.Book == budget.GeneralPublic && (f.Subject == subject.Tax || f.Subject == subject.NonTax || f.Role == budget.RoleFunction && len(f.Code) == 3) {
		return true
	}
	if f.Kind == budget.InTable && !strings.Contains(f.SubjectRaw, "收") && !strings.Contains(f.SubjectRaw, "支") {
		return false // a row that only says 合计 may be the total of anything
	}
	return f.Role == budget.RoleGrandTotal || f.Role == budget.RoleTotal && f.Subject == subject.Own(f.Book, f.Side)
}

// judge compares every figure with the typical one.
func judge(r *rule.Run, fs []*facts.Fact) {
	found := false
	for _, f := range fs {
		other := contrary(f, fs)
		if other == nil {
			continue
		}
		found = true
		check := r.Say(budget.Fail, budget.Warning, f, rule.Prefix(f)+f.Label()+f.Value.String()+"万元（"+rule.Place(f)+"），与"+
			other.Value.String()+"万元（"+rule.Place(other)+"）相差约一万倍，疑似计量单位有误。")
		check.LikelyCause, check.CauseFigure = rule.Place(f)+"“"+f.Label()+"”列印"+f.Raw+"，疑似计量单位有误。", f.ID
		check.Evidence = append(check.Evidence, budget.Evidence{Figure: other.Figure, Report: r.Set.Report.ID, Weight: 1, Role: "对照"})
	}
	if !found && large(fs[0]) {
		r.Say(budget.Pass, budget.Warning, fs[0], rule.Prefix(fs[0])+fs[0].Label()+"在各年度、各阶段的数量级一致。")
	}
}

// contrary finds a figure about ten thousand times larger or smaller, if most of
// the others are; of two, the first counts as right.
func contrary(f *facts.Fact, fs []*facts.Fact) *facts.Fact {
	var other *facts.Fact
	far, near := 0, 0
	for _, g := range fs {
		switch {
		case g == f:
		case slip(f, g) && (large(f) && large(g) || sameDigits(f, g)):
			far++
			if other == nil {
				other = g
			}
		default:
			near++
		}
	}
	if far > near && (len(fs) > 2 || f != fs[0]) {
		return other
	}
	return nil
}

func slip(f, g *facts.Fact) bool {
	ratio := math.Abs(math.Log10(float64(f.Value) / float64(g.Value)))
	return ratio > 3.4 && ratio < 4.6
}

// sameDigits reports whether two figures of the text are printed with the same
// digits in different units: 6亿元, and 6万元.
func sameDigits(f, g *facts.Fact) bool {
	return f.Kind == budget.Narrative && g.Kind == budget.Narrative && f.Unit != g.Unit &&
		strings.TrimSuffix(f.Raw, f.Unit) == strings.TrimSuffix(g.Raw, g.Unit)
}

// parts finds a part of a list in another unit than its whole and all other parts,
// with whose unit it closes the list.
func parts(r *rule.Run) (ran bool) {
	for _, id := range r.Set.Wholes() {
		whole := r.Set.Fact(id)
		if whole == nil || whole.Kind != budget.Narrative || !comparable(whole) {
			continue
		}
		list := r.Set.Parts(id)
		odd := stranger(whole, list)
		if odd == nil {
			continue
		}
		ran = true
		closed := identity.Identity{Left: identity.Add(whole), Right: identity.Add(list...)}
		right := identity.Override{Fact: odd, Value: odd.Value * perUnit, Factor: perUnit}
		if closed.Evaluate() != identity.Broken || closed.With([]identity.Override{right}) == identity.Broken {
			continue
		}
		check := r.Say(budget.Fail, budget.Warning, odd, rule.Prefix(odd)+odd.Label()+odd.Raw+"（"+rule.Place(odd)+"）与同列各项的单位不同，改为“"+whole.Unit+
			"”后各项之和与"+whole.Label()+whole.Value.String()+"万元相符，疑似计量单位有误。")
		check.LikelyCause, check.CauseFigure = rule.Place(odd)+"“"+odd.Label()+"”列印"+odd.Raw+"，疑似计量单位有误。", odd.ID
		check.Evidence = append(check.Evidence, budget.Evidence{Figure: whole.Figure, Report: r.Set.Report.ID, Weight: 1, Role: "对照"})
	}
	return ran
}

// perUnit is what 亿元 is of 万元.
const perUnit = 1e4

// stranger returns the one part in 万元 of a whole whose other parts, two at
// least, are in 亿元 as itself.
func stranger(whole *facts.Fact, list []*facts.Fact) *facts.Fact {
	if whole.Unit != "亿元" || len(list) < 3 {
		return nil
	}
	var odd *facts.Fact
	for _, p := range list {
		switch {
		case !p.HasAmount() || p.Hedge != "" || p.Year != whole.Year || p.Stage != whole.Stage:
			return nil
		case p.Unit == whole.Unit:
		case p.Unit == "万元" && odd == nil && p.Value.Abs() < interval.Limit/perUnit:
			odd = p
		default:
			return nil
		}
	}
	return odd
}
