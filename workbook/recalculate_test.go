package workbook

import (
	"bytes"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// always makes LibreOffice compute every formula anew when it opens a file.
const always = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

// recalculated opens a workbook in LibreOffice, which computes every formula,
// and returns it as saved by it.
func recalculated(t *testing.T, name string, b []byte) *excelize.File {
	t.Helper()
	if os.Getenv("YUSUAN_TEST_ALL") == "" {
		t.Skip("runs with make test-all")
	}
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice (soffice) is not installed")
	}
	dir := t.TempDir()
	profile := filepath.Join(dir, "profile", "user")
	if err := os.MkdirAll(profile, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(profile, "registrymodifications.xcu"), []byte(always), 0o644); err != nil {
		t.Fatal(err)
	}
	in := filepath.Join(dir, name+".xlsx")
	if err := os.WriteFile(in, b, 0o644); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "out")
	cmd := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.Dir(profile), "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, in)
	cmd.WaitDelay = time.Second
	timer := time.AfterFunc(2*time.Minute, func() { cmd.Process.Kill() })
	defer timer.Stop()
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, text)
	}
	f, err := excelize.OpenFile(filepath.Join(out, name+".xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// compareFormulas checks that the stored result of every formula is what a
// spreadsheet computes, and that none is an error. It returns their number.
func compareFormulas(t *testing.T, ours, theirs *excelize.File) int {
	t.Helper()
	n := 0
	for _, sheet := range ours.GetSheetList() {
		rows, err := ours.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for r := range rows {
			for c := range rows[r] {
				ref, _ := excelize.CoordinatesToCellName(c+1, r+1)
				formula, _ := ours.GetCellFormula(sheet, ref)
				if formula == "" {
					continue
				}
				n++
				got, err := theirs.GetCellValue(sheet, ref, excelize.Options{RawCellValue: true})
				if err != nil {
					t.Fatal(err)
				}
				if !sameValue(rows[r][c], got) {
					t.Errorf("%s!%s =%s: stored %q, computed %q", sheet, ref, formula, rows[r][c], got)
				}
			}
		}
	}
	return n
}

func sameValue(stored, computed string) bool {
	x, err1 := strconv.ParseFloat(stored, 64)
	y, err2 := strconv.ParseFloat(computed, 64)
	if err1 != nil || err2 != nil {
		return stored == computed
	}
	return math.Abs(x-y) <= 1e-9*math.Max(1, math.Abs(x))
}

func TestStoredResultsAreWhatASpreadsheetComputes(t *testing.T) {
	r, checks := sampleReport(t)
	var report bytes.Buffer
	if err := Report(&report, r, checks); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		bytes []byte
		least int
	}{{"report", report.Bytes(), 80}, {"panel", panelOf(t, 6, false), 50}} {
		t.Run(c.name, func(t *testing.T) {
			theirs := recalculated(t, c.name, c.bytes)
			if n := compareFormulas(t, open(t, c.bytes).file, theirs); n < c.least {
				t.Errorf("%d formulas, want at least %d", n, c.least)
			} else {
				t.Logf("%d formulas agree", n)
			}
		})
	}
}
