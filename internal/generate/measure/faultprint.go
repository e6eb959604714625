package measure

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
)

// PrintFaults writes the counts a kind of fault, and the alarms on clean reports
// by rule.
func PrintFaults(w io.Writer, r *FaultRun) {
	fmt.Fprintf(w, "%-14s %7s %7s %7s %9s %9s %9s %9s %9s\n", "fault", "planted", "visible", "found", "evidence", "cause", "right", "findings", "others")
	var sum FaultResult
	for i := range r.Kinds {
		k := &r.Kinds[i]
		faultLine(w, string(k.Kind), k)
		sum.Planted += k.Planted
		sum.Detectable += k.Detectable
		sum.Found += k.Found
		sum.Evidence += k.Evidence
		sum.Caused += k.Caused
		sum.CauseRight += k.CauseRight
		sum.Findings += k.Findings
		sum.Surprising += k.Surprising
	}
	faultLine(w, "ALL", &sum)
	fmt.Fprintf(w, "\nclean reports %d: %d errors and warnings, %d notes\n", r.CleanReports, len(r.Alarms), r.Notes)
	PrintAlarms(w, r.Alarms)
}

// PrintAlarms writes alarms by rule, the most frequent first, with two examples.
func PrintAlarms(w io.Writer, alarms []Alarm) {
	byRule := map[string][]Alarm{}
	var rules []string
	for _, a := range alarms {
		if byRule[a.Rule] == nil {
			rules = append(rules, a.Rule)
		}
		byRule[a.Rule] = append(byRule[a.Rule], a)
	}
	sort.Slice(rules, func(i, j int) bool { return len(byRule[rules[i]]) > len(byRule[rules[j]]) })
	for _, id := range rules {
		as := byRule[id]
		fmt.Fprintf(w, "%5d  %s  %s\n       %s\n", len(as), id, as[0].Report, as[0].Message)
		if last := as[len(as)-1]; last.Report != as[0].Report {
			fmt.Fprintf(w, "       %s  %s\n", last.Report, last.Message)
		}
	}
}

func faultLine(w io.Writer, name string, k *FaultResult) {
	fmt.Fprintf(w, "%-14s %7d %7d %7.4f %9.4f %9.4f %9.4f %9.2f %9d\n", name, k.Planted, k.Detectable, rate(k.Found, k.Detectable),
		rate(k.Evidence, k.Found), rate(k.Caused, k.Found), rate(k.CauseRight, k.Caused), float64(k.Findings)/float64(max(1, k.Found)), k.Surprising)
}

// PrintFaultCases writes faults that were not found, and causes that were wrong.
func PrintFaultCases(w io.Writer, r *FaultRun, n int) {
	for _, k := range r.Kinds {
		for _, c := range k.Misses[:min(n, len(k.Misses))] {
			fmt.Fprintf(w, "not found: %s %s line %d %s %s %s %s: %s → %s; breaks %v\n", c.Fault.Kind, c.Report, c.Fault.Line, c.Fault.Figure.Book, c.Fault.Figure.Level, c.Fault.Figure.Stage, c.Fault.Figure.Subject, c.Fault.Old, c.Fault.New, c.Fault.Breaks)
		}
		for _, c := range k.Wrong[:min(n, len(k.Wrong))] {
			fmt.Fprintf(w, "wrong cause: %s %s line %d %s: %s → %s\n", c.Fault.Kind, c.Report, c.Fault.Line, c.Fault.Figure.Subject, c.Fault.Old, c.Fault.New)
			for _, f := range c.New {
				fmt.Fprintf(w, "    %s %s｜%s\n", f.Rule, f.Message, f.LikelyCause)
			}
		}
	}
}

// WriteMisses writes the reports whose faults were not found, each under the name
// of its fault's kind and its own.
func WriteMisses(dir string, r *FaultRun) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("write missed faults: %w", err)
	}
	for _, k := range r.Kinds {
		for _, c := range k.Misses {
			if err := os.WriteFile(filepath.Join(dir, string(k.Kind)+"_"+c.Report), c.Data, 0o644); err != nil {
				return fmt.Errorf("write missed faults: %w", err)
			}
		}
	}
	return nil
}
