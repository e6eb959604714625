package normalize

import (
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
)

// kindsOf lists subjects that reports print by kind, with the name of the whole.
var kindsOf = map[string]string{
	"再融资一般债券": "再融资债券", "再融资专项债券": "再融资债券",
	"体制上解支出": "上解支出", "专项上解支出": "上解支出",
	"新增债券转贷收入": "债务转贷收入", "再融资债券转贷收入": "债务转贷收入",
	"新增一般债券转贷收入": "债务转贷收入", "再融资一般债券转贷收入": "债务转贷收入",
	"新增专项债券转贷收入": "债务转贷收入", "再融资专项债券转贷收入": "债务转贷收入",
	"债务收入": "债务转贷收入", // what a county owes was lent on to it
}

// account is where a kind stands alone or beside others.
type account struct {
	whole string
	book  budget.Book
	level budget.Level
	year  int
	stage budget.Stage
}

// soleKinds gives the only kind of a subject in an account the name of the whole:
// a report that prints nothing but 体制上解支出 means its 上解支出.
func soleKinds(figures []*budget.Figure) {
	kinds := map[account]map[string]bool{}
	for _, f := range figures {
		whole := kindsOf[f.Subject]
		if whole == "" {
			if !isWhole(f.Subject) {
				continue
			}
			whole = f.Subject
		}
		a := account{whole, f.Book, f.Level, f.Year, f.Stage}
		if kinds[a] == nil {
			kinds[a] = map[string]bool{}
		}
		kinds[a][f.Subject] = true
	}
	for _, f := range figures {
		whole := kindsOf[f.Subject]
		if whole != "" && len(kinds[account{whole, f.Book, f.Level, f.Year, f.Stage}]) == 1 {
			f.Subject = whole
		}
	}
}

// settleGross renames 一般公共预算总收入 and 总支出, which most bureaus say for the
// grand totals, unless their parts show the wide notion with the shares of higher
// governments.
func settleGross(figures []*budget.Figure) {
	wide := false
	for _, f := range figures {
		if f.Whole > 0 && f.Whole <= len(figures) && figures[f.Whole-1].Subject == "一般公共预算总收入" && !balances(figures, figures[f.Whole-1]) {
			wide = true
		}
	}
	own := ownExpenditure(figures)
	for _, f := range figures {
		switch {
		case f.Subject == "一般公共预算总支出" && own[account{"", f.Book, f.Level, f.Year, f.Stage}] == f.Amount.String() && !f.Delta:
			f.Subject, f.Code, f.Role, f.Parent = "一般公共预算支出", "", budget.RoleTotal, ""
			continue
		case f.Subject == "一般公共预算总支出":
			f.Subject, f.Code = "支出总计", ""
		case f.Subject == "一般公共预算总收入" && !wide && (balances(figures, f) || !localBeside(figures, f) && !grewBeside(figures, f)):
			free(figures, f)
			f.Subject, f.Code = "收入总计", ""
		default:
			continue
		}
		if !f.Delta {
			f.Role, f.Parent = budget.RoleGrandTotal, ""
		}
	}
}

// balances reports whether the report gives a 总支出 of the same amount: the two are the
// grand totals of their sides.
func balances(figures []*budget.Figure, w *budget.Figure) bool {
	for _, f := range figures {
		if (f.Subject == "一般公共预算总支出" || f.Subject == "支出总计") && !f.Delta && f.HasAmount() && f.Amount.Equal(w.Amount) && sameBudget(f, w) {
			return true
		}
	}
	return false
}

// localBeside reports whether a report gives the local share of an account's 总收入, and
// nothing that is added to it: then 总收入 holds the shares of higher governments.
func localBeside(figures []*budget.Figure, w *budget.Figure) bool {
	local := false
	for _, f := range figures {
		if f.Book != w.Book || f.Level != w.Level || f.Year != w.Year || f.Side != w.Side || f.Delta {
			continue
		}
		switch f.Role {
		case budget.RoleSubtotal, budget.RoleLump, budget.RoleGrandTotal:
			return false
		case budget.RoleComponent:
			if f.Subject != "税收收入" && f.Subject != "非税收入" {
				return false
			}
		case budget.RoleTotal:
			local = local || strings.HasPrefix(f.SubjectRaw, "地方") && f.Amount.LessThan(w.Amount)
		}
	}
	return local
}

