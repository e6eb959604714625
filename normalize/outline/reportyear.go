package outline

import (
	"regexp"
	"strconv"
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
)

// titleYears are the year reported on and that of the draft budget, 0 where there is
// none: of the title, else of the first lines.
func titleYears(title string, kind budget.ReportKind, lines []string) (year, next int) {
	ys := Years(mainPart(title))
	if len(ys) == 0 {
		ys = yearsSaid(kind, lines)
	}
	switch {
	case len(ys) >= 2:
		return ys[0], ys[1]
	case len(ys) == 0:
		return 0, 0
	}
	if kind == budget.KindBudget && onlyBudget(title) {
		return ys[0] - 1, ys[0]
	}
	if kind == budget.KindBudget {
		return ys[0], ys[0] + 1
	}
	return ys[0], 0
}

// accountsSaid are words of lines that say what year a report without title is about.
var accountsSaid = []string{"预算", "决算", "财政", "债务", "债券", "转移支付", "三公"}

// yearsSaid are the years that the first line on the accounts names, else that of the
// day when the report was given.
func yearsSaid(kind budget.ReportKind, lines []string) []int {
	for _, l := range lines {
		if ys := Years(withoutDays(l)); len(ys) > 0 && phrase.Holds(l, accountsSaid...) {
			return inARow(ys)
		}
	}
	for _, l := range lines {
		if ys := Years(withoutDays(l)); len(ys) == 1 && PartYear(l) {
			return ys
		}
	}
	if y := dayYear(kind, lines); y != 0 {
		return []int{y}
	}
	return nil
}

// inARow keeps a year and the one after it; of others the sentence compares
// (从2015年的X升至2020年的Y) the last is the one it is about.
func inARow(ys []int) []int {
	switch {
	case len(ys) < 2, len(ys) == 2 && ys[1] == ys[0]+1:
		return ys
	case ys[1] < ys[0]:
		return ys[:1]
	}
	return ys[len(ys)-1:]
}

// dayRE finds a day: 2024年8月23日, 2024-08-23.
var dayRE = regexp.MustCompile(`(20[0-9]{2})\s*(?:年\s*([0-9]{1,2})\s*月\s*[0-9]{1,2}\s*日|[/.-]([0-9]{1,2})[/.-][0-9]{1,2})`)

// withoutDays takes days out of a line: when a congress met says nothing of the year
// reported on. A day that figures run to stays.
func withoutDays(l string) string {
	at := 0
	var b strings.Builder
	for _, m := range dayRE.FindAllStringIndex(l, -1) {
		if phrase.Ends(l[:m[0]], "截至", "截止", "截止到", "至") {
			continue
		}
		b.WriteString(l[at:m[0]])
		at = m[1]
	}
	b.WriteString(l[at:])
	return b.String()
}

// dayYear is the year of the day when a report was given, where the report is about
// the year under way then: an adjustment, or a part of the year (January's reports are
// about the year before).
func dayYear(kind budget.ReportKind, lines []string) int {
	if kind != budget.KindAdjustment && kind != budget.KindHalfYear && !anyPart(lines) {
		return 0
	}
	for _, l := range lines {
		m := dayRE.FindStringSubmatch(l)
		if m == nil || runes(l) > signature*2 {
			continue
		}
		year, _ := strconv.Atoi(m[1])
		if month, _ := strconv.Atoi(m[2] + m[3]); month == 1 {
			return 0
		}
		return year
	}
	return 0
}

func anyPart(lines []string) bool {
	for _, l := range lines {
		if PartYear(l) {
			return true
		}
	}
	return false
}
