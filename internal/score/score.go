package score

// Result counts what was found. A mention is an amount found at all; a key is an
// amount of a book found and attributed rightly (book, level, year, stage, side,
// subject, amount). Both are multisets. Blank cells are left out.
type Result struct {
	Wanted, Got, Mentions     int // amounts in the truth, in the run, in both
	WantedKeys, GotKeys, Keys int
	PolicyTaken               int // policy amounts that the run gave a book
	Missed, Extra             []Label
	GrowthWanted, GrowthRight int // rates, of the keys that were found
	CompletionWanted, ComplOK int
	WrongRates                []WrongRate
}

// Compare scores one report.
func Compare(got, want []Label) Result {
	got, want = settled(printed(got), printed(want))
	r := Result{Wanted: len(want), Got: len(got)}
	r.Mentions = common(count(got, amount), count(want, amount))
	gotBooks, wantBooks := budgeted(got), budgeted(want)
	r.GotKeys, r.WantedKeys = len(gotBooks), len(wantBooks)
	r.Missed = less(wantBooks, gotBooks)
	r.Extra = less(gotBooks, wantBooks)
	r.Keys = r.WantedKeys - len(r.Missed)
	r.PolicyTaken = taken(gotBooks, want, wantBooks)
	r.rates(gotBooks, wantBooks)
	return r
}

// Open is the role of a label whose meaning the conventions leave open: it is neither
// wanted nor counted against what is found.
const Open = "open"

// settled leaves out what the truth says is open, on both sides: figures of the same
// print, on its line where the truth names one.
func settled(got, want []Label) (g, w []Label) {
	open := keep(want, func(l *Label) bool { return l.Role == Open })
	if len(open) == 0 {
		return got, want
	}
	gone := make([]bool, len(got))
	for _, o := range open {
		for i := range got {
			if !gone[i] && got[i].Raw == o.Raw && (o.Line == 0 || o.Line == got[i].Line) {
				gone[i] = true
				break
			}
		}
	}
	for i := range got {
		if !gone[i] {
			g = append(g, got[i])
		}
	}
	return g, keep(want, func(l *Label) bool { return l.Role != Open })
}

// Forgive takes back the mistakes that another reading of the same report makes too.
func (r *Result) Forgive(o Result) {
	missed, extra := less(r.Missed, o.Missed), less(r.Extra, o.Extra)
	r.Keys += len(r.Missed) - len(missed)
	r.GotKeys -= len(r.Extra) - len(extra)
	r.GotKeys += len(r.Missed) - len(missed)
	r.Missed, r.Extra = missed, extra
}

// Add sums two results.
func (r *Result) Add(o Result) {
	r.Wanted += o.Wanted
	r.Got += o.Got
	r.Mentions += o.Mentions
	r.WantedKeys += o.WantedKeys
	r.GotKeys += o.GotKeys
	r.Keys += o.Keys
	r.PolicyTaken += o.PolicyTaken
	r.GrowthWanted += o.GrowthWanted
	r.GrowthRight += o.GrowthRight
	r.CompletionWanted += o.CompletionWanted
	r.ComplOK += o.ComplOK
	r.Missed = append(r.Missed, o.Missed...)
	r.Extra = append(r.Extra, o.Extra...)
	r.WrongRates = append(r.WrongRates, o.WrongRates...)
}

// MentionRecall and its like are shares; nothing wanted is a full share.
func (r *Result) MentionRecall() float64    { return share(r.Mentions, r.Wanted) }
func (r *Result) MentionPrecision() float64 { return share(r.Mentions, r.Got) }
func (r *Result) KeyRecall() float64        { return share(r.Keys, r.WantedKeys) }
func (r *Result) KeyPrecision() float64     { return share(r.Keys, r.GotKeys) }

func share(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

func amount(l *Label) string { return l.Amount }

func printed(ls []Label) []Label { return keep(ls, func(l *Label) bool { return l.Amount != "" }) }

func budgeted(ls []Label) []Label { return keep(ls, func(l *Label) bool { return l.Book != "" }) }

func keep(ls []Label, ok func(*Label) bool) []Label {
	var out []Label
	for i := range ls {
		if ok(&ls[i]) {
			out = append(out, ls[i])
		}
	}
	return out
}

func count(ls []Label, by func(*Label) string) map[string]int {
	m := map[string]int{}
	for i := range ls {
		m[by(&ls[i])]++
	}
	return m
}

func common(a, b map[string]int) int {
	n := 0
	for k, v := range a {
		n += min(v, b[k])
	}
	return n
}

// less returns the labels of a that are not in b, in order.
func less(a, b []Label) []Label {
	left := count(b, (*Label).key)
	var out []Label
	for i := range a {
		k := a[i].key()
		if left[k] > 0 {
			left[k]--
			continue
		}
		out = append(out, a[i])
	}
	return out
}

func taken(got, want, wantBooks []Label) int {
	policy := count(keep(want, func(l *Label) bool { return l.Book == "" }), amount)
	for k, v := range count(wantBooks, amount) {
		policy[k] -= v
	}
	n := 0
	for k, v := range count(got, amount) {
		n += max(0, min(v, policy[k]))
	}
	return n
}

func (r *Result) rates(got, want []Label) {
	by := map[string][]Label{}
	for _, l := range got {
		k := l.key()
		by[k] = append(by[k], l)
	}
	for i := range want {
		w := &want[i]
		same := by[w.key()]
		if len(same) == 0 {
			continue
		}
		if w.Growth != "" {
			r.GrowthWanted++
			if anyOf(same, func(l *Label) bool { return sameRate(l.Growth, w.Growth) }) {
				r.GrowthRight++
			} else {
				r.WrongRates = append(r.WrongRates, WrongRate{"growth", *w, w.Growth, same[0].Growth})
			}
		}
		if w.Completion != "" {
			r.CompletionWanted++
			if anyOf(same, func(l *Label) bool { return sameRate(l.Completion, w.Completion) }) {
				r.ComplOK++
			} else {
				r.WrongRates = append(r.WrongRates, WrongRate{"completion", *w, w.Completion, same[0].Completion})
			}
		}
	}
}

func anyOf(ls []Label, ok func(*Label) bool) bool {
	for i := range ls {
		if ok(&ls[i]) {
			return true
		}
	}
	return false
}

// WrongRate is a rate of a figure that was found, which the run has otherwise.
type WrongRate struct {
	Rate string // growth or completion
	Label
	Want, Got string
}
