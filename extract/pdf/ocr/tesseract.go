// Package ocr reads the picture of a page with the tesseract program, where it
// is installed.
package ocr

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"
)

// DPI is the resolution that pages are drawn at. Higher ones take longer and
// read the common sizes of print no better.
const DPI = 200

// Layout modes: a page with rulings is read as a column of text of several
// sizes, one without as one block. On pages with tables, the rulings erased, the
// first misread none of 67 numbers and the second three; on a page of nothing but
// text the second kept the ends of lines that the first lost.
const (
	columnMode = "4"
	blockMode  = "6"
)

// perPage bounds the time of one page.
const perPage = 90 * time.Second

// Reasons why no page can be read.
var (
	ErrMissing  = errors.New("未安装 tesseract")
	ErrLanguage = errors.New("tesseract 缺少中文语言包 chi_sim")
)

// Engine is the tesseract program.
type Engine struct{ path string }

// Find looks for the program and its language, once for each process.
var Find = sync.OnceValues(func() (*Engine, error) {
	path, err := exec.LookPath("tesseract")
	if err != nil {
		return nil, ErrMissing
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	out, err := exec.CommandContext(ctx, path, "--list-langs").CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("%w（%v）", ErrMissing, err)
	}
	for line := range strings.Lines(string(out)) {
		if strings.TrimSpace(line) == "chi_sim" {
			return &Engine{path: path}, nil
		}
	}
	return nil, ErrLanguage
})

// words gives the words of a picture as tesseract's table.
func (e *Engine) words(ctx context.Context, img *image.Gray, mode string) ([]word, error) {
	var in bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := enc.Encode(&in, img); err != nil {
		return nil, fmt.Errorf("encode page picture: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, perPage)
	defer cancel()
	cmd := exec.CommandContext(ctx, e.path, "stdin", "stdout", "-l", "chi_sim", "--psm", mode, "tsv")
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
	cmd.Stdin = &in
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	cmd.WaitDelay = time.Second
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("tesseract: %w: %.200s", err, said.String())
	}
	return parseTSV(out.String()), nil
}
