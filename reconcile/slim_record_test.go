package reconcile

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"yusuan/budget"
)

// Every field of a figure that Slim keeps comes back from its record: a field
// that is added to budget.Figure must be added to the record, too.
func TestSlimRecordKeepsEveryField(t *testing.T) {
	f := &budget.Figure{}
	set(reflect.ValueOf(f).Elem(), new(int))
	f.Mark, f.Role, f.Delta, f.Book = budget.Printed, budget.RoleTotal, false, budget.GeneralPublic
	r := &budget.Report{ID: "r", File: "r.txt", Type: "txt", District: "清源县", Title: "报告", Kind: budget.KindBudget, Year: 2023, Figures: []*budget.Figure{f}}
	slim := Slim(r)
	if len(slim.Figures) != 1 {
		t.Fatalf("%d figures are kept", len(slim.Figures))
	}
	b := PackSlim(slim)
	back, err := UnpackSlim(b)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(slim, back, cmp.Comparer(func(x, y decimal.Decimal) bool { return x.Equal(y) && x.Exponent() == y.Exponent() })); diff != "" {
		t.Error(diff)
	}
	for n := range len(b) {
		if _, err := UnpackSlim(b[:n]); err == nil {
			t.Fatalf("%d bytes of %d read as whole", n, len(b))
		}
	}
}

// set gives every field a value of its own.
func set(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.String:
		v.SetString("t" + string(rune('a'+*n)))
	case reflect.Int:
		v.SetInt(int64(*n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[decimal.Decimal]() {
			v.Set(reflect.ValueOf(decimal.New(int64(*n)*10, -2)))
			return
		}
		for i := range v.NumField() {
			set(v.Field(i), n)
		}
	}
}
