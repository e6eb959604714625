package clause

import (
	"regexp"
	"strconv"
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
)

// percent gives a rate to the figure that it belongs to.
func (s *state) percent(i int) {
	if s.rateAhead(i) {
		return
	}
	p, kept := s.pend, s.sharing(i)
	defer func() {
		s.pend.growth, s.pend.share, s.pend.stage, s.pend.stageWord = 0, false, "", ""
		s.pend.against, s.pend.base = false, 0
		s.pend.subjects = kept
		s.pend.textRunes, s.pend.clause = 0, 0
		s.pend.yearWord, s.pend.cue = false, false
		s.pend.ofSaid, s.pend.of, s.pend.otherBase, s.pend.delta = false, "", false, 0
	}()
	it := &s.items[i]
	if len(s.rateQueue) > 0 {
		s.queuedRate(it, p.growth)
		return
	}
	if s.cur < 0 || len(p.subjects) > 0 && p.growth != 0 || s.leads(i) {
		return
	}
	if p.growth == 0 && p.delta != 0 && p.deltaText == 0 { // 增加4.2%
		p.growth = p.delta
	}
	if p.growth == 0 && p.against { // 同比+4.2%, 比上年少1.4%
		p.growth = signBefore(&s.items[i-1])
	}
	rate := budget.Rate{Value: it.num.Value, Step: it.num.Step, Raw: it.num.Raw, Known: true}
	f := &s.out[s.cur]
	switch {
	case p.growth != 0:
		natural := p.basis == "自然口径" && f.Growth.OtherBase
		if p.textRunes > 4 || f.Growth.Known && !natural {
			return
		}
		if p.growth < 0 {
			rate.Value = rate.Value.Neg()
		}
		rate.Raw = s.wordBefore(i) + rate.Raw
		rate.OtherBase = p.basis != "" && p.basis != "自然口径" || p.otherBase || s.againstPlan() || p.stage != "" && !s.lastOutturn(f, i) || strings.Contains(s.wordsSince(i), "平均") || strings.Contains(s.wordsSince(i), "预算")
		f.Growth = rate
	case p.share && p.stage == "":
		return
	case p.stage != "" || s.lastStage(i) != "":
		if f.Completion.Known || p.textRunes > nearText || f.Stage == budget.Budgeted || f.Stage == budget.Adjusted {
			return
		}
		f.Completion = rate
		st := p.stage
		if st == "" {
			st = s.lastStage(i)
		}
		if p.ofSaid {
			f.CompletionOf = p.of
		} else {
			f.CompletionOf = st
		}
		if st != budget.Budgeted && st != budget.Adjusted {
			f.CompletionOf = ""
			f.Completion = budget.Rate{}
		}
	}
}

// sharing keeps the subject whose share was told where its change follows: 税收收入占X%，
// 增收Y万元.
func (s *state) sharing(i int) []mention {
	p := &s.pend
	if !p.share || len(p.subjects) == 0 || i+3 >= len(s.items) || s.items[i+1].kind != comma || s.items[i+3].kind != amount {
		return nil
	}
	if k := s.items[i+2].kind; k != rise && k != fall {
		return nil
	}
	for j := s.itemAt(p.subjects[0].start); j >= 0 && j < i; j++ {
		if s.items[j].kind == share {
			return p.subjects[:1]
		}
	}
	return nil
}

// rateAhead reads a growth rate that stands between a subject and its amount
// (教育支出增长4.2%，完成X万元): it waits for the amount.
func (s *state) rateAhead(i int) bool {
	p := &s.pend
	if len(p.subjects) == 0 || p.growth == 0 || p.textRunes > 4 || p.share || p.otherBase || !s.amountNext(i) {
		return false
	}
	it := &s.items[i]
	v := it.num.Value
	if p.growth < 0 {
		v = v.Neg()
	}
	p.ahead = budget.Rate{Value: v, Step: it.num.Step, Raw: s.wordBefore(i) + it.num.Raw, Known: true, OtherBase: p.basis != ""}
	p.growth, p.delta, p.against, p.base, p.yearWord, p.textRunes = 0, 0, false, 0, false, 0
	return true
}

// leads reports a rate at the head of its clause in a sentence that gives rates before
// their amounts throughout (增长1.6%，收入完成X万元；增长5.8%，支出完成Y万元): it says nothing of the
// amount before the semicolon.
func (s *state) leads(i int) bool {
	j := i - 1
	for ; j >= 0 && s.items[j].kind != semicolon; j-- {
		if k := s.items[j].kind; k == amount || k == stop || k == subject || k == side {
			return false
		}
	}
	for first := j; first >= 0 && s.items[first].kind != stop; first-- {
		if k := s.items[first].kind; k == amount || k == percent {
			j = first
		}
	}
	return j >= 0 && s.items[j].kind == percent
}

