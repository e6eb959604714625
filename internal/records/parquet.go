package records

import (
	"fmt"
	"io"
	"reflect"
	"strings"

	"github.com/parquet-go/parquet-go"
	"github.com/shopspring/decimal"
)

// parquetScale is the number of decimals of an amount in Parquet: two more than
// a 分 has in 万元.
const parquetScale = 8

// Parquet writes figures.parquet from the lines of figures.jsonl: the same
// columns, with amounts and rates as exact decimals.
func Parquet(w io.Writer, figures io.Reader) error {
	schema := parquet.NewSchema("figures", parquetColumns())
	out := parquet.NewWriter(w, schema, parquet.Compression(&parquet.Snappy), parquet.CreatedBy("yusuan", "", ""))
	order := map[string]int{}
	for i, path := range schema.Columns() {
		order[path[0]] = i
	}
	err := ReadRows(figures, func(r *Row) error {
		row, err := parquetRow(r, order)
		if err != nil {
			return err
		}
		_, err = out.WriteRows([]parquet.Row{row})
		return err
	})
	if err != nil {
		return err
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("writing Parquet: %w", err)
	}
	return nil
}

func parquetColumns() parquet.Group {
	group := parquet.Group{}
	for _, f := range FigureFields {
		node := parquet.String()
		switch f.Type {
		case "integer":
			node = parquet.Int(64)
		case "number":
			node = parquet.Decimal(parquetScale, 18, parquet.Int64Type)
		case "boolean":
			node = parquet.Leaf(parquet.BooleanType)
		}
		group[f.Name] = parquet.Optional(node)
	}
	return group
}

// parquetRow is a row in the order of the schema, which sorts columns by name.
func parquetRow(r *Row, order map[string]int) (parquet.Row, error) {
	row := make(parquet.Row, len(FigureFields))
	fields := reflect.ValueOf(r).Elem()
	for i, f := range FigureFields {
		value, err := parquetValue(f, fields.Field(i))
		if err != nil {
			return nil, fmt.Errorf("report %s, line %d, %s: %w", r.Report, r.Line, f.Name, err)
		}
		level := 1
		if value.IsNull() {
			level = 0
		}
		row[order[f.Name]] = value.Level(0, level, order[f.Name])
	}
	return row, nil
}

func parquetValue(f Field, v reflect.Value) (parquet.Value, error) {
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return parquet.NullValue(), nil
		}
		v = v.Elem()
	}
	switch f.Type {
	case "integer":
		return parquet.Int64Value(v.Int()), nil
	case "boolean":
		return parquet.BooleanValue(v.Bool()), nil
	case "number":
		n, err := scaled(v.String(), parquetScale)
		return parquet.Int64Value(n), err
	}
	return parquet.ByteArrayValue([]byte(v.String())), nil
}

// scaled turns an exact decimal into a whole number of 10^-scale.
func scaled(s string, scale int32) (int64, error) {
	d, err := decimal.NewFromString(strings.TrimSpace(s))
	if err != nil {
		return 0, err
	}
	d = d.Shift(scale)
	if !d.IsInteger() || !d.BigInt().IsInt64() {
		return 0, fmt.Errorf("%s has no exact form with %d decimals in 64 bits", s, scale)
	}
	return d.BigInt().Int64(), nil
}
