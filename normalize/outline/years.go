package outline

import (
	"regexp"
	"strconv"
	"strings"

	"yusuan/budget"
)

var fullYearRE = regexp.MustCompile(`((?:19|20)[0-9]{2}|[二][〇○零O0][一二三四五六七八九〇○零]{2})\s*年`)

// Years returns the fiscal years named in a text, in order, each once.
func Years(text string) []int {
	if !strings.Contains(text, "年") {
		return nil
	}
	var out []int
	for _, m := range fullYearRE.FindAllStringSubmatch(text, -1) {
		y := parseYear(m[1])
		if y == 0 || contains(out, y) {
			continue
		}
		out = append(out, y)
	}
	return out
}

func parseYear(s string) int {
	if s[0] >= '0' && s[0] <= '9' {
		y, err := strconv.Atoi(s)
		if err != nil {
			return 0
		}
		return y
	}
	digits := strings.NewReplacer("二", "2", "〇", "0", "○", "0", "零", "0", "O", "0", "一", "1", "三", "3", "四", "4", "五", "5",
		"六", "6", "七", "7", "八", "8", "九", "9").Replace(s)
	y, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return y
}

func contains(list []int, y int) bool {
	for _, v := range list {
		if v == y {
			return true
		}
	}
	return false
}

// StageOf reads the stage that a heading or caption names, or "".
func StageOf(text string) budget.Stage {
	switch {
	case strings.Contains(text, "调整预算执行"), strings.Contains(text, "预算执行"), strings.Contains(text, "执行情况"), strings.Contains(text, "执行数"),
		strings.Contains(text, "完成情况"), strings.Contains(text, "执行表"):
		return budget.Execution
	case strings.Contains(text, "决算"):
		return budget.Final
	case strings.Contains(text, "预算调整"), strings.Contains(text, "调整预算"), strings.Contains(text, "调整方案"), strings.Contains(text, "调整表"), strings.Contains(text, "调整情况"):
		return budget.Adjusted
	case strings.Contains(text, "草案"), strings.Contains(text, "预算安排"), strings.Contains(text, "年预算"), strings.Contains(text, "预算编制"),
		strings.Contains(text, "收支预算"), strings.Contains(text, "收支计划"), strings.Contains(text, "收支安排"), strings.Contains(text, "预算数"),
		strings.Contains(text, "预算表"):
		return budget.Budgeted
	}
	return ""
}

// FindYear finds the first calendar year of a text and returns its byte span,
// year number included, or a zero year.
func FindYear(text string) (start, end, year int) {
	if !strings.Contains(text, "年") {
		return 0, 0, 0
	}
	m := fullYearRE.FindStringSubmatchIndex(text)
	if m == nil {
		return 0, 0, 0
	}
	end = m[1]
	if strings.HasPrefix(text[end:], "度") {
		end += len("度")
	}
	return m[2], end, parseYear(text[m[2]:m[3]])
}
