package reconcile

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"yusuan/budget"
	"yusuan/reconcile/internal/casefile"
	"yusuan/reconcile/rule"
)

// TestCases runs the whole engine over reports with one fault: how many findings
// remain, and which cause is given.
func TestCases(t *testing.T) {
	e, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	all := cases(t, "testdata/cases")
	if len(all) == 0 {
		t.Fatal("no cases")
	}
	for _, c := range all {
		findings := without(e.Check(context.Background(), c.Reports[0]), "C902")
		for _, x := range c.Expect {
			switch x.Kind {
			case "findings":
				if len(findings) != x.Count {
					t.Errorf("%s:%d: %d findings, want %d:\n%s", c.Name, x.Line, len(findings), x.Count, list(findings))
				}
			case "notes":
				if n := notes(findings); n != x.Count {
					t.Errorf("%s:%d: %d notes, want %d:\n%s", c.Name, x.Line, n, x.Count, list(findings))
				}
			case "uncaused":
				if n := uncaused(findings); n != x.Count {
					t.Errorf("%s:%d: %d findings without a cause, want %d:\n%s", c.Name, x.Line, n, x.Count, list(findings))
				}
			case "cause":
				if !hasCause(findings, x.Text) {
					t.Errorf("%s:%d: no cause says %q:\n%s", c.Name, x.Line, x.Text, list(findings))
				}
			case "says":
				if !says(findings, x.Text) {
					t.Errorf("%s:%d: no finding says %q:\n%s", c.Name, x.Line, x.Text, list(findings))
				}
			default:
				t.Errorf("%s:%d: unknown expectation %q", c.Name, x.Line, x.Kind)
			}
		}
	}
}

func notes(findings []budget.Check) int {
	n := 0
	for i := range findings {
		if findings[i].Severity == budget.Info {
			n++
		}
	}
	return n
}

// without returns the findings, those of one rule aside.
func without(checks []budget.Check, id string) []budget.Check {
	var out []budget.Check
	for i := range checks {
		if checks[i].Finding() && checks[i].Rule != id {
			out = append(out, checks[i])
		}
	}
	return out
}

func uncaused(findings []budget.Check) int {
	n := 0
	for i := range findings {
		if findings[i].LikelyCause == "" {
			n++
		}
	}
	return n
}

func hasCause(findings []budget.Check, text string) bool {
	for i := range findings {
		if strings.Contains(findings[i].LikelyCause, text) {
			return true
		}
	}
	return false
}

// TestCrash: a rule that panics is one errored check, and the others run.
func TestCrash(t *testing.T) {
	crash := rule.Rule{Doc: rule.Doc{ID: "X000"}, Check: func(r *rule.Run) {
		r.Skip("first")
		panic("broken rule")
	}, Across: func(*rule.Pair) { panic("broken rule") }}
	e := &Engine{rules: append([]rule.Rule{crash}, registered()...)}
	r := parse(t, "report year=2023\nat book=general_public level=own year=2023 stage=execution\nsentence revenue\n收入总计 5 grand_total\n")
	checks := e.Check(context.Background(), r)
	if n := count(checks, budget.Errored); n != 1 {
		t.Fatalf("%d errored checks, want 1:\n%s", n, list(checks))
	}
	for i := range checks {
		if c := &checks[i]; c.Verdict == budget.Errored && (!c.Finding() || c.Severity != budget.Error || !strings.Contains(c.Message, "broken rule")) {
			t.Errorf("the crash is no error finding with its cause: %+v", c)
		}
	}
	if checks[0].Message != "first" || len(checks) < len(registered()) {
		t.Errorf("other outcomes were lost: %d checks, the first says %q", len(checks), checks[0].Message)
	}
	other := *r
	other.ID, other.Year = "older", r.Year-1
	if n := count(e.Across(context.Background(), []*budget.Report{r, &other}), budget.Errored); n != 1 {
		t.Errorf("%d errored checks across, want 1", n)
	}
}

