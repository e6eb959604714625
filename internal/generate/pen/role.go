package pen

import (
	"strings"

	"yusuan/budget"
	"yusuan/internal/generate/accounts"
)

var totals = map[string]bool{
	accounts.GPRevenue: true, accounts.GPSpending: true, accounts.GFRevenue: true, accounts.GFSpending: true,
	accounts.SCRevenue: true, accounts.SCSpending: true, accounts.SIRevenue: true, accounts.SISpending: true,
	"政府债务限额": true, "政府债务余额": true, "地方政府债券发行": true, "政府债务还本付息支出": true, "“三公”经费": true,
}

// parents are the wholes of subjects that are always a part of one.
var parents = map[string]string{
	"一般债务限额": "政府债务限额", "专项债务限额": "政府债务限额", "一般债务余额": "政府债务余额", "专项债务余额": "政府债务余额",
	"新增债券": "地方政府债券发行", "再融资债券": "地方政府债券发行", "新增一般债券": "新增债券", "新增专项债券": "新增债券",
	"再融资一般债券": "再融资债券", "再融资专项债券": "再融资债券",
	"一般债务还本支出": "债务还本支出", "专项债务还本支出": "债务还本支出", "一般债务付息支出": "债务付息支出", "专项债务付息支出": "债务付息支出",
	"因公出国（境）费": "“三公”经费", "公务接待费": "“三公”经费", "公务用车购置及运行维护费": "“三公”经费",
	"公务用车购置费": "公务用车购置及运行维护费", "公务用车运行维护费": "公务用车购置及运行维护费",
	"返还性收入": "上级补助收入", "一般性转移支付收入": "上级补助收入", "专项转移支付收入": "上级补助收入",
	"一般性转移支付": "补助下级支出", "专项转移支付": "补助下级支出", "民生支出": accounts.GPSpending,
	"从政府性基金预算调入一般公共预算": "调入资金", "从国有资本经营预算调入一般公共预算": "调入资金",
}

// roleOf gives the role and the parent of a cell by the labelling conventions.
func roleOf(c accounts.Cell, kind budget.Kind) (budget.Role, string) {
	if c.Role != "" {
		return c.Role, ""
	}
	if c.Level == budget.Part || c.Level == budget.Lower {
		return budget.RolePart, ""
	}
	item := budget.RolePart
	if kind == budget.InTable {
		item = budget.RoleItem
	}
	switch {
	case totals[c.Subject]:
		return budget.RoleTotal, ""
	case c.Subject == "收入总计" || c.Subject == "支出总计":
		return budget.RoleGrandTotal, ""
	case c.Subject == "转移性收入" || c.Subject == "转移性支出":
		return budget.RoleSubtotal, ""
	case c.Subject == "税收收入" || c.Subject == "非税收入":
		if kind == budget.InTable {
			return budget.RoleComponent, ""
		}
		return budget.RolePart, accounts.GPRevenue
	case c.Book == budget.SocialInsurance:
		return insuranceRole(c)
	case c.Book == budget.Debt:
		return budget.RolePart, parents[c.Subject]
	}
	if whole := parents[c.Subject]; whole != "" {
		return budget.RolePart, whole
	}
	return itemRole(c, item)
}

func itemRole(c accounts.Cell, item budget.Role) (budget.Role, string) {
	if whole := accounts.WholeOf(c.Book, c.Side, c.Subject); whole != "" {
		switch {
		case c.Book == budget.GeneralPublic && c.Side == budget.Expenditure && whole == accounts.GPSpending:
			return budget.RoleFunction, ""
		case c.Book == budget.GeneralPublic && c.Side == budget.Expenditure:
			return budget.RolePart, whole
		}
		return item, whole
	}
	return budget.RoleComponent, ""
}

func insuranceRole(c accounts.Cell) (budget.Role, string) {
	switch {
	case c.Parent != "":
		return budget.RolePart, c.Parent
	case c.Subject == "年末滚存结余":
		return budget.RoleClosing, ""
	case c.Subject == "本年收支结余":
		return budget.RoleComponent, ""
	case strings.HasSuffix(c.Subject, "收入"):
		return budget.RolePart, accounts.SIRevenue
	}
	return budget.RolePart, accounts.SISpending
}

// isClass reports whether a cell is a functional class, whose earmarks follow it.
func (p *Pen) isClass(c accounts.Cell) bool {
	role, _ := roleOf(c, budget.Narrative)
	return role == budget.RoleFunction
}
