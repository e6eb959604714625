package grid

import (
	"strings"

	"yusuan/budget"
	"yusuan/extract"
	"yusuan/normalize/lexicon"
	"yusuan/normalize/money"
	"yusuan/normalize/outline"
)

// Part is the share of one level in a table that sets the accounts of several levels
// one below the other, named in a column before the subjects: all rows of the table,
// those of the other levels blank.
type Part struct {
	Tables []*extract.Table
	Scope  outline.Scope // Word is empty where the table is of one level
}

// ByLevel divides a table by such a column. Any other table is one part.
func (r *Reader) ByLevel(parts []*extract.Table, meta outline.Meta) []Part {
	whole := []Part{{Tables: parts}}
	owner, scopes := r.levelColumn(parts, meta)
	if len(scopes) < 2 {
		return whole
	}
	out := make([]Part, len(scopes))
	for k := range scopes {
		out[k] = Part{Tables: make([]*extract.Table, len(parts)), Scope: scopes[k]}
		for n, p := range parts {
			own := *p
			own.Rows = make([][]extract.Cell, len(p.Rows))
			for i, cells := range p.Rows {
				if o := owner[n][i]; o >= 0 && o != k {
					cells = make([]extract.Cell, len(cells))
				}
				own.Rows[i] = cells
			}
			out[k].Tables[n] = &own
		}
	}
	return out
}

// levelColumn finds whose each row is: the number of its scope, -1 for the header. No
// scopes: the table has no such column.
func (r *Reader) levelColumn(parts []*extract.Table, meta outline.Meta) (owner [][]int, scopes []outline.Scope) {
	current, data, labels := -1, 0, 0
	numbered := map[string]int{}
	for _, p := range parts {
		of := make([]int, len(p.Rows))
		for i, cells := range p.Rows {
			of[i] = -1
			if len(cells) < 3 {
				continue
			}
			amounts := hasAmount(cells)
			if word := squeeze(cells[0].Text); word != "" && (amounts || current >= 0) {
				level, ok := r.lex.Level(word, meta.Reporter())
				if !ok || level != budget.Own && level != budget.Consolidated && level != budget.Lower {
					return nil, nil
				}
				if _, had := numbered[word]; !had {
					numbered[word] = len(scopes)
					scopes = append(scopes, outline.Scope{Word: word, Level: level})
				}
				current = numbered[word]
			}
			if current < 0 && amounts {
				return nil, nil // a row of figures before any level is named
			}
			of[i] = current
			if amounts {
				data++
				if t := strings.TrimSpace(cells[1].Text); t != "" && !money.ParseCell(t).Number {
					labels++
				}
			}
		}
		owner = append(owner, of)
	}
	if labels < 2*len(scopes) || labels*10 < data*8 {
		return nil, nil // the levels are the labels
	}
	return owner, scopes
}

// bareLevel reports whether a label says a level and nothing else, but for 其中 before
// it and a number.
func bareLevel(label string, sc outline.Scope) bool {
	_, rest := outline.CutNumber(strings.TrimLeft(strings.TrimPrefix(label, "其中"), "：:"))
	return strings.TrimSuffix(rest, "：") == sc.Word
}

// levelMeaning is the subject of a line that names a level only: that of the line which
// it is a share of, or the own total of the book where the table has nothing but levels.
func (g *reading) levelMeaning(b *block, lines []line, i int) (*lexicon.Subject, bool) {
	if p := lines[i].parent; p >= 0 {
		return lines[p].sub, lines[p].known
	}
	for j := i - 1; j >= 0; j-- {
		if !lines[j].level {
			return lines[j].sub, lines[j].known && !lines[j].memo
		}
	}
	return g.bookTotal(g.frame.book, b.side)
}
