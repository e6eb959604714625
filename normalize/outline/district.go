package outline

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"yusuan/internal/phrase"
)

var (
	districtRE = regexp.MustCompile(`^(?:提请审[查议])?([\p{Han}]{1,20}?(?:特别行政区|自治区|自治州|自治县|自治旗|新区|开发区|高新区|经开区|管委会|省|市|区|县|旗|州|盟|镇|乡|街道))`)
	bureauRE   = regexp.MustCompile(`([\p{Han}]{1,20}?(?:自治区|自治州|自治县|自治旗|新区|开发区|高新区|经开区|管委会|省|市|区|县|旗|州|盟|镇|乡|街道))(?:人民政府)?财政(?:局|厅|所|办|分局)`)
	congressRE = regexp.MustCompile(`([\p{Han}]{1,20}?(?:自治区|自治州|自治县|自治旗|省|市|区|县|旗|州|盟|镇|乡))(?:第[一二三四五六七八九十]+届|[一二三四五六七八九十]+届|人大常委会|人民代表大会)`)
	zoneRE     = regexp.MustCompile(`^(?:20[0-9]{2}年度?[，,]?)([\p{Han}]{2,10}?(?:合作区|新区|开发区|高新区|经开区|示范区|管理区))(?:地方|一般公共|公共财政|财政)[\p{Han}]*收入`)
	citedRE    = regexp.MustCompile(`《[^》]*》`)
	// opensRE finds a name at the head of a page whose title runs on: 某县2023年…, 某县本级….
	opensRE = regexp.MustCompile(`^([\p{Han}]{1,12}?(?:自治县|自治旗|新区|开发区|市|区|县|旗|镇|乡))(?:20[0-9]{2}\s*年|本级|县级|区级)`)
)

// signature is how long a line may be that says whose report it is: in a longer one the
// bureau named is another (根据省财政厅《…》).
const signature = 40

func findDistrict(title string, lines []string) string {
	rest := strings.TrimPrefix(title, "关于")
	rest = strings.TrimPrefix(rest, "提请批准")
	rest = strings.TrimPrefix(rest, "《")
	if start, end, year := FindYear(rest); year != 0 && start == 0 {
		rest = rest[end:]
	}
	if name := placeName(placeAt(rest)); name != "" && !strings.HasPrefix(name, "全") && !strings.HasPrefix(name, "我") {
		return longest(name, rest)
	}
	for _, l := range lines {
		if i := strings.Index(l, "关于"); i > 0 && runes(l) <= 60 && !strings.HasSuffix(l[:i], "《") {
			head := cleanTitle(l[:i])
			if name := placeName(placeAt(head)); name != "" {
				return longest(name, head)
			}
		}
	}
	if name := authorLine(lines); name != "" {
		return name
	}
	for _, l := range lines[:min(len(lines), 3)] {
		if name := matched(opensRE, squeeze(l)); name != "" && !strings.HasPrefix(name, "全") {
			return name
		}
	}
	if name := zoneTold(lines); name != "" {
		return name
	}
	for _, re := range []*regexp.Regexp{bureauRE, congressRE} {
		for _, l := range lines {
			t := squeeze(l)
			if re == bureauRE && (runes(t) > signature || strings.Contains(t, "《")) {
				continue
			}
			t = citedRE.ReplaceAllString(t, "")
			if name := matched(re, t); name != "" && !strings.HasPrefix(name, "全") {
				return strings.TrimPrefix(longest(name, t[strings.Index(t, name):]), "在")
			}
		}
	}
	return ""
}

// zoneTold is the zone that the first sentence on revenue names, in a text that begins
// without a title: 2022年某某新区一般公共预算收入X亿元.
func zoneTold(lines []string) string {
	for _, l := range lines {
		if m := zoneRE.FindStringSubmatch(squeeze(l)); m != nil && !strings.HasPrefix(m[1], "全") {
			return m[1]
		}
		if strings.Contains(l, "预算收入") {
			break
		}
	}
	return ""
}

// authorLine is the government of a line that holds nothing but its name: 某县人民政府.
func authorLine(lines []string) string {
	for _, l := range lines {
		t := cleanTitle(l)
		if runes(t) > 24 || !strings.HasSuffix(t, "人民政府") {
			continue
		}
		if name := placeName(placeAt(t)); name != "" {
			if name = longest(name, t); name+"人民政府" == t {
				return name
			}
		}
	}
	return ""
}

// matched is the name that re finds in a text, "" where what it finds is none.
func matched(re *regexp.Regexp, text string) string {
	m := re.FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	name := placeName(m[1])
	if after, found := strings.CutPrefix(name, "经"); found && re == congressRE && !strings.HasPrefix(after, "开") && runes(after) > 1 {
		return after // 经某县第十九届人民代表大会…批准
	}
	return name
}

// placeName frees a name of the words of the sentence that run into it, "" where nothing
// else is left.
func placeName(name string) string {
	for _, w := range beforeNames {
		if i := strings.LastIndex(name, w); i >= 0 {
			name = name[i+len(w):]
		}
	}
	if runes(name) < 2 || bareGovernment(name) || strings.HasPrefix(name, "自治") && runes(name) == 3 {
		return ""
	}
	return name
}

