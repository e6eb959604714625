// Package clause reads the sentences of a report: a small grammar over the terms
// of the fiscal lexicon that gives every amount its subject, scope, year, stage
// and role, or leaves it unattributed.
package clause

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/normalize/lexicon"
	"yusuan/normalize/money"
	"yusuan/normalize/outline"
)

// kind is the class of an item: what the grammar sees of a word.
type kind int

const (
	text      kind = iota // words that the lexicon does not know
	subject               // a subject term
	side                  // a bare 收入 or 支出
	book                  // a book's name that is no subject
	scope                 // 全区, 区级, 金库, a named area
	year                  // 2023年
	relYear               // 上年, 去年同期, 今年
	stage                 // 年初预算, 调整预算, 决算数
	add                   // 加, 加上
	among                 // 其中
	divided               // 分别为
	etcetera              // 等
	rise                  // 增加, 调增: a change upward when an amount follows
	fall                  // 减少, 调减
	from                  // 由, 从
	to                    // 调整为, 增至
	against               // 比上年, 较年初预算
	up                    // 增长
	down                  // 下降
	same                  // 持平
	share                 // 占, 比重
	hedge                 // 约, 超过, 左右
	spend                 // 安排, 拨付, 投入: opens an earmark
	use                   // 动用, 使用
	refill                // 补充
	opening               // 年初, 上年末
	closing               // 年末, 动用后
	filler                // 完成, 为, 达: between a subject and its amount
	basis                 // 同口径
	noBudget              // 减税降费: an amount beside it is no budget figure
	open                  // （
	shut                  // ）
	comma                 // ，
	pause                 // 、
	colon                 // ：
	semicolon             // ；
	stop                  // 。
	ordinal               // 一是, 二是
	netting               // 收支相抵: what follows stands outside the sum
	purpose               // 用于, 支持
	ofBudget              // 完成预算, 为年初预算: a rate or the budget follows
	carryOver             // 补充
	amount
	percent
	points
)

// item is one word, mark or number of a paragraph.
type item struct {
	kind       kind
	start, end int
	word       string
	value      string // of the term: a stage, a level, an offset
	term       *lexicon.Term
	num        *money.Token
	level      budget.Level
	year       int
	runes      int // of unknown text
}

// Reader reads the paragraphs of one report. What it keeps from one to the next is
// room to work in, nothing that it read; it serves one goroutine.
type Reader struct {
	lex   *lexicon.Lexicon
	state state
	items []item
	toks  []lexicon.Token
}

// New returns a reader over a lexicon.
func New(l *lexicon.Lexicon) *Reader { return &Reader{lex: l} }

// cut cuts a paragraph into items, which hold until the next paragraph.
func (r *Reader) cut(par string, nums []money.Token, meta outline.Meta) []item {
	out := r.items[:0]
	pos := 0
	w := words{r: r, par: par, meta: meta}
	for k := range nums {
		n := &nums[k]
		out = w.stretch(out, pos, n.Start)
		out = append(out, numberItem(n))
		pos = n.End
	}
	r.items = w.stretch(out, pos, len(par))
	return r.items
}

// words cuts the text between numbers.
type words struct {
	r    *Reader
	par  string
	meta outline.Meta
}

// stretch appends the items of par[from:to]. Calendar years are taken out first:
// the year of 2024年初 is no word of the lexicon, 年初 is.
func (w *words) stretch(out []item, from, to int) []item {
	if to-from > longProse {
		return w.longStretch(out, from, to)
	}
	return w.shortStretch(out, from, to)
}

// longStretch leaves whole sentences without numbers out of a long stretch: only
// what follows the last amount and what leads to the next one can speak of them.
func (w *words) longStretch(out []item, from, to int) []item {
	s := w.par[from:to]
	first, last := strings.Index(s, "。"), strings.LastIndex(s, "。")
	if first < 0 || last-first <= longProse {
		return w.shortStretch(out, from, to)
	}
	out = w.shortStretch(out, from, from+first+len("。"))
	out = append(out, item{kind: stop, start: from + last, end: from + last + len("。"), word: "。"})
	return w.shortStretch(out, from+last+len("。"), to)
}

func (w *words) shortStretch(out []item, from, to int) []item {
	if m := findPartition(w.par[from:to]); m != nil && partition(w.par[from+m[0]:from+m[1]]) {
		out = w.shortStretch(out, from, from+m[0])
		end := from + m[1]
		_, n := utf8.DecodeLastRuneInString(w.par[from:end])
		out = append(out, item{kind: among, start: from + m[0], end: end - n, word: w.par[from+m[0] : end-n]})
		return w.shortStretch(out, end-n, to)
	}
	for from < to {
		at, end, y := outline.FindYear(w.par[from:to])
		if y == 0 {
			break
		}
		out = w.cut(out, from, from+at)
		out = append(out, item{kind: year, start: from + at, end: from + end, word: w.par[from+at : from+end], year: y})
		from += end
		if k, n := yearEdge(w.par[from:to]); n > 0 {
			out = append(out, item{kind: k, start: from, end: from + n, word: w.par[from : from+n]})
			from += n
		}
	}
	return w.cut(out, from, to)
}

