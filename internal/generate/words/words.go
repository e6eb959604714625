// Package words holds the sentences around the figures: policy work with
// amounts that are no figures of a budget, numbers that are no money, purposes
// of earmarks, and a glossary.
package words

import (
	"embed"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"yusuan/internal/generate/pen"
)

//go:embed *.tsv
var files embed.FS

// Source is one set of sentences.
type Source struct {
	policy, noise, gloss []string
	projects             []string
	economic             []pen.Outlay
	purposes             map[string][]string
}

var load = map[string]func() (*Source, error){
	"":       sync.OnceValues(func() (*Source, error) { return read("policy.tsv") }),
	"second": sync.OnceValues(func() (*Source, error) { return read("policy-second.tsv") }),
	"aside":  sync.OnceValues(func() (*Source, error) { return read("policy-heldout.tsv") }),
}

// Load returns a set of sentences: the first (empty name), the second, or that of
// the styles kept aside.
func Load(set string) (*Source, error) {
	f, ok := load[set]
	if !ok {
		return nil, fmt.Errorf("no set of words %q", set)
	}
	return f()
}

func read(policy string) (*Source, error) {
	s := &Source{purposes: map[string][]string{}}
	for _, f := range []struct {
		name string
		to   *[]string
	}{{policy, &s.policy}, {"noise.tsv", &s.noise}, {"glossary.tsv", &s.gloss}, {"projects.tsv", &s.projects}} {
		lines, err := lines(f.name)
		if err != nil {
			return nil, err
		}
		*f.to = lines
	}
	var err error
	if s.economic, err = outlays("economic.tsv"); err != nil {
		return nil, err
	}
	rows, err := lines("purposes.tsv")
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		class, text, ok := strings.Cut(r, "\t")
		if !ok {
			return nil, fmt.Errorf("purposes.tsv: no TAB in %q", r)
		}
		s.purposes[class] = append(s.purposes[class], text)
	}
	return s, nil
}

// outlays reads the lines of the economic classification.
func outlays(name string) ([]pen.Outlay, error) {
	rows, err := lines(name)
	if err != nil {
		return nil, err
	}
	var out []pen.Outlay
	for _, r := range rows {
		f := strings.Split(r, "\t")
		if len(f) != 3 {
			return nil, fmt.Errorf("%s: want three columns in %q", name, r)
		}
		share, err := strconv.ParseFloat(f[2], 64)
		if err != nil {
			return nil, fmt.Errorf("%s: share in %q: %w", name, r, err)
		}
		out = append(out, pen.Outlay{Code: f[0], Name: f[1], Share: share})
	}
	return out, nil
}

func lines(name string) ([]string, error) {
	data, err := files.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("read words: %w", err)
	}
	var out []string
	for _, l := range strings.Split(string(data), "\n") {
		if l = strings.TrimSpace(l); l != "" && !strings.HasPrefix(l, "#") {
			out = append(out, l)
		}
	}
	return out, nil
}

// Economic returns the economic classification, items (款) too where they are wanted.
func (s *Source) Economic(items bool) []pen.Outlay {
	var out []pen.Outlay
	for _, o := range s.economic {
		if items || !o.IsItem() {
			out = append(out, o)
		}
	}
	return out
}

// Policy returns n sentences on policy work.
func (s *Source) Policy(p *pen.Pen, n int) string { return some(p, s.policy, n) }

// Noise returns n sentences with numbers that are no money.
func (s *Source) Noise(p *pen.Pen, n int) string { return some(p, s.noise, n) }

// Glossary returns n terms, a paragraph each.
func (s *Source) Glossary(p *pen.Pen, n int) string {
	return strings.ReplaceAll(some(p, s.gloss, n), "◆", "\n")
}

// Purpose returns what an earmark of a class is for, without the amount; {n} and
// its like are filled.
func (s *Source) Purpose(p *pen.Pen, class string) string {
	ws := s.purposes[class]
	if len(ws) == 0 {
		ws = s.purposes["*"]
	}
	return fill(p, ws[p.Rng.IntN(len(ws))])
}

// Projects returns up to n names of bond projects.
func (s *Source) Projects(p *pen.Pen, n int) []string {
	var out []string
	for _, i := range p.Rng.Perm(len(s.projects))[:min(n, len(s.projects))] {
		out = append(out, s.projects[i])
	}
	return out
}

func some(p *pen.Pen, from []string, n int) string {
	var b strings.Builder
	for _, i := range p.Rng.Perm(len(from))[:min(n, len(from))] {
		b.WriteString(fill(p, from[i]))
	}
	return b.String()
}

// place is a place to fill: {万元 100 9000} an amount, {n 3 40} a whole number,
// {f 1 9} one with a digit after the point.
var place = regexp.MustCompile(`\{(\S+) ([\d.]+) ([\d.]+)\}`)

func fill(p *pen.Pen, text string) string {
	return place.ReplaceAllStringFunc(text, func(m string) string {
		g := place.FindStringSubmatch(m)
		lo, _ := strconv.ParseFloat(g[2], 64)
		hi, _ := strconv.ParseFloat(g[3], 64)
		switch g[1] {
		case "n":
			return strconv.Itoa(int(lo) + p.Rng.IntN(int(hi-lo)+1))
		case "f":
			return strconv.FormatFloat(lo+(hi-lo)*p.Rng.Float64(), 'f', 1, 64)
		}
		return p.Policy(g[1], lo, hi)
	})
}
