package batch

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"yusuan/budget"
)

// wrongText is a report whose parts do not add up.
func wrongText(tax int) string {
	return fmt.Sprintf(`关于清源县2023年财政预算执行情况和2024年财政预算草案的报告

一、2023年预算执行情况
全县一般公共预算收入完成30000万元，其中：税收收入%d万元，非税收入10000万元。
`, tax)
}

func acceptance(rule, report string) string {
	return fmt.Sprintf("[[suppress]]\nrule = %q\nreport = %q\nreason = \"已核实\"\nauthor = \"李某\"\ndate = \"2024-03-01\"\n", rule, report)
}

func TestAcceptedFindingsDoNotCount(t *testing.T) {
	dir := writeFiles(t, map[string]string{"in/a.txt": wrongText(15000)})
	o := options(filepath.Join(dir, "out"), filepath.Join(dir, "in"))
	if res := mustRun(t, o); res.Errors == 0 {
		t.Fatalf("the wrong sum was not found: %+v", res)
	}
	text := acceptance("T101", "gone")
	for _, c := range anomalies(t, o.Out) {
		if c.Severity == budget.Error {
			text += acceptance(c.Rule, "a")
		}
	}
	o.Suppress = filepath.Join(dir, "accept.toml")
	writeFile(t, o.Suppress, text)
	for _, name := range []string{"fresh", "taken over"} {
		if res := mustRun(t, o); res.Errors != 0 {
			t.Errorf("%s: the accepted finding still counts: %+v", name, res)
		}
		m := manifest(t, o.Out)
		if len(m.Stale) != 1 || m.Stale[0].Report != "gone" {
			t.Errorf("%s: stale acceptances %+v, want that of report gone", name, m.Stale)
		}
	}
	if text := results(t, o.Out)["anomalies.jsonl"]; !strings.Contains(text, `"suppressed":"已核实"`) {
		t.Errorf("the reason is not in the anomaly log:\n%s", text)
	}
}

func TestBaselineTellsNewFromKnown(t *testing.T) {
	dir := writeFiles(t, map[string]string{"in/a.txt": wrongText(15000)})
	first := options(filepath.Join(dir, "first"), filepath.Join(dir, "in"))
	found := mustRun(t, first).Errors
	second := options(filepath.Join(dir, "second"), filepath.Join(dir, "in"))
	second.Baseline = first.Out
	if res := mustRun(t, second); found == 0 || res.Errors != 0 {
		t.Errorf("found %d, of these new in the second run: %d", found, res.Errors)
	}
	writeFile(t, filepath.Join(dir, "in/a.txt"), wrongText(20000))
	writeFile(t, filepath.Join(dir, "in/b.txt"), wrongText(15000))
	if res := mustRun(t, second); res.Errors == 0 {
		t.Error("the finding of a new report is not new")
	}
	if m := manifest(t, second.Out); len(m.Gone) == 0 || m.Gone[0].Report != "a" {
		t.Errorf("gone %+v, want the mended finding of a", m.Gone)
	}
}
