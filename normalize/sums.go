package normalize

import (
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
)

// settleSums decides by what stands in other paragraphs whether a total is the book's
// own or the grand total. Inside a paragraph the grammar has done so.
func settleSums(figures []*budget.Figure) {
	for k, f := range figures {
		switch {
		case f.Kind != budget.Narrative || f.Delta || !f.HasAmount():
		case f.Role == budget.RoleTotal && f.Whole == 0 && sumBelow(figures, k):
			renameWith(figures, k, grandName(f.Side), budget.RoleGrandTotal)
		case f.Role == budget.RoleGrandTotal && namedOwn(f) && ownBeside(figures, f):
			renameWith(figures, k, "一般公共预算支出", budget.RoleTotal)
		}
	}
}

func grandName(side budget.Side) string {
	if side == budget.Expenditure {
		return "支出总计"
	}
	return "收入总计"
}

// sumBelow reports whether the points below a total are own revenue, or expenditure, and
// what is added to it, and add up to the total: 收入完成X万元：（1）本级收入Y万元；（2）转移性收入
// Z万元…, or 支出合计X万元，其中：——教育支出Y万元；——上解支出Z万元…
func sumBelow(figures []*budget.Figure, k int) bool {
	w := figures[k]
	sum, own, classes, added := decimal.Zero, false, false, 0
	for _, f := range figures[k+1:] {
		if !sameAccount(f, w) || f.Delta || !f.HasAmount() {
			continue
		}
		switch {
		case f.Kind != budget.Narrative, f.Role == budget.RoleGrandTotal:
			return false
		case f.Role == budget.RoleTotal && !own && f.Subject == w.Subject && f.Amount.LessThan(w.Amount):
			own = true
		case f.Role == budget.RoleTotal:
			return false
		case f.Role == budget.RoleFunction && !own:
			classes = true
		case f.Whole == 0 && f.Parent == "" && (f.Role == budget.RoleComponent || f.Role == budget.RoleSubtotal):
			added++
		default:
			continue
		}
		sum = sum.Add(f.Amount)
		if (own || classes) && added > 0 && sum.Sub(w.Amount).Abs().LessThanOrEqual(w.Step) {
			return true
		}
	}
	return false
}

// namedOwn reports whether a grand total has the name of own expenditure as well:
// 一般公共预算支出总计.
func namedOwn(f *budget.Figure) bool {
	return f.Book == budget.GeneralPublic && f.Side == budget.Expenditure && strings.Contains(f.SubjectRaw, "预算支出")
}

// ownBeside reports whether the report gives the same amount as own expenditure, and
// another grand total of the account.
func ownBeside(figures []*budget.Figure, w *budget.Figure) bool {
	own, other := false, false
	for _, f := range figures {
		if !sameAccount(f, w) || f.Delta || !f.HasAmount() {
			continue
		}
		own = own || f.Role == budget.RoleTotal && f.Amount.Equal(w.Amount)
		other = other || f.Role == budget.RoleGrandTotal && !f.Amount.Equal(w.Amount)
	}
	return own && other
}

func sameAccount(f, w *budget.Figure) bool {
	return f.Book == w.Book && f.Level == w.Level && f.Year == w.Year && f.Stage == w.Stage && f.Side == w.Side
}

// renameWith gives a total its right name, and what is compared with it.
func renameWith(figures []*budget.Figure, k int, name string, role budget.Role) {
	was := figures[k].Subject
	for j, f := range figures[k:] {
		if j > 0 && (f.Subject != was || f.Method != "比较基数" && f.Method != "承前" && f.Method != "增减") {
			return
		}
		f.Subject, f.Code, f.Parent = name, "", ""
		if !f.Delta {
			f.Role = role
		}
	}
}
