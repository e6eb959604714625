package xlsxdiff

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
)

type xmlCell struct {
	Ref     string   `xml:"r,attr"`
	Style   int      `xml:"s,attr"`
	Type    string   `xml:"t,attr"`
	Formula string   `xml:"f"`
	Value   string   `xml:"v"`
	Inline  richText `xml:"is"`
}

type xmlRow struct {
	Number int       `xml:"r,attr"`
	Height string    `xml:"ht,attr"`
	Cells  []xmlCell `xml:"c"`
}

// readSheet reads a sheet row by row.
func (k *book) readSheet(part string, looks, shared []string) (*sheet, error) {
	k.used[part] = true
	s := &sheet{links: map[string]string{}, notes: map[string]string{}}
	relations, err := k.relations(part)
	if err != nil {
		return nil, err
	}
	var rest strings.Builder
	d := xml.NewDecoder(bytes.NewReader(k.parts[part]))
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("read part %s: %w", part, err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "row":
			var r xmlRow
			if err := d.DecodeElement(&r, &start); err != nil {
				return nil, fmt.Errorf("read part %s: %w", part, err)
			}
			s.rows = append(s.rows, makeRow(r, looks, shared))
		case "hyperlink":
			s.addLink(start, relations)
		case "sheetData", "worksheet", "dimension", "legacyDrawing", "drawing", "tablePart":
		default:
			fmt.Fprintf(&rest, "<%s%s>", start.Name.Local, attributes(start))
		}
	}
	s.rest = rest.String()
	return s, k.readNotes(s, part, relations)
}

func attributes(e xml.StartElement) string {
	var b strings.Builder
	for _, a := range e.Attr {
		fmt.Fprintf(&b, " %s=%q", a.Name.Local, a.Value)
	}
	return b.String()
}

func makeRow(r xmlRow, looks, shared []string) row {
	out := row{number: r.Number, height: r.Height}
	for _, c := range r.Cells {
		v := cell{ref: c.Ref, value: c.Value, formula: c.Formula}
		switch c.Type {
		case "inlineStr":
			v.value = c.Inline.String()
		case "s":
			if i, err := strconv.Atoi(c.Value); err == nil && i >= 0 && i < len(shared) {
				v.value = shared[i]
			}
		}
		if c.Style < len(looks) {
			v.look = looks[c.Style]
		}
		out.cells = append(out.cells, v)
	}
	return out
}

func (s *sheet) addLink(e xml.StartElement, relations map[string]relation) {
	var ref, target, tip string
	for _, a := range e.Attr {
		switch a.Name.Local {
		case "ref":
			ref = a.Value
		case "location":
			target = "#" + a.Value
		case "id":
			target = path.Base(relations[a.Value].Target) // the path depends on where the output lies
		case "tooltip":
			tip = a.Value
		}
	}
	s.links[ref] = strings.TrimSpace(target + " " + tip)
}

// readNotes reads the comments of a sheet.
func (k *book) readNotes(s *sheet, part string, relations map[string]relation) error {
	for _, r := range relations {
		if !strings.HasSuffix(r.Type, "/comments") {
			continue
		}
		name := resolve(part, r.Target)
		k.used[name] = true
		var list struct {
			Comments []struct {
				Ref  string   `xml:"ref,attr"`
				Text richText `xml:"text"`
			} `xml:"commentList>comment"`
		}
		if err := xml.Unmarshal(k.parts[name], &list); err != nil {
			return fmt.Errorf("read part %s: %w", name, err)
		}
		for _, c := range list.Comments {
			s.notes[c.Ref] = c.Text.String()
		}
	}
	return nil
}
