package outline

import (
	"regexp"
	"strings"

	"yusuan/budget"
)

// monthsRE finds a stretch of months from January on (1—6月, 1至9月份), but not
// the whole year.
var monthsRE = regexp.MustCompile(`[1１]\s*[-—－~～至到]+\s*(?:[2-9２-９]|1[01]|１[０１])\s*月`)

// untilRE finds a date up to which something is counted (截至10月底), but not the end of
// the year.
var untilRE = regexp.MustCompile(`截[至止到](?:[0-9]{4}年|今年)?(?:[1-9]|1[01])月`)

// PartYearWords are the words that PartYear looks for, and one without which it
// does not look for months.
var PartYearWords = []string{"上半年", "前三季度", "一季度", "月"}

// PartYear reports whether a text names a part of a year that begins with it
// (上半年, 前三季度, 1—6月).
func PartYear(text string) bool {
	if strings.Contains(text, "上半年") || strings.Contains(text, "前三季度") || strings.Contains(text, "一季度") {
		return true
	}
	return strings.Contains(text, "月") && monthsRE.MatchString(text)
}

// UntilMonth reports whether a text names a month up to which the year is told of.
func UntilMonth(text string) bool {
	return strings.Contains(text, "月") && untilRE.MatchString(text)
}

// partial reports whether a heading opens a chapter on a part of the year inside a
// report on whole years.
func (m Meta) partial(title string, before bool) bool {
	switch {
	case m.Kind == budget.KindHalfYear:
		return false
	case PartYear(title):
		return true
	case len(Years(title)) > 0:
		return false
	}
	return before
}

// mainPart is the first part of a title that announces two reports in one
// (2023年财政决算和2024年上半年预算执行情况), else the whole title.
func mainPart(title string) string {
	if len(Years(title)) < 2 {
		return title
	}
	at := 0
	for {
		start, _, end := nextYear(title[at:])
		if end == 0 {
			return title
		}
		head, tail := title[:at+start], title[at+start:]
		if at > 0 && (PartYear(tail) || strings.Contains(tail, "决算") || strings.Contains(tail, "调整") && strings.Contains(head, "决算")) {
			return head
		}
		at += end
	}
}
