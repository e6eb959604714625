package xl

import "strconv"

// markup is XML that is being written.
type markup struct{ b []byte }

// raw appends pieces that are XML already.
func (m *markup) raw(pieces ...string) *markup {
	for _, p := range pieces {
		m.b = append(m.b, p...)
	}
	return m
}

// text appends a text between two tags.
func (m *markup) text(s string) *markup {
	m.b = appendText(m.b, s)
	return m
}

// value appends a text in quotes, as the value of an attribute.
func (m *markup) value(s string) *markup {
	m.b = append(m.b, '"')
	m.b = append(appendAttribute(m.b, s), '"')
	return m
}

// number appends a whole number.
func (m *markup) number(n int) *markup {
	m.b = strconv.AppendInt(m.b, int64(n), 10)
	return m
}

// decimal appends a number in its shortest form.
func (m *markup) decimal(f float64) *markup {
	m.b = strconv.AppendFloat(m.b, f, 'f', -1, 64)
	return m
}

const (
	xmlHead         = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainNamespace   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	officeNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)
