package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

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
	fs.StringVar(&f.failOn, "fail-on", "never", "exit with status 3 on findings: error, warning or never")
	fs.StringVar(&o.Suppress, "suppress", "", "file of accepted findings")
	fs.StringVar(&o.Baseline, "baseline", "", "results of an earlier run: only new findings count for --fail-on")
	fs.BoolVar(&f.quiet, "quiet", false, "say nothing but what went wrong")
	fs.StringVar(&f.logFormat, "log-format", "text", "messages as text or json")
	fs.StringVar(&o.OCR, "ocr", "auto", "recognise pages without text: auto or never")
	fs.StringArrayVar(&o.LexiconFiles, "lexicon", nil, "vocabulary file to add (may be repeated)")
	fs.StringSliceVar(&o.Also, "also", nil, "further formats: parquet, sqlite")
	fs.BoolVar(&o.Force, "force", false, "process again what has not changed")
	fs.StringVar(&f.isolate, "isolate", "risky", "process in a process of its own: risky files (PDF, DOCX), all or none")
	fs.BoolVar(&o.Profile, "profile", false, "write cpu.pprof and heap.pprof to the results")
	fs.StringVar(&f.shard, "shard", "", "do part i of n (i/n); join the parts with yusuan merge")
	fs.BoolVar(&f.watch, "watch", false, "run again whenever files arrive or change")
	fs.StringVar(&f.config, "config", "", "file with flags as keys (default yusuan.toml where it exists)")
}

func (f *runFlags) run(cmd *cobra.Command, args []string) error {
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
	return f.once(ctx, cmd)
}

func (f *runFlags) once(ctx context.Context, cmd *cobra.Command) error {
	res, err := batch.Run(ctx, f.options)
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
	for _, choice := range []struct{ flag, value, allowed string }{
		{"fail-on", f.failOn, "error|warning|never"},
		{"log-format", f.logFormat, "text|json"},
		{"ocr", o.OCR, "auto|never"},
		{"isolate", f.isolate, "risky|all|none"},
	} {
		if !oneOf(choice.value, choice.allowed) {
			return fmt.Errorf("--%s is %q, want one of %s", choice.flag, choice.value, choice.allowed)
		}
	}
	shard, err := batch.ParseShard(f.shard)
	if err != nil {
		return err
	}
	o.Shard, o.Isolate = shard, batch.Isolation(f.isolate)
	o.Version, o.Build, o.Worker = programVersion(), buildID(), selfAsWorker()
	o.Log = newLog(cmd.ErrOrStderr(), f.logFormat, f.quiet)
	if !f.quiet {
		o.Summary = cmd.OutOrStdout()
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

func newLog(w io.Writer, format string, quiet bool) *slog.Logger {
	level := slog.LevelInfo
	if quiet {
		level = slog.LevelError
	}
	o := &slog.HandlerOptions{Level: level, ReplaceAttr: withoutTime}
	if format == "json" {
		return slog.New(slog.NewJSONHandler(w, o))
	}
	return slog.New(slog.NewTextHandler(w, o))
}

// withoutTime keeps two equal runs equal in what they say.
func withoutTime(groups []string, a slog.Attr) slog.Attr {
	if len(groups) == 0 && a.Key == slog.TimeKey {
		return slog.Attr{}
	}
	return a
}

// readPaths replaces - by the paths that standard input lists, one a line.
func readPaths(args []string, stdin io.Reader) ([]string, error) {
	var paths []string
	for _, a := range args {
		if a == "-" {
			listed, err := readList(stdin)
			if err != nil {
				return nil, err
			}
			paths = append(paths, listed...)
			continue
		}
		if _, err := os.Stat(a); errors.Is(err, os.ErrNotExist) {
			return nil, fmt.Errorf("%s does not exist", a)
		}
		paths = append(paths, a)
	}
	return paths, nil
}

func readList(r io.Reader) ([]string, error) {
	var paths []string
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		if p := strings.TrimSuffix(lines.Text(), "\r"); p != "" {
			paths = append(paths, p)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("reading the list of paths: %w", err)
	}
	return paths, nil
}

// interruptible ends the context at the first interrupt; the second one ends
// the program.
func interruptible(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-ctx.Done()
		stop()
	}()
	return ctx, stop
}
