package workbook

import (
	"slices"
	"strconv"

	"yusuan/budget"
)

// bookOrder is the order in which every sheet lists the books.
var bookOrder = []budget.Book{budget.GeneralPublic, budget.GovernmentFunds, budget.StateCapital, budget.SocialInsurance, budget.Debt}

func bookWord(b budget.Book) string {
	if name := b.Name(); name != "" {
		return name
	}
	return "非预算数"
}

func bookRank(b budget.Book) int { return placeIn(b, bookOrder...) }

// placeIn is the place of a value in the order in which sheets list them; others
// come last.
func placeIn[T ~string](v T, order ...T) int {
	if i := slices.Index(order, v); i >= 0 {
		return i
	}
	return len(order)
}

func levelWord(l budget.Level) string {
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
		return "金库"
	}
	return ""
}

func levelRank(l budget.Level) int {
	return placeIn(l, budget.Consolidated, budget.Treasury, budget.Own, budget.Lower, budget.Part)
}

func stageWord(s budget.Stage) string {
	switch s {
	case budget.Budgeted:
		return "年初预算"
	case budget.Adjusted:
		return "调整预算"
	case budget.Execution:
		return "执行数"
	case budget.Final:
		return "决算数"
	}
	return ""
}

func stageRank(s budget.Stage) int {
	return placeIn(s, budget.Budgeted, budget.Adjusted, budget.Execution, budget.Final)
}

func sideWord(s budget.Side) string {
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

func roleWord(r budget.Role) string {
	switch r {
	case budget.RoleTotal:
		return "本级合计"
	case budget.RoleGrandTotal:
		return "总计"
	case budget.RoleSubtotal:
		return "小计"
	case budget.RoleComponent:
		return "平衡项"
	case budget.RolePart:
		return "其中项"
	case budget.RoleFunction:
		return "功能科目"
	case budget.RoleItem:
		return "收支科目"
	case budget.RoleEarmark:
		return "专项安排"
	case budget.RoleLump:
		return "合并列示"
	case budget.RoleOpening:
		return "期初"
	case budget.RoleClosing:
		return "期末"
	case budget.RolePolicy:
		return "非预算数"
	}
	return ""
}

func kindWord(k budget.Kind) string {
	switch k {
	case budget.Narrative:
		return "文字"
	case budget.InTable:
		return "表格"
	}
	return ""
}

func reportKindWord(k budget.ReportKind) string {
	switch k {
	case budget.KindBudget:
		return "预算执行情况和预算草案报告"
	case budget.KindFinalAccounts:
		return "决算报告"
	case budget.KindAdjustment:
		return "预算调整方案"
	case budget.KindHalfYear:
		return "年中预算执行情况报告"
	}
	return "未能判定"
}

func verdictWord(v budget.Verdict) string {
	switch v {
	case budget.Pass:
		return "相符"
	case budget.Rounding:
		return "尾差"
	case budget.Fail:
		return "不符"
	case budget.NotRun:
		return "缺数未核"
	case budget.Blocked:
		return "受阻"
	case budget.Errored:
		return "规则出错"
	}
	return string(v)
}

// wordAccepted stands instead of the verdict of a finding that somebody has
// accepted, so that it is not counted among the mistakes.
const wordAccepted = "已确认"

func outcomeWord(c *budget.Check) string {
	if c.Suppressed != "" {
		return wordAccepted
	}
	return verdictWord(c.Verdict)
}

func severityWord(s budget.Severity) string {
	switch s {
	case budget.Error:
		return "错误"
	case budget.Warning:
		return "警告"
	case budget.Info:
		return "提示"
	}
	return ""
}

func severityRank(s budget.Severity) int {
	return placeIn(s, budget.Error, budget.Warning, budget.Info)
}

func yearWord(y int) string {
	if y == 0 {
		return ""
	}
	return strconv.Itoa(y) + "年"
}

// The four ways in which a place can have no number. They are words, so that no
// formula takes them for zero and no reader for a number.
const (
	wordBlank   = "（空）" // the report prints an empty cell
	wordDash    = "—"   // the report prints a dash
	wordMissing = "未取到" // the report prints nothing that was understood as this figure
)

func markWord(m budget.Mark) string {
	switch m {
	case budget.Blank:
		return wordBlank
	case budget.Dash:
		return wordDash
	}
	return ""
}