// partitionRE finds what opens a further split of the figure before: 分支出级次看，
// 从征收部门来看：, 按构成分：. No list of words exhausts these.
var partitionRE = regexp.MustCompile(`(?:分|从|按)[\p{Han}]{1,10}?(?:来看|上看|看|划分|分)[，,：:]|分(?:项|科目|类)(?:完成|执行|安排|支出)?(?:情况)?[，,：:]|分(?:征收部门|部门|税种|级次|科目|类型|来源|险种|项目)(?:收入|支出)?(?:完成|执行)?(?:情况)?[，,：:]`)

// partitionEnds are the words of partitionRE before its mark.
var partitionEnds = []string{"看", "分", "部门", "税种", "级次", "科目", "类型", "来源", "险种", "项目", "完成", "执行", "安排", "情况"}

// findPartition asks the expression only where a mark follows one of its words.
func findPartition(s string) []int {
	for i, r := range s {
		if k, _ := markOf(r); (k == comma || k == colon) && phrase.Ends(s[:i], partitionEnds...) {
			return partitionRE.FindStringIndex(s)
		}
	}
	return nil
}

func partition(s string) bool {
	return !strings.HasPrefix(s, "分别")
}

// yearEdge reads the 初 and 末 that follow a year's number.
func yearEdge(rest string) (kind, int) {
	switch {
	case strings.HasPrefix(rest, "初预算"), strings.HasPrefix(rest, "初安排"):
		return text, 0
	case strings.HasPrefix(rest, "初"):
		return opening, len("初")
	case strings.HasPrefix(rest, "末"), strings.HasPrefix(rest, "底"):
		return closing, len("末")
	}
	return text, 0
}

func (w *words) cut(out []item, from, to int) []item {
	if from >= to {
		return out
	}
	w.r.toks = w.r.lex.Cut(w.r.toks[:0], w.par[from:to])
	return w.r.appendWords(out, w.par, from, w.r.toks, w.meta)
}

func numberItem(n *money.Token) item {
	k := amount
	switch n.Kind {
	case money.Percent:
		k = percent
	case money.Points:
		k = points
	}
	return item{kind: k, start: n.Start, end: n.End, word: n.Raw, num: n}
}

func (r *Reader) appendWords(out []item, par string, base int, toks []lexicon.Token, meta outline.Meta) []item {
	for _, t := range toks {
		start, end := base+t.Start, base+t.End
		if t.Term == nil {
			out = r.appendUnknown(out, par, start, end, meta)
			continue
		}
		it := item{start: start, end: end, word: par[start:end], term: t.Term, value: t.Term.Value}
		it.kind = classify(t.Term)
		if it.kind == scope {
			lv, ok := r.lex.Level(it.word, meta.Reporter())
			if !ok || lv == lexicon.Upper || lv == "" {
				it.kind, it.runes = text, utf8.RuneCountInString(it.word)
			}
			it.level = lv
		}
		if it.kind == relYear {
			it.year = relativeYear(t.Term.Value)
		}
		out = append(out, it)
	}
	return out
}

// appendUnknown splits unknown text at marks, years and area names.
func (r *Reader) appendUnknown(out []item, par string, start, end int, meta outline.Meta) []item {
	from := start
	flush := func(to int) {
		out = r.appendPlain(out, par, from, to, meta)
	}
	for i := start; i < end; {
		c, n := utf8.DecodeRuneInString(par[i:])
		k, isMark := markOf(c)
		if !isMark {
			i += n
			continue
		}
		flush(i)
		out = append(out, item{kind: k, start: i, end: i + n, word: par[i : i+n]})
		i += n
		from = i
	}
	flush(end)
	return out
}

func markOf(c rune) (kind, bool) {
	switch c {
	case '，', ',':
		return comma, true
	case '、', '/':
		return pause, true
	case '：', ':':
		return colon, true
	case '；', ';':
		return semicolon, true
	case '。', '！', '？', '\n':
		return stop, true
	case '（', '(', '〔', '【', '[':
		return open, true
	case '）', ')', '〕', '】', ']':
		return shut, true
	}
	return text, false
}

func (r *Reader) appendPlain(out []item, par string, start, end int, meta outline.Meta) []item {
	s := par[start:end]
	if first, _ := utf8.DecodeRuneInString(s); !unicode.IsLetter(first) && strings.TrimSpace(strings.Trim(s, "*#-—－·•●◆■○>　 \t“”\"‘’")) == "" {
		return out
	}
	if word, level := outline.Group(meta.Government, s); word != "" {
		return append(out, item{kind: scope, start: start, end: end, word: word, level: level}) // 六县市
	}
	if outline.Area(s) {
		if level := budget.Consolidated; r.lex.OwnZone(meta.District, s) {
			return append(out, item{kind: scope, start: start, end: end, word: s, level: level}) // the reporting zone itself
		}
		return append(out, item{kind: scope, start: start, end: end, word: s, level: budget.Part})
	}
	return append(out, item{kind: text, start: start, end: end, word: s, runes: utf8.RuneCountInString(strings.TrimSpace(s))})
}
