package workbook

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/workbook/xl"
)

// sectionChecks writes the identities of a section below it: one row with the
// differences, one with the verdicts. An account that lacks a member is left out,
// and so is an identity that no account can fill.
func (b *reportBook) sectionChecks(s *xl.Sheet, sec section, groups []group, coded bool, top int) {
	for _, check := range sec.checks {
		at := s.Next()
		diffs, verdicts := totalLabel(check.label+"：差额", coded), totalLabel("　结论", coded)
		any := false
		for _, g := range groups {
			diff, verdict, ok := b.sectionCheck(sec, check, g, top, at)
			if !ok {
				diff, verdict = xl.Cell{Style: styleTotal}, xl.Cell{Style: styleTotal}
			} else {
				any = true
				b.live.count(verdict.Value.(string))
			}
			diffs, verdicts = append(diffs, diff), append(verdicts, verdict)
			for range g.width() - 1 {
				diffs, verdicts = append(diffs, xl.Cell{Style: styleTotal}), append(verdicts, xl.Cell{Style: styleTotal})
			}
		}
		if !any {
			continue
		}
		s.Row(diffs...)
		row := s.Row(verdicts...)
		toneWords(s, fmt.Sprintf("B%d:%s%d", row, xl.ColumnName(len(verdicts)), row))
	}
}

// sectionCheck makes the two cells of one identity for one account; the
// difference stands in row at, the verdict below it.
func (b *reportBook) sectionCheck(sec section, check sectionCheck, g group, top, at int) (diff, verdict xl.Cell, ok bool) {
	var figures []*budget.Figure
	find := func(subject string) (operand, bool) {
		i := slices.IndexFunc(sec.rows, func(r sectionRow) bool {
			return r.subject == subject && r.label == subject && r.role != budget.RoleOpening
		})
		if i < 0 {
			return operand{}, false
		}
		c := sec.rows[i].in(b.values, g.account)
		o := operandOf(c, xl.Ref(g.first, top+i))
		figures = append(figures, c.Figure)
		return o, o.Value.Valid
	}
	whole, ok := find(check.whole)
	if !ok {
		return diff, verdict, false
	}
	formula, value := whole.Ref, whole.Value.Decimal
	for i, subject := range append(slices.Clone(check.parts), check.less...) {
		o, ok := find(subject)
		if !ok {
			return diff, verdict, false
		}
		if i < len(check.parts) {
			formula, value = formula+"-"+o.Ref, value.Sub(o.Value.Decimal)
		} else {
			formula, value = formula+"+"+o.Ref, value.Add(o.Value.Decimal)
		}
	}
	value = value.Round(6)
	diff = with(xl.Cell{Formula: "ROUND(" + formula + ",6)", Value: value, Style: amountStyle(value, xl.Black)}, total)
	word, result := verdictOf(number(xl.Ref(g.first, at), value), tolerance(stepSum(figures...)))
	if check.atLeast {
		word, result = atLeastOf(number(xl.Ref(g.first, at), value))
	}
	return diff, xl.Cell{Formula: word, Value: result, Style: styleCenter}, true
}

// tolerance is a constant inside a formula.
func tolerance(d decimal.Decimal) operand { return number(d.String(), d) }

// atLeastOf words a difference that must not be negative.
func atLeastOf(diff operand) (string, string) {
	formula := fmt.Sprintf(`IF(%s>=0,"%s","%s")`, diff.Ref, liveSame, liveApart)
	if diff.Value.Decimal.IsNegative() {
		return formula, liveApart
	}
	return formula, liveSame
}
