package layout

import (
	"yusuan/internal/generate/pen"
	"yusuan/internal/generate/render"
)

// Layout builds a table in the context of a pen.
type Layout func(p *pen.Pen, caption string) *render.Table

// Named returns every layout by the name that templates use.
func Named() map[string]Layout {
	return map[string]Layout{
		"two-sided":      twoSidedFirst,
		"two-sided-last": twoSidedLast,
		"two-sided-pair": twoSidedPair,
		"two-sided-top":  twoSidedTop,
		"revenue":        revenueColumns,
		"spending":       spendingColumns,
		"revenue-next":   revenueNext,
		"spending-next":  spendingNext,
		"items":          itemColumns,
		"half-revenue":   halfRevenue,
		"codes":          codes,
		"unit-in-header": unitInHeader,
		"numbered":       numberedRows,
		"transposed":     transposed,
		"debt":           debtGrid,
		"debt-list":      debtList,
		"official":       official,
		"insurance":      insuranceGrid,
		"townships":      townshipGrid,
		"adjust-revenue": adjustRevenue,
		"adjust":         adjustSpending,
		"merged":         mergedHeader,
		"levels":         levelColumns,
		"bare-items":     bareItems,
		"balance-list":   balanceList,
		"three-years":    threeYears,
		"books-across":   booksAcross,
		"scopes":         scopeColumns,
		"debt-levels":    debtLevels,
		"books":          bookColumns,
		"insured-across": insuranceMatrix,
		"compared":       comparedDraft,
		"years-across":   yearsAcross,
		"unit-by-column": unitByColumn,
		"three-headers":  threeHeaders,
		"code-columns":   codeColumns,
		"halves":         halves,
		"side-merged":    sideMerged,
		"wrapped-next":   wrappedNext,
		"revenue-coded":  revenueCoded,
		"spending-coded": spendingCoded,
		"adjust-pair":    adjustPair,
		"adjust-down":    adjustDown,
		"half-spending":  halfSpending,
		"levels-next":    levelsNext,
		"insured-next":   insuredNext,
	}
}
