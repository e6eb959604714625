// Package workbook lays out reports for people who live in Excel and WPS. It
// knows sheets, formats, formulas and links, not how a figure was found.
//
// Report writes one workbook a report, Panel one workbook of many reports. Both
// give the same bytes for the same input.
package workbook

import (
	"fmt"
	"io"

	"yusuan/budget"
)

// Option is a setting of a workbook.
type Option func(*options)

type options struct {
	source  string
	rules   map[string]Rule
	version string
	tempDir string
}

// Rule is what the workbook says about a rule beside its results.
type Rule struct {
	ID    string
	Title string // one line, in Chinese
	Basis string // the law or the identity it rests on
}

// WithSource sets the address of the report's own file as seen from the
// workbook, so that a figure of a PDF can open its page. Without it no such
// link is made.
func WithSource(link string) Option { return func(o *options) { o.source = link } }

// WithRules gives the rules their titles.
func WithRules(rules []Rule) Option {
	return func(o *options) {
		o.rules = map[string]Rule{}
		for _, r := range rules {
			o.rules[r.ID] = r
		}
	}
}

// WithVersion names the version of the program on the last sheet.
func WithVersion(v string) Option { return func(o *options) { o.version = v } }

// WithTempDir sets where large sheets spill to.
func WithTempDir(dir string) Option { return func(o *options) { o.tempDir = dir } }

// Report writes the workbook of one report.
func Report(w io.Writer, r *budget.Report, checks []budget.Check, opts ...Option) error {
	var o options
	for _, set := range opts {
		set(&o)
	}
	b, err := newReportBook(r, checks, o)
	if err != nil {
		return fmt.Errorf("workbook of %s: %w", r.ID, err)
	}
	b.takeCells()
	defer b.returnCells()
	b.fill()
	if err := b.book.Write(w); err != nil {
		return fmt.Errorf("workbook of %s: %w", r.ID, err)
	}
	return nil
}
