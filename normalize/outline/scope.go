package outline

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"yusuan/budget"
	"yusuan/internal/phrase"
)

// Government is the last character of the reporting government's name: 省, 市,
// 区, 县, 旗, 州, 盟, 镇, 乡 or 街 (街道). It decides whose level 市级 is: the own
// level of a city, the level above for a district.
type Government rune

// scopeWords are the words that name a scope, by their first character, the
// longest first.
var scopeWords = byFirst(listScopeWords())

var halfWidth = strings.NewReplacer("（", "(", "）", ")")

func listScopeWords() []string {
	words := []string{"区金库", "县金库", "市金库", "国库", "金库", "本级"}
	for _, w := range strings.Fields("县市区 县区 市县区 区县 县（市、区） 县市 市县 旗县区 旗县 " +
		"县（市） 县（区） 区（县） 市（县） 旗县市区 市（区） 县（市）区 县（市）、区 县市（区） 区（市）县 区市县 县（区、市） 区（县、市） " +
		"旗县（市、区） 旗县（区） 旗（县、区） 县（市、区、旗） " +
		"乡镇街道 乡镇（街道） 镇（街道） 镇（街） 乡（镇） 镇街道 乡镇街 镇乡街 街镇 镇街 镇乡 镇村 乡镇 乡镇场 镇办 街乡镇 乡街 苏木乡镇 苏木镇 开发区镇街") {
		for _, w := range slices.Compact([]string{w, halfWidth.Replace(w)}) {
			words = append(words, w, w+"级", w+"本级", "各"+w, "各"+w+"级", "各"+w+"本级")
		}
	}
	for _, w := range strings.Fields("省 市 区 县 旗 州 盟 镇 乡 街道") {
		words = append(words, "全"+w, "我"+w, w+"级", w+"本级")
	}
	for _, w := range strings.Fields("自治县 自治州 自治区 自治旗 开发区 高新区 经开区 新区 城区 街") {
		words = append(words, "全"+w, w+"本级")
	}
	return append(words, "全域", "街级", "管委会本级")
}

func byFirst(words []string) map[rune][]string {
	sort.SliceStable(words, func(i, j int) bool { return len(words[i]) > len(words[j]) })
	out := map[rune][]string{}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		out[r] = append(out[r], w)
	}
	return out
}

// areas end the names of sub-areas whose figures are a part of the whole.
var areas = []string{"片区", "园区", "高新区", "经开区", "开发区", "新区", "示范区", "度假区", "产业园", "工业园", "科学城", "保税区", "管理区", "功能区", "新城", "城区"}

// level classifies a scope word for a government. ok is false where the word
// names a level above the reporting government (市级 in a district's report).
func (g Government) level(word string) (budget.Level, bool) {
	switch {
	case strings.Contains(word, "金库"):
		return budget.Treasury, true
	case word == "国库":
		return "", false
	case strings.HasPrefix(word, "全"), strings.HasPrefix(word, "我"):
		return g.whole(word)
	case word == "本级":
		return budget.Own, true
	case strings.HasSuffix(word, "本级"):
		return g.ofLevel(strings.TrimSuffix(word, "本级"))
	case strings.HasSuffix(word, "级") && len([]rune(word)) == 2:
		return g.ofLevel(strings.TrimSuffix(word, "级"))
	}
	return g.several(word)
}

// several judges words that name many governments at once: 乡镇, 县区.
func (g Government) several(word string) (budget.Level, bool) {
	if strings.ContainsAny(word, "县区旗") && rankOf(g) >= rankOf('县') {
		return "", false
	}
	return budget.Lower, true
}

// whole judges 全X and 我X: the whole of a larger unit is not this report's scope.
func (g Government) whole(word string) (budget.Level, bool) {
	r := []rune(word)
	last := r[len(r)-1]
	if last == '道' {
		last = '街'
	}
	if g == 0 || last == rune(g) || last == '域' || rankOf(Government(last)) == rankOf(g) {
		return budget.Consolidated, true
	}
	if rankOf(Government(last)) < rankOf(g) {
		return "", false
	}
	return budget.Lower, true
}

func (g Government) ofLevel(unit string) (budget.Level, bool) {
	r := []rune(unit)
	last := r[len(r)-1]
	if last == '道' {
		last = '街'
	}
	if last == '会' { // 管委会本级
		return budget.Own, true
	}
	own, other := rankOf(g), rankOf(Government(last))
	switch {
	case g == 0 || last == rune(g) || own == other:
		return budget.Own, true
	case other < own:
		return "", false
	}
	return budget.Lower, true
}

