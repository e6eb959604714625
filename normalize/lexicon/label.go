package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Normalize cleans a printed label without interpreting it: numbering, bullets,
// 其中：, 加：, 减：, subject codes, footnote marks and a closing colon are taken
// off, spaces inside taken out, brackets and quotation marks made full width.
func (l *Lexicon) Normalize(label string) string {
	s := squeeze(label)
	for {
		t := trimLead(s)
		if t == s || t == "" {
			break
		}
		s = t
	}
	return trimTail(s)
}

// squeeze takes out spaces and folds brackets, colons and quotation marks. A
// space that ends a numbering (一 税收收入, 201 一般公共服务支出) becomes 、 first.
func squeeze(s string) string {
	if ideographs(s) {
		return s
	}
	s = markNumbering(strings.TrimFunc(s, isSpace))
	open := true
	return strings.Map(func(r rune) rune {
		switch {
		case isIdeograph(r):
			return r
		case isSpace(r):
			return -1
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		case r == '"' && open:
			open = false
			return '“'
		case r == '"':
			open = true
			return '”'
		}
		if f, ok := folded[r]; ok {
			return f
		}
		return r
	}, s)
}

// ideographs tells whether s has nothing else in it, as nearly all labels of the
// vocabulary and most printed ones: there is nothing to fold.
func ideographs(s string) bool {
	for _, r := range s {
		if !isIdeograph(r) {
			return false
		}
	}
	return true
}

func isIdeograph(r rune) bool { return r >= '\u4e00' && r <= '\u9fff' }

// folded maps the spellings of a mark to one.
var folded = map[rune]rune{
	'(': '（', ')': '）', '〔': '（', '〕': '）', '[': '（', ']': '）', '［': '（', '］': '）', '【': '（', '】': '）',
	':': '：', '﹕': '：', '∶': '：', '＂': '”', '「': '“', '」': '”', '『': '“', '』': '”', '〝': '“', '〞': '”', '﹙': '（', '﹚': '）',
	'．': '.', '﹒': '.',
}

func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\u2060' || r == '\ufeff'
}

func markNumbering(s string) string {
	i := strings.IndexFunc(s, isSpace)
	if i <= 0 {
		return s
	}
	head := s[:i]
	for _, r := range head {
		if !isNumeral(r) && !(r >= '0' && r <= '9') {
			return s
		}
	}
	return head + "、" + s[i:]
}

func isNumeral(r rune) bool {
	return strings.ContainsRune("一二三四五六七八九十百零〇", r)
}

// bullets may stand before a label.
const bullets = "—–-－―─·•●○■□◆◇★☆*＊※#＃▲△→>、，,。.；;：/|*"

// leads are words before a label that say how it stands to its neighbours.
var leads = []string{"其中：", "其中:", "其中，", "加：", "减：", "另：", "注：", "包括：", "其中"}

func trimLead(s string) string {
	for _, w := range leads {
		if t := strings.TrimPrefix(s, w); t != s && t != "" {
			return t
		}
	}
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case strings.ContainsRune(bullets, r):
		return s[size:]
	case r >= '①' && r <= '⓿' || r >= 'Ⅰ' && r <= 'ⅿ' || r >= '❶' && r <= '➓' || r >= '㈠' && r <= '㈩', r >= '⑴' && r <= '⒛':
		return s[size:]
	case r == '（':
		return trimBracketNumber(s)
	case r >= '0' && r <= '9':
		return trimDigits(s)
	case isNumeral(r):
		return trimNumeral(s)
	case r == '第':
		return trimOrdinal(s)
	}
	return s
}

// trimBracketNumber takes off （一）, （1）, （20101）.
func trimBracketNumber(s string) string {
	inner, rest, ok := strings.Cut(strings.TrimPrefix(s, "（"), "）")
	if !ok || inner == "" || rest == "" {
		return s
	}
	for _, r := range inner {
		if !isNumeral(r) && !(r >= '0' && r <= '9') && r != '.' {
			return s
		}
	}
	return rest
}

// trimDigits takes off 1. 1、 1.1 2） and subject codes such as 201 or 20101,
// but leaves a year (2023年) and counts (3个) alone.
func trimDigits(s string) string {
	i := 0
	for i < len(s) && (s[i] >= '0' && s[i] <= '9' || (s[i] == '.' || s[i] == '-') && i > 0) {
		i++
	}
	rest := s[i:]
	if rest == "" {
		return s
	}
	r, size := utf8.DecodeRuneInString(rest)
	if strings.ContainsRune("、）：", r) {
		return rest[size:]
	}
	if !unicode.Is(unicode.Han, r) && r != '“' && r != '（' {
		return s
	}
	if s[i-1] != '.' && strings.ContainsRune("年月日个项万亿元户人类款级次期本", r) { // 3个, but 3.个人所得税
		return s
	}
	return rest
}

// trimNumeral takes off 一、 and 十二. but not the 一 of 一般.
func trimNumeral(s string) string {
	i := strings.IndexFunc(s, func(r rune) bool { return !isNumeral(r) })
	if i < 0 {
		return s
	}
	r, size := utf8.DecodeRuneInString(s[i:])
	if strings.ContainsRune("、.，：）", r) && len(s) > i+size {
		return s[i+size:]
	}
	return s
}

// trimOrdinal takes off 第一部分 and 第二：.
func trimOrdinal(s string) string {
	rest := strings.TrimPrefix(s, "第")
	i := strings.IndexFunc(rest, func(r rune) bool { return !isNumeral(r) })
	if i <= 0 {
		return s
	}
	rest = rest[i:]
	for _, w := range []string{"部分", "、", "：", "，"} {
		if t := strings.TrimPrefix(rest, w); t != rest && t != "" {
			return t
		}
	}
	return s
}

// trimTail takes off closing colons, footnote marks and 注1.
func trimTail(s string) string {
	for {
		r, size := utf8.DecodeLastRuneInString(s)
		switch {
		case size == 0 || size == len(s):
			return s
		case strings.ContainsRune("：:*＊※；;，,。、", r), r >= '①' && r <= '⑳', r >= '¹' && r <= '⁹':
			s = s[:len(s)-size]
		case r == '）' && footnote(s) > 0:
			s = s[:len(s)-footnote(s)]
		default:
			return s
		}
	}
}

// footnote returns the length of a closing （1） or （注2）, or 0.
func footnote(s string) int {
	i := strings.LastIndex(s, "（")
	if i <= 0 {
		return 0
	}
	inner := strings.TrimPrefix(s[i+len("（"):len(s)-len("）")], "注")
	if inner == "" && !strings.HasSuffix(s, "（注）") {
		return 0
	}
	for _, r := range inner {
		if r < '0' || r > '9' {
			return 0
		}
	}
	return len(s) - i
}
