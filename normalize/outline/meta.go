package outline

import (
	"regexp"
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
)

// Meta is what the title of a report says.
type Meta struct {
	Title      string
	District   string
	Government Government
	Kind       budget.ReportKind
	Year       int // the year reported on
	Next       int // the year of the draft budget, 0 where there is none
	// Plan is the budget that 预算 means where no word says which: the adjusted one where
	// the report says so (文中“预算”除注明外均指调整预算), else empty.
	Plan budget.Stage
}

// Reporter is the name of the reporting government, the bare word for its kind where
// the name is not known (县).
func (m Meta) Reporter() string {
	if m.District == "" && m.Government != 0 {
		return string(m.Government)
	}
	return m.District
}

// ReadMeta reads the title data from the first lines of a report. lines are the
// body lines of its beginning; a title may stand on two or three of them.
func ReadMeta(lines []string) Meta {
	if len(lines) > 60 {
		lines = lines[:60]
	}
	var m Meta
	m.Title = findTitle(lines)
	m.District = findDistrict(m.Title, lines)
	m.Government = governmentOf(m.District, m.Title, lines)
	m.Kind = kindOf(m.Title, lines)
	m.Year, m.Next = titleYears(m.Title, m.Kind, lines)
	for _, l := range lines {
		if strings.Contains(l, "调整") && planRE.MatchString(l) {
			m.Plan = budget.Adjusted
		}
	}
	return m
}

// planRE finds what a report says that it means by 预算.
var planRE = regexp.MustCompile(`预算(?:数)?[”"’』]?(?:，|,)?[\p{Han}]{0,10}?(?:均|都|皆|一律)?(?:指|系|为)(?:的)?(?:是)?(?:年度|年终|经批准的)?调整(?:后)?(?:的)?预算`)

func findTitle(lines []string) string {
	best, chapter := "", ""
	for i := range lines {
		t := cleanTitle(lines[i])
		if !strings.Contains(t, "关于") || runes(t) > 60 || strings.ContainsAny(t, "。；") {
			continue
		}
		for j := i + 1; !complete(t) && j < len(lines) && j <= i+3; j++ {
			next := cleanTitle(lines[j])
			if next == "" {
				continue
			}
			if runes(t)+runes(next) > 80 || strings.ContainsAny(next, "。；：") {
				break
			}
			t += next
		}
		t = t[strings.Index(t, "关于"):]
		if !complete(t) || !strings.ContainsAny(t, "预决") || !(strings.Contains(t, "预算") || strings.Contains(t, "决算")) {
			continue
		}
		if rank, _ := CutNumber(cleanTitle(lines[i])); rank > 0 {
			chapter = t // 一、关于2023年区级财政决算有关情况的说明
			continue
		}
		if len(t) > len(best) {
			best = t
		}
		if len(Years(t)) > 0 {
			return t
		}
	}
	if best != "" {
		return best
	}
	if loose := looseTitle(lines); loose != "" {
		return loose
	}
	if said := preamble(lines); said != "" {
		return said
	}
	return chapter
}

var preambleRE = regexp.MustCompile(`(?:现将|现就)(20[0-9]{2}年[^，。；,;]{2,40}?)(?:报告如下|汇报如下|向.{2,20}报告|报告于后|作如下报告|提请)`)

// preamble is what the sentence to the assembly says that it reports on, in a text whose
// title is missing: 现将2021年区级预算调整方案（草案）报告如下.
func preamble(lines []string) string {
	for _, l := range lines[:min(len(lines), 12)] {
		m := preambleRE.FindStringSubmatch(squeeze(l))
		if m != nil && phrase.Holds(m[1], "预算", "决算") {
			return m[1]
		}
	}
	return ""
}

// looseTitle takes the first short line that names a budget report, or a year and
// 财政, without 关于; else the first that only ends with 情况, as captions do too.
func looseTitle(lines []string) string {
	second := ""
	for i, l := range lines {
		bare := wrapped(lines, i, cleanTitle(l))
		t := withYear(lines, i, bare)
		if n := runes(t); n < 6 || n > 60 || strings.ContainsAny(t, "。；，|｜>＞") {
			continue // a sentence, or where a page stands on its site (首页|政务公开)
		}
		if rank, _ := CutNumber(bare); rank > 0 && len(Years(t)) == 0 {
			continue // a chapter of a text whose title is missing
		}
		budgets := strings.Contains(t, "预算") || strings.Contains(t, "决算")
		if complete(bare) && (budgets || len(Years(t)) > 0 && phrase.Holds(t, "财政", "政府债务", "政府债券", "地方债务", "转移支付")) {
			return t
		}
		if second == "" && strings.HasSuffix(t, "情况") && (budgets || strings.Contains(t, "财政") && !strings.Contains(t, "、") && len(Years(t)) > 0) {
			second = t
		}
	}
	if second != "" {
		return second
	}
	return accountTitle(lines)
}

