package records

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/shopspring/decimal"

	"yusuan/budget"
)

func sample() *budget.Report {
	amount := decimal.RequireFromString
	return &budget.Report{
		ID: "r", File: "in/r.txt", District: "清源县", Title: "报告",
		Figures: []*budget.Figure{
			{ID: 1, Kind: budget.Narrative, Place: budget.Place{Page: 1, Line: 3, Start: 5, End: 12}, Book: budget.GeneralPublic, Scope: "全县",
				Level: budget.Consolidated, Year: 2023, Stage: budget.Execution, Side: budget.Revenue, Subject: "一般公共预算收入", Role: budget.RoleTotal,
				Amount: amount("412900.5"), Raw: "41.29005亿元", Unit: "亿元", Step: amount("0.1"), Growth: budget.Rate{Value: amount("-8.20"), Known: true}, Quote: "=全县“收入”\n41"},
			{ID: 2, Kind: budget.InTable, Place: budget.Place{Page: 2, Line: 9}, Table: 1, Row: 2, Col: 1, Mark: budget.Dash, Raw: "—", Role: budget.RoleItem, Book: budget.Debt, Quote: "债务\t—"},
			{ID: 3, Kind: budget.Narrative, Place: budget.Place{Page: 1, Line: 4}, Role: budget.RolePolicy, Subject: "x", Year: 2023, Scope: "全县", Amount: amount("-3700"), Raw: "3700万元", Quote: "@policy"},
		},
	}
}

func TestRowsHaveTheFieldsOfFigures(t *testing.T) {
	var names []string
	rows := reflect.TypeFor[Row]()
	for i := range rows.NumField() {
		names = append(names, rows.Field(i).Tag.Get("json"))
	}
	var described []string
	for _, f := range FigureFields {
		described = append(described, f.Name)
	}
	if !reflect.DeepEqual(names, FigureColumns()) || !reflect.DeepEqual(described, FigureColumns()) {
		t.Errorf("columns differ:\n%v\n%v\n%v", names, described, FigureColumns())
	}
}

func TestFiguresJSON(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(string(FigureLines(sample()).JSON)), "\n")
	want := []string{
		`{"report":"r","district":"清源县","title":"报告","file":"in/r.txt","page":1,"line":3,"start":5,"end":12,"kind":"narrative","table":null,"row":null,"col":null,"book":"general_public","scope":"全县","level":"consolidated","year":2023,"stage":"execution","side":"revenue","subject":"一般公共预算收入","code":null,"subject_raw":null,"parent":null,"role":"total","amount_wan":"412900.5","raw":"41.29005亿元","unit":"亿元","step_wan":"0.1","delta":false,"hedge":null,"growth_pct":"-8.2","completion_pct":null,"completion_of":null,"quote":"=全县“收入”\n41"}`,
		`{"report":"r","district":"清源县","title":"报告","file":"in/r.txt","page":2,"line":9,"start":0,"end":0,"kind":"table","table":1,"row":2,"col":1,"book":"debt","scope":null,"level":null,"year":null,"stage":null,"side":null,"subject":null,"code":null,"subject_raw":null,"parent":null,"role":"item","amount_wan":null,"raw":"—","unit":null,"step_wan":null,"delta":false,"hedge":null,"growth_pct":null,"completion_pct":null,"completion_of":null,"quote":"债务\t—"}`,
		`{"report":"r","district":"清源县","title":"报告","file":"in/r.txt","page":1,"line":4,"start":0,"end":0,"kind":"narrative","table":null,"row":null,"col":null,"book":null,"scope":null,"level":null,"year":null,"stage":null,"side":null,"subject":null,"code":null,"subject_raw":null,"parent":null,"role":"policy","amount_wan":"-3700","raw":"3700万元","unit":null,"step_wan":null,"delta":false,"hedge":null,"growth_pct":null,"completion_pct":null,"completion_of":null,"quote":"@policy"}`,
	}
	for i, w := range want {
		if lines[i] != w {
			t.Errorf("line %d:\n got %s\nwant %s", i, lines[i], w)
		}
		if !json.Valid([]byte(lines[i])) {
			t.Errorf("line %d is no JSON", i)
		}
	}
}

func TestCSVIsNoFormula(t *testing.T) {
	text := string(FigureLines(sample()).CSV)
	for _, want := range []string{`"'=全县“收入”`, "'@policy\r\n", ",-3700,"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

func TestParquetHoldsTheSame(t *testing.T) {
	var b bytes.Buffer
	if err := Parquet(&b, bytes.NewReader(FigureLines(sample()).JSON)); err != nil {
		t.Fatal(err)
	}
	f, err := parquet.OpenFile(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if f.NumRows() != 3 || len(f.Schema().Columns()) != len(FigureFields) {
		t.Errorf("%d rows, %d columns", f.NumRows(), len(f.Schema().Columns()))
	}
	type part struct {
		Report string  `parquet:"report,optional"`
		Amount *int64  `parquet:"amount_wan,optional,decimal(8:18)"`
		Delta  *bool   `parquet:"delta,optional"`
		Book   *string `parquet:"book,optional"`
		Year   *int64  `parquet:"year,optional"`
	}
	rows, err := parquet.Read[part](bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if *rows[0].Amount != 41290050000000 || *rows[0].Year != 2023 || *rows[0].Book != "general_public" || rows[1].Amount != nil || *rows[2].Amount != -370000000000 || rows[2].Book != nil {
		t.Errorf("%+v", rows)
	}
}

func TestSQLiteHoldsTheSame(t *testing.T) {
	path := filepath.Join(t.TempDir(), "figures.sqlite")
	if err := SQLite(context.Background(), path, bytes.NewReader(FigureLines(sample()).JSON)); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var amount string
	var fen int64
	var shown float64
	if err := db.QueryRow(`SELECT f.amount_wan, f.amount_fen, v."金额（万元）" FROM figures f JOIN "数字" v ON v."科目" = f.subject`).Scan(&amount, &fen, &shown); err != nil {
		t.Fatal(err)
	}
	if amount != "412900.5" || fen != 412900500000 || shown != 412900.5 {
		t.Error(amount, fen, shown)
	}
	var nulls int
	if err := db.QueryRow(`SELECT count(*) FROM figures WHERE amount_wan IS NULL AND amount_fen IS NULL`).Scan(&nulls); err != nil || nulls != 1 {
		t.Error(nulls, err)
	}
}

func TestAnomaliesCSVHasTheDescribedColumns(t *testing.T) {
	var described []string
	for _, f := range CheckFields {
		described = append(described, f.Name)
	}
	if got := names(anomalyColumns()); !reflect.DeepEqual(got, described) {
		t.Errorf("%v\n%v", got, described)
	}
}
