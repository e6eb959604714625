package outline

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"yusuan/budget"
	"yusuan/internal/phrase"
)

// Years returns the fiscal years named in a text, in order, each once.
func Years(text string) []int {
	var out []int
	for {
		start, digits, end := nextYear(text)
		if end == 0 {
			return out
		}
		if y := parseYear(text[start:digits]); y != 0 && !contains(out, y) {
			out = append(out, y)
		}
		text = text[end:]
	}
}

// nextYear finds the first calendar year of a text, 2023 年 or 二〇二三年: where its
// number begins and ends, and where 年 ends. end is 0 where there is none.
func nextYear(text string) (start, digits, end int) {
	for from := 0; ; {
		i := strings.Index(text[from:], "年")
		if i < 0 {
			return 0, 0, 0
		}
		before := strings.TrimRight(text[:from+i], " \t\n\f\r")
		from += i + len("年")
		if n := yearDigits(before); n > 0 {
			return len(before) - n, len(before), from
		}
	}
}

// yearDigits returns the length in bytes of the year's number that a text ends
// with, 0 where it ends with none.
func yearDigits(s string) int {
	if n := len(s); n >= 4 && (s[n-4:n-2] == "19" || s[n-4:n-2] == "20") && isDigit(s[n-2]) && isDigit(s[n-1]) {
		return 4
	}
	if n := len(s); n >= 12 && (s[n-12:n-6] == "１９" || s[n-12:n-6] == "２０") && isWide(s[n-6:n-3]) && isWide(s[n-3:]) {
		return 12
	}
	rest := s
	for _, digits := range chineseYear {
		r, n := utf8.DecodeLastRuneInString(rest)
		if n == 0 || !strings.ContainsRune(digits, r) {
			return 0
		}
		rest = rest[:len(rest)-n]
	}
	return len(s) - len(rest)
}

// chineseYear lists what may stand in each place of 二〇二三, the last place first.
var chineseYear = []string{"一二三四五六七八九〇○零", "一二三四五六七八九〇○零", "〇○零O0", "二"}

// isWide reports whether a text is one full-width digit (２).
func isWide(s string) bool { return "０" <= s && s <= "９" }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func parseYear(s string) int {
	if isDigit(s[0]) {
		y, err := strconv.Atoi(s)
		if err != nil {
			return 0
		}
		return y
	}
	y, err := strconv.Atoi(arabic.Replace(s))
	if err != nil {
		return 0
	}
	return y
}

// arabic turns the Chinese and full-width digits of a year into Arabic ones.
var arabic = strings.NewReplacer("０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9",
	"二", "2", "〇", "0", "○", "0", "零", "0", "O", "0", "一", "1", "三", "3", "四", "4", "五", "5",
	"六", "6", "七", "7", "八", "8", "九", "9")

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
	text = strings.ReplaceAll(text, "预决算", "") // the budgets and accounts of a web site are of no stage
	switch {
	case strings.Contains(text, "调整预算执行"), strings.Contains(text, "预算执行"), strings.Contains(text, "执行情况"), strings.Contains(text, "执行数"),
		strings.Contains(text, "完成情况"), strings.Contains(text, "执行表"):
		return budget.Execution
	case strings.Contains(text, "决算"):
		return budget.Final
	case strings.Contains(text, "预算调整"), strings.Contains(text, "调整预算"), strings.Contains(text, "调整方案"), strings.Contains(text, "调整表"), strings.Contains(text, "调整情况"):
		return budget.Adjusted
	case strings.Contains(text, "年初预算"), strings.Contains(text, "草案"), strings.Contains(text, "预算安排"), strings.Contains(text, "预算编制"),
		strings.Contains(text, "收支预算"), strings.Contains(text, "收支计划"), strings.Contains(text, "收支安排"), strings.Contains(text, "预算数"),
		strings.Contains(text, "预算表"):
		return budget.Budgeted
	case strings.Contains(text, "年预算") && !phrase.Holds(text, howItWent...):
		return budget.Budgeted
	}
	return ""
}

// howItWent are ends of 2023年预算收支情况 and its like, which tell of the year's accounts
// and not of a stage.
var howItWent = []string{"预算收支情况", "预算收支平衡情况", "预算平衡情况", "预算收支及平衡情况", "预算收支总体情况"}

// FindYear finds the first calendar year of a text and returns its byte span,
// year number included, or a zero year.
func FindYear(text string) (start, end, year int) {
	start, digits, end := nextYear(text)
	if end == 0 {
		return 0, 0, 0
	}
	year = parseYear(text[start:digits])
	if strings.HasPrefix(text[end:], "度") {
		end += len("度")
	}
	return start, end, year
}
