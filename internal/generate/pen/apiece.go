package pen

import (
	"strings"

	"yusuan/internal/generate/accounts"
)

// kept is an amount whose rate is written later, with those of others.
type kept struct {
	cell  accounts.Cell
	label int
}

// Keep keeps the last amount for Apiece and ApieceOf, until one is kept after
// them.
func (p *Pen) Keep() string {
	if p.told {
		p.kept, p.told = nil, false
	}
	p.kept = append(p.kept, kept{p.last, p.lastAt})
	return ""
}

// Apiece writes the growth of the kept amounts in their order: 增长3.1%、4.0%,
// the word again where the direction changes.
func (p *Pen) Apiece() string {
	var out []string
	before := ""
	p.each(func() {
		s := p.GrowthWords()
		word := strings.TrimRight(s, "0123456789.%")
		if word == before && word != s {
			s = strings.TrimPrefix(s, word)
		}
		before = word
		if s == "" { // neither grew nor stayed, in print
			s = "基本持平"
		}
		out = append(out, s)
	})
	return strings.Join(out, "、")
}

// ApieceOf writes the completion of the kept amounts in their order: 98.1%、101.2%.
func (p *Pen) ApieceOf(stage string) string {
	var out []string
	p.each(func() { out = append(out, p.Done(stage)) })
	return strings.Join(out, "、")
}

// each makes every kept amount the last one in turn.
func (p *Pen) each(f func()) {
	last, at := p.last, p.lastAt
	for _, k := range p.kept {
		p.last, p.lastAt = k.cell, k.label
		f()
	}
	p.last, p.lastAt, p.told = last, at, true
}
