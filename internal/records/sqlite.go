package records

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"reflect"
	"strings"

	_ "modernc.org/sqlite" // the driver, without cgo
)

// SQLite writes figures.sqlite to path, which must not exist, from the lines of
// figures.jsonl: table figures with the same columns, and a view 数字 with
// Chinese names. SQLite has no decimals: amounts stay exact as text, and stand
// beside it as whole 分 for sums.
func SQLite(ctx context.Context, path string, figures io.Reader) (err error) {
	db, err := sql.Open("sqlite", path)
	if err != nil {
		return fmt.Errorf("writing SQLite: %w", err)
	}
	defer func() {
		if e := db.Close(); err == nil && e != nil {
			err = fmt.Errorf("writing SQLite: %w", e)
		}
	}()
	db.SetMaxOpenConns(1)
	for _, statement := range sqliteSchema() {
		if _, err := db.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("writing SQLite: %w", err)
		}
	}
	return insertRows(ctx, db, figures)
}

const fenColumn = "amount_fen"

func sqliteSchema() []string {
	var columns, chinese []string
	for _, f := range FigureFields {
		kind := map[string]string{"integer": "INTEGER", "boolean": "INTEGER"}[f.Type]
		if kind == "" {
			kind = "TEXT"
		}
		columns = append(columns, fmt.Sprintf("%q %s", f.Name, kind))
		chinese = append(chinese, fmt.Sprintf("%s AS %q", chineseColumn(f), f.Chinese))
	}
	columns = append(columns, fenColumn+" INTEGER")
	return []string{
		"PRAGMA journal_mode=OFF", // the file is written aside and renamed when whole
		"PRAGMA synchronous=OFF",
		"CREATE TABLE figures (" + strings.Join(columns, ", ") + ")",
		"CREATE INDEX figures_by_subject ON figures (subject, year, stage)",
		`CREATE VIEW "数字" AS SELECT ` + strings.Join(chinese, ", ") + " FROM figures",
	}
}

// chineseColumn is the value that the view shows: numbers as numbers.
func chineseColumn(f Field) string {
	switch {
	case f.Name == "amount_wan":
		return fenColumn + " / 1000000.0"
	case f.Type == "number":
		return fmt.Sprintf("CAST(%q AS REAL)", f.Name)
	}
	return fmt.Sprintf("%q", f.Name)
}

func insertRows(ctx context.Context, db *sql.DB, figures io.Reader) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("writing SQLite: %w", err)
	}
	defer tx.Rollback() //nolint:errcheck // after a commit it has nothing to do
	marks := strings.TrimSuffix(strings.Repeat("?,", len(FigureFields)+1), ",")
	insert, err := tx.PrepareContext(ctx, "INSERT INTO figures VALUES ("+marks+")")
	if err != nil {
		return fmt.Errorf("writing SQLite: %w", err)
	}
	err = ReadRows(figures, func(r *Row) error {
		_, err := insert.ExecContext(ctx, sqliteRow(r)...)
		return err
	})
	if err != nil {
		return fmt.Errorf("writing SQLite: %w", err)
	}
	return tx.Commit()
}

func sqliteRow(r *Row) []any {
	fields := reflect.ValueOf(r).Elem()
	row := make([]any, 0, fields.NumField()+1)
	for i := range fields.NumField() {
		v := fields.Field(i)
		if v.Kind() == reflect.Pointer {
			if v.IsNil() {
				row = append(row, nil)
				continue
			}
			v = v.Elem()
		}
		row = append(row, v.Interface())
	}
	return append(row, fen(r.AmountWan))
}

// fen is the amount in whole 分, null where there is none or it is finer.
func fen(amount *string) any {
	if amount == nil {
		return nil
	}
	n, err := scaled(*amount, 6)
	if err != nil {
		return nil
	}
	return n
}
