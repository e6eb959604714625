package plant

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"

	"yusuan/budget"
	"yusuan/internal/generate"
	"yusuan/internal/generate/render"
)

// captions plants a wrong level or year in the caption of a table.
func captions(d *generate.Draft, k Kind, rng *rand.Rand) (*Fault, bool) {
	for _, n := range rng.Perm(len(d.Tables)) {
		t := d.Tables[n]
		now := t.Caption
		place := d.Accounts.District
		switch k {
		case Caption:
			if place.Flat {
				return nil, false
			}
			if strings.Contains(now, place.All) {
				now = strings.Replace(now, place.All, place.Own, 1)
			} else {
				now = strings.Replace(now, place.Own, place.All, 1)
			}
		case HeadYear:
			for _, y := range []int{d.Accounts.Year, d.Accounts.Year + 1} {
				if s := fmt.Sprintf("%d年", y); strings.Contains(now, s) {
					now = strings.Replace(now, s, fmt.Sprintf("%d年", 2*d.Accounts.Year+1-y), 1)
					break
				}
			}
		}
		if now == t.Caption {
			continue
		}
		var in []int
		for _, row := range t.Rows {
			in = append(in, numbered(row)...)
		}
		f := &Fault{Kind: k, Old: t.Caption, New: now, label: in[0]}
		describe(d, f, in)
		f.Breaks = confused(d, t, in, k)
		f.Detectable = len(f.Breaks) > 0
		t.Caption = now
		f.place(d)
		return f, true
	}
	return nil, false
}

// confused names what the table now contradicts: amounts printed elsewhere for
// the level or year that its caption names, and amounts that echo those printed
// elsewhere for the true one (three of them show whose table it is). An echo of
// another level shows it only in the general public budget: in the other books a
// report may give the same amounts under both names, as lower levels have none of
// their own. Rows that name their level themselves say nothing of the caption.
func confused(d *generate.Draft, t *render.Table, in []int, k Kind) []string {
	inside := map[int]bool{}
	for _, l := range in {
		inside[l] = true
	}
	var outside []int
	for _, l := range labelsOf(d) {
		if !inside[l] {
			outside = append(outside, l)
		}
	}
	b := shelf(d, outside)
	var out []string
	echoes := 0
	for _, l := range in {
		c := d.Cells[l]
		if c.Book == "" || d.Labels[l].Amount == "" || k == Caption && ownWords(d, in) {
			continue
		}
		if len(b[c]) > 0 && (k == HeadYear || c.Book == budget.GeneralPublic) {
			echoes++
		}
		if k == Caption {
			c.Level = otherLevel(c.Level)
		} else {
			c.Year = 2*d.Accounts.Year + 1 - c.Year
		}
		p := read(d, l)
		for _, q := range b[c] {
			if apart(p.amount, q.amount, new(big.Rat).Add(p.half, q.half)) {
				out = append(out, "stated twice: "+c.Subject)
			}
		}
	}
	if echoes >= 3 {
		out = append(out, fmt.Sprintf("echo: %d amounts", echoes))
	}
	return out
}

// ownWords reports whether the rows of a table are of several levels or areas,
// which they name themselves.
func ownWords(d *generate.Draft, in []int) bool {
	seen := map[budget.Level]bool{}
	for _, l := range in {
		if c := d.Cells[l]; c.Book != "" {
			seen[c.Level] = true
		}
	}
	return len(seen) > 1
}
