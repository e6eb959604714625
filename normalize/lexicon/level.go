package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"yusuan/budget"
)

// Upper is the value of level words that name a government above the report's
// own (中央, 上级), and what Level says of 市级 in the report of a district.
const Upper budget.Level = "upper"

// rank orders administrative units from the township up. 市 is a prefecture or
// a county-level city, which the word alone does not say.
var rank = map[rune][2]int{
	'省': {4, 4}, '市': {2, 3}, '州': {3, 3}, '盟': {3, 3}, '区': {2, 2}, '县': {2, 2}, '旗': {2, 2},
	'镇': {1, 1}, '乡': {1, 1}, '街': {1, 1},
}

// Level classifies a scope as worded, seen from the district that the report is
// of (重庆市某区, 某县, 某省; empty where unknown). 市级 is the own level of a
// city, a lower level of a province and Upper for a district.
func (l *Lexicon) Level(word, district string) (budget.Level, bool) {
	word = l.Normalize(word)
	if word != "" && strings.HasSuffix(placeName(district), word) && ownKind(district) != 0 {
		return budget.Consolidated, true
	}
	if strings.HasSuffix(district, "自治区") && strings.HasPrefix(word, "全区") || word == "我区" && strings.HasSuffix(district, "自治区") {
		return budget.Consolidated, true // 全区 of an autonomous region
	}
	t, ok := l.terms[word]
	if !ok || t.Class != ClassLevel {
		if l.isArea(word) {
			return budget.Part, true
		}
		return "", false
	}
	level := budget.Level(t.Value)
	if level == budget.Part && l.OwnZone(district, word) {
		return budget.Consolidated, true
	}
	own, named := ownKind(district), unitOf(word)
	if own != 0 && own == named && level == budget.Lower {
		return budget.Own, true // 镇级 in the report of a town
	}
	if own == 0 || named == 0 || own == named || level == budget.Part || level == budget.Treasury {
		return level, true
	}
	switch {
	case rank[named][1] < rank[own][0]:
		return budget.Lower, true
	case rank[named][0] > rank[own][1]:
		return Upper, true
	case named == '市' && rank[own][0] == 2:
		return Upper, true
	case own == '市' && rank[named][0] == 2:
		return budget.Lower, true
	}
	return level, true
}

// OwnZone reports whether an area's name is that of the reporting government, a zone,
// or its usual short form (高新区 of 高新技术产业开发区).
func (l *Lexicon) OwnZone(district, name string) bool {
	d := placeName(district)
	if strings.HasSuffix(d, name) {
		return true
	}
	if !l.isArea(d) || !strings.HasSuffix(d, "区") || !strings.HasSuffix(name, "区") || utf8.RuneCountInString(name) > 4 {
		return false
	}
	for _, r := range name {
		at := strings.IndexRune(d, r)
		if at < 0 {
			return false
		}
		d = d[at+utf8.RuneLen(r):]
	}
	return true
}

// ownKind returns the unit of a district's name: 县 of 某某苗族自治县, 区 of a
// development zone, 州 of an autonomous prefecture; 省 also for 自治区.
func ownKind(district string) rune {
	district = strings.TrimSuffix(placeName(district), "道")
	if strings.HasSuffix(district, "自治区") {
		return '省'
	}
	r, _ := utf8.DecodeLastRuneInString(district)
	if _, ok := rank[r]; !ok {
		return 0
	}
	return r
}

// placeName takes the name of the body off a district's name.
func placeName(district string) string {
	for _, body := range []string{"管委会", "管理委员会", "办事处", "人民政府"} {
		district = strings.TrimSuffix(district, body)
	}
	return district
}

// unitOf returns the unit that a scope word names: 县 of 全县, 县级, 县本级, 我县.
func unitOf(word string) rune {
	if strings.HasPrefix(strings.TrimPrefix(word, "全"), "自治区") {
		return '省'
	}
	if word == "市辖区" {
		return '区'
	}
	if strings.HasPrefix(word, "街") || strings.HasPrefix(word, "乡镇") {
		return '镇'
	}
	for _, r := range word {
		if _, ok := rank[r]; ok {
			return r
		}
	}
	return 0
}

// areas are the endings of a named sub-area (两江片区, 某某工业园区).
var areas = []string{"片区", "园区", "新区", "开发区", "示范区", "度假区", "高新区", "经开区", "保税区", "试验区", "风景区", "名胜区", "合作区", "管理区"}

func (l *Lexicon) isArea(word string) bool {
	for _, a := range areas {
		if strings.HasSuffix(word, a) && utf8.RuneCountInString(word) <= 12 {
			return true
		}
	}
	return false
}

// Place reports whether a label is the name of a place and nothing else, as the
// rows of a table by township print it (某某镇, 某某街道, 某某县).
func (l *Lexicon) Place(label string) bool {
	label = l.Normalize(label)
	n := utf8.RuneCountInString(label)
	if n < 2 || n > 14 || len(l.labels[label]) > 0 || strings.ContainsFunc(label, notHan) {
		return false
	}
	if t, ok := l.terms[label]; ok && t.Class != ClassLevel {
		return false
	}
	for _, unit := range places {
		if strings.HasSuffix(label, unit) && label != unit {
			return true
		}
	}
	return false
}

// places are the endings of names of places.
var places = []string{"镇", "乡", "街道", "街道办事处", "办事处", "苏木", "县", "区", "市", "旗", "州", "盟", "管委会", "农场", "林场", "园区"}

// Area returns the start of the name that ends with the level token at (片区,
// 开发区): the unknown text right before it, where that is a short word on its
// own between a mark or a term and the token. Otherwise it returns the token's start.
func (l *Lexicon) Area(clause string, tokens []Token, at int) int {
	start := tokens[at].Start
	if at == 0 || tokens[at-1].Term != nil || tokens[at].Term == nil || tokens[at].Term.Value != string(budget.Part) {
		return start
	}
	before := clause[tokens[at-1].Start:tokens[at-1].End]
	name := before
	if i := strings.LastIndexFunc(before, notHan); i >= 0 {
		_, size := utf8.DecodeRuneInString(before[i:])
		name = before[i+size:]
	}
	if n := utf8.RuneCountInString(name); n == 0 || n > 8 {
		return start
	}
	return start - len(name)
}

func notHan(r rune) bool { return !unicode.Is(unicode.Han, r) }
