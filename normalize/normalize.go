// Package normalize understands the language of budget reports: it turns the
// lines and grids of an extract.Document into a budget.Report of typed figures.
package normalize

import (
	"context"

	"yusuan/budget"
	"yusuan/extract"
)

// Options are the settings of a Normalizer.
type Options struct {
	// LexiconFiles are a user's own vocabulary files, added to the built-in one.
	LexiconFiles []string
}

// Normalizer reads documents. One serves many goroutines.
type Normalizer struct{}

// New loads the vocabulary. It fails when a vocabulary file is malformed,
// naming the file and line.
func New(o Options) (*Normalizer, error) { return &Normalizer{}, nil }

// Read understands one document. id is the report's id in the run. It never
// fails: what could not be understood is kept and noted (E001 … E004).
func (n *Normalizer) Read(ctx context.Context, id string, doc *extract.Document) (*budget.Report, error) {
	return &budget.Report{ID: id, File: doc.File, Type: doc.Type}, ctx.Err()
}
