package text

import (
	"regexp"
	"strings"

	"yusuan/extract"
	"yusuan/extract/runes"
)

// resumedCaption tells the line over the rest of a table: 续表, （续）, 表2（续）.
var resumedCaption = regexp.MustCompile(`^(?:[（(]?续(?:上?表)?[一二三四五六七八九十\d]{0,2}[）)]?|\S{1,40}[（(]续(?:表)?[一二三四五六七八九十\d]{0,2}[）)])$`)

// resumed marks the tables that go on with the one before them: only 续表 and the
// unit stand between, and the header is printed again. The second header is then
// no row.
func resumed(s *source, all []found) {
	whole := 0 // the table that the last one goes on with, or the last one
	for i := 1; i < len(all); i++ {
		head := sameHeader(&all[whole], &all[i])
		if head == 0 || !onlyResumed(s, all[i-1].last(), all[i].first()) {
			whole = i
			continue
		}
		f := &all[i]
		f.continues = true
		for _, r := range f.rows[:head] {
			f.extra = append(f.extra, r.lines...)
		}
		f.rows = f.rows[head:]
	}
}

func (f *found) last() int {
	lines := f.rows[len(f.rows)-1].lines
	return lines[len(lines)-1]
}

// onlyResumed tells whether 续表 stands between two lines, and nothing but blanks,
// running lines and a unit beside it.
func onlyResumed(s *source, from, to int) bool {
	found := false
	for i := from + 1; i < to; i++ {
		t := runes.Trim(s.lines[i].Text)
		switch {
		case s.blank(i), s.running(i), isUnit(t), isRule(t):
		case resumedCaption.MatchString(t):
			found = true
		default:
			return false
		}
	}
	return found
}

// sameHeader counts the rows without numbers that open both tables alike; 0 where
// the second would have no row left.
func sameHeader(a, b *found) int {
	n := 0
	for n < len(a.rows) && n < len(b.rows)-1 && !rowNumbers(a.rows[n]) && rowText(a.rows[n]) == rowText(b.rows[n]) {
		n++
	}
	return n
}

func rowNumbers(r row) bool {
	for _, c := range r.cells {
		if runes.IsNumber(c.Text) {
			return true
		}
	}
	return false
}

func rowText(r row) string {
	var b strings.Builder
	for _, c := range r.cells {
		b.WriteString(squeeze(c))
		b.WriteByte('|')
	}
	return strings.TrimRight(b.String(), "|")
}

func squeeze(c extract.Cell) string {
	return strings.Map(func(r rune) rune {
		if runes.IsSpace(r) {
			return -1
		}
		return r
	}, c.Text)
}
