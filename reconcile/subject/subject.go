// Package subject names the canonical subjects that rules speak of, as the
// lexicon writes them.
package subject

import (
	"strings"

	"yusuan/budget"
)

// The subjects of the balance identities.
const (
	RevenueTotal     = "收入总计"
	ExpenditureTotal = "支出总计"
	TransfersIn      = "转移性收入"
	TransfersOut     = "转移性支出"

	FromAbove   = "上级补助收入"
	FromBelow   = "下级上解收入"
	ToAbove     = "上解支出"
	ToBelow     = "补助下级支出"
	GeneralGive = "一般性转移支付"
	SpecialGive = "专项转移支付"

	MovedIn   = "调入资金"
	MovedOut  = "调出资金"
	CarriedIn = "上年结转"
	CarryOut  = "结转下年"

	FundUsed   = "动用预算稳定调节基金"
	FundAdded  = "安排预算稳定调节基金"
	Stabiliser = "预算稳定调节基金"

	BondsLent = "债务转贷收入"
	Repaid    = "债务还本支出"
	Interest  = "债务付息支出"
	Reserve   = "预备费"

	Tax    = "税收收入"
	NonTax = "非税收入"
)

// The subjects of the debt chapter.
const (
	Limit          = "政府债务限额"
	LimitGeneral   = "一般债务限额"
	LimitSpecial   = "专项债务限额"
	NewLimit       = "新增债务限额"
	Outstanding    = "政府债务余额"
	OutstandingGen = "一般债务余额"
	OutstandingSpe = "专项债务余额"
	Issued         = "地方政府债券发行"
	NewBonds       = "新增债券"
	NewGeneral     = "新增一般债券"
	NewSpecial     = "新增专项债券"
	Refinancing    = "再融资债券"
	DebtService    = "政府债务还本付息支出"
)

// The three public expenses (三公经费), and social insurance.
const (
	ThreePublic   = "“三公”经费"
	Abroad        = "因公出国（境）费"
	Reception     = "公务接待费"
	Vehicles      = "公务用车购置及运行维护费"
	VehiclesBuy   = "公务用车购置费"
	VehiclesRun   = "公务用车运行维护费"
	YearSurplus   = "本年收支结余"
	ClosingFunds  = "年末滚存结余"
	OpeningFunds  = "上年滚存结余"
	InsuranceIn   = "社会保险基金预算收入"
	InsuranceOut  = "社会保险基金预算支出"
	PeopleSpend   = "民生支出"
	generalIn     = "一般公共预算收入"
	generalOut    = "一般公共预算支出"
	fundsIn       = "政府性基金预算收入"
	fundsOut      = "政府性基金预算支出"
	stateIn       = "国有资本经营预算收入"
	stateOut      = "国有资本经营预算支出"
	stateFundMark = "国有资本"
	fundsMark     = "政府性基金"
)

// Own is the book's own revenue or expenditure (本级收入, 本级支出).
func Own(b budget.Book, s budget.Side) string {
	in := s == budget.Revenue
	switch b {
	case budget.GeneralPublic:
		return pick(in, generalIn, generalOut)
	case budget.GovernmentFunds:
		return pick(in, fundsIn, fundsOut)
	case budget.StateCapital:
		return pick(in, stateIn, stateOut)
	case budget.SocialInsurance:
		return pick(in, InsuranceIn, InsuranceOut)
	}
	return ""
}

// Grand is 收入总计 or 支出总计.
func Grand(s budget.Side) string { return pick(s == budget.Revenue, RevenueTotal, ExpenditureTotal) }

// Transfers is 转移性收入 or 转移性支出.
func Transfers(s budget.Side) string { return pick(s == budget.Revenue, TransfersIn, TransfersOut) }

func pick(first bool, a, b string) string {
	if first {
		return a
	}
	return b
}

// FromOtherBooks reports whether a source of 调入资金 is another budget book.
func FromOtherBooks(name string) bool {
	return strings.Contains(name, fundsMark) || strings.Contains(name, stateFundMark)
}

// Between reports whether a subject with this parent is what one level of government
// hands to another, or a sum that holds it: 补助下级支出 of one level is 上级补助收入 of
// the other, and neither is of the whole.
func Between(name, parent string) bool {
	switch name {
	case FromAbove, FromBelow, ToAbove, ToBelow, TransfersIn, TransfersOut, RevenueTotal, ExpenditureTotal:
		return true
	}
	return parent == FromAbove || parent == ToBelow || parent == ToAbove
}
