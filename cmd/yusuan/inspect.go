package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"yusuan/extract"
	"yusuan/extract/open"
	"yusuan/extract/pdf"
	"yusuan/internal/collector"
	"yusuan/internal/inspect"
	"yusuan/normalize"
)

// inspectFlags are the flags of inspect.
type inspectFlags struct {
	format  string
	page    int
	ocr     string
	lexicon []string
	picture string
}

func newInspect() *cobra.Command {
	var f inspectFlags
	cmd := &cobra.Command{
		Use:   "inspect [flags] FILE",
		Short: "Show what was read from one file: pages, lines, tables, figures",
		Long: `Shows the pages, lines, tables and figures that were read from one file, for a
look and for bug reports. It works on any PDF with tables, not only on budgets.`,
		Example: `  yusuan inspect report.pdf
  yusuan inspect report.pdf --page 3
  yusuan inspect --format json report.pdf
  yusuan inspect --debug-svg page.svg --page 3 report.pdf`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return f.inspect(cmd, args[0]) },
	}
	fs := cmd.Flags()
	fs.StringVar(&f.format, "format", "text", "text or json")
	fs.IntVar(&f.page, "page", 0, "show one page only (0: all)")
	fs.StringVar(&f.ocr, "ocr", "auto", "recognise pages without text: auto or never")
	fs.StringVar(&f.picture, "debug-svg", "", "draw the words, lines and cells of one page of a PDF into this file")
	fs.StringArrayVar(&f.lexicon, "lexicon", nil, "vocabulary file to add (may be repeated)")
	return cmd
}

func (f *inspectFlags) inspect(cmd *cobra.Command, path string) error {
	if err := choose(choice{"format", f.format, "text|json"}, choice{"ocr", f.ocr, "auto|never"}); err != nil {
		return err
	}
	if f.page < 0 {
		return fmt.Errorf("--page is %d, want a page number from 1", f.page)
	}
	if f.picture != "" {
		return f.draw(cmd, path)
	}
	if info, err := os.Stat(path); err == nil {
		defer collector.File(info.Size())()
	}
	n, err := normalize.New(normalize.Options{LexiconFiles: f.lexicon})
	if err != nil {
		return fmt.Errorf("loading the vocabulary: %w", err)
	}
	doc, err := open.File(cmd.Context(), path, extract.Options{OCR: f.ocr})
	if err != nil {
		fmt.Fprintf(cmd.ErrOrStderr(), "%s：%v\n", path, err)
		return exitStatus(exitUnreadable)
	}
	if f.page > 0 && !hasPage(doc, f.page) {
		return fmt.Errorf("--page is %d, but %s has %d pages", f.page, path, len(doc.Pages))
	}
	id := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	report, err := n.Read(cmd.Context(), id, doc)
	if err != nil {
		return fmt.Errorf("understanding %s: %w", path, err)
	}
	if f.format == "json" {
		return inspect.JSON(cmd.OutOrStdout(), doc, report, f.page)
	}
	return inspect.Text(cmd.OutOrStdout(), doc, report, f.page)
}

// draw writes a picture of the page that --page names, the first without it.
func (f *inspectFlags) draw(cmd *cobra.Command, path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("reading %s: %w", path, err)
	}
	svg, err := pdf.Picture(cmd.Context(), bytes.NewReader(data), max(1, f.page), extract.Options{OCR: f.ocr})
	if err != nil {
		return fmt.Errorf("drawing %s: %w", path, err)
	}
	if err := os.WriteFile(f.picture, svg, 0o644); err != nil {
		return fmt.Errorf("writing the picture: %w", err)
	}
	return nil
}

func hasPage(doc *extract.Document, number int) bool {
	for i := range doc.Pages {
		if doc.Pages[i].Number == number {
			return true
		}
	}
	return false
}
