package measure

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"yusuan/internal/generate"
)

// PDF writes every style's reports as Word documents, has an office suite (the
// program soffice) turn them into PDF, and scores what is read of those. What the Word
// document loses too is not counted. p.Keep is a folder for the files; those that it holds are not made again.
func PDF(ctx context.Context, p Plan) ([]StyleResult, error) {
	styles, err := generate.Styles()
	if err != nil {
		return nil, err
	}
	rd, err := newReader()
	if err != nil {
		return nil, err
	}
	dir := p.Keep
	if dir == "" {
		if dir, err = os.MkdirTemp("", "yusuan-measure-"); err != nil {
			return nil, err
		}
		defer os.RemoveAll(dir)
	}
	var out []StyleResult
	var made [][]*generate.Report
	var paths []string
	args := []string{"-env:UserInstallation=file://" + dir + "/profile", "--headless", "--convert-to", "pdf", "--outdir", dir}
	for _, s := range styles {
		if p.Only != nil && !p.Only(s) {
			continue
		}
		var rs []*generate.Report
		for seed := p.First; seed < p.First+uint64(p.Reports); seed++ {
			r, err := s.MakeAs(seed, "docx", !p.NoRules)
			if err != nil {
				return nil, err
			}
			path := filepath.Join(dir, r.Name)
			if err := os.WriteFile(path, r.Data, 0o644); err != nil {
				return nil, err
			}
			if !held(filepath.Join(dir, pdfName(r))) {
				paths = append(paths, path)
			}
			rs = append(rs, r)
		}
		out, made = append(out, StyleResult{Style: s}), append(made, rs)
	}
	if len(paths) > 0 {
		if text, err := exec.CommandContext(ctx, "soffice", append(args, paths...)...).CombinedOutput(); err != nil {
			return nil, fmt.Errorf("convert to PDF: %w: %s", err, text)
		}
	}
	for i := range out {
		for _, r := range made[i] {
			if err := pdf(ctx, rd, &out[i], r, dir); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

func pdf(ctx context.Context, rd *reader, out *StyleResult, r *generate.Report, dir string) error {
	reference, err := rd.see(ctx, r)
	if err != nil {
		return err
	}
	r.Name = pdfName(r)
	data, err := os.ReadFile(filepath.Join(dir, r.Name))
	if err != nil {
		return fmt.Errorf("read back: %w", err)
	}
	r.Data = data
	out.takeBeside(ctx, rd, r, reference)
	return nil
}

func pdfName(r *generate.Report) string { return strings.TrimSuffix(r.Name, ".docx") + ".pdf" }

func held(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
