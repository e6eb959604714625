package rule

import "yusuan/budget"

// BookName is the book in the words of the law.
func BookName(b budget.Book) string {
	switch b {
	case budget.GeneralPublic:
		return "一般公共预算"
	case budget.GovernmentFunds:
		return "政府性基金预算"
	case budget.StateCapital:
		return "国有资本经营预算"
	case budget.SocialInsurance:
		return "社会保险基金预算"
	case budget.Debt:
		return "政府债务"
	}
	return ""
}

// StageName is the stage as reports name it.
func StageName(s budget.Stage) string {
	switch s {
	case budget.Budgeted:
		return "预算数"
	case budget.Adjusted:
		return "调整预算数"
	case budget.Execution:
		return "执行数"
	case budget.Final:
		return "决算数"
	}
	return ""
}

// LevelName is the scope class in general words.
func LevelName(l budget.Level) string {
	switch l {
	case budget.Consolidated:
		return "全域"
	case budget.Own:
		return "本级"
	case budget.Lower:
		return "下级"
	case budget.Part:
		return "片区"
	case budget.Treasury:
		return "区金库"
	}
	return ""
}

// SideName is the side of the account.
func SideName(s budget.Side) string {
	switch s {
	case budget.Revenue:
		return "收入"
	case budget.Expenditure:
		return "支出"
	case budget.Balance:
		return "余额"
	}
	return ""
}
