package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"yusuan/reconcile"
	"yusuan/reconcile/rule"
)

func newExplain() *cobra.Command {
	return &cobra.Command{
		Use:     "explain ID",
		Short:   "Explain one rule in full",
		Long:    "Says what a rule compares, why it must agree, on what authority, where it stays silent, and shows a finding.",
		Example: "  yusuan explain T101",
		Args:    cobra.ExactArgs(1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return ruleIDs(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			for _, d := range reconcile.Rules() {
				if strings.EqualFold(d.ID, args[0]) {
					return explain(cmd.OutOrStdout(), d)
				}
			}
			return fmt.Errorf("there is no rule %q; yusuan rules lists them", args[0])
		},
	}
}

func ruleIDs() []string {
	var ids []string
	for _, d := range reconcile.Rules() {
		ids = append(ids, d.ID)
	}
	return ids
}

func explain(w io.Writer, d rule.Doc) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s  %s  (%s, since %s)\n", d.ID, d.Title, d.Severity, d.Since)
	for _, part := range []struct{ title, text string }{
		{"What", d.What}, {"Why", d.Why}, {"Authority", d.Authority}, {"Example", d.Example},
	} {
		if part.text != "" {
			fmt.Fprintf(&b, "\n%s\n%s\n", part.title, indent(part.text))
		}
	}
	if len(d.Exclusions) > 0 {
		fmt.Fprint(&b, "\nSilent where\n")
		for _, e := range d.Exclusions {
			fmt.Fprintf(&b, "  - %s\n", e)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func indent(s string) string {
	return "  " + strings.ReplaceAll(strings.TrimSpace(s), "\n", "\n  ")
}
