// Package generate makes believe reports of invented districts, each with the
// truth about every amount in it. Styles are templates in styles/ and heldout/;
// their accounts balance, so a report without planted faults has none.
package generate

import (
	"fmt"

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
	Numbers  []int // label numbers of Truth, as in the draft
}

// Make writes the report of a style for a seed: the same seed, the same bytes.
func (s *Style) Make(seed uint64) (*Report, error) {
	d, err := s.Draft(seed)
	if err != nil {
		return nil, err
	}
	return d.Finish()
}

// MakeAs is Make in another format: txt, md, html or docx; tables of a docx
// without lines where rules is false.
func (s *Style) MakeAs(seed uint64, ext string, rules bool) (*Report, error) {
	d, err := s.Draft(seed)
	if err != nil {
		return nil, err
	}
	other := *d.Style
	other.Out.Ext, other.Out.NoRules = ext, !rules
	d.Style = &other
	return d.Finish()
}

// MakePaper is Make for a browser to print: HTML that looks as the sheet says.
func (s *Style) MakePaper(seed uint64, sheet *render.Sheet) (*Report, error) {
	d, err := s.Draft(seed)
	if err != nil {
		return nil, err
	}
	other := *d.Style
	other.Out = render.Settings{Ext: "html", Sheet: sheet}
	d.Style = &other
	return d.Finish()
}

// Draft is a report before it is laid out: a fault can still be planted.
type Draft struct {
	Style    *Style
	Seed     uint64
	Accounts *accounts.Accounts
	Text     string // paragraphs with marked amounts
	Tables   []*render.Table
	Labels   []score.Label   // by number, as the marks name them
	Steps    []int64         // of each label, in 元
	Cells    []accounts.Cell // of each label
}

// Draft writes the report without its lines.
func (s *Style) Draft(seed uint64) (*Draft, error) {
	s, err := s.chosen(seed)
	if err != nil {
		return nil, err
	}
	return s.draft(seed, accounts.Build(accounts.Plan{Seed: seed ^ hash(s.Name), Forms: s.Forms, Kind: s.Kind, Grain: s.Grain, DebtApart: s.Apart, Year: s.Year, Place: s.Place, Area: s.Area}))
}

func (s *Style) draft(seed uint64, acc *accounts.Accounts) (*Draft, error) {
	src, err := words.Load(s.Words)
	if err != nil {
		return nil, err
	}
	w := &writer{Pen: pen.New(acc, s.Pen, seed), words: src}
	t, err := s.body.Clone()
	if err != nil {
		return nil, fmt.Errorf("style %s: %w", s.Name, err)
	}
	if err := t.Funcs(w.funcs()).Execute(&w.text, nil); err != nil {
		return nil, fmt.Errorf("style %s, seed %d: %w", s.Name, seed, err)
	}
	if w.grid != nil {
		return nil, fmt.Errorf("style %s: grid %q without its end", s.Name, w.grid.table.Caption)
	}
	return &Draft{Style: s, Seed: seed, Accounts: acc, Text: w.text.String(), Tables: w.tables, Labels: w.Truth, Steps: w.Steps, Cells: w.Cells}, nil
}

// Finish lays the draft out and orders the truth as the text has it; amounts
// that a template wrote and did not use are no part of the truth.
func (d *Draft) Finish() (*Report, error) {
	r := &Report{Name: fmt.Sprintf("%s-%04d.%s", d.Style.Name, d.Seed, d.Style.Out.Ext), Style: d.Style.Name, Accounts: d.Accounts}
	data, err := render.Render(d.Accounts.District.Name, render.Blocks(d.Text, d.Tables), d.Style.Out, func(label, line int) {
		l := d.Labels[label]
		if d.Style.Out.Ext == "txt" || d.Style.Out.Ext == "md" {
			l.Line = line // markup is read into other lines
		}
		r.Truth = append(r.Truth, l)
		r.Numbers = append(r.Numbers, label)
	})
	if err != nil {
		return nil, fmt.Errorf("style %s, seed %d: %w", d.Style.Name, d.Seed, err)
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