// grewBeside reports whether the sentence goes on with 一般公共预算收入 and how either of
// them grew: two measures of revenue side by side, not a total and what it is made of.
func grewBeside(figures []*budget.Figure, w *budget.Figure) bool {
	if w.Kind != budget.Narrative || !w.Growth.Known || w.Delta {
		return false
	}
	beside := false
	for _, f := range figures {
		if f.Book != w.Book || f.Level != w.Level || f.Year != w.Year || f.Delta {
			continue
		}
		switch {
		case f.Role == budget.RoleGrandTotal && f != w && f.Stage == w.Stage, f.Subject == "一般公共预算总支出":
			return false
		case f.Quote != w.Quote || f.Start < w.Start || f.Side != w.Side || f == w:
		case f.Role == budget.RoleTotal && f.Growth.Known && f.Amount.LessThan(w.Amount):
			beside = true
		case f.Role == budget.RoleComponent && f.Subject != "税收收入" && f.Subject != "非税收入":
			return false
		}
	}
	return beside
}

// free makes own revenue, read as a part of what turned out to be the grand total, a
// total of its own.
func free(figures []*budget.Figure, w *budget.Figure) {
	for _, f := range figures {
		if f.Whole > 0 && f.Whole <= len(figures) && figures[f.Whole-1] == w && f.Subject == "一般公共预算收入" && !f.Delta {
			f.Role, f.Parent, f.Basis, f.Whole, f.Split = budget.RoleTotal, "", "", 0, budget.NoSplit
		}
	}
}

// settleLoose renames 地方财政收入, as older reports call 一般公共预算收入, where the
// report gives that of the same account under its own name and it is less: then
// 地方财政收入 is the revenue of several books.
func settleLoose(figures []*budget.Figure) {
	exact := map[account]*budget.Figure{}
	for _, f := range figures {
		a := account{f.Subject, f.Book, f.Level, f.Year, f.Stage}
		if (f.Role == budget.RoleTotal || ofLoose(figures, f)) && !f.Delta && f.HasAmount() && strings.Contains(f.SubjectRaw, "一般公共") && exact[a] == nil {
			exact[a] = f
		}
	}
	for _, f := range figures {
		wide := looseNames[f.SubjectRaw]
		if wide == "" || f.Role != budget.RoleTotal || f.Delta || f.Kind != budget.Narrative || !f.HasAmount() {
			continue
		}
		own := exact[account{f.Subject, f.Book, f.Level, f.Year, f.Stage}]
		if own != nil && f.Amount.GreaterThan(own.Amount.Mul(looseMargin)) {
			f.Subject, f.Code, f.Role, f.Parent = wide, "", budget.RolePart, ""
			own.Role, own.Parent, own.Basis = budget.RoleTotal, "", ""
		}
	}
}

// ofLoose reports a part of a figure with a loose name: 地方财政收入X万元，其中一般公共预算
// 收入Y万元.
func ofLoose(figures []*budget.Figure, f *budget.Figure) bool {
	return f.Role == budget.RolePart && f.Whole > 0 && f.Whole <= len(figures) && looseNames[figures[f.Whole-1].SubjectRaw] != ""
}

// looseNames are names of the own total that some reports use for that of all books,
// with the subject they then are.
var looseNames = map[string]string{"地方财政收入": "财政收入", "地方财政支出": "财政总支出"}

// looseMargin is by how much more than the own total such a figure is: below it a
// digit is wrong rather than a name.
var looseMargin = decimal.New(12, -1)

// ownExpenditure gives 一般公共预算支出 of each account: 总支出 of the same amount is
// that, not the grand total.
func ownExpenditure(figures []*budget.Figure) map[account]string {
	own := map[account]string{}
	for _, f := range figures {
		if f.Subject == "一般公共预算支出" && f.Role == budget.RoleTotal && !f.Delta && f.HasAmount() {
			own[account{"", f.Book, f.Level, f.Year, f.Stage}] = f.Amount.String()
		}
	}
	return own
}

func isWhole(subject string) bool {
	return subject == "再融资债券" || subject == "上解支出" || subject == "债务转贷收入"
}

// withoutReturns is the basis of transfers that leave the returned taxes aside.
const withoutReturns = "不含税收返还"

// settleReturns tells 对下转移支付 from 税收返还和转移支付 where a report gives both of
// one account: the former leave the returned taxes aside.
func settleReturns(figures []*budget.Figure) {
	with := map[account]string{}
	for _, f := range figures {
		if transfersWhole(f) && strings.Contains(f.SubjectRaw, "返还") {
			with[account{f.Subject, f.Book, f.Level, f.Year, f.Stage}] = f.Amount.String()
		}
	}
	for _, f := range figures {
		if !transfersWhole(f) || strings.Contains(f.SubjectRaw, "返还") || !strings.Contains(f.SubjectRaw, "转移支付") || f.Basis != "" {
			continue
		}
		if sum, ok := with[account{f.Subject, f.Book, f.Level, f.Year, f.Stage}]; ok && sum != f.Amount.String() {
			f.Basis = withoutReturns
		}
	}
}

func transfersWhole(f *budget.Figure) bool {
	return f.Subject == "补助下级支出" || f.Subject == "上级补助收入"
}
