// Package generate makes believe reports of invented districts, each with the
// truth about every amount in it. Styles are templates in styles/ and heldout/;
// their accounts balance, so a report without planted faults has none.
package generate

import (
	"fmt"
	"strings"

	"yusuan/internal/generate/accounts"
	"yusuan/internal/generate/pen"
	"yusuan/internal/generate/render"
	"yusuan/internal/generate/words"
	"yusuan/internal/score"
)

// Report is one made-believe report.
type Report struct {
	Name     string // file name, with its ending
	Style    string
	Data     []byte
	Truth    []score.Label // in the order of the text
	Accounts *accounts.Accounts
	Cells    []accounts.Cell // of each label; Book empty where it has none of its own
}

// Make writes the report of a style for a seed: the same seed, the same bytes.
func (s *Style) Make(seed uint64) (*Report, error) {
	d, err := s.draft(seed)
	if err != nil {
		return nil, err
	}
	return d.finish(seed)
}

// draft is a report before it is laid out: a fault can still be planted.
type draft struct {
	style *Style
	w     *writer
	text  string
}

func (s *Style) draft(seed uint64) (*draft, error) {
	acc := accounts.Build(accounts.Plan{Seed: seed ^ hash(s.Name), Forms: s.Forms, Kind: s.Kind, Grain: s.Grain, DebtApart: s.Apart})
	src, err := words.Load(s.HeldOut)
	if err != nil {
		return nil, err
	}
	w := &writer{Pen: pen.New(acc, s.Pen, seed), words: src}
	t, err := s.body.Clone()
	if err != nil {
		return nil, fmt.Errorf("style %s: %w", s.Name, err)
	}
	var b strings.Builder
	if err := t.Funcs(w.funcs()).Execute(&b, nil); err != nil {
		return nil, fmt.Errorf("style %s, seed %d: %w", s.Name, seed, err)
	}
	return &draft{style: s, w: w, text: b.String()}, nil
}

// finish lays the draft out and orders the truth as the text has it; amounts
// that a template wrote and did not use are no part of the truth.
func (d *draft) finish(seed uint64) (*Report, error) {
	r := &Report{Name: fmt.Sprintf("%s-%04d.%s", d.style.Name, seed, d.style.Out.Ext), Style: d.style.Name, Accounts: d.w.Acc}
	blocks := render.Blocks(d.text, d.w.tables)
	title := d.w.Acc.District.Name
	data, err := render.Render(title, blocks, d.style.Out, func(label, line int) {
		l := d.w.Truth[label]
		l.Line = line
		r.Truth = append(r.Truth, l)
		r.Cells = append(r.Cells, d.w.Cells[label])
	})
	if err != nil {
		return nil, fmt.Errorf("style %s, seed %d: %w", d.style.Name, seed, err)
	}
	r.Data = data
	return r, nil
}

func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}
