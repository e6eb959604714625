package reconcile

import (
	"strings"

	"yusuan/budget"
)

// Slim returns a copy of the report that keeps only what Across needs, so that
// ten thousand of them fit in memory. Figures keep their IDs but not their
// places in Figures; lines, tables and notes are left out.
func Slim(r *budget.Report) *budget.Report {
	out := &budget.Report{ID: r.ID, File: r.File, Type: r.Type, District: strings.Clone(r.District),
		Title: strings.Clone(r.Title), Kind: r.Kind, Year: r.Year}
	quotes := map[string]string{}
	seen := map[budget.Key]int{}
	for _, f := range r.Figures {
		if !spansYears(f) {
			continue
		}
		// Two statements of a key are enough to see a conflict.
		if k := f.Key(); seen[k] >= 2 {
			continue
		} else {
			seen[k]++
		}
		kept := *f
		q, ok := quotes[f.Quote]
		if !ok {
			q = strings.Clone(f.Quote)
			quotes[q] = q
		}
		kept.Quote, kept.Raw = q, strings.Clone(f.Raw)
		kept.SubjectRaw, kept.Scope = strings.Clone(f.SubjectRaw), strings.Clone(f.Scope)
		kept.Statement, kept.Paragraph, kept.Listed = 0, 0, nil
		out.Figures = append(out.Figures, &kept)
	}
	return out
}

// spansYears reports whether a figure can be compared with another report's.
func spansYears(f *budget.Figure) bool {
	if !f.IsBudget() || f.Delta || !f.HasAmount() || f.Subject == "" {
		return false
	}
	switch f.Role {
	case budget.RoleTotal, budget.RoleGrandTotal, budget.RoleComponent, budget.RoleOpening, budget.RoleClosing:
		return true
	case budget.RolePart:
		return f.Side == budget.Balance || f.Book == budget.Debt
	}
	return false
}