// rankOf orders governments from the province down; a county-level city reads
// as 市 and prefers its own name, so 市 stands with the prefectures.
func rankOf(g Government) int {
	switch g {
	case '省':
		return 1
	case '市', '州', '盟':
		return 2
	case '区', '县', '旗':
		return 3
	case '镇', '乡', '街', '办':
		return 4
	}
	return 3
}

// Lowest reports a government without others below it: its own accounts (镇级) are
// those of the whole (全镇).
func (g Government) Lowest() bool { return rankOf(g) == rankOf('镇') }

// Scope is a scope word found in a text.
type Scope struct {
	Start, End int
	Word       string
	Level      budget.Level
}

// Scopes finds the scope words of a text in order, sub-areas not included.
func (g Government) Scopes(text string) []Scope {
	var out []Scope
	end := 0
	for start, first := range text {
		if start < end {
			continue
		}
		word := firstPrefix(text[start:], scopeWords[first])
		if word == "" {
			continue
		}
		end = start + len(word)
		if compound(text, start, end) {
			continue
		}
		if lv, ok := g.level(word); ok {
			out = append(out, Scope{start, end, word, lv})
		}
	}
	return out
}

// titleScopes finds the scope words of a heading, where the governments below may stand
// alone: （三）街道.
func (g Government) titleScopes(title string) []Scope {
	if sc := g.Scopes(title); len(sc) > 0 {
		return sc
	}
	bare := strings.TrimSuffix(strings.TrimRight(title, "。：:"), "情况")
	if sc := g.Scopes(bare + "级"); len(sc) == 1 && sc[0].Start == 0 && sc[0].End == len(bare)+len("级") && sc[0].Level == budget.Lower {
		sc[0].Word = bare
		return sc
	}
	return nil
}

func firstPrefix(s string, words []string) string {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return w
		}
	}
	return ""
}

// compound reports whether the word is a piece of another one: 上级, 下级 and
// 各级 are no scopes here, 国家级 and 市级财政 of another level neither; 全区域
// and 全市场 are other words; 乡镇 in 补助乡镇 or 对乡镇 names a receiver.
func compound(text string, start, end int) bool {
	rest, before := text[end:], text[:start]
	if phrase.Begins(rest, "政府性", "政府债", "政府一般债", "政府专项债") {
		rest = "" // said of money, not of an office
	}
	for _, s := range []string{"场", "域", "性", "配套", "匹配", "承担", "分担", "领导", "委", "政府", "人大", "政协", "以上", "及以上", "规划", "重点", "医院", "部门", "单位"} {
		if strings.HasPrefix(rest, s) {
			return true
		}
	}
	for _, s := range []string{"国家", "补助", "对", "上解", "下划", "返还"} {
		if strings.HasSuffix(before, s) {
			return true
		}
	}
	word := text[start:end]
	if strings.HasPrefix(word, "乡镇") || strings.HasPrefix(word, "镇街") || strings.HasPrefix(word, "街镇") || strings.HasPrefix(word, "镇乡") {
		for _, s := range []string{"上解", "支出", "转移", "补助"} {
			if strings.HasPrefix(rest, s) {
				return s != "支出" // 乡镇支出 is the lower level's expenditure
			}
		}
	}
	return false
}

// Group reads a number of lower governments taken together: 六县市, 四城区, 12个乡镇. It
// returns "" where a text is none.
func Group(g Government, text string) (string, budget.Level) {
	word := strings.TrimSpace(text)
	units := strings.TrimPrefix(strings.TrimLeft(word, "一二两三四五六七八九十0123456789"), "个")
	if units == word || units == "" || runes(units) > 8 {
		return "", ""
	}
	if units == "城区" {
		units = "区"
	}
	for _, unit := range []string{units, units + "级"} {
		if sc := g.Scopes(unit); len(sc) == 1 && sc[0].Word == unit && sc[0].Level == budget.Lower {
			return word, budget.Lower
		}
	}
	return "", ""
}

// Area reports whether a text is the name of a sub-area (东部片区, 高新区).
func Area(text string) bool {
	if len(text) > 48 {
		return false
	}
	for _, a := range areas {
		if strings.HasSuffix(text, a) {
			return true
		}
	}
	return false
}