// beforeNames are words of a sentence that run into the name behind them.
var beforeNames = []string{"下达", "批准", "核定", "转发", "记者", "近日", "有关规定和", "日在", "现向", "已向", "提交", "发布", "召开的", "执行", "贯彻", "落实", "按照", "根据", "在"}

// bareGovernment reports whether a text only ends with a word for a government that is
// not named: 现向县, 日县, 从省, 对全县.
func bareGovernment(name string) bool {
	last, n := utf8.DecodeLastRuneInString(name)
	if !strings.ContainsRune("省市区县旗州盟镇乡", last) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(name[:len(name)-n])
	if utf8.RuneCountInString(name) == 2 {
		return strings.ContainsRune("日月年从向在由受为我全该本各经比与对和及", before)
	}
	return strings.ContainsRune("日从向在由受为和全我于的各经比与对", before)
}

// longest extends a city's name by the district that follows it, and a district's by
// its town: 某市某区某镇.
func longest(name, rest string) string {
	tail := strings.TrimPrefix(rest, name)
	if next := placeAt(tail); next != name && !bareGovernment(next) && runes(next) <= 10 && runes(next) >= 2 && !strings.HasPrefix(next, "本级") &&
		!strings.HasPrefix(next, "全") && !strings.HasPrefix(tail, "级") && !strings.HasPrefix(tail, "本级") && !strings.ContainsAny(next, "第届年局") {
		name += next
		if town := placeAt(strings.TrimPrefix(tail, next)); runes(town) >= 2 && runes(town) <= 6 && endsInTown(town) && !strings.ContainsAny(town[:len("各")], "各所全") {
			name += town
		}
	}
	return name
}

// endsInTown reports whether a name is that of a town, a township or a street.
func endsInTown(name string) bool {
	return strings.HasSuffix(name, "镇") || strings.HasSuffix(name, "乡") || strings.HasSuffix(name, "街道")
}

// placeAt reads the name of a place that a text begins with, "" where it begins with
// none. A place may be named after a unit of another kind: the unit of 云州市, 青镇市
// and 石市区 is the character behind 州, 镇 and 市.
func placeAt(text string) string {
	m := districtRE.FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	return m[1] + unitBehind(m[1], text[strings.Index(text, m[1])+len(m[1]):])
}

// unitBehind is the unit that goes on with a name: 市 behind 云州. 市级 and 市本级 behind
// a city's name are the city's level, and 区县 behind it are its parts.
func unitBehind(name, rest string) string {
	for _, unit := range []string{"市", "区", "县", "旗", "省"} {
		after, ok := strings.CutPrefix(rest, unit)
		switch {
		case !ok:
		case strings.HasSuffix(name, "自治"+lastRune(name)):
		case strings.ContainsAny(lastRune(name), "州镇乡"):
			return unit
		case strings.HasSuffix(name, "市") && (unit == "市" || unit == "区") && !phrase.Begins(after, levelTails...):
			return unit
		}
	}
	return ""
}

// levelTails follow a unit that names a level or many places, not a place: 市本级, 区县.
var levelTails = []string{"级", "本级", "直", "属", "县", "区", "乡", "镇", "域", "委", "财", "政"}

func lastRune(s string) string {
	_, n := utf8.DecodeLastRuneInString(s)
	return s[len(s)-n:]
}

func governmentOf(district, title string, lines []string) Government {
	if district == "" {
		return governmentSaid(append([]string{title}, lines...))
	}
	r := []rune(district)
	last := r[len(r)-1]
	switch last {
	case '道':
		last = '街'
	case '会':
		last = '区'
	}
	return Government(last)
}

// governmentSaid is the government that the first line to name one speaks for: 受区人民政府
// 委托, 我县, 全市. Ranks and averages name others (全市第九, 全省平均).
func governmentSaid(lines []string) Government {
	for _, l := range lines {
		if strings.Contains(l, "自治区本级") {
			return 0 // its 全区 is no district
		}
	}
	for _, l := range lines {
		at, found := len(l), Government(0)
		for _, g := range "省市区县旗州盟镇乡" {
			for _, w := range speaks {
				w = strings.ReplaceAll(w, "县", string(g))
				if i := strings.Index(l, w); i >= 0 && i < at && !ranking(l[:i], l[i+len(w):]) {
					at, found = i, Government(g)
				}
			}
		}
		if found != 0 {
			return found
		}
	}
	return 0
}

// speaks are the ways in which a report of a county says that it is one's.
var speaks = []string{"我县", "受县人民政府", "受县政府", "全县", "在县十", "在县第", "在县人大"}

// ranking reports whether what stands around 全市 compares with others of it.
func ranking(before, rest string) bool {
	if phrase.Ends(before, "位居", "位列", "名列", "高于", "低于", "快于", "居", "在") {
		return true
	}
	return phrase.Begins(rest, "第", "平均", "排", "前", "首位", "末位", "名列")
}
