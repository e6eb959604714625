// Package m301 checks that a figure stated twice is stated alike.
package m301

import (
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
)

// Rule is M301.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "M301",
		Title:    "同一数据在各处一致",
		Severity: budget.Error,
		What: "Every statement of one key (book, scope, year, stage, side, subject) in sentences, tables and annexes agrees: " +
			"the intervals of the printed values meet, across 亿元 and 万元.",
		Why: "One of the places was not updated, or speaks of another scope, year or stage than it says.",
		Authority: "《预算法》第七十五条：编制决算草案应当做到收支真实、数额准确、内容完整；" +
			"《数值修约规则与极限数值的表示和判定》（GB/T 8170）：修约后的数值以末位半个单位为限。",
		Example: "2023年全县一般公共预算执行数：上级补助收入（第12行）200万元，上级补助收入（表1第6行）210万元，前者比后者少10万元，超出舍入容差±1万元。",
		Exclusions: []string{
			"figures of different comparison bases (自然口径, 同口径) and scopes (全区, 区级, 区金库)",
			"earmarks, lumps, changes, and slices of a figure (年度中动用X万元)",
			"doubtful attributions, and rows that only say 合计 over amounts of another size",
			"two values in one sentence or table: they are two things that the reading doesn't tell apart",
			"in half-year reports, a forecast of the whole year against the half-year's figure",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, all := range r.Set.Groups() {
		fs := usable(r, all)
		if len(fs) < 2 {
			continue
		}
		ran = true
		compare(r, fs)
	}
	if !ran {
		r.Skip("报告中没有在两处以上出现的数据，未核对。")
	}
}

// usable leaves out what can't be compared, and says so where one sentence or
// table gives a key two values.
func usable(r *rule.Run, fs []*facts.Fact) []*facts.Fact {
	if len(fs) < 2 {
		return nil
	}
	var out []*facts.Fact
	for _, f := range fs {
		switch {
		case f.Ambiguous():
			r.Missing(f, "把同处另一个“"+f.Label()+"”区分开的依据")
		case !f.Doubtful() && f.HasAmount():
			out = append(out, f)
		}
	}
	return out
}

// compare judges every statement against the one that most of them support.
func compare(r *rule.Run, fs []*facts.Fact) {
	ref := reference(fs)
	for _, f := range fs {
		if f == ref || otherSpan(r.Set.Report.Kind, f, ref) {
			continue
		}
		if (otherTotal(f, ref) || otherTotal(ref, f)) && !confirmed(r.Set, f) && !confirmed(r.Set, ref) {
			r.Missing(f, "把“"+f.SubjectRaw+"”认作"+f.Label()+"的依据")
			continue
		}
		r.Judge(rule.Claim{
			Identity: identity.Identity{Left: identity.Add(f), Right: identity.Add(ref)},
			Left:     f.Label() + "（" + rule.Place(f) + "）",
			Right:    ref.Label() + "（" + rule.Place(ref) + "）",
		})
	}
}

// reference is the statement that agrees with most others; of equals, the most
// exact one, then the first.
func reference(fs []*facts.Fact) *facts.Fact {
	best, bestVotes := fs[0], -1
	for _, f := range fs {
		votes := 0
		for _, g := range fs {
			if f.Wide.Overlaps(g.Wide) {
				votes++
			}
		}
		if votes > bestVotes || votes == bestVotes && f.Step() < best.Step() {
			best, bestVotes = f, votes
		}
	}
	return best
}

// otherTotal reports whether a row that only says 合计 is so far from the figure
// that it must be the total of something else.
func otherTotal(f, ref *facts.Fact) bool {
	if f.Kind != budget.InTable || f.Value <= 0 || ref.Value <= 0 || !strings.Contains(f.SubjectRaw, "计") {
		return false
	}
	switch strings.Join(strings.Fields(f.SubjectRaw), "") {
	case "合计", "总计", "小计":
	default:
		return false
	}
	const far = 20
	return (ref.Value/f.Value >= far || f.Value/ref.Value >= far) && !shifted(f, ref) && !shifted(ref, f)
}

// shifted reports whether the larger of two figures has the digits of the smaller one,
// whole orders of magnitude up: a wrong unit, not another total.
func shifted(small, large *facts.Fact) bool {
	iv := small.Wide
	for range 4 {
		iv.Lo, iv.Hi = iv.Lo.Times(10), iv.Hi.Times(10)
		if iv.Overlaps(large.Wide) {
			return true
		}
	}
	return false
}

// confirmed reports whether the row of a figure is what it seems: another figure
// of the row is stated elsewhere alike.
func confirmed(s *facts.Set, f *facts.Fact) bool {
	if f.Kind != budget.InTable {
		return false
	}
	for _, g := range s.Facts {
		if g == f || g.Table != f.Table || g.Row != f.Row || !g.HasAmount() {
			continue
		}
		for _, h := range s.Of(g.Key) {
			if h.Table != f.Table && h.HasAmount() && h.Wide.Overlaps(g.Wide) {
				return true
			}
		}
	}
	return false
}

// otherSpan reports whether one of two figures of a half-year report speaks of
// the whole year.
func otherSpan(k budget.ReportKind, a, b *facts.Fact) bool {
	if k != budget.KindHalfYear || a.Stage != budget.Execution {
		return false
	}
	return wholeYear(a.Quote) != wholeYear(b.Quote)
}

func wholeYear(quote string) bool {
	return strings.Contains(quote, "全年") && (strings.Contains(quote, "预计") || strings.Contains(quote, "预期"))
}
