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

// recalculated opens workbooks in LibreOffice, which computes every formula, and
// returns them as saved by it.
func recalculated(t *testing.T, books map[string][]byte) map[string]*excelize.File {
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
	out := filepath.Join(dir, "out")
	args := []string{"-env:UserInstallation=file://" + filepath.Dir(profile), "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out}
	for name, b := range books {
		in := filepath.Join(dir, name+".xlsx")
		if err := os.WriteFile(in, b, 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, in)
	}
	cmd := exec.Command(soffice, args...)
	cmd.WaitDelay = time.Second
	timer := time.AfterFunc(3*time.Minute, func() { cmd.Process.Kill() })
	defer timer.Stop()
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, text)
	}
	files := map[string]*excelize.File{}
	for name := range books {
		f, err := excelize.OpenFile(filepath.Join(out, name+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
		files[name] = f
	}
	return files
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
	books := map[string][]byte{"made-up": report.Bytes(), "panel": panelOf(t, 6, false)}
	for _, c := range readReports(t) {
		var out bytes.Buffer
		if err := Report(&out, c.report, c.checks); err != nil {
			t.Fatal(err)
		}
		books[c.report.ID] = out.Bytes()
	}
	for name, theirs := range recalculated(t, books) {
		t.Run(name, func(t *testing.T) {
			n := compareFormulas(t, open(t, books[name]).file, theirs)
			if n < 40 {
				t.Errorf("%d formulas, want at least 40", n)
			}
			t.Logf("%d formulas", n)
		})
	}
}
