package normalize

import (
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/normalize/clause"
)

// settleSums decides by what stands in other paragraphs whether a total is the book's
// own or the grand total. Inside a paragraph the grammar has done so.
func settleSums(figures []*budget.Figure) {
	for k, f := range figures {
		switch {
		case f.Kind != budget.Narrative || f.Delta || !f.HasAmount():
		case f.Role == budget.RoleTotal && f.Whole == 0 && (sumBelow(figures, k) || sumAbove(figures, k)), gross[f.Subject] && f.Whole == 0 && sumAbove(figures, k):
			renameWith(figures, k, grandName(f.Side), budget.RoleGrandTotal)
		case bothSides[f.Subject] && f.Whole == 0 && otherSide(figures, f):
			renameWith(figures, k, grandName(f.Side), budget.RoleGrandTotal)
		case f.Role == budget.RoleTotal && f.Whole == 0 && sharedBelow(figures, k):
			renameWith(figures, k, "一般公共预算总收入", budget.RolePart)
		case f.Subject == "财政总支出" && f.Whole == 0 && restBelow(figures, k):
			renameWith(figures, k, "一般公共预算支出", budget.RoleTotal)
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
		case f.Whole == 0 && (f.Parent == "" && (f.Role == budget.RoleComponent || f.Role == budget.RoleSubtotal) || bookTransfers[f.Subject]):
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

// bookTransfers are components that a book has a name of its own for.
var bookTransfers = map[string]bool{"政府性基金转移支付收入": true, "国有资本经营预算转移支付收入": true, "政府性基金预算调出资金": true, "国有资本经营预算调出资金": true}

// gross are notions of all revenue that a sum may be called by: 财政收入合计X万元.
var gross = map[string]bool{"财政收入": true, "财政总收入": true, "财政总支出": true}

// bothSides are sums of revenue, and of expenditure, that may hold shares handed up.
var bothSides = map[string]bool{"财政总收入": true, "一般公共预算总收入": true, "财政总支出": true, "一般公共预算总支出": true}

// otherSide reports whether the other side of the account comes to the same amount: both
// are then grand totals, for no revenue with shares handed up is spent.
func otherSide(figures []*budget.Figure, w *budget.Figure) bool {
	for _, f := range figures {
		if f.Side != w.Side && (bothSides[f.Subject] || f.Role == budget.RoleGrandTotal) && !f.Delta && f.HasAmount() && f.Amount.Equal(w.Amount) && f.Raw == w.Raw && sameBudget(f, w) {
			return true
		}
	}
	return false
}

// sumAbove reports whether a figure closes a list without 加上 that adds up to it: 甲收入X万
// 元，上级补助Y万元，上年结余Z万元，收入合计W万元.
func sumAbove(figures []*budget.Figure, k int) bool {
	w := figures[k]
	sum, own, added := decimal.Zero, false, 0
	for j := k - 1; j >= 0 && !own; j-- {
		f := figures[j]
		if f.Kind != budget.Narrative || f.Paragraph < w.Paragraph-1 || f.Role == budget.RoleGrandTotal && sameAccount(f, w) {
			break
		}
		if !sameAccount(f, w) || f.Delta || f.Whole != 0 || !f.HasAmount() {
			continue
		}
		switch f.Role {
		case budget.RoleTotal:
			own = true
		case budget.RoleComponent, budget.RoleSubtotal, budget.RoleLump:
			added++
		case budget.RolePart:
			if !addedKinds[f.Parent] {
				continue
			}
			added++ // 加返还性收入X万元；结算补助Y万元: the kinds, and not what they are of
		default:
			continue
		}
		sum = sum.Add(f.Amount)
	}
	closes := sum.Sub(w.Amount).Abs().LessThanOrEqual(w.Step)
	return closes && (own && added > 0 || added > 1 && strings.Contains(w.SubjectRaw, "合计"))
}

// addedKinds are what is added to own revenue and listed by kind.
var addedKinds = map[string]bool{"上级补助收入": true, "一般性转移支付收入": true, "调入资金": true, "债务转贷收入": true}

// restBelow reports whether 财政支出 and what follows it make up the revenue of the
// account: then it is own expenditure (财政支出X万元，上解支出Y万元，年终结余Z万元).
func restBelow(figures []*budget.Figure, k int) bool {
	w := figures[k]
	sum, n := w.Amount, 0
	for _, f := range figures[k+1:] {
		if !f.Beside(w) || !sameAccount(f, w) || f.Role != budget.RoleComponent {
			break
		}
		if f.HasAmount() && !f.Delta {
			sum, n = sum.Add(f.Amount), n+1
		}
	}
	if n < 2 {
		return false
	}
	for _, f := range figures {
		if f.Role == budget.RoleGrandTotal && f.Side == budget.Revenue && !f.Delta && sameBudget(f, w) && f.Amount.Sub(sum).Abs().LessThanOrEqual(w.Step) {
			return true
		}
	}
	return false
}

// sharedBelow reports whether revenue is followed by the local share of it and those
// handed up, without 其中: 收入X万元；地方财政收入Y万元；上划中央收入Z万元.
func sharedBelow(figures []*budget.Figure, k int) bool {
	w := figures[k]
	if w.Book != budget.GeneralPublic || w.Side != budget.Revenue {
		return false
	}
	sum, local, shares := decimal.Zero, false, 0
	for _, f := range figures[k+1:] {
		if !f.Beside(w) || !sameAccount(f, w) {
			break
		}
		switch {
		case f.Delta:
			continue
		case f.Role == budget.RoleTotal && !local && f.Subject == w.Subject && strings.HasPrefix(f.SubjectRaw, "地方"):
			local = true
		case clause.HandedUp(f.Subject):
			shares++
		default:
			return false
		}
		sum = sum.Add(f.Amount)
	}
	return local && shares > 0 && sum.Sub(w.Amount).Abs().LessThanOrEqual(w.Step)
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

func sameAccount(f, w *budget.Figure) bool { return sameBudget(f, w) && f.Side == w.Side }

// sameBudget reports two figures of one book, level, year and stage, on either side.
func sameBudget(f, w *budget.Figure) bool {
	return f.Book == w.Book && f.Level == w.Level && f.Year == w.Year && f.Stage == w.Stage
}

// renameWith gives a total its right name, and what is compared with it.
func renameWith(figures []*budget.Figure, k int, name string, role budget.Role) {
	was := figures[k].Subject
	for k > 0 && figures[k].Method == "承前" && figures[k-1].Subject == was {
		k-- // 收入预算数X万元，决算数Y万元: both
	}
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
