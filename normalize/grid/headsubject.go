package grid

import (
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/normalize/lexicon"
	"yusuan/normalize/outline"
)

// headSubject is what the head of a column says where the columns are subjects.
type headSubject struct {
	sub  *lexicon.Subject
	book budget.Book
	sum  bool // 合计 over the other columns
}

// neutral matches heads under which the subject of the head above stands itself.
func neutral(t string) bool {
	switch strings.Trim(t, "：:") {
	case "小计", "合计", "总计", "金额", "数额", "总额", "计", "总数", "数":
		return true
	}
	return false
}

// headSubjects reads the heads of number columns as subjects, with what the heads
// above say of book and side.
func (g *reading) headSubjects(b *block) []headSubject {
	out := make([]headSubject, len(b.nums))
	for k, c := range b.nums {
		out[k] = g.subjectOfHead(g.cols[c].head)
		if k > 0 && out[k].sub == nil && g.cols[c].scoped && strings.HasPrefix(lastLine(g.cols[c].head), "其中") {
			out[k] = out[k-1] // 税收收入 | 其中：县级
		}
	}
	g.sumHeads(out)
	return out
}

func (g *reading) subjectOfHead(head string) headSubject {
	parts := strings.Split(head, "\n")
	var h headSubject
	h.book = g.frame.book
	if b := outline.BookOf(strings.Join(parts, "")); b != "" {
		h.book = b
	}
	side := g.frame.side
	for n := len(parts) - 1; n >= 0; n-- {
		if s := sideOfHead(parts[n]); s != "" {
			side = s
			break
		}
	}
	if s, ok := g.subjectOfPath(parts, h.book, side); ok {
		h.sub = s
		return h
	}
	h.sum = len(parts) == 1 && neutral(parts[0])
	return h
}

// subjectOfPath resolves the heads of a column from the top down. A word that the
// lexicon has in several meanings (购置费, 小计) is taken for a part of the head above
// it where there is one.
func (g *reading) subjectOfPath(parts []string, book budget.Book, side budget.Side) (*lexicon.Subject, bool) {
	if len(parts) == 0 {
		return nil, false
	}
	last, above := parts[len(parts)-1], parts[:len(parts)-1]
	if neutral(last) || len(above) > 0 && (g.timeOnly(last) || rateHead(last)) {
		return g.subjectOfPath(above, book, side)
	}
	s, ok := g.lex.Subject(last, book, side)
	if len(above) == 0 {
		return s, ok
	}
	joined, both := g.lex.Subject(above[len(above)-1]+last, book, side)
	up, upper := g.subjectOfPath(above, book, side)
	switch {
	case both && (!ok || upper && joined.Parent == up.Name):
		return joined, true
	case ok:
		return s, true
	}
	return nil, false
}

// rateHead reports whether a head names a rate or change and no subject.
func rateHead(t string) bool {
	return phrase.Holds(t, "%", "％") || phrase.Holds(t, changeWords...) || phrase.Holds(t, "占比", "比重", "完成率", "执行率")
}

// timeOnly reports whether a head names nothing but a year or stage.
func (g *reading) timeOnly(t string) bool {
	_, subject := g.lex.Subject(t, g.frame.book, g.frame.side)
	switch t {
	case "本年", "当年", "今年", "本期", "累计":
		return true
	}
	return !subject && (g.columnYear(t) != 0 || g.columnStage(t, 0) != "")
}

// sumHeads reads 合计 beside columns that are all parts of one subject (三公经费), else
// as the book's own total of the side that the other columns are of.
func (g *reading) sumHeads(heads []headSubject) {
	names := map[string]bool{}
	for _, h := range heads {
		if h.sub != nil {
			names[h.sub.Name] = true
		}
	}
	parent, sole := "", true
	for _, h := range heads {
		if h.sub == nil || names[h.sub.Parent] {
			continue
		}
		if parent != "" && h.sub.Parent != parent || h.sub.Parent == "" {
			sole = false
		}
		parent = h.sub.Parent
	}
	if !sole || parent == "" {
		return
	}
	for k := range heads {
		if !heads[k].sum {
			continue
		}
		if s, ok := g.lex.Subject(parent, heads[k].book, ""); ok && s.Name == parent {
			heads[k].sub = s
		}
	}
}
