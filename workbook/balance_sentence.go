package workbook

import (
	"slices"

	"yusuan/budget"
)

// sentenceSide builds one side from sentences: the statement that ends in the
// grand total names the parts of it.
func sentenceSide(r *budget.Report, v *values, a account, side budget.Side) balanceSide {
	var grand *budget.Figure
	for _, f := range r.Figures {
		if onSide(f, a, side) && f.Kind == budget.Narrative && f.Role == budget.RoleGrandTotal && f.Statement > 0 {
			grand = f
			break
		}
	}
	if grand == nil {
		return looseSide(v, a, side)
	}
	out := balanceSide{lines: []balanceLine{{label: grand.Subject, value: v.get(grand.Key()), bold: true, grand: true}}}
	for _, f := range r.Figures {
		if f.Statement != grand.Statement || !onSide(f, a, side) || !isAddend(f) {
			continue
		}
		line := balanceLine{label: lineLabel(f), value: v.around(f), depth: 1}
		if f.Role == budget.RoleTotal {
			line.value = v.get(f.Key())
		}
		out.lines[0].sum = append(out.lines[0].sum, len(out.lines))
		out.lines = append(out.lines, line)
		if f.Role == budget.RoleTotal && f.Subject == ownTotal(a.Book, side) {
			addTaxes(&out, v, a, side)
		}
	}
	if len(out.lines[0].sum) < 2 {
		out.lines[0].sum = nil
	}
	return out
}

func onSide(f *budget.Figure, a account, side budget.Side) bool {
	return f.IsBudget() && f.HasAmount() && !f.Delta && f.Side == side && f.Basis == "" && accountOf(f) == a
}

func isAddend(f *budget.Figure) bool {
	if f.Whole != 0 {
		return false
	}
	return slices.Contains([]budget.Role{budget.RoleTotal, budget.RoleComponent, budget.RoleSubtotal, budget.RoleLump}, f.Role)
}

func lineLabel(f *budget.Figure) string {
	if f.Role != budget.RoleLump || len(f.Listed) == 0 {
		return f.Subject
	}
	return f.Subject + "（合并列示）"
}

// looseSide lists what is known of a side without a grand total: no sum is
// claimed, since nothing says that the list is complete.
func looseSide(v *values, a account, side budget.Side) balanceSide {
	var out balanceSide
	add := func(subject string, depth int, grand bool) bool {
		c := v.get(a.key(side, subject))
		if c.Figure == nil || !c.Figure.HasAmount() || c.Figure.Role == budget.RolePart && depth == 0 {
			return false
		}
		out.lines = append(out.lines, balanceLine{label: subject, value: c, depth: depth, bold: grand, grand: grand})
		return true
	}
	add(grandTotal(side), 0, true)
	if add(ownTotal(a.Book, side), 0, false) {
		addTaxes(&out, v, a, side)
	}
	return out
}

func grandTotal(side budget.Side) string { return sideWord(side) + "总计" }

// addTaxes adds 税收收入 and 非税收入 below the line just added, their sum.
func addTaxes(out *balanceSide, v *values, a account, side budget.Side) {
	if a.Book != budget.GeneralPublic || side != budget.Revenue {
		return
	}
	parent := len(out.lines) - 1
	tax, other := v.get(a.key(side, subjectTax)), v.get(a.key(side, subjectNonTax))
	if tax.Figure == nil || other.Figure == nil || !tax.Figure.HasAmount() || !other.Figure.HasAmount() {
		return
	}
	depth := out.lines[parent].depth + 1
	out.lines = append(out.lines,
		balanceLine{label: subjectTax, value: tax, depth: depth},
		balanceLine{label: subjectNonTax, value: other, depth: depth})
	out.lines[parent].sum = []int{parent + 1, parent + 2}
}
