package workbook

// Canonical subjects that the sheets refer to by name, as the lexicon gives them.
const (
	subjectTax        = "税收收入"
	subjectNonTax     = "非税收入"
	subjectTransferIn = "转移性收入"
	subjectUpper      = "上级补助收入"
	subjectMovedIn    = "调入资金"
	subjectMovedOut   = "调出资金"
	subjectCarryOver  = "结转下年"
	subjectReserve    = "预备费"
	subjectDebtLimit  = "政府债务限额"
	subjectDebt       = "政府债务余额"
	subjectThreeFees  = "“三公”经费"
)
