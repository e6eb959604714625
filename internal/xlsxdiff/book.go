// Package xlsxdiff tells in words how two workbooks differ: sheet, cell, old,
// new. It compares what a reader sees (values, formulas, looks, links, notes)
// and names every other part that differs, so that no change goes unseen.
package xlsxdiff

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"
)

// maxPart is the largest unzipped part that is read.
const maxPart = 1 << 30

// book is a workbook taken apart.
type book struct {
	parts  map[string][]byte
	names  []string // sheets in their order
	sheets map[string]*sheet
	used   map[string]bool // parts that the comparison of cells covers
}

// sheet is what a reader sees of a sheet.
type sheet struct {
	rows  []row
	rest  string // everything but rows, links: widths, panes, print set-up
	links map[string]string
	notes map[string]string
}

type row struct {
	number int
	height string
	cells  []cell
}

type cell struct {
	ref, value, formula, look string
}

// show words a cell.
func (c cell) show() string {
	if c.formula != "" {
		return "=" + c.formula + " → " + c.value
	}
	return c.value
}

func read(b []byte) (*book, error) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, fmt.Errorf("read workbook: %w", err)
	}
	k := &book{parts: map[string][]byte{}, sheets: map[string]*sheet{}, used: map[string]bool{}}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("read part %s: %w", f.Name, err)
		}
		content, err := io.ReadAll(io.LimitReader(r, maxPart))
		r.Close()
		if err != nil {
			return nil, fmt.Errorf("read part %s: %w", f.Name, err)
		}
		k.parts[f.Name] = content
	}
	return k, k.readSheets()
}

type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
}

// relations reads the relations of a part.
func (k *book) relations(part string) (map[string]relation, error) {
	name := path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
	content, ok := k.parts[name]
	if !ok {
		return nil, nil
	}
	k.used[name] = true
	var list struct {
		Relations []relation `xml:"Relationship"`
	}
	if err := xml.Unmarshal(content, &list); err != nil {
		return nil, fmt.Errorf("read part %s: %w", name, err)
	}
	out := map[string]relation{}
	for _, r := range list.Relations {
		out[r.ID] = r
	}
	return out, nil
}

// resolve turns the target of a relation into the name of a part.
func resolve(from, target string) string {
	if strings.HasPrefix(target, "/") {
		return target[1:]
	}
	return path.Join(path.Dir(from), target)
}

func (k *book) readSheets() error {
	const main = "xl/workbook.xml"
	var w struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := xml.Unmarshal(k.parts[main], &w); err != nil {
		return fmt.Errorf("read part %s: %w", main, err)
	}
	targets, err := k.relations(main)
	if err != nil {
		return err
	}
	looks, err := k.looks()
	if err != nil {
		return err
	}
	shared, err := k.sharedStrings()
	if err != nil {
		return err
	}
	for _, s := range w.Sheets {
		part := resolve(main, targets[s.ID].Target)
		if _, ok := k.parts[part]; !ok {
			return fmt.Errorf("sheet %s: part %s is missing", s.Name, part)
		}
		read, err := k.readSheet(part, looks, shared)
		if err != nil {
			return fmt.Errorf("sheet %s: %w", s.Name, err)
		}
		k.names = append(k.names, s.Name)
		k.sheets[s.Name] = read
	}
	return nil
}

// looks resolves every cell format to what it means, so that a new style does
// not change the numbers of all others.
func (k *book) looks() ([]string, error) {
	const part = "xl/styles.xml"
	content, ok := k.parts[part]
	if !ok {
		return nil, nil
	}
	k.used[part] = true
	type raw struct {
		Attrs []xml.Attr `xml:",any,attr"`
		Inner string     `xml:",innerxml"`
	}
	var s struct {
		Formats []struct {
			ID   string `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Fonts   []raw `xml:"fonts>font"`
		Fills   []raw `xml:"fills>fill"`
		Borders []raw `xml:"borders>border"`
		Cells   []struct {
			Format string `xml:"numFmtId,attr"`
			Font   int    `xml:"fontId,attr"`
			Fill   int    `xml:"fillId,attr"`
			Border int    `xml:"borderId,attr"`
			Inner  string `xml:",innerxml"`
		} `xml:"cellXfs>xf"`
	}
	if err := xml.Unmarshal(content, &s); err != nil {
		return nil, fmt.Errorf("read part %s: %w", part, err)
	}
	codes := map[string]string{}
	for _, f := range s.Formats {
		codes[f.ID] = f.Code
	}
	pick := func(list []raw, i int) string {
		if i < 0 || i >= len(list) {
			return ""
		}
		return list[i].Inner
	}
	var out []string
	for _, c := range s.Cells {
		format := codes[c.Format]
		if format == "" {
			format = "format " + c.Format
		}
		out = append(out, strings.Join([]string{format, pick(s.Fonts, c.Font), pick(s.Fills, c.Fill), pick(s.Borders, c.Border), c.Inner}, " | "))
	}
	return out, nil
}

func (k *book) sharedStrings() ([]string, error) {
	const part = "xl/sharedStrings.xml"
	content, ok := k.parts[part]
	if !ok {
		return nil, nil
	}
	k.used[part] = true
	var s struct {
		Items []richText `xml:"si"`
	}
	if err := xml.Unmarshal(content, &s); err != nil {
		return nil, fmt.Errorf("read part %s: %w", part, err)
	}
	var out []string
	for _, i := range s.Items {
		out = append(out, i.String())
	}
	return out, nil
}

// richText is a text, in one piece or in runs.
type richText struct {
	Text string `xml:"t"`
	Runs []struct {
		Text string `xml:"t"`
		Look struct {
			Inner string `xml:",innerxml"`
		} `xml:"rPr"`
	} `xml:"r"`
}

func (r richText) String() string {
	s := r.Text
	for _, run := range r.Runs {
		if strings.Contains(run.Look.Inner, "<b/>") {
			s += "**" + run.Text + "**"
		} else {
			s += run.Text
		}
	}
	return s
}