func parse(t *testing.T, text string) *budget.Report {
	t.Helper()
	c, err := casefile.Parse("inline", text)
	if err != nil {
		t.Fatal(err)
	}
	return c.Reports[0]
}

// TestBlockedRefersToLeader: what follows from a finding is no finding, and its
// group is the finding's fingerprint.
func TestBlockedRefersToLeader(t *testing.T) {
	e, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	c := cases(t, "testdata/cases")
	for _, x := range c {
		prints := map[string]bool{}
		checks := e.Check(context.Background(), x.Reports[0])
		for i := range checks {
			if checks[i].Finding() {
				prints[checks[i].Fingerprint] = true
			}
		}
		for i := range checks {
			if b := &checks[i]; b.Verdict == budget.Blocked && b.Group != "" && !prints[b.Group] {
				t.Errorf("%s: %s is grouped under %q, which is no finding", x.Name, b.Rule, b.Group)
			}
		}
	}
}

// series writes the reports of one district over some years.
func series(district string, from, years int) []*budget.Report {
	var out []*budget.Report
	for y := from; y < from+years; y++ {
		text := fmt.Sprintf(`report year=%[1]d id=%[2]s-%[1]d district=%[2]s
at book=general_public level=consolidated scope=全县 year=%[1]d stage=execution
sentence revenue
一般公共预算收入 %[3]d total
上年结转 %[4]d
结转下年 %[5]d side=expenditure
`, y, district, 10000+y, y, y+1)
		c, err := casefile.Parse("series", text)
		if err != nil {
			panic(err)
		}
		out = append(out, c.Reports[0])
	}
	return out
}

// TestAcross: neighbouring years of a district are compared, other districts
// aren't, whatever the order; slim reports give the same checks.
func TestAcross(t *testing.T) {
	e, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	reports := append(series("甲县", 2019, 4), series("乙县", 2019, 4)...)
	whole := e.Across(context.Background(), reports)
	if n := count(whole, budget.Pass); n != 6 {
		t.Errorf("%d passes, want 3 a district:\n%s", n, list(whole))
	}
	var slim []*budget.Report
	for i := len(reports) - 1; i >= 0; i-- {
		slim = append(slim, Slim(reports[i]))
	}
	other := e.Across(context.Background(), slim)
	if list(other) != list(whole) {
		t.Errorf("slim reports in another order give\n%s, want\n%s", list(other), list(whole))
	}
}

// TestAcrossIsLinear counts pairs, not time.
func TestAcrossIsLinear(t *testing.T) {
	small, large := series("甲县", 1900, 20), series("甲县", 1900, 200)
	a, b := len(pairs(small)), len(pairs(large))
	if b > 11*a {
		t.Errorf("%d pairs for 20 reports, %d for 200", a, b)
	}
	// many reports of one year: one stands for all
	same := series("甲县", 2020, 1)
	for i := 0; i < 100; i++ {
		r := *same[0]
		r.ID = fmt.Sprint("copy", i)
		same = append(same, &r)
	}
	if n := len(pairs(append(same, series("甲县", 2021, 1)...))); n != 1 {
		t.Errorf("%d pairs, want 1", n)
	}
}

func TestDistrictlessReportsStandAlone(t *testing.T) {
	e, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	if checks := e.Across(context.Background(), series("", 2019, 3)); len(checks) != 0 {
		t.Errorf("reports without a district were compared:\n%s", list(checks))
	}
}

// TestCancelled: a cancelled run stops between rules.
func TestCancelled(t *testing.T) {
	e, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if checks := e.Check(ctx, parse(t, "report year=2023\n")); len(checks) != 0 {
		t.Errorf("%d checks after cancelling", len(checks))
	}
}

func BenchmarkAcross(b *testing.B) {
	e, err := New(Options{})
	if err != nil {
		b.Fatal(err)
	}
	var reports []*budget.Report
	for i := 0; i < 1000; i++ {
		reports = append(reports, series(fmt.Sprint("县", i), 2014, 10)...)
	}
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		e.Across(context.Background(), reports)
	}
}
