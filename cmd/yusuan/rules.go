package main

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"yusuan/reconcile"
)

func newRules() *cobra.Command {
	return &cobra.Command{
		Use:     "rules",
		Short:   "List the rules, one a line",
		Long:    "Lists every rule with its severity and title. explain shows one in full.",
		Example: "  yusuan rules",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			w := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', 0)
			for _, d := range reconcile.Rules() {
				fmt.Fprintf(w, "%s\t%s\t%s\n", d.ID, d.Severity, d.Title)
			}
			return w.Flush()
		},
	}
}
