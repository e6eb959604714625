package casefile

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
)

// amount reads 200, 1.5亿, 30元, — and the empty cell.
func amount(f *budget.Figure, s string) error {
	f.Raw, f.Unit = s, "万元"
	switch s {
	case "":
		f.Mark = budget.Blank
		return nil
	case "—", "-":
		f.Mark = budget.Dash
		return nil
	}
	shift := int32(0)
	switch {
	case strings.HasSuffix(s, "亿"):
		s, shift, f.Unit = strings.TrimSuffix(s, "亿"), 4, "亿元"
	case strings.HasSuffix(s, "元"):
		s, shift, f.Unit = strings.TrimSuffix(s, "元"), -4, "元"
	}
	d, err := decimal.NewFromString(strings.ReplaceAll(s, ",", ""))
	if err != nil {
		return fmt.Errorf("amount %q: %w", s, err)
	}
	f.Amount = d.Shift(shift)
	f.Step = decimal.New(1, d.Exponent()).Shift(shift)
	return nil
}

func rate(s string) (budget.Rate, error) {
	d, err := decimal.NewFromString(s)
	if err != nil {
		return budget.Rate{}, fmt.Errorf("rate %q: %w", s, err)
	}
	return budget.Rate{Value: d, Step: decimal.New(1, d.Exponent()), Raw: s, Known: true}, nil
}

// context sets options of a figure, or of the figures that follow.
func (p *parser) context(f *budget.Figure, options []string) error {
	for _, o := range options {
		k, v, has := strings.Cut(o, "=")
		if !has {
			if err := flag(f, o); err != nil {
				return err
			}
			continue
		}
		if err := p.option(f, k, v); err != nil {
			return err
		}
	}
	return nil
}

func flag(f *budget.Figure, o string) error {
	switch o {
	case "delta":
		f.Delta = true
	case "open":
		f.Open = true
	case "doubt":
		f.Doubt = "存疑"
	case "unknown":
		f.Doubt = budget.DoubtUnknown
	case "ocr":
		f.OCR = true
	case "total", "grand_total", "subtotal", "component", "part", "function", "item", "earmark", "lump", "opening", "closing", "policy":
		f.Role = budget.Role(o)
	default:
		return fmt.Errorf("unknown word %q", o)
	}
	return nil
}

func (p *parser) option(f *budget.Figure, k, v string) (err error) {
	switch k {
	case "book":
		f.Book = budget.Book(v)
	case "level":
		f.Level = budget.Level(v)
	case "scope":
		f.Scope = v
	case "year":
		f.Year, err = strconv.Atoi(v)
	case "stage":
		f.Stage = budget.Stage(v)
	case "side":
		f.Side = budget.Side(v)
	case "code":
		f.Code = v
	case "parent":
		f.Parent = v
	case "hedge":
		f.Hedge = v
	case "basis":
		f.Basis = v
	case "line":
		f.Line, err = strconv.Atoi(v)
	case "raw":
		f.Raw = v
	case "as":
		f.SubjectRaw = strings.TrimPrefix(v, "-") // as=-: the text doesn't name it
	case "quote":
		f.Quote = v
	case "split":
		f.Split = budget.Split(v)
	case "group":
		f.Group, err = strconv.Atoi(v)
	case "listed":
		f.Listed = strings.Split(v, ",")
	case "in":
		f.Whole = p.last(v)
		if f.Whole == 0 {
			err = fmt.Errorf("no figure %q before", v)
		}
	case "growth":
		f.Growth, err = rate(v)
	case "done":
		r, of, _ := strings.Cut(v, "/")
		f.Completion, err = rate(r)
		f.CompletionOf = budget.Stage(of)
	default:
		err = fmt.Errorf("unknown option %q", k)
	}
	return err
}

// last finds the latest figure of a subject that is no part itself, or else the
// latest part.
func (p *parser) last(subject string) int {
	part := 0
	for i := len(p.r.Figures) - 1; i >= 0; i-- {
		f := p.r.Figures[i]
		if f.Subject != subject || f.Delta {
			continue
		}
		if f.Role != budget.RolePart {
			return f.ID
		}
		if part == 0 {
			part = f.ID
		}
	}
	return part
}
