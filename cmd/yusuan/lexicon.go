package main

import (
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"yusuan/extract"
	"yusuan/extract/open"
	"yusuan/normalize"
	"yusuan/normalize/lexicon"
)

func newLexicon() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "lexicon",
		Short: "Check the vocabulary, and list the words it does not know",
		Long: `The vocabulary holds the subjects with their codes and synonyms, and the words
that say scope, stage and comparison. A file of your own adds to it (--lexicon);
docs/adding-a-term.md shows how.`,
		Example: `  yusuan lexicon lint
  yusuan lexicon lint ours.tsv
  yusuan lexicon unknown reports/`,
	}
	cmd.AddCommand(newLexiconLint(), newLexiconUnknown())
	return cmd
}

func newLexiconLint() *cobra.Command {
	return &cobra.Command{
		Use:   "lint [FILE…]",
		Short: "Check the built-in vocabulary and your own files",
		Long: `Checks that every file loads and that no word has two meanings in one context,
that parents exist, that codes have the shape of the classification and belong
to one name. Prints one finding a line; the exit status is 1 if there is any.`,
		Example: "  yusuan lexicon lint ours.tsv",
		RunE: func(cmd *cobra.Command, args []string) error {
			findings, err := lexicon.Lint(args...)
			if err != nil {
				return err
			}
			for _, f := range findings {
				fmt.Fprintln(cmd.OutOrStdout(), f)
			}
			if len(findings) > 0 {
				return exitStatus(1)
			}
			return nil
		},
	}
}

// unknownFlags are the flags of lexicon unknown.
type unknownFlags struct {
	lexicon []string
	top     int
	timeout time.Duration
}

func newLexiconUnknown() *cobra.Command {
	var f unknownFlags
	cmd := &cobra.Command{
		Use:   "unknown [flags] PATH…",
		Short: "List label-like words that the vocabulary does not know, most frequent first",
		Long: `Reads reports and lists the row labels of their tables, and the words before
amounts in their sentences, that look like subjects and are not in the
vocabulary: how often, the word, and where it was seen first. Add those that are
subjects to a file of your own.`,
		Example: "  yusuan lexicon unknown reports/ --lexicon ours.tsv",
		Args:    cobra.MinimumNArgs(1),
		RunE:    f.run,
	}
	fs := cmd.Flags()
	fs.StringArrayVar(&f.lexicon, "lexicon", nil, "vocabulary file to add (may be repeated)")
	fs.IntVar(&f.top, "top", 100, "list at most so many words (0: all)")
	fs.DurationVar(&f.timeout, "timeout", 2*time.Minute, "time limit per file")
	return cmd
}

func (f *unknownFlags) run(cmd *cobra.Command, paths []string) error {
	lex, err := lexicon.Load(f.lexicon...)
	if err != nil {
		return err
	}
	n, err := normalize.New(normalize.Options{LexiconFiles: f.lexicon})
	if err != nil {
		return fmt.Errorf("loading the vocabulary: %w", err)
	}
	files, err := reportFiles(paths)
	if err != nil {
		return err
	}
	words, failed := lex.NewUnknowns(), false
	for _, file := range files {
		if err := f.count(cmd.Context(), n, words, file); err != nil {
			fmt.Fprintf(cmd.ErrOrStderr(), "%s：%v\n", file, err)
			failed = true
		}
	}
	w := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', 0)
	for i, word := range words.List() {
		if f.top > 0 && i == f.top {
			break
		}
		fmt.Fprintf(w, "%d\t%s\t%s\n", word.Count, word.Text, word.First)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if failed {
		return exitStatus(exitUnreadable)
	}
	return nil
}

// count adds the unknown words of one file.
func (f *unknownFlags) count(ctx context.Context, n *normalize.Normalizer, words *lexicon.Unknowns, file string) error {
	ctx, cancel := context.WithTimeout(ctx, f.timeout)
	defer cancel()
	doc, err := open.File(ctx, file, extract.Options{OCR: "never"})
	if err != nil {
		return err
	}
	report, err := n.Read(ctx, filepath.Base(file), doc)
	if err != nil {
		return err
	}
	for i := range report.Tables {
		t := &report.Tables[i]
		for _, b := range t.Blocks {
			for _, item := range b.Items {
				words.Label(item.Label, fmt.Sprintf("%s:%d", file, item.Line), t.Book, b.Side)
			}
		}
	}
	for _, page := range doc.Pages {
		for _, line := range page.Lines {
			if line.Kind == extract.Body {
				words.Sentence(line.Text, fmt.Sprintf("%s:%d", file, line.Number))
			}
		}
	}
	return nil
}

// reportFiles lists the files of the paths, folders with all below them, hidden
// files and Office lock files left out.
func reportFiles(paths []string) ([]string, error) {
	var files []string
	for _, path := range paths {
		err := filepath.WalkDir(path, func(p string, e fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			hidden := strings.HasPrefix(e.Name(), ".") || strings.HasPrefix(e.Name(), "~$")
			switch {
			case hidden && p != path && e.IsDir():
				return filepath.SkipDir
			case !hidden && e.Type().IsRegular():
				files = append(files, p)
			}
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("listing %s: %w", path, err)
		}
	}
	return files, nil
}
