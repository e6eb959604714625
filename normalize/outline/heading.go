package outline

import (
	"regexp"
	"strings"

	"yusuan/budget"
	"yusuan/normalize/wordset"
)

// Heading is a line that opens a chapter, section or point.
type Heading struct {
	Rank     int
	Title    string
	Numbered bool
	Rest     string // the text that goes on behind the title on the same line
}

// Point reports whether a heading numbers a point of a list (1. and below), not a
// chapter or section.
func (h Heading) Point() bool { return h.Rank >= rankPoint }

// bookWords tell which book a heading or caption speaks of, most telling first.
var bookWords = []struct {
	word string
	book budget.Book
}{
	{"社会保险基金", budget.SocialInsurance}, {"社保基金", budget.SocialInsurance},
	{"养老保险基金", budget.SocialInsurance}, {"医疗保险基金", budget.SocialInsurance}, {"失业保险基金", budget.SocialInsurance},
	{"工伤保险基金", budget.SocialInsurance}, {"生育保险基金", budget.SocialInsurance},
	{"国有资本经营", budget.StateCapital},
	{"政府性基金", budget.GovernmentFunds},
	{"一般公共预算", budget.GeneralPublic}, {"公共财政预算", budget.GeneralPublic}, {"公共财政收", budget.GeneralPublic},
	{"政府债务", budget.Debt}, {"地方债务", budget.Debt}, {"债务限额", budget.Debt}, {"债务余额", budget.Debt},
	{"政府债券", budget.Debt}, {"债券资金", budget.Debt}, {"债务情况", budget.Debt}, {"新增债券", budget.Debt}, {"债务收支", budget.Debt},
	{"三公", budget.GeneralPublic}, {"公共预算", budget.GeneralPublic}, {"公共财政支", budget.GeneralPublic},
}

var bookSet = func() *wordset.Set {
	lists := make([][]string, len(bookWords))
	for i, w := range bookWords {
		lists[i] = []string{w.word}
	}
	return wordset.New(lists...)
}()

// BookOf reads the book that a text names; none where it names several.
func BookOf(text string) budget.Book {
	var found budget.Book
	holds := bookSet.In(text)
	if holds == 0 {
		return ""
	}
	for i, w := range bookWords {
		if holds&(1<<i) == 0 {
			continue
		}
		if found != "" && found != w.book {
			if w.book == budget.Debt || w.word == "三公" { // 政府性基金专项债务余额: the book named first in the list wins
				continue
			}
			return ""
		}
		found = w.book
	}
	return found
}

// SideOf reads the side that a heading or caption names; none where it names both.
func SideOf(text string) budget.Side {
	in, out := strings.Contains(text, "收入"), strings.Contains(text, "支出")
	switch {
	case strings.Contains(text, "收支"), in && out:
		return ""
	case in:
		return budget.Revenue
	case out:
		return budget.Expenditure
	}
	return ""
}

// outlook words make a section policy even where it speaks of revenue and expenditure.
var outlook = []string{"形势", "背景", "指导思想", "基本原则", "总体要求", "编制原则", "问题", "困难", "措施", "打算", "建议", "重点工作", "工作安排", "工作情况", "工作重点", "财政工作",
	"主要工作", "支出方向", "成效", "做法", "预期目标", "因素分析", "工作任务", "工作思路", "重点任务"}

// work words make a section policy unless it names a book or an account.
var work = []string{"工作", "改革", "管理", "绩效", "落实", "推进", "推动", "强化", "加强", "提升", "服务", "保障", "监督", "防范", "化解", "风险", "特点", "政策", "决议", "着力", "坚持",
	"聚焦", "助力", "深化", "持续", "支持", "优化", "增进", "夯实", "严肃", "兜牢", "统筹", "培育", "全力", "攻坚", "民生福祉", "促进"}

// account words say that a section holds figures of the accounts.
var account = []string{"一般公共预算", "政府性基金", "国有资本经营预算", "社会保险基金", "社保基金", "收支情况", "收支平衡", "收支执行", "预算执行情况", "预算草案", "（草案）", "预算（草案）", "决算", "债务限额", "债务余额", "债务情况",
	"债券发行", "债券情况", "还本付息", "三公", "预算调整", "转移支付情况", "转移支付执行", "转移支付预算", "转移支付安排", "收入完成", "支出完成", "收支预算", "收支安排", "收入调整", "支出调整", "预备费", "稳定调节基金", "结转", "预算安排", "债务收支", "收支计划", "限额和余额", "限额及余额",
	"发行和偿还", "发行及使用", "收支决算", "收入预算", "支出预算", "收入决算", "支出决算", "债务管理情况", "债务有关", "举借"}

