package main

import (
	"github.com/spf13/cobra"

	"yusuan/internal/batch"
)

func newRun() *cobra.Command {
	var o batch.Options
	cmd := &cobra.Command{
		Use:   "run [flags] PATH…",
		Short: "Read reports, reconcile them and write the workbooks",
		Example: `  yusuan run reports/ -o out
  yusuan run 2023.pdf 2024.pdf -o out`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.Paths = args
			o.Version = programVersion()
			o.Summary = cmd.OutOrStdout()
			res, err := batch.Run(cmd.Context(), o)
			if err != nil {
				return err
			}
			if res.Unreadable > 0 {
				return exitStatus(exitUnreadable)
			}
			return nil
		},
	}
	f := cmd.Flags()
	f.StringVarP(&o.Out, "out", "o", "out", "folder for the results")
	f.IntVarP(&o.Jobs, "jobs", "j", 0, "files at a time (0: one a core)")
	f.DurationVar(&o.Timeout, "timeout", batch.DefaultTimeout, "time limit of one file")
	return cmd
}