// wrapped joins a title that names a year with the line below it, where only both
// together are complete.
func wrapped(lines []string, i int, title string) string {
	if complete(title) || len(Years(title)) == 0 || runes(title) < 8 || i+1 >= len(lines) {
		return title
	}
	next := cleanTitle(lines[i+1])
	if both := title + next; runes(next) <= 24 && complete(both) && !strings.ContainsAny(both, "。；，：") {
		return both
	}
	return title
}

// withYear adds the year that stands alone below a title: （2023年度）.
func withYear(lines []string, i int, title string) string {
	if !complete(title) || len(Years(title)) > 0 || i+1 >= len(lines) {
		return title
	}
	next := strings.Trim(cleanTitle(lines[i+1]), "（）()")
	if ys := Years(next); len(ys) == 1 && runes(next) <= 7 {
		return title + "（" + next + "）"
	}
	return title
}

// accountTitle takes the first short line that names two years in a row and the
// accounts: 某县2023年收支账本和2024年收支安排.
func accountTitle(lines []string) string {
	for _, l := range lines {
		t := cleanTitle(l)
		if runes(t) <= 50 && !strings.ContainsAny(t, "。；，、”") && accountsOfTwoYears(t) {
			return t
		}
	}
	return ""
}

func accountsOfTwoYears(t string) bool {
	ys := Years(t)
	return len(ys) == 2 && ys[1] == ys[0]+1 && (strings.Contains(t, "收支") || strings.Contains(t, "财政"))
}

func complete(t string) bool {
	t = issueRE.ReplaceAllString(t, "")
	t = strings.TrimRight(t, "》）)")
	return phrase.Ends(t, "报告", "方案", "说明", "议案", "公开", "公开表", "公开说明", "情况说明", "公告", "简报", "通报", "汇报", "材料", "报告（书面", "报告(书面", "（草案", "决算草案")
}

// issueRE finds the issue of a bulletin behind its title: 财政收支情况简报（第7期）.
var issueRE = regexp.MustCompile(`[（(](?:总)?第[0-9０-９一二三四五六七八九十]+期[）)]$`)

func cleanTitle(s string) string {
	s = strings.Trim(squeeze(s), "#*《》　 >|")
	return strings.ReplaceAll(s, "*", "")
}

// kindOf tells the kind of report from its title, else from the sentence that
// says what it is about.
func kindOf(title string, lines []string) budget.ReportKind {
	if k := kindSaid(title); k != budget.KindUnknown {
		return k
	}
	for _, l := range lines {
		if presentsAdjustment(l) {
			return budget.KindAdjustment
		}
		if strings.ContainsAny(l, "告审报议") && strings.Contains(l, "预算") || strings.Contains(l, "决算") {
			if k := kindSaid(l); k != budget.KindUnknown && (k != budget.KindAdjustment || !tellsAmounts(l)) {
				return k
			}
		}
	}
	for _, l := range lines {
		if rank, rest := CutNumber(l); rank > 0 && kindSaid(rest) == budget.KindAdjustment && !tellsAmounts(rest) {
			return budget.KindAdjustment
		}
	}
	return budget.KindUnknown
}

// tellsAmounts reports a sentence with amounts: what happened to a budget (收入预算调整为X万元)
// says nothing of the report.
func tellsAmounts(line string) bool { return phrase.Holds(line, "万元", "亿元") }

// presentsAdjustment reports whether a sentence says that the plan of an adjustment
// follows, whatever else it speaks of.
func presentsAdjustment(line string) bool { return adjustmentRE.MatchString(line) }

var adjustmentRE = regexp.MustCompile(`(?:现将|现就|现提出|编制了)[^，。,]{0,30}调整方案`)

