package records

// column is one field of a record: its name and how it is read from a T.
type column[T any] struct {
	name string
	of   func(T) Value
}

// valuesOf reads the fields of a record, into dst where it has the room.
func valuesOf[T any](dst []Value, columns []column[T], of T) []Value {
	dst = dst[:0]
	for _, c := range columns {
		dst = append(dst, c.of(of))
	}
	return dst
}

// appendFields appends the fields of a record as JSON, without the braces.
func appendFields[T any](b []byte, columns []column[T], values []Value) []byte {
	for i := range columns {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '"')
		b = append(b, columns[i].name...)
		b = append(b, '"', ':')
		b = values[i].appendJSON(b)
	}
	return b
}

func names[T any](columns []column[T]) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = c.name
	}
	return out
}
