package reconcile_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/extract"
	"yusuan/extract/open"
	"yusuan/normalize"
	"yusuan/reconcile"
)

// sharedReports are reports beside the repository, where they are there.
const sharedReports = "../../shared/reports"

// read takes a file through the stages before reconciliation.
func read(t *testing.T, path string) *budget.Report {
	t.Helper()
	doc, err := open.File(context.Background(), path, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	n, err := normalize.New(normalize.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := n.Read(context.Background(), strings.TrimSuffix(filepath.Base(path), ".txt"), doc)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func engine(t testing.TB) *reconcile.Engine {
	t.Helper()
	e, err := reconcile.New(reconcile.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func texts(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(sharedReports, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(names) == 0 {
		t.Skip("no reports in " + sharedReports)
	}
	return names
}

// TestCleanReports: a report without mistakes raises no error and no warning.
func TestCleanReports(t *testing.T) {
	e := engine(t)
	for _, name := range texts(t) {
		for _, c := range e.Check(context.Background(), read(t, name)) {
			if c.Finding() && c.Severity != budget.Info {
				t.Errorf("%s: %s %s: %s", filepath.Base(name), c.Rule, c.Severity, c.Message)
			}
		}
	}
}

// mutation is one misprint of a figure.
type mutation struct {
	name  string
	apply func(f *budget.Figure) (decimal.Decimal, bool)
}

var mutations = []mutation{
	{"digit", func(f *budget.Figure) (decimal.Decimal, bool) {
		// the second digit, so that the change is well above the rounding
		digits := f.Amount.Coefficient().String()
		if len(digits) < 3 {
			return decimal.Zero, false
		}
		b := []byte(digits)
		b[1] = '0' + (b[1]-'0'+3)%10
		return replace(f, b)
	}},
	{"swap", func(f *budget.Figure) (decimal.Decimal, bool) {
		b := []byte(f.Amount.Coefficient().String())
		if len(b) < 3 || b[0] == b[1] {
			return decimal.Zero, false
		}
		b[0], b[1] = b[1], b[0]
		return replace(f, b)
	}},
	{"ten", func(f *budget.Figure) (decimal.Decimal, bool) { return f.Amount.Shift(1), !f.Amount.IsZero() }},
	{"unit", func(f *budget.Figure) (decimal.Decimal, bool) { return f.Amount.Shift(4), !f.Amount.IsZero() }},
}

func replace(f *budget.Figure, digits []byte) (decimal.Decimal, bool) {
	d, err := decimal.NewFromString(string(digits))
	if err != nil || f.Amount.IsNegative() {
		return decimal.Zero, false
	}
	return d.Shift(f.Amount.Exponent()), true
}

// score counts what became of the planted mistakes.
type score struct{ planted, found, named, findings, caused, right int }

// stride is how many figures the sweep passes over for each one that it takes;
// YUSUAN_SWEEP=full takes all of them.
const stride = 9

// TestSweep plants one misprint at a time in figures that take part in a sum,
// and asks whether it is found, whether the figure is among the evidence,
// how many findings it raises, and whether the likely cause names it.
func TestSweep(t *testing.T) {
	if testing.Short() {
		t.Skip("a sweep over every figure")
	}
	e := engine(t)
	total := map[string]*score{}
	for _, name := range texts(t) {
		sweep(t, e, read(t, name), total)
	}
	for _, m := range mutations {
		s := total[m.name]
		t.Logf("%s: planted %d, found %.1f %%, in evidence %.1f %%, findings a fault %.2f, cause given %.1f %%, right %.1f %%", m.name, s.planted,
			percent(s.found, s.planted), percent(s.named, s.planted), float64(s.findings)/float64(max(1, s.found)),
			percent(s.caused, s.found), percent(s.right, s.caused))
		if percent(s.found, s.planted) < 99 || percent(s.named, s.planted) < 97 || percent(s.right, s.caused) < 80 {
			t.Errorf("%s: below what is promised", m.name)
		}
		if s.findings*2 > s.found*3 {
			t.Errorf("%s: more than 1.5 findings a fault", m.name)
		}
	}
}

func percent(a, b int) float64 { return 100 * float64(a) / float64(max(1, b)) }

func sweep(t *testing.T, e *reconcile.Engine, r *budget.Report, total map[string]*score) {
	ctx := context.Background()
	base := map[string]bool{}
	summed := map[int]bool{}
	for _, c := range e.Check(ctx, r) {
		if c.Finding() {
			base[c.Fingerprint] = true
		}
		if c.Verdict == budget.Pass && equality(&c) {
			for _, ev := range c.Evidence {
				summed[ev.Figure.ID] = true
			}
		}
	}
	step := stride
	if os.Getenv("YUSUAN_SWEEP") == "full" {
		step = 1
	}
	for i, f := range r.Figures {
		if i%step != 0 || !summed[f.ID] || !f.HasAmount() {
			continue
		}
		for _, m := range mutations {
			v, ok := m.apply(f)
			if !ok || v.Equal(f.Amount) {
				continue
			}
			if total[m.name] == nil {
				total[m.name] = &score{}
			}
			plant(e, r, f, v, base, total[m.name], m.name, t)
		}
	}
}

// equality reports whether a check is a sum or a comparison that must be equal.
func equality(c *budget.Check) bool {
	bound := strings.Contains(c.Message, "不小于") || strings.Contains(c.Message, "不超过")
	return !bound && c.Difference.Valid && c.Difference.Decimal.Abs().LessThanOrEqual(c.Tolerance.Decimal)
}

func plant(e *reconcile.Engine, r *budget.Report, f *budget.Figure, v decimal.Decimal, base map[string]bool, s *score, kind string, t *testing.T) {
	was := f.Amount
	f.Amount = v
	defer func() { f.Amount = was }()
	s.planted++
	found, named := 0, false
	for _, c := range e.Check(context.Background(), r) {
		if !c.Finding() || base[c.Fingerprint] {
			continue
		}
		found++
		for _, ev := range c.Evidence {
			named = named || ev.Figure == f
		}
		if c.LikelyCause != "" {
			s.caused++
			if c.CauseFigure == f.ID {
				s.right++
			} else {
				t.Logf("%s %s: figure %d (%s line %d %s -> %s), cause: %s", kind, r.ID, f.ID, f.Subject, f.Line, was, v, c.LikelyCause)
			}
		}
	}
	s.findings += found
	if found > 0 {
		s.found++
	} else {
		t.Logf("%s %s: figure %d (%s line %d %s -> %s) not found", kind, r.ID, f.ID, f.Subject, f.Line, was, v)
	}
	if named {
		s.named++
	}
	if found > 1 {
		t.Logf("%s %s: figure %d (%s line %d) raises %d findings", kind, r.ID, f.ID, f.Subject, f.Line, found)
	}
}

// TestStable: the same report gives the same checks in the same order.
func TestStable(t *testing.T) {
	e := engine(t)
	name := texts(t)[0]
	a, b := e.Check(context.Background(), read(t, name)), e.Check(context.Background(), read(t, name))
	if len(a) != len(b) {
		t.Fatalf("%d and %d checks", len(a), len(b))
	}
	seen := map[string]bool{}
	for i := range a {
		if a[i].Fingerprint != b[i].Fingerprint || a[i].Message != b[i].Message {
			t.Fatalf("check %d differs: %s and %s", i, a[i].Message, b[i].Message)
		}
		if seen[a[i].Fingerprint] {
			t.Errorf("fingerprint %s names two checks", a[i].Fingerprint)
		}
		seen[a[i].Fingerprint] = true
	}
}

func BenchmarkCheck(b *testing.B) {
	path := filepath.Join(sharedReports, "beibei-2024.txt")
	if _, err := os.Stat(path); err != nil {
		b.Skip("no report to measure on")
	}
	b.StopTimer()
	doc, err := open.File(context.Background(), path, extract.Options{})
	if err != nil {
		b.Fatal(err)
	}
	n, err := normalize.New(normalize.Options{})
	if err != nil {
		b.Fatal(err)
	}
	r, err := n.Read(context.Background(), "r", doc)
	if err != nil {
		b.Fatal(err)
	}
	e := engine(b)
	b.StartTimer()
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		e.Check(context.Background(), r)
	}
	b.ReportMetric(float64(len(r.Figures)), "figures")
}
