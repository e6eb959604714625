package sentence

import (
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/subject"
)

// bullets begin the points of a list.
const bullets = "—－-–•·●■◆▪*"

// announced collects the addends of a total that announces a list of points, a line
// each: 收入总计X万元，包括：\n——一般公共预算收入Y万元；….
func announced(s *facts.Set, total *facts.Fact) (Balance, bool) {
	b := Balance{Account: total.Account(), Side: total.Side, Total: total}
	if !strings.HasSuffix(strings.TrimSpace(total.Quote), "：") {
		return b, false
	}
	own := subject.Own(total.Book, total.Side)
	whole := false
	for _, f := range s.Facts {
		if f.ID <= total.ID || f.Quote == total.Quote {
			continue
		}
		if f.Kind != budget.Narrative || !strings.ContainsRune(bullets, first(f.Quote)) {
			break
		}
		if f.Whole > 0 || f.Delta {
			continue
		}
		if f.Account() != b.Account || f.Side != b.Side || !f.HasAmount() || !f.Sums() || f.Basis != total.Basis {
			return b, false // a point that isn't understood
		}
		switch {
		case f.Subject == own && f.Role == budget.RoleTotal:
			whole = true
		case f.Role != budget.RoleComponent && f.Role != budget.RoleLump:
			return b, false
		}
		b.Addends = append(b.Addends, f)
	}
	return b, whole && len(b.Addends) > 2
}

// first is the first character of a text that is no blank.
func first(text string) rune {
	for _, r := range strings.TrimSpace(text) {
		return r
	}
	return 0
}
