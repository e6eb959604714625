package generate

import (
	"bufio"
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"path"
	"sort"
	"strconv"
	"strings"
	"text/template"

	"yusuan/budget"
	"yusuan/internal/generate/accounts"
	"yusuan/internal/generate/pen"
	"yusuan/internal/generate/render"
)

//go:embed styles/*.tmpl
var seenFiles embed.FS

//go:embed heldout
var heldOutFiles embed.FS

//go:embed samples/*.tmpl
var sampleFiles embed.FS

// Samples returns the templates of the sample reports, which have a seed of their own.
func Samples() ([]*Style, error) { return load(sampleFiles, "samples", false) }

// Style is one bureau's way of writing: a template with settings above it.
type Style struct {
	Name    string
	HeldOut bool // kept out of sight while the grammar is written
	Kind    budget.ReportKind
	Forms   []accounts.Form
	Grain   int64
	Apart   bool // debt stands apart from transfers
	Year    int
	Place   string
	Area    string
	Words   string // set of sentences around the figures
	Seed    uint64 // of a sample
	Pen     pen.Settings
	Out     render.Settings

	body *template.Template
	open [][2]string // settings that each report chooses anew: unit: 万元 || 亿元
}

// chosen returns the style with its open settings decided by a seed.
func (s *Style) chosen(seed uint64) (*Style, error) {
	if len(s.open) == 0 {
		return s, nil
	}
	rng := rand.New(rand.NewPCG(seed, 31))
	c := *s
	c.Pen.Say = maps.Clone(s.Pen.Say)
	for _, kv := range s.open {
		vs := strings.Split(kv[1], "||")
		if err := c.set(kv[0], strings.TrimSpace(vs[rng.IntN(len(vs))])); err != nil {
			return nil, err
		}
	}
	return &c, nil
}

// Styles returns every style, seen ones first, each group by name.
func Styles() ([]*Style, error) {
	seen, err := load(seenFiles, "styles", false)
	if err != nil {
		return nil, err
	}
	held, err := load(heldOutFiles, "heldout", true)
	return append(seen, held...), err
}

func load(files fs.FS, dir string, heldOut bool) ([]*Style, error) {
	names, err := fs.Glob(files, dir+"/*.tmpl")
	if err != nil {
		return nil, err
	}
	sort.Strings(names)
	var out []*Style
	for _, n := range names {
		data, err := fs.ReadFile(files, n)
		if err != nil {
			return nil, err
		}
		s, err := parseStyle(strings.TrimSuffix(path.Base(n), ".tmpl"), string(data))
		if err != nil {
			return nil, fmt.Errorf("style %s: %w", n, err)
		}
		s.HeldOut = heldOut
		out = append(out, s)
	}
	return out, nil
}

func parseStyle(name, text string) (*Style, error) {
	head, body, ok := strings.Cut(text, "\n---\n")
	if !ok {
		return nil, fmt.Errorf("no line --- between settings and text")
	}
	s := &Style{Name: name, Kind: budget.KindBudget, Grain: 10000}
	s.Pen.Unit, s.Pen.TableUnit, s.Pen.TableSep, s.Pen.Say = "万元", "万元", ",", map[string]string{}
	s.Out.Ext, s.Out.Table = "txt", "tab"
	sc := bufio.NewScanner(strings.NewReader(head))
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSpace(sc.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		k, v, ok := strings.Cut(line, ":")
		if !ok {
			return nil, fmt.Errorf("line %d: no setting in %q", n, line)
		}
		if strings.Contains(v, "||") {
			s.open = append(s.open, [2]string{strings.TrimSpace(k), v})
			v, _, _ = strings.Cut(v, "||")
		}
		if err := s.set(strings.TrimSpace(k), strings.TrimSpace(v)); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	var err error
	s.body, err = template.New(name).Delims("⟨", "⟩").Funcs(names()).Parse(body)
	return s, err
}

// set takes one setting. Numbers and words of the setting name:
//
//	kind, forms, grain, debt           what accounts are invented
//	area, year, place, seed                  fixed for a sample
//	words                              sentences around the figures: second, aside
//	unit, sep, yi, zeros, pct, growth  how amounts and rates are printed
//	tableunit, tablesep, dash          the same inside tables
//	bold, fullwidth                    percent of the amounts so printed
//	say                                the style's words: subject = words|other words
//	out, table, unitline, wrap, break, header, indent, blank, chrome, width, encoding   see render.Settings
func (s *Style) set(k, v string) error {
	number := func(to *int) error {
		n, err := strconv.Atoi(v)
		*to = n
		return err
	}
	switch k {
	case "kind":
		s.Kind = budget.ReportKind(v)
	case "forms":
		for _, f := range strings.Fields(v) {
			s.Forms = append(s.Forms, accounts.Form(f))
		}
	case "grain":
		n, err := strconv.ParseInt(v, 10, 64)
		s.Grain = n
		return err
	case "debt":
		s.Apart = v == "apart"
	case "year":
		return number(&s.Year)
	case "area":
		s.Area = v
	case "words":
		s.Words = v
	case "place":
		s.Place = v
	case "seed":
		n, err := strconv.ParseUint(v, 10, 64)
		s.Seed = n
		return err
	case "unit":
		s.Pen.Unit = v
	case "sep":
		s.Pen.Separator = v
	case "yi":
		return number(&s.Pen.YiDigits)
	case "zeros":
		s.Pen.KeepZeros = v == "keep"
	case "pct":
		return number(&s.Pen.PctDigits)
	case "growth":
		copy(s.Pen.Growth[:], strings.Fields(v))
	case "tableunit":
		s.Pen.TableUnit = v
	case "tablesep":
		s.Pen.TableSep = strings.Trim(v, `"`)
	case "dash":
		s.Pen.Dash = v
	case "bold":
		return number(&s.Pen.Bold)
	case "fullwidth":
		return number(&s.Pen.FullWidth)
	case "say":
		a, b, ok := strings.Cut(v, "=")
		if !ok {
			return fmt.Errorf("say wants subject = words, not %q", v)
		}
		s.Pen.Say[strings.TrimSpace(a)] = strings.TrimSpace(b)
	default:
		return s.Out.Set(k, v)
	}
	return nil
}
