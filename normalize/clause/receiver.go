package clause

import (
	"strings"
	"unicode/utf8"

	"yusuan/budget"
	"yusuan/internal/phrase"
)

// receives reports whether the lower government at item i is named as the one that
// money goes to: 市对|县区|税收返还, 转贷|县区. It is then no scope.
func (s *state) receives(i int) bool {
	it := &s.items[i]
	if i == 0 || it.level != budget.Lower || s.items[i-1].end != it.start {
		return false
	}
	before := s.items[i-1].word
	return phrase.Ends(before, "对", "对所属", "对所辖", "对各") || before == "转贷" || before == "转贷给" || strings.HasSuffix(before, "转贷")
}

// noteReceiver keeps in mind that the amount is handed down, by the government's own
// level where that is said (市对县区).
func (s *state) noteReceiver(i int) {
	p := &s.pend
	p.receiver, p.cue, p.spend = true, true, false
	giver := s.items[i-1]
	name := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(giver.word, "所属"), "所辖"), "各"), "对")
	if utf8.RuneCountInString(name) == 1 && strings.Contains("省市州盟区县旗", name) {
		p.scopes = append(p.scopes, item{kind: scope, start: giver.start, end: giver.start + len(name), word: name + "级", level: budget.Own})
		p.textRunes = 0
	}
}

// handedOn reads what of a loan or a transfer received was handed down again: 债务转贷
// 收入X万元，其中转贷乡镇Y万元.
func (s *state) handedOn(_ int, d *Draft) string {
	w := s.splitUp()
	if w == nil || !s.pend.receiver || len(s.pend.subjects) > 0 || w.Side != budget.Revenue {
		return ""
	}
	s.copySubject(d, w)
	d.Scope, d.Level, d.Year, d.Stage = w.Scope, w.Level, w.Year, w.Stage
	d.Role, d.Parent, d.Basis = budget.RolePart, w.Parent, "分项"
	s.tie(d)
	return "转下级"
}

// toUs reports whether the sentence says before the amount that money came to the place
// that reports: 上级对我市税收返还和转移支付.
func (s *state) toUs() bool {
	from := max(s.sentStart, s.lastAmount())
	return from < s.items[s.at].start && strings.Contains(s.said(from, s.items[s.at].start), "对我")
}

// lastAmount is where the amount before the one under way ends.
func (s *state) lastAmount() int {
	if len(s.out) == 0 {
		return 0
	}
	return s.out[len(s.out)-1].To
}
