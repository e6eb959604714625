package records

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
)

// Row is one figure as the formats for programs hold it. Its fields are those
// of figures.jsonl, in order.
type Row struct {
	Report        string  `json:"report"`
	District      *string `json:"district"`
	Title         *string `json:"title"`
	File          string  `json:"file"`
	Page          int64   `json:"page"`
	Line          int64   `json:"line"`
	Start         int64   `json:"start"`
	End           int64   `json:"end"`
	Kind          string  `json:"kind"`
	Table         *int64  `json:"table"`
	Row           *int64  `json:"row"`
	Col           *int64  `json:"col"`
	Book          *string `json:"book"`
	Scope         *string `json:"scope"`
	Level         *string `json:"level"`
	Year          *int64  `json:"year"`
	Stage         *string `json:"stage"`
	Side          *string `json:"side"`
	Subject       *string `json:"subject"`
	Code          *string `json:"code"`
	SubjectRaw    *string `json:"subject_raw"`
	Parent        *string `json:"parent"`
	Role          *string `json:"role"`
	AmountWan     *string `json:"amount_wan"`
	Raw           string  `json:"raw"`
	Unit          *string `json:"unit"`
	StepWan       *string `json:"step_wan"`
	Delta         bool    `json:"delta"`
	Hedge         *string `json:"hedge"`
	GrowthPct     *string `json:"growth_pct"`
	CompletionPct *string `json:"completion_pct"`
	CompletionOf  *string `json:"completion_of"`
	Quote         string  `json:"quote"`
}

// ReadRows calls each with every line of figures.jsonl.
func ReadRows(r io.Reader, each func(*Row) error) error {
	d := json.NewDecoder(bufio.NewReaderSize(r, 1<<16))
	for {
		var row Row
		err := d.Decode(&row)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading figures: %w", err)
		}
		if err := each(&row); err != nil {
			return err
		}
	}
}
