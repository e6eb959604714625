package generate

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"yusuan/internal/generate/render"
)

//go:embed sheets/*.css
var sheetFiles embed.FS

// Sheets returns the typesettings for reports that a browser prints, by name. The
// first line of a sheet is a comment on what it tries; the words spread and padded
// in it set what CSS cannot.
func Sheets() ([]*render.Sheet, error) {
	names, err := fs.Glob(sheetFiles, "sheets/*.css")
	if err != nil {
		return nil, err
	}
	var out []*render.Sheet
	for _, n := range names {
		data, err := fs.ReadFile(sheetFiles, n)
		if err != nil {
			return nil, fmt.Errorf("read sheet: %w", err)
		}
		about, _, _ := strings.Cut(string(data), "\n")
		out = append(out, &render.Sheet{
			Name: strings.TrimSuffix(path.Base(n), ".css"), CSS: string(data),
			Spread: strings.Contains(about, "spread"), Padded: strings.Contains(about, "padded"),
		})
	}
	return out, nil
}
