// Package plant puts one fault into a made-believe report and knows the truth
// about it: which amount, where, what it was, what it became, and whether the
// report's own figures can show it.
package plant

import (
	"math/big"

	"yusuan/budget"
	"yusuan/internal/generate"
	"yusuan/internal/generate/accounts"
)

// printed is one amount as a report has it, with half its last digit.
type printed struct {
	label  int
	amount *big.Rat // 万元
	half   *big.Rat
}

// book is everything printed in a report, by what it measures.
type book map[accounts.Cell][]printed

// shelf reads the printed amounts of a draft, those of labels with a cell.
func shelf(d *generate.Draft, in []int) book {
	b := book{}
	for _, i := range in {
		c := d.Cells[i]
		if c.Book == "" || d.Labels[i].Amount == "" {
			continue
		}
		b[c] = append(b[c], read(d, i))
	}
	return b
}

func read(d *generate.Draft, i int) printed {
	v, _ := new(big.Rat).SetString(d.Labels[i].Amount)
	return printed{label: i, amount: v, half: big.NewRat(d.Steps[i], 20000)}
}

// term is one member of a relation with its sign.
type term struct {
	cell accounts.Cell
	sign int64
}

// relation says that signed terms sum to nothing.
type relation struct {
	name  string
	terms []term
}

// mixed reports whether a relation is no sum of parts to a whole, which comes
// first: a difference, a roll from year to year.
func (r relation) mixed() bool {
	for i, t := range r.terms {
		if (t.sign < 0) != (i == 0) {
			return true
		}
	}
	return false
}

// relations are the sums that must hold in one book, level, year and stage.
func relations(c accounts.Cell, apart bool, funds []string) []relation {
	at := func(side budget.Side, subject string) accounts.Cell {
		x := c
		x.Side, x.Subject, x.Parent, x.Role = side, subject, "", ""
		return x
	}
	var out []relation
	sum := func(name string, side budget.Side, whole string, parts ...string) {
		ts := []term{{at(side, whole), -1}}
		for _, p := range parts {
			ts = append(ts, term{at(side, p), 1})
		}
		out = append(out, relation{name, ts})
	}
	R, E, B := budget.Revenue, budget.Expenditure, budget.Balance
	switch c.Book {
	case budget.GeneralPublic, budget.GovernmentFunds, budget.StateCapital:
		if c.Book != budget.GeneralPublic {
			out = append(out, carried(c))
		}
		for _, s := range []budget.Side{R, E} {
			own := accounts.TotalOf(c.Book, s)
			grand, section, debt := "收入总计", "转移性收入", "债务转贷收入"
			if s == E {
				grand, section, debt = "支出总计", "转移性支出", "债务还本支出"
			}
			flows := accounts.Flows(c.Book, s)
			sum("grand total", s, grand, append([]string{own}, flows...)...)
			var inSection []string
			for _, f := range flows {
				if !apart || f != debt {
					inSection = append(inSection, f)
				}
			}
			sum("section", s, section, inSection...)
			sum("items", s, own, accounts.Items(c.Book, own)...)
		}
		out = append(out, relation{"both sides", []term{{at(R, "收入总计"), 1}, {at(E, "支出总计"), -1}}})
	}
	if c.Book == budget.GeneralPublic {
		sum("tax and fees", R, accounts.GPRevenue, "税收收入", "非税收入")
		sum("taxes", R, "税收收入", accounts.Items(c.Book, "税收收入")...)
		sum("fees", R, "非税收入", accounts.Items(c.Book, "非税收入")...)
		sum("grants", R, "上级补助收入", "返还性收入", "一般性转移支付收入", "专项转移支付收入")
		sum("transfers down", E, "补助下级支出", "一般性转移支付", "专项转移支付")
		sum("sources", R, "调入资金", "从政府性基金预算调入一般公共预算", "从国有资本经营预算调入一般公共预算")
		sum("official", E, "“三公”经费", "因公出国（境）费", "公务接待费", "公务用车购置及运行维护费")
		for _, class := range accounts.Items(c.Book, accounts.GPSpending) {
			if below := accounts.Items(c.Book, class); len(below) > 0 {
				sum("below class", E, class, below...)
			}
		}
		out = append(out, stabilisation(c), moved(c), carried(c))
	}
	if c.Book == budget.Debt {
		for _, k := range []string{"债务限额", "债务余额"} {
			sum("kinds of debt", B, "政府"+k, "一般"+k, "专项"+k)
		}
		sum("bonds", R, "地方政府债券发行", "新增债券", "再融资债券")
		sum("new bonds", R, "新增债券", "新增一般债券", "新增专项债券")
		out = append(out, rolled(c))
		sum("debt service", E, "政府债务还本付息支出", "债务还本支出", "债务付息支出")
	}
	if c.Book == budget.SocialInsurance {
		out = append(out, relation{"year's balance", []term{{at(R, accounts.SIRevenue), 1}, {at(E, accounts.SISpending), -1}, {at(B, "本年收支结余"), -1}}})
		var in, spent []string
		for _, f := range funds {
			in, spent = append(in, f+"收入"), append(spent, f+"支出")
		}
		sum("funds", R, accounts.SIRevenue, in...)
		sum("funds", E, accounts.SISpending, spent...)
	}
	return out
}

func stabilisation(c accounts.Cell) relation {
	c.Subject, c.Parent = "预算稳定调节基金", ""
	stock := func(r budget.Role) accounts.Cell { x := c; x.Side, x.Role = budget.Balance, r; return x }
	flow := func(s budget.Side, n string) accounts.Cell { x := c; x.Side, x.Subject, x.Role = s, n, ""; return x }
	return relation{"stabilisation fund", []term{{stock(budget.RoleOpening), 1}, {flow(budget.Revenue, "动用预算稳定调节基金"), -1},
		{flow(budget.Expenditure, "安排预算稳定调节基金"), 1}, {stock(budget.RoleClosing), -1}}}
}

// moved says that 调入资金 is the 调出资金 of the other books.
func moved(c accounts.Cell) relation {
	in, funds, capital := c, c, c
	in.Side, in.Subject = budget.Revenue, "调入资金"
	funds.Book, funds.Side, funds.Subject = budget.GovernmentFunds, budget.Expenditure, "调出资金"
	capital.Book, capital.Side, capital.Subject = budget.StateCapital, budget.Expenditure, "调出资金"
	return relation{"moved between books", []term{{in, -1}, {funds, 1}, {capital, 1}}}
}

// carried says that 结转下年 is 上年结转 of the next year's draft.
func carried(c accounts.Cell) relation {
	out, in := c, c
	out.Side, out.Subject = budget.Expenditure, "结转下年"
	in.Side, in.Subject, in.Year, in.Stage = budget.Revenue, "上年结转", c.Year+1, budget.Budgeted
	if c.Stage == budget.Budgeted || c.Stage == budget.Adjusted {
		return relation{}
	}
	return relation{"carried over", []term{{out, 1}, {in, -1}}}
}

// rolled says that the year's debt follows from the year before.
func rolled(c accounts.Cell) relation {
	at := func(s budget.Side, n string, r budget.Role) accounts.Cell {
		x := c
		x.Side, x.Subject, x.Role, x.Parent = s, n, r, ""
		return x
	}
	return relation{"debt roll", []term{{at(budget.Balance, "政府债务余额", budget.RoleOpening), 1}, {at(budget.Revenue, "地方政府债券发行", ""), 1},
		{at(budget.Expenditure, "债务还本支出", ""), -1}, {at(budget.Balance, "政府债务余额", ""), -1}}}
}
