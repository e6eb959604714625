package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"yusuan/internal/records"
)

func newColumns() *cobra.Command {
	return &cobra.Command{
		Use:     "columns",
		Short:   "Describe the columns of figures and anomalies, as Markdown",
		Example: "  yusuan columns > docs/columns.md",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return columns(cmd.OutOrStdout())
		},
	}
}

func columns(w io.Writer) error {
	_, err := fmt.Fprint(w, "<!-- Written by yusuan columns; make docs brings it up to date. -->\n\n# Columns\n")
	for _, t := range []struct {
		title  string
		fields []records.Field
	}{
		{"figures.jsonl, figures.csv, figures.parquet, figures.sqlite", records.FigureFields},
		{"anomalies.csv; anomalies.jsonl and checks.jsonl beside their evidence", records.CheckFields},
	} {
		if err == nil {
			_, err = fmt.Fprintf(w, "\n## %s\n\n| column | 中文 | type | meaning |\n| --- | --- | --- | --- |\n", t.title)
		}
		for _, f := range t.fields {
			if err == nil {
				_, err = fmt.Fprintf(w, "| `%s` | %s | %s | %s |\n", f.Name, f.Chinese, f.Type, f.About)
			}
		}
	}
	return err
}
