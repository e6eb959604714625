package main

import (
	"github.com/spf13/cobra"

	"yusuan/internal/batch"
)

func newMerge() *cobra.Command {
	var f runFlags
	cmd := &cobra.Command{
		Use:   "merge [flags] OUT…",
		Short: "Join the parts of a run that was spread with --shard",
		Long: `Joins the results of run --shard 1/n … n/n into one folder: the same files that
a single run over everything writes. Each part must be complete and have been
made with the same settings by the same build.`,
		Example: `  yusuan run reports/ --shard 1/2 -o part1
  yusuan run reports/ --shard 2/2 -o part2
  yusuan merge part1 part2 -o out`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return f.merge(cmd, args) },
	}
	fs := cmd.Flags()
	fs.StringVarP(&f.options.Out, "out", "o", "out", "folder for the results")
	f.addReporting(fs)
	return cmd
}

func (f *runFlags) merge(cmd *cobra.Command, parts []string) error {
	if err := f.checkReporting(); err != nil {
		return err
	}
	f.report(cmd)
	ctx, stop := interruptible(cmd.Context())
	defer stop()
	res, err := batch.Merge(ctx, parts, f.options)
	return f.finish(cmd, res, err)
}
