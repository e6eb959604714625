package inspect

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
)

// object writes an indented JSON object member by member, and a list element by
// element: of a long file not all of it need be in memory as text at one time.
type object struct {
	w     *bufio.Writer
	begun bool // a member has been written
	err   error
}

const indent = "  "

func newObject(w io.Writer) *object {
	j := &object{w: bufio.NewWriter(w)}
	j.raw("{")
	return j
}

func (j *object) member(name string, value any) {
	j.name(name)
	j.value(value, indent)
}

// list writes the elements that each yields.
func (j *object) list(name string, each func(yield func(any))) {
	j.name(name)
	j.raw("[")
	some := false
	each(func(v any) {
		if some {
			j.raw(",")
		}
		some = true
		j.raw("\n" + indent + indent)
		j.value(v, indent+indent)
	})
	if some {
		j.raw("\n" + indent)
	}
	j.raw("]")
}

func (j *object) end() error {
	j.raw("\n}\n")
	if err := j.w.Flush(); j.err == nil {
		j.err = err
	}
	return j.err
}

func (j *object) name(name string) {
	if j.begun {
		j.raw(",")
	}
	j.begun = true
	j.raw("\n" + indent)
	j.value(name, "")
	j.raw(": ")
}

// value writes v, its lines but the first behind prefix.
func (j *object) value(v any, prefix string) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent(prefix, indent)
	if err := e.Encode(v); err != nil && j.err == nil {
		j.err = err
	}
	_, _ = j.w.Write(bytes.TrimSuffix(b.Bytes(), []byte("\n"))) // Flush returns the error
}

func (j *object) raw(s string) {
	_, _ = j.w.WriteString(s) // Flush returns the error
}
