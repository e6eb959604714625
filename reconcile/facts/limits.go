package facts

import (
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/reconcile/subject"
)

// limits marks what was read as a limit of debt and is none: how far the balance stays
// below it (比限额低X, 限额空间X), one of two limits behind 分别, the kinds of what was
// newly allowed.
func (s *Set) limits() {
	for _, f := range s.Facts {
		if f.Kind != budget.Narrative || f.Raw == "" || !f.HasAmount() || !limit(f.Subject) {
			continue
		}
		f.ambiguous = f.ambiguous || oneOfTwo(f) || s.newlyAllowed(f) || belowBy(f) && s.exceeded(f)
	}
}

func limit(name string) bool {
	return name == subject.Limit || name == subject.LimitGeneral || name == subject.LimitSpecial
}

// around is what a sentence says right before and right behind an amount, up to the
// nearest mark.
func around(f *Fact) (before, behind string) {
	before, behind = f.Before(), f.Behind()
	if i := strings.LastIndexAny(before, "，。；：（,;:("); i >= 0 {
		before = before[i:]
	}
	if i := strings.IndexAny(behind, "，。；：）,;:)"); i >= 0 {
		behind = behind[:i]
	}
	return before, behind
}

// belowBy reports whether the words may give a difference from the limit.
func belowBy(f *Fact) bool {
	before, _ := around(f)
	if !strings.Contains(before, "限额") {
		return false
	}
	return phrase.Holds(before, "低", "少", "小于", "空间", "余量", "剩余", "结余", "差额")
}

// oneOfTwo reports whether the words name two limits at once: 分别控制在X万元和Y万元的限额以内.
func oneOfTwo(f *Fact) bool {
	before, behind := around(f)
	if named, _, _ := strings.Cut(before, "分别"); phrase.Holds(named, "一般") && phrase.Holds(named, "专项") && phrase.Holds(named, "限额") {
		return false // 一般债务、专项债务限额分别为X、Y names both
	}
	return strings.Contains(before, "分别") && strings.Contains(before+behind, "限额") && phrase.Holds(before+behind, "和", "、")
}

// exceeded reports whether the sentence gives a balance of the same kind beyond a limit.
func (s *Set) exceeded(f *Fact) bool {
	kind := strings.Replace(f.Subject, "限额", "余额", 1)
	for _, g := range s.Facts {
		if g.Subject == kind && (g.Beside(f.Figure) || g.Quote == f.Quote) && g.Kind == f.Kind && g.Level == f.Level && g.HasAmount() && f.Wide.Hi < g.Wide.Lo {
			return true
		}
	}
	return false
}

// newlyAllowed reports whether a kind of limit stands behind 新增债务限额 and splits it.
func (s *Set) newlyAllowed(f *Fact) bool {
	if f.Subject == subject.Limit || f.Whole > 0 || strings.Contains(f.SubjectRaw, "新增") {
		return false
	}
	for id := f.ID - 1; id > 0; id-- {
		g := s.Fact(id)
		if g == nil || g.Quote != f.Quote {
			return false
		}
		switch g.Subject {
		case subject.Limit:
			return false
		case subject.NewLimit:
			return f.Value <= g.Value
		}
	}
	return false
}