func kindSaid(title string) budget.ReportKind {
	t := strings.ReplaceAll(mainPart(title), "预决算", "") // a column of a web site: 财政预决算
	switch {
	case PartYear(t), strings.Contains(t, "季度"):
		return budget.KindHalfYear
	case strings.Contains(t, "调整") && !strings.Contains(t, "执行"):
		return budget.KindAdjustment
	case strings.Contains(t, "草案") && strings.Contains(t, "执行"), strings.Contains(t, "预算") && strings.Contains(t, "执行"):
		return budget.KindBudget
	case strings.Contains(t, "决算"):
		return budget.KindFinalAccounts
	case strings.Contains(t, "预算"):
		return budget.KindBudget
	}
	if accountsOfTwoYears(t) {
		return budget.KindBudget // 2023年收支账本和2024年收支安排
	}
	return budget.KindUnknown
}

// onlyBudget reports whether a title speaks of the budget of a year and of no
// execution: 2024年预算草案, 2024年预算公开说明, 2024年社会保险基金预算的说明.
func onlyBudget(title string) bool {
	if strings.Contains(title, "草案") {
		return !strings.Contains(title, "执行")
	}
	return strings.Contains(title, "预算") && !phrase.Holds(title, "执行", "完成", "收支情况", "收入情况", "支出情况", "决算", "调整")
}

// stage is the stage of what the report reports on.
func (m Meta) stage() budget.Stage {
	switch m.Kind {
	case budget.KindFinalAccounts:
		return budget.Final
	case budget.KindAdjustment:
		return budget.Adjusted
	}
	return budget.Execution
}

// base is the context before the first heading.
func (m Meta) base() Context {
	ctx := Context{Year: m.Year, Stage: m.stage(), Adjustment: m.Kind == budget.KindAdjustment}
	if m.Next != 0 && m.Kind == budget.KindBudget && onlyBudget(m.Title) {
		ctx.Year, ctx.Stage = m.Next, budget.Budgeted
	}
	ctx.Book = soleBook(m.Title)
	if handsDown(m.Title) {
		ctx.Side = budget.Expenditure
	}
	if m.Title != "" {
		rest := strings.TrimPrefix(m.Title[districtEnd(m):], "关于")
		if sc := m.Government.Scopes(rest); len(sc) == 1 && !phrase.Ends(rest[:sc[0].Start], "和", "及", "与", "、") { // 某自治县和县本级预算 is of both
			ctx.Scope, ctx.Level, ctx.Titled = sc[0].Word, sc[0].Level, true
		}
	}
	return ctx
}

// soleBook is the book of a report on nothing else (社会保险基金决算情况说明, 政府债务专项
// 报告), which need not say so in its headings.
func soleBook(title string) budget.Book {
	b := BookOf(title)
	switch {
	case strings.Contains(title, "财政"):
		return ""
	case b == budget.SocialInsurance, b == budget.StateCapital, b == budget.GovernmentFunds, b == budget.Debt && !phrase.Holds(title, "预算", "决算"):
		return b
	}
	return ""
}

func districtEnd(m Meta) int {
	if i := strings.Index(m.Title, m.District); i >= 0 {
		return i + len(m.District)
	}
	return 0
}

// yearStage reads year and stage of a heading, keeping what it does not say.
func (m Meta) yearStage(t string, year int, stage budget.Stage) (int, budget.Stage) {
	s := StageOf(t)
	ys := Years(t)
	if m.Kind == budget.KindFinalAccounts && s == budget.Execution && !PartYear(t) {
		if len(ys) == 0 && stage == budget.Execution && year > m.Year {
			return year, stage // inside the chapter on the year under way
		}
		s = budget.Final
	}
	switch {
	case len(ys) == 0 && s == budget.Budgeted && strings.Contains(t, "年初预算"):
		return year, s // 年初预算安排情况: of the year that the chapter reports on
	case len(ys) == 1:
		year = ys[0]
		if s == "" && m.Next != 0 && year == m.Next {
			s = budget.Budgeted
		}
		if s == "" && year == m.Year {
			s = m.stage()
		}
	case len(ys) == 0 && s == budget.Budgeted && m.Next != 0 && m.Kind == budget.KindBudget:
		year = m.Next
	case len(ys) == 0 && (s == budget.Execution || s == budget.Final) && m.Year != 0:
		year = m.Year
	case len(ys) > 1:
		return year, stage
	}
	if PartYear(t) {
		s = budget.Execution
	}
	if s == "" {
		s = stage
	}
	return year, s
}

// ReportStage is the stage of the figures that the report reports on.
func (m Meta) ReportStage() budget.Stage { return m.stage() }

// WholeScope names the whole of a government: 全区, 全县.
func WholeScope(g Government) string {
	switch g {
	case 0:
		return ""
	case '街':
		return "全街道"
	}
	return "全" + string(g)
}
