package measure

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"yusuan/internal/generate"
	"yusuan/internal/generate/render"
)

// Paper has a browser (the program chromium) print every style's reports, each with
// the next of the sheets whose names contain p.Sheet, and scores what is read of the
// PDFs: one result a sheet. What the same report loses as HTML, for its wording, is
// not counted: what is left was lost on paper. p.Keep is a folder for the PDFs.
func Paper(ctx context.Context, p Plan) ([]StyleResult, error) {
	styles, err := generate.Styles()
	if err != nil {
		return nil, err
	}
	sheets, err := generate.Sheets()
	if err != nil {
		return nil, err
	}
	rd, err := newReader()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "yusuan-paper-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if p.Keep == "" {
		p.Keep = dir
	}
	var out []StyleResult
	var used []*render.Sheet
	for _, s := range sheets {
		if strings.Contains(s.Name, p.Sheet) {
			used = append(used, s)
			out = append(out, StyleResult{Style: &generate.Style{Name: s.Name}})
		}
	}
	if len(used) == 0 {
		return nil, fmt.Errorf("no sheet has %q in its name", p.Sheet)
	}
	n := 0
	for _, s := range styles {
		if p.Only != nil && !p.Only(s) {
			continue
		}
		for seed := p.First; seed < p.First+uint64(p.Reports); seed++ {
			i := n % len(used)
			n++
			r, err := s.MakePaper(seed, used[i])
			if err != nil {
				return nil, err
			}
			if err := onPaper(ctx, rd, &out[i], r, used[i].Name, dir, p.Keep); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// onPaper scores one report as PDF and leaves out what it loses as HTML.
func onPaper(ctx context.Context, rd *reader, out *StyleResult, r *generate.Report, sheet, dir, keep string) error {
	reference, err := rd.see(ctx, r)
	if err != nil {
		return err
	}
	name := strings.TrimSuffix(r.Name, ".html") + "-" + sheet
	page := filepath.Join(dir, "page.html")
	if err := os.WriteFile(page, r.Data, 0o644); err != nil {
		return err
	}
	r.Name = name + ".pdf"
	path := filepath.Join(keep, r.Name)
	if r.Data, err = os.ReadFile(path); err != nil { // not kept from before
		if err := printed(ctx, page, path, dir); err != nil {
			return err
		}
		if r.Data, err = os.ReadFile(path); err != nil {
			return fmt.Errorf("read back: %w", err)
		}
	}
	out.takeBeside(ctx, rd, r, reference)
	return nil
}

// printed makes a PDF of an HTML page.
func printed(ctx context.Context, page, path, dir string) error {
	cmd := exec.CommandContext(ctx, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+dir+"/profile",
		"--no-pdf-header-footer", "--print-to-pdf="+path, "file://"+page)
	if text, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("print %s: %w: %s", filepath.Base(path), err, text)
	}
	return nil
}
