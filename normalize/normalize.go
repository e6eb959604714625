// Package normalize understands the language of budget reports: it turns the
// lines and grids of an extract.Document into a budget.Report of typed figures.
package normalize

import (
	"context"
	"fmt"

	"yusuan/budget"
	"yusuan/extract"
	"yusuan/normalize/grid"
	"yusuan/normalize/lexicon"
)

// Options are the settings of a Normalizer.
type Options struct {
	// LexiconFiles are a user's own vocabulary files, added to the built-in one.
	LexiconFiles []string
}

// Normalizer reads documents. One serves many goroutines.
type Normalizer struct {
	lex  *lexicon.Lexicon
	grid *grid.Reader
}

// New loads the vocabulary. It fails when a vocabulary file is malformed,
// naming the file and line.
func New(o Options) (*Normalizer, error) {
	lex, err := lexicon.Load(o.LexiconFiles...)
	if err != nil {
		return nil, fmt.Errorf("loading the vocabulary: %w", err)
	}
	return &Normalizer{lex: lex, grid: grid.New(lex)}, nil
}

// Read understands one document. id is the report's id in the run. It fails only
// when the context ends: what could not be understood is kept and noted (E001 …
// E004).
func (n *Normalizer) Read(ctx context.Context, id string, doc *extract.Document) (*budget.Report, error) {
	p := newPass(n, id, doc)
	if err := p.run(ctx); err != nil {
		return nil, fmt.Errorf("understanding %s: %w", doc.File, err)
	}
	return p.report, nil
}