// amountNext reports whether a comma and verbs are all that parts item i from an
// amount.
func (s *state) amountNext(i int) bool {
	if i+1 >= len(s.items) || s.items[i+1].kind != comma && s.items[i+1].kind != pause {
		return false
	}
	for j := i + 2; j < len(s.items); j++ {
		switch it := &s.items[j]; it.kind {
		case amount:
			return j > i+2
		case filler, spend, hedge, stage:
		case text:
			if it.runes > nearText {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// lastOutturn reports whether the words before a growth name the base that it has
// anyway: what was executed the year before (较2023年执行数增长X%).
func (s *state) lastOutturn(f *Draft, i int) bool {
	if s.pend.stage != budget.Execution {
		return false
	}
	for _, y := range yearRE.FindAllString(s.wordsSince(i), -1) {
		if y != strconv.Itoa(f.Year-1) {
			return false
		}
	}
	return true
}

// yearRE is a year in words.
var yearRE = regexp.MustCompile(`\d{4}`)

// againstPlan reports whether the last amount is a change that its words measure from
// a budget or a report: 比上年年初预算增加X万元，增长p%.
func (s *state) againstPlan() bool {
	if len(s.out) == 0 {
		return false
	}
	d := &s.out[len(s.out)-1]
	return d.Delta && d.Basis == "较预算" && len(s.out)-1 > s.cur && phrase.Holds(s.said(s.sentenceOf(d), d.From), planWords...)
}

// planWords name what a change may be measured from instead of the year before.
var planWords = []string{"比上年年初预算", "较上年年初预算", "比上年预算", "较上年预算", "比年初预算", "较年初预算", "比预算", "较预算", "比上年初预算", "较上年初预算"}

// sentenceOf is where the clause of an amount begins: behind the amount before it.
func (s *state) sentenceOf(d *Draft) int {
	from := s.sentStart
	for k := range s.out {
		if f := &s.out[k]; f.To <= d.From && f.To > from {
			from = f.To
		}
	}
	return min(from, d.From)
}

// signBefore reads the direction of a rate from what stands right before it after
// 同比 or 比上年: a sign or one of the everyday words.
func signBefore(it *item) int {
	switch it.word {
	case "多", "高", "增", "+", "＋", "升":
		return 1
	case "少", "低", "减", "降":
		return -1
	}
	if it.kind == against {
		return 1 // 同比4.2%, 同比-4.2%
	}
	return 0
}

// queuedRate gives the next rate of 分别增长A%、B% to the next figure of the list.
func (s *state) queuedRate(it *item, sign int) {
	f := &s.out[s.rateQueue[0]]
	s.rateQueue = s.rateQueue[1:]
	if s.pend.ofSaid {
		s.rateOf = s.pend.of
	}
	if s.rateOf != "" {
		if !f.Completion.Known {
			f.Completion = budget.Rate{Value: it.num.Value, Step: it.num.Step, Raw: it.num.Raw, Known: true}
			f.CompletionOf = s.rateOf
		}
		return
	}
	if sign == 0 {
		sign = s.rateSign
	}
	s.rateSign = sign
	if sign == 0 || f.Growth.Known {
		return
	}
	v := it.num.Value
	if sign < 0 {
		v = v.Neg()
	}
	f.Growth = budget.Rate{Value: v, Step: it.num.Step, Raw: it.num.Raw, Known: true}
}

// lastStage is the stage of the amount just before a percentage: the 412000 of
// 为年初预算412000万元的57.4%.
func (s *state) lastStage(i int) budget.Stage {
	if i < 2 || len(s.out) == 0 {
		return ""
	}
	j := i - 1
	for j >= 0 && (s.items[j].kind == filler || s.items[j].kind == text && s.items[j].runes <= 1) {
		j--
	}
	if j < 0 || s.items[j].kind != amount || j == i-1 {
		return ""
	}
	last := &s.out[len(s.out)-1]
	if last.From != s.items[j].start || last.Method != "承前" && last.Method != rateMethod {
		return ""
	}
	return last.Stage
}

// wordBefore returns the growth word before a percentage, for its printed form.
func (s *state) wordBefore(i int) string {
	if i > 0 && (s.items[i-1].kind == up || s.items[i-1].kind == down) {
		return s.items[i-1].word
	}
	return ""
}

// wordsSince returns the text between the last number or comma and item i.
func (s *state) wordsSince(i int) string {
	j := i - 1
	for j >= 0 && s.items[j].kind != amount && s.items[j].kind != percent && s.items[j].kind != comma && s.items[j].kind != stop {
		j--
	}
	from := 0
	if j >= 0 {
		from = s.items[j].end
	}
	return s.said(from, s.items[i].start)
}

// hedgeOf returns the word that makes an amount approximate.
func (s *state) hedgeOf(i int) string {
	it := &s.items[i]
	if it.num.Hedge != "" {
		return it.num.Hedge
	}
	if i > 0 && s.items[i-1].kind == hedge && s.items[i-1].end == it.start && !strings.Contains("余多以上以下以内左右上下", s.items[i-1].word) {
		return s.items[i-1].word
	}
	if i+1 < len(s.items) && s.items[i+1].kind == hedge && s.items[i+1].start == it.end && !strings.Contains("约近超逾", s.items[i+1].word) {
		return s.items[i+1].word
	}
	return ""
}
