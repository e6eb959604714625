package rule

import "yusuan/budget"

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