// The lists of sectionWords.
const (
	ofOutlook wordset.List = 1 << iota
	ofWork
	ofAccount
)

var sectionWords = wordset.New(outlook, work, account)

// Glossary reports whether a heading opens the glossary.
func Glossary(title string) bool {
	t := squeeze(title)
	return strings.Contains(t, "名词解释") || strings.Contains(t, "名词说明") || strings.Contains(t, "名词注释") || strings.Contains(t, "有关名词") || strings.Contains(t, "术语解释") ||
		strings.Contains(t, "专业名词")
}

// policyAfter says whether the section under a title is policy, given its parent.
func policyAfter(title string, parent bool) bool {
	holds := sectionWords.In(title)
	acc := holds&ofAccount != 0 || strings.Contains(title, "情况") && (strings.Contains(title, "债务") || strings.Contains(title, "债券"))
	switch {
	case holds&ofOutlook != 0 && !(acc && !parent):
		return true
	case acc && strings.Contains(title, "情况"), acc && holds&ofWork == 0:
		return false
	case acc:
		return parent
	case bareAccount(title):
		return false
	case holds&ofWork != 0:
		return true
	}
	return parent
}

// bareAccount matches headings that are nothing but an account word: 收入, 支出,
// 全县收支, 区级支出.
func bareAccount(title string) bool {
	t := strings.TrimRight(squeeze(title), "。：:")
	for _, s := range []string{"收入", "支出", "收支", "收支情况", "收入情况", "支出情况", "平衡情况", "债务"} {
		if strings.HasSuffix(t, s) && runes(t) <= 10 {
			return true
		}
	}
	return false
}

func (h Heading) apply(ctx Context, meta Meta) Context {
	t := squeeze(h.Title)
	if Glossary(t) {
		return Context{Glossary: true, Policy: true}
	}
	ctx.Policy = policyAfter(t, ctx.Policy)
	if b := BookOf(t); b != "" {
		if b != ctx.Book {
			ctx.Side = ""
		}
		ctx.Book = b
	}
	if sc := meta.Government.titleScopes(t); len(sc) == 1 {
		ctx.Scope, ctx.Level, ctx.Titled = sc[0].Word, sc[0].Level, false
	} else if BookOf(t) == budget.Debt {
		ctx.Scope, ctx.Level = "", "" // debt is told of the whole government where nothing else is said
	}
	if s := SideOf(t); s != "" {
		ctx.Side = s
	} else if strings.Contains(t, "收支") {
		ctx.Side = ""
	}
	if handsDown(t) {
		ctx.Side = budget.Expenditure
	}
	ctx.Year, ctx.Stage = meta.yearStage(t, ctx.Year, ctx.Stage)
	ctx.Partial = meta.partial(t, ctx.Partial)
	ctx.Stock = strings.Contains(t, "稳定调节基金")
	if strings.Contains(t, "预算调整") || strings.Contains(t, "调整方案") {
		ctx.Adjustment = true
	}
	return ctx
}

var handsDownRE = regexp.MustCompile(`对(?:所属|各|我)?(?:下|市|县|区|旗|乡|镇|街|苏木)[\p{Han}（）、]{0,6}转移支付`)

// handsDown reports whether a title speaks of transfers to lower governments, which
// are expenditure of the one that reports: 市对县区转移支付情况.
func handsDown(title string) bool {
	return strings.Contains(title, "转移支付") && !strings.Contains(title, "收入") && handsDownRE.MatchString(title)
}

// maxHeading is the longest title of a heading, in characters.
const maxHeading = 45

