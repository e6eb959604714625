package xl

import (
	"io"
	"strconv"
	"strings"
)

// Links are written here and not by excelize, which looks through all links and
// relations of a sheet for each new one.

// sheetLinks are the hyperlinks of a sheet and the relations that those to the
// outside need. Equal addresses share a relation.
type sheetLinks struct {
	elements  rowBuffer
	relations rowBuffer
	ids       map[string]int // of relations, by address
	n         int
}

const (
	relationsNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	relationsHead      = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	relationsTail = "</Relationships>"
)

// maxTip is the longest text shown when pointing at a link.
const maxTip = 255

func (l *sheetLinks) add(col, row int, target, tip string) {
	if l.n == maxLinks {
		return
	}
	l.n++
	l.elements.begin()
	b := append(l.elements.mem, `<hyperlink ref="`...)
	b = strconv.AppendInt(appendColumn(b, col), int64(row), 10)
	if place, within := strings.CutPrefix(target, "#"); within {
		b = append(b, `" location="`...)
		b = appendAttribute(b, place)
	} else {
		b = append(b, `" r:id="rIdLink`...)
		b = strconv.AppendInt(b, int64(l.relation(target)), 10)
	}
	if tip != "" {
		b = append(b, `" tooltip="`...)
		b = appendAttribute(b, cutUnits(tip, maxTip))
	}
	l.elements.mem = append(b, `"/>`...)
	l.elements.turn()
}

// relation is the number of the relation to an address.
func (l *sheetLinks) relation(address string) int {
	if id, known := l.ids[address]; known {
		return id
	}
	if l.ids == nil {
		l.ids = map[string]int{}
	}
	id := len(l.ids) + 1
	l.ids[address] = id
	l.relations.begin()
	b := append(l.relations.mem, `<Relationship Id="rIdLink`...)
	b = strconv.AppendInt(b, int64(id), 10)
	b = append(b, `" Type="`+relationsNamespace+`/hyperlink" TargetMode="External" Target="`...)
	b = appendAttribute(b, address)
	l.relations.mem = append(b, `"/>`...)
	l.relations.turn()
	return id
}

// WriteTo writes the hyperlinks element.
func (l *sheetLinks) WriteTo(w io.Writer) (int64, error) {
	if l.n == 0 {
		return 0, nil
	}
	if _, err := io.WriteString(w, `<hyperlinks xmlns:r="`+relationsNamespace+`">`); err != nil {
		return 0, err
	}
	n, err := l.elements.WriteTo(w)
	if err != nil {
		return n, err
	}
	_, err = io.WriteString(w, "</hyperlinks>")
	return n, err
}

func (l *sheetLinks) close() {
	l.elements.close()
	l.relations.close()
}

// attribute escapes what a text in quotes must not hold beside what any text
// must not.
var attribute = strings.NewReplacer(`"`, "&quot;", "\n", "&#10;", "\t", "&#9;")

func appendAttribute(dst []byte, s string) []byte {
	from := len(dst)
	dst = appendText(dst, s)
	if strings.IndexByte(s, '"') < 0 && strings.IndexByte(s, '\n') < 0 && strings.IndexByte(s, '\t') < 0 {
		return dst
	}
	quoted := attribute.Replace(string(dst[from:]))
	return append(dst[:from], quoted...)
}
