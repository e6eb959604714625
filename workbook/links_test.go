package workbook

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"yusuan/budget"
	"yusuan/workbook/xl"
)

func sampleBook(t *testing.T) (*budget.Report, *opened) {
	t.Helper()
	r, checks := sampleReport(t)
	var b bytes.Buffer
	if err := Report(&b, r, checks, WithSource("../in/云桥区2023.pdf"), WithRules([]Rule{{ID: "N202", Title: "文字：支出总计等于各项之和"}})); err != nil {
		t.Fatal(err)
	}
	return r, open(t, b.Bytes())
}

func TestEveryLinkLeadsSomewhere(t *testing.T) {
	_, book := sampleBook(t)
	sheets := book.file.GetSheetList()
	followed := 0
	for i, name := range sheets {
		for _, l := range book.links(i + 1) {
			if l.Location == "" {
				continue // outside the workbook
			}
			sheet, ref := target(l.Location)
			if !slices.Contains(sheets, sheet) {
				t.Errorf("%s!%s leads to a sheet that is not there: %s", name, l.Ref, l.Location)
				continue
			}
			if book.value(sheet, ref) == "" {
				t.Errorf("%s!%s leads to an empty cell: %s", name, l.Ref, l.Location)
			}
			followed++
		}
	}
	if followed < 200 {
		t.Errorf("only %d links within the workbook", followed)
	}
}

// Every figure's amount leads to the line that holds its printed form, and the
// span is set off there.
func TestEveryFigureLeadsToItsSentence(t *testing.T) {
	r, book := sampleBook(t)
	at := slices.Index(book.file.GetSheetList(), sheetFigures) + 1
	links := map[string]string{}
	for _, l := range book.links(at) {
		links[l.Ref] = l.Location
	}
	for _, f := range r.Figures {
		cell := xl.Ref(figuresAmountCol, figuresFirstRow+f.ID-1)
		sheet, ref := target(links[cell])
		if sheet != sheetSource {
			t.Errorf("figure %d (%s) has no link to the source", f.ID, f.Raw)
			continue
		}
		if text := book.value(sheet, ref); !strings.Contains(text, f.Raw) {
			t.Errorf("figure %d (%s) leads to %q", f.ID, f.Raw, text)
		}
		if !f.HasAmount() {
			continue
		}
		if got := book.value(sheetFigures, cell); got != f.Amount.String() {
			t.Errorf("figure %d is %s in the workbook, %s in the report", f.ID, got, f.Amount)
		}
		runs, err := book.file.GetCellRichText(sheet, ref)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(runs, func(run excelize.RichTextRun) bool { return run.Text == f.Raw && run.Font != nil && run.Font.Bold }) {
			t.Errorf("figure %d (%s) is not set off in its line", f.ID, f.Raw)
		}
	}
}

// A figure of a PDF opens its page.
func TestFiguresOfAPDFOpenTheirPage(t *testing.T) {
	r, book := sampleBook(t)
	at := slices.Index(book.file.GetSheetList(), sheetFigures) + 1
	pages := 0
	for _, l := range book.links(at) {
		if l.Location != "" {
			continue
		}
		ok, address, err := book.file.GetCellHyperLink(sheetFigures, l.Ref)
		if err != nil || !ok || !strings.HasPrefix(address, "../in/云桥区2023.pdf#page=") {
			t.Errorf("%s opens %q (%v)", l.Ref, address, err)
		}
		pages++
	}
	want := 0
	for _, f := range r.Figures {
		want += boolRank(f.HasAmount())
	}
	if pages != want {
		t.Errorf("%d figures open a page, want %d", pages, want)
	}
}

// Blank, zero, dash and missing are four different things.
func TestBlankZeroDashAndMissing(t *testing.T) {
	_, book := sampleBook(t)
	found := map[string]bool{}
	for _, sheet := range []string{sheetBalance, sheetRevenue} {
		rows, err := book.file.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for _, cell := range row {
				found[cell] = true
			}
		}
	}
	for _, word := range []string{wordBlank, wordDash, wordMissing} {
		if !found[word] {
			t.Errorf("no cell says %q", word)
		}
	}
}

// Text that begins with = + - @ stays text, also when someone edits the cell.
func TestTextIsNeverAFormula(t *testing.T) {
	r, book := sampleBook(t)
	for i, l := range r.Lines {
		if !strings.HasPrefix(l.Text, "=") {
			continue
		}
		ref := xl.Ref(sourceTextCol, sourceFirstRow+i)
		if f, _ := book.file.GetCellFormula(sheetSource, ref); f != "" {
			t.Errorf("%s became the formula %q", ref, f)
		}
		if got := book.value(sheetSource, ref); got != l.Text {
			t.Errorf("%s is %q, want %q", ref, got, l.Text)
		}
		return
	}
	t.Error("the sample has no line that begins with =")
}

func TestFigureWithAFindingCarriesANote(t *testing.T) {
	_, book := sampleBook(t)
	notes, err := book.file.GetComments(sheetFigures)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range notes {
		if strings.Contains(n.Text, "N202") && strings.Contains(n.Text, "可能原因") && utf8.ValidString(n.Text) {
			return
		}
	}
	t.Errorf("none of %d notes names the finding", len(notes))
}

// The elements of a sheet must come in the order of the schema, or Excel offers
// to repair the file.
func TestElementsStandInTheOrderOfTheSchema(t *testing.T) {
	schema := []string{"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "autoFilter", "mergeCells",
		"conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks",
		"ignoredErrors", "drawing", "legacyDrawing", "tableParts", "extLst"}
	_, report := sampleBook(t)
	for _, book := range []*opened{report, open(t, panelOf(t, 5, false))} {
		for name, part := range book.parts {
			if !strings.HasPrefix(name, "xl/worksheets/sheet") {
				continue
			}
			last := -1
			for _, e := range elements(t, part) {
				at := slices.Index(schema, e)
				if at < last {
					t.Errorf("%s: %s stands after %s", name, e, schema[last])
				}
				last = at
			}
			if bytes.Contains(part, []byte("<mergeCell")) {
				t.Errorf("%s has merged cells", name)
			}
		}
	}
}

func TestFirstSheetAndCellAreSelected(t *testing.T) {
	_, book := sampleBook(t)
	if got := book.file.GetSheetName(book.file.GetActiveSheetIndex()); got != sheetOverview {
		t.Errorf("%s is selected", got)
	}
}
