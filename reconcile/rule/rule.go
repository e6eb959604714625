// Package rule is what every rule is made of: its documentation, the run that it
// reports to, and the messages of an audit note.
package rule

import "yusuan/budget"

// Doc is the documentation of a rule, kept beside its code. What, Why and
// Exclusions are English; Title, Authority and Example are for the readers of a
// report and are Chinese.
type Doc struct {
	ID         string // stable, never reused
	Title      string
	Severity   budget.Severity
	What       string   // what must agree
	Why        string   // what a break means
	Authority  string   // the law or regulation it follows from
	Example    string   // a message as it appears
	Exclusions []string // where it stays silent on purpose
	Since      string   // version that brought it
}

// Rule is one rule. Check looks at one report, Across at two reports of one
// district; either may be nil.
type Rule struct {
	Doc
	Check  func(*Run)
	Across func(*Pair)
}
