package clause

import (
	"strings"
	"unicode/utf8"

	"yusuan/internal/phrase"
)

// revisedNext reports whether the amount after the present one is what it was
// revised to: 由X调整为Y.
func (s *state) revisedNext() bool {
	for j := s.at + 1; j < len(s.items); j++ {
		switch it := &s.items[j]; it.kind {
		case amount, stop, semicolon:
			return false
		case to:
			return planned(it.word)
		}
	}
	return false
}

// approved reports whether the sentence says that a congress approved what is
// named (县人大批准的…收入X万元) and nothing has been done with it yet.
func (s *state) approved() bool {
	if !s.approval && !s.cues.approval {
		return false
	}
	said := s.said(s.sentStart, s.items[s.at].start)
	i := -1
	for _, w := range approvals {
		i = max(i, strings.LastIndex(said, w))
	}
	if i < 0 && !s.approval {
		return false
	}
	return !phrase.Holds(said[max(i, 0):], doneWords...)
}

// approvedRevision reports whether the sentence says that a congress approved what a
// budget was revised to, and nothing has been done with it yet: 人大常委会批准调整收入预期数
// X万元.
func (s *state) approvedRevision() bool {
	if !s.cues.approval {
		return false
	}
	_, behind, ok := strings.Cut(s.said(s.sentStart, s.items[s.at].start), "批准调整")
	return ok && !phrase.Begins(behind, "方案", "的", "后") && !phrase.Holds(behind, doneWords...)
}

// decider reports whether the text at item i only says who decided on the amount: a
// congress, its government (县|人代会批准预算), or the 的 behind 批准.
func (s *state) decider(i int) bool {
	word := s.items[i].word
	switch utf8.RuneCountInString(word) {
	case 1:
		if word == "的" {
			return i > 0 && s.items[i-1].kind == spend
		}
		return strings.Contains("省市区县旗州镇乡", word) && i+1 < len(s.items) && s.items[i+1].kind == stage && s.items[i+1].start == s.items[i].end
	default:
		return len(word) <= 3*16 && phrase.Ends(word, "人代会", "人大", "人大常委会", "人民代表大会", "次会议", "人大会议", "人代会议")
	}
}

// approvals are words of a congress that decided on a budget.
var approvals = []string{"批准", "审议通过", "通过的", "年初确定", "年初预定"}

// doneWords say that something was done with what a congress approved.
var doneWords = []string{"完成", "实现", "执行", "调整", "决算", "限额", "债务", "债券"}

// revisedBefore reports whether the section compares with an earlier adjustment of
// the same budget: 由X调整为Y then starts from an adjusted figure.
func (s *state) revisedBefore() bool {
	return s.carry.Revised || revised(s.par[:s.items[s.at].start])
}

// revised reports whether a text names an earlier adjustment.
func revised(text string) bool {
	return strings.Contains(text, "次调整") && phrase.Holds(text, earlier...) || strings.Contains(text, "中期调整")
}

var earlier = []string{"上次调整", "前次调整", "第一次调整", "第二次调整", "首次调整", "上一次调整"}