// ParseHeading reads a heading: a numbered line, with what follows its title on
// the same line in Rest, or a short line without number that names a chapter.
func ParseHeading(text string) (Heading, bool) {
	t := strings.TrimSpace(text)
	rank, rest := CutNumber(t)
	if rank > 0 {
		return numberedHeading(rank, rest)
	}
	if strings.HasSuffix(t, "？") && len(Years(t)) == 1 && runes(t) <= 30 && !namesMoney(t) {
		return Heading{Rank: rankChapter, Title: t}, true // 2024年，钱怎么安排？
	}
	if len(t) > 200 || runes(t) > 40 || strings.ContainsAny(t, "。；，：:,;|") || strings.ContainsAny(t, "0123456789") && !yearOnly(t) {
		return Heading{}, false
	}
	switch {
	case Glossary(t):
		return Heading{Rank: rankPart, Title: t}, true
	case runes(t) < 3 || strings.Contains(t, "关于") || strings.HasSuffix(t, "局") || strings.Contains(t, "大会") || strings.Contains(t, "各位"):
		return Heading{}, false
	case BookOf(t) != "" && (sectionWords.In(t)&ofAccount != 0 || StageOf(t) != "" || runes(t) <= 10):
		return Heading{Rank: rankSection, Title: t}, true
	case len(Years(t)) == 1 && StageOf(t) != "":
		return Heading{Rank: rankChapter, Title: t}, true
	case bareAccount(t) && !strings.ContainsAny(t, "万元"):
		return Heading{Rank: rankPoint, Title: t}, true
	case (sectionWords.In(t)&ofOutlook != 0 || strings.HasSuffix(t, "工作")) && runes(t) <= 24:
		return Heading{Rank: rankChapter, Title: t}, true
	}
	return Heading{}, false
}

// yearOnly reports whether the only digits of a text are years.
func yearOnly(t string) bool {
	for {
		start, _, end := nextYear(t)
		if strings.ContainsAny(t[:start], "0123456789") {
			return false
		}
		if end == 0 {
			return !strings.ContainsAny(t, "0123456789")
		}
		t = t[end:]
	}
}

// namesMoney reports whether a line holds an amount: then it is a sentence.
func namesMoney(line string) bool { return strings.Contains(line, "元") && moneyRE.MatchString(line) }

var moneyRE = regexp.MustCompile(`[0-9０-９]\s*(?:万|亿|千|百万)?元`)

// numberedHeading splits a numbered line into its title and the text behind it.
// A numbered sentence with amounts before its first full stop has no title.
func numberedHeading(rank int, rest string) (Heading, bool) {
	title, tail := rest, ""
	if i := strings.IndexAny(rest, "。：:"); i >= 0 {
		title, tail = rest[:i], rest[i:]
	}
	if runes(title) > maxHeading || namesMoney(title) {
		return Heading{}, false
	}
	if strings.ContainsAny(title, "，；") && tail != "" && !strings.HasPrefix(tail, "。") {
		return Heading{}, false
	}
	h := Heading{Rank: rank, Title: strings.TrimSpace(title), Numbered: true}
	if tail != "" {
		h.Rest = strings.TrimLeft(tail, "。：: \t\u3000")
	}
	return h, h.Title != ""
}

// Caption reports whether a line is the caption of a table, or its unit.
func Caption(text string) bool {
	if hasSentence(text) {
		return false
	}
	t := squeeze(strings.Trim(text, "#* "))
	n := runes(t)
	if n == 0 || n > 60 {
		return false
	}
	if strings.HasPrefix(t, "单位：") || strings.HasPrefix(t, "单位:") || strings.HasPrefix(t, "（单位") || strings.HasPrefix(t, "金额单位") {
		return true
	}
	if strings.HasPrefix(t, "附表") || strings.HasPrefix(t, "附件") {
		return true
	}
	for _, s := range []string{"表", "平衡情况", "表（草案）", "明细表", "一览表"} {
		if strings.HasSuffix(t, s) && !strings.HasSuffix(t, "见下表") && !strings.HasSuffix(t, "代表") {
			return true
		}
	}
	return strings.HasPrefix(t, "表") && n < 50 && (strings.Contains(t, "预算") || strings.Contains(t, "决算") || strings.Contains(t, "收"))
}

// ShortLine reports whether a line is short and no sentence: what a caption, a
// unit or a note above a table looks like.
func ShortLine(text string) bool {
	return !hasSentence(text) && runes(text) <= 50
}

// hasSentence reports whether a text holds the mark that ends a sentence or clause.
func hasSentence(text string) bool {
	return strings.Contains(text, "。") || strings.Contains(text, "；")
}
