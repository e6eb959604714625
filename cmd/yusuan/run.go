package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"yusuan/internal/batch"
)

// runFlags are the flags of run beside those that are the options of a batch.
type runFlags struct {
	options   batch.Options
	failOn    string
	quiet     bool
	logFormat string
	isolate   string
	shard     string
	config    string
	watch     bool
}

func newRun() *cobra.Command {
	var f runFlags
	cmd := &cobra.Command{
		Use:   "run [flags] PATH…",
		Short: "Read reports, reconcile them and write the workbooks",
		Long: `Reads every report below the PATHs (folders, files, zip archives; - reads a list
of paths from standard input), reconciles it and writes the results to --out:

  reports/<id>.xlsx            a workbook for each report
  panel.xlsx                   all reports side by side
  figures.jsonl, figures.csv   every figure, one a line
  checks.jsonl                 every rule outcome, passes included
  anomalies.csv, .jsonl        what did not agree or could not be read
  run.json                     every input and what became of it

What was done before and has not changed is not done again.

Exit status: 0 every file was processed; 1 some file could not be read (the
others were); 2 the call was wrong or nothing could be written; 3 --fail-on was
met; 130 interrupted (what was finished is whole on disk).`,
		Example: `  yusuan run reports/ -o out
  yusuan run 2023.pdf 2024.pdf -o out --fail-on error
  find . -name '*.pdf' | yusuan run - -o out`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd, args) },
	}
	f.add(cmd)
	return cmd
}

func (f *runFlags) add(cmd *cobra.Command) {
	fs, o := cmd.Flags(), &f.options
	fs.StringVarP(&o.Out, "out", "o", "out", "folder for the results")
	fs.IntVarP(&o.Jobs, "jobs", "j", 0, "files at a time (0: one a core)")
	fs.DurationVar(&o.Timeout, "timeout", batch.DefaultTimeout, "time limit of one file (0: none)")
	fs.StringVar(&o.Suppress, "suppress", "", "file of accepted findings")
	fs.StringVar(&o.Baseline, "baseline", "", "results of an earlier run: only new findings count for --fail-on")
	fs.StringVar(&o.OCR, "ocr", "auto", "recognise pages without text: auto or never")
	fs.StringArrayVar(&o.LexiconFiles, "lexicon", nil, "vocabulary file to add (may be repeated)")
	fs.StringSliceVar(&o.Also, "also", nil, "further formats: "+strings.Join(batch.Formats(), ", "))
	fs.BoolVar(&o.Force, "force", false, "process again what has not changed")
	fs.StringVar(&f.isolate, "isolate", "risky", "process in a process of its own: risky files (PDF, DOCX), all or none")
	fs.BoolVar(&o.Profile, "profile", false, "write cpu.pprof and heap.pprof to the results")
	fs.StringVar(&f.shard, "shard", "", "do part i of n (i/n); join the parts with yusuan merge")
	fs.BoolVar(&f.watch, "watch", false, "run again whenever files arrive or change")
	fs.StringVar(&f.config, "config", "", "file with flags as keys (default yusuan.toml where it exists)")
	f.addReporting(fs)
}

// addReporting adds the flags that say what is reported and how.
func (f *runFlags) addReporting(fs *pflag.FlagSet) {
	fs.StringVar(&f.failOn, "fail-on", "never", "exit with status 3 on findings: error, warning or never")
	fs.BoolVar(&f.quiet, "quiet", false, "say nothing but what went wrong")
	fs.StringVar(&f.logFormat, "log-format", "text", "messages as text or json")
}

func (f *runFlags) run(cmd *cobra.Command, args []string) error {
	if err := applyConfig(cmd, f.config); err != nil {
		return err
	}
	if f.options.Jobs < 0 {
		return fmt.Errorf("--jobs %d: must be 0 or more", f.options.Jobs)
	}
	if err := f.complete(cmd); err != nil {
		return err
	}
	paths, err := readPaths(args, cmd.InOrStdin())
	if err != nil {
		return err
	}
	f.options.Paths = paths
	ctx, stop := interruptible(cmd.Context())
	defer stop()
	if f.watch {
		return batch.Watch(ctx, f.options, func(res *batch.Result, err error) {
			if err := f.finish(cmd, res, err); errors.Is(err, batch.ErrNothing) {
				f.options.Log.Info("尚无报告，等待文件到来")
			}
		})
	}
	res, err := batch.Run(ctx, f.options)
	return f.finish(cmd, res, err)
}

// finish says what a run came to and turns it into the exit status.
func (f *runFlags) finish(cmd *cobra.Command, res *batch.Result, err error) error {
	if res != nil && !f.quiet {
		finalTable(cmd.ErrOrStderr(), res, f.options.Out)
	}
	if err != nil {
		return err
	}
	return f.status(res)
}

// status is the exit status of a result, the gravest first.
func (f *runFlags) status(res *batch.Result) error {
	switch {
	case res.Interrupted:
		return exitStatus(exitInterrupted)
	case f.failOn == "error" && res.Errors > 0, f.failOn == "warning" && res.Errors+res.Warnings > 0:
		return exitStatus(exitFindings)
	case res.Unreadable > 0:
		return exitStatus(exitUnreadable)
	}
	return nil
}

// complete checks the flags and fills in the options that follow from them.
func (f *runFlags) complete(cmd *cobra.Command) error {
	o := &f.options
	if err := f.checkReporting(); err != nil {
		return err
	}
	if err := choose(choice{"ocr", o.OCR, "auto|never"}, choice{"isolate", f.isolate, "risky|all|none"}); err != nil {
		return err
	}
	shard, err := batch.ParseShard(f.shard)
	if err != nil {
		return err
	}
	o.Shard, o.Isolate = shard, batch.Isolation(f.isolate)
	o.Worker = selfAsWorker()
	f.report(cmd)
	return nil
}

func (f *runFlags) checkReporting() error {
	return choose(choice{"fail-on", f.failOn, "error|warning|never"}, choice{"log-format", f.logFormat, "text|json"})
}

// report says where messages go and who speaks.
func (f *runFlags) report(cmd *cobra.Command) {
	o := &f.options
	o.Version, o.Build = programVersion(), buildID()
	o.Log = newLog(cmd.ErrOrStderr(), f.logFormat, f.quiet)
	if !f.quiet {
		o.Summary = cmd.OutOrStdout()
		o.Progress = newProgress(cmd.ErrOrStderr(), o.Log)
	}
}

// choice is a flag that takes one of a few words.
type choice struct{ flag, value, allowed string }

func choose(choices ...choice) error {
	for _, c := range choices {
		if !oneOf(c.value, c.allowed) {
			return fmt.Errorf("--%s is %q, want one of %s", c.flag, c.value, strings.ReplaceAll(c.allowed, "|", ", "))
		}
	}
	return nil
}

func oneOf(value, allowed string) bool {
	for _, a := range strings.Split(allowed, "|") {
		if value == a {
			return true
		}
	}
	return false
}
