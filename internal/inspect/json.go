// Package inspect shows what was read from one file: for a look, for bug
// reports, and as JSON for programs.
package inspect

import (
	"encoding/json"
	"fmt"
	"io"

	"yusuan/budget"
	"yusuan/extract"
	"yusuan/internal/records"
)

type page struct {
	Page   int      `json:"page"`
	Width  float64  `json:"width"`
	Height float64  `json:"height"`
	Engine string   `json:"engine"`
	Reason string   `json:"reason,omitempty"`
	OCR    bool     `json:"ocr,omitempty"`
	Text   []string `json:"text"`
}

type table struct {
	Page       int          `json:"page"`
	Box        *extract.Box `json:"bbox"`
	Method     string       `json:"method"`
	Continues  bool         `json:"continues,omitempty"`
	Confidence float64      `json:"confidence"`
	Reasons    []string     `json:"reasons,omitempty"`
	Cells      [][]string   `json:"cells"`
}

type problem struct {
	Code    string `json:"code"`
	Page    int    `json:"page,omitempty"`
	Line    int    `json:"line,omitempty"`
	Table   int    `json:"table,omitempty"`
	Message string `json:"message"`
}

// JSON writes what was read as one JSON value. only is a page number, or 0 for all.
func JSON(w io.Writer, doc *extract.Document, r *budget.Report, only int) error {
	j := newObject(w)
	j.member("file", doc.File)
	j.member("type", doc.Type)
	j.member("engine", doc.Engine)
	j.member("encoding", optional(doc.Encoding))
	j.list("pages", func(yield func(any)) {
		for i := range doc.Pages {
			if p := &doc.Pages[i]; shown(only, p.Number) {
				yield(pageOf(p))
			}
		}
	})
	j.list("tables", func(yield func(any)) {
		for i := range doc.Tables {
			if t := &doc.Tables[i]; shown(only, t.Page) {
				yield(table{t.Page, t.Box, string(t.Method), t.Continues, t.Confidence, t.Reasons, t.Grid()})
			}
		}
	})
	j.list("figures", func(yield func(any)) {
		for _, f := range r.Figures {
			if shown(only, f.Page) {
				yield(json.RawMessage(records.FigureJSON(r, f)))
			}
		}
	})
	j.list("problems", func(yield func(any)) {
		for _, p := range problems(doc, r) {
			if shown(only, p.Page) {
				yield(p)
			}
		}
	})
	if err := j.end(); err != nil {
		return fmt.Errorf("writing what was read of %s: %w", doc.File, err)
	}
	return nil
}

// optional is null where there is nothing.
func optional(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// shown reports whether what stands on a page is asked for; what stands on no
// page (0) always is.
func shown(only, number int) bool { return only == 0 || number == 0 || number == only }

func pageOf(p *extract.Page) page {
	out := page{Page: p.Number, Width: p.Width, Height: p.Height, Engine: p.Engine, Reason: p.Reason, OCR: p.OCR, Text: []string{}}
	for _, l := range p.Lines {
		out.Text = append(out.Text, l.Text)
	}
	return out
}

// figuresOn returns the report with the figures of one page only.
func figuresOn(r *budget.Report, only int) *budget.Report {
	some := *r
	some.Figures = nil
	for _, f := range r.Figures {
		if shown(only, f.Page) {
			some.Figures = append(some.Figures, f)
		}
	}
	return &some
}

// problems are those of the reader and those of the understanding, each once.
func problems(doc *extract.Document, r *budget.Report) []problem {
	var out []problem
	seen := map[problem]bool{}
	add := func(p problem) {
		if !seen[p] {
			seen[p] = true
			out = append(out, p)
		}
	}
	for _, p := range doc.Problems {
		add(problem{p.Code, p.Page, p.Line, p.Table, p.Message})
	}
	for _, n := range r.Notes {
		add(problem{Code: n.Rule, Page: n.Place.Page, Line: n.Place.Line, Message: n.Message})
	}
	return out
}
