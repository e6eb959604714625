package docx

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode/utf8"

	"yusuan/extract/runes"
)

// paragraph is what a paragraph prints.
type paragraph struct {
	text     string // with its number; line breaks as \n
	indent   int    // in half-width units
	bold     bool
	contents bool // a line of the table of contents
	boxes    []paragraph
}

// properties are those of a paragraph that show in its text.
type properties struct {
	style  string
	num    string // numId; "0" switches a style's numbering off
	level  string
	indent int
}

// run is the state of the runs read so far.
type run struct {
	b      strings.Builder
	bolds  int
	hidden bool
	bold   bool
	boxes  []paragraph
	props  properties
}

// paragraph reads up to the end of w:p.
func (p *parser) paragraph(depth int) (paragraph, error) {
	if depth > maxDepth {
		return paragraph{}, errDeep
	}
	var r run
	err := p.inline(&r, depth)
	text := r.b.String()
	size := utf8.RuneCountInString(strings.Join(strings.FieldsFunc(text, runes.IsSpace), ""))
	st := p.styles[r.props.style]
	par := paragraph{indent: r.props.indent, boxes: r.boxes, bold: size > 0 && (r.bolds >= size || st.heading), contents: st.contents}
	if size > 0 {
		par.text = p.label(r.props, st) + text
	}
	return par, err
}

// label is the visible number of a paragraph.
func (p *parser) label(props properties, st style) string {
	num, level := props.num, props.level
	if num == "" {
		num, level = st.num, st.level
	}
	s := p.numbers.next(num, level)
	if last, _ := utf8.DecodeLastRuneInString(s); s != "" && last < utf8.RuneSelf {
		s += " " // 1. 2023年 is not 1.2023年
	}
	return s
}

// inline reads the content of a paragraph until it ends.
func (p *parser) inline(r *run, depth int) error {
	level := 0
	for {
		t, err := p.token()
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.EndElement:
			if e.Name.Local == "r" && isWord(e.Name) {
				r.hidden, r.bold = false, false
			}
			if level--; level < 0 {
				return nil
			}
		case xml.StartElement:
			done, err := p.inlineElement(r, e, depth)
			if err != nil {
				return err
			}
			if !done {
				level++
			}
		}
	}
}

// inlineElement reads one element inside a paragraph; false leaves its children.
func (p *parser) inlineElement(r *run, e xml.StartElement, depth int) (bool, error) {
	if skipped(e.Name) {
		return true, p.x.Skip()
	}
	switch e.Name.Local {
	case "txbxContent":
		return true, p.box(r, depth+1)
	case "t":
		s, err := p.chars()
		if !r.hidden {
			r.write(s)
		}
		return true, err
	}
	if !isWord(e.Name) {
		return false, nil
	}
	switch e.Name.Local {
	case "pPr":
		return true, p.properties(&r.props)
	case "vanish", "strike", "dstrike", "webHidden":
		r.hidden = r.hidden || on(e)
	case "b":
		r.bold = on(e)
	case "tab", "ptab":
		r.write("\t")
	case "br", "cr":
		if kind := attr(e, "type"); kind == "" || kind == "textWrapping" {
			r.write("\n")
		}
	case "noBreakHyphen":
		r.write("-")
	case "sym":
		r.write(symbol(e))
	case "rPr", "r", "hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple":
	}
	return false, nil
}

func (r *run) write(s string) {
	if r.hidden {
		return
	}
	r.b.WriteString(s)
	if r.bold {
		r.bolds += utf8.RuneCountInString(strings.Join(strings.FieldsFunc(s, runes.IsSpace), ""))
	}
}

// symbol is a character of a symbol font; those of its private range print no text.
func symbol(e xml.StartElement) string {
	n, err := strconv.ParseUint(attr(e, "char"), 16, 32)
	if err != nil || n >= 0xe000 && n <= 0xf8ff || n < 0x20 {
		return ""
	}
	return string(rune(n))
}

// box reads a text box anchored in the paragraph.
func (p *parser) box(r *run, depth int) error {
	if depth > maxDepth {
		return errDeep
	}
	pars, err := p.paragraphs(depth)
	r.boxes = append(r.boxes, pars...)
	return err
}

// paragraphs reads the paragraphs of an element until it ends, those of tables
// inside it too.
func (p *parser) paragraphs(depth int) ([]paragraph, error) {
	if depth > maxDepth {
		return nil, errDeep
	}
	var out []paragraph
	level := 0
	for {
		t, err := p.token()
		if err != nil {
			return out, err
		}
		switch e := t.(type) {
		case xml.EndElement:
			if level--; level < 0 {
				return out, nil
			}
		case xml.StartElement:
			switch {
			case skipped(e.Name):
				err = p.x.Skip()
			case isWord(e.Name) && e.Name.Local == "p":
				var par paragraph
				par, err = p.paragraph(depth + 1)
				out = append(out, par)
			default:
				level++
			}
			if err != nil {
				return out, err
			}
		}
	}
}

// chars reads the characters of an element.
func (p *parser) chars() (string, error) {
	var b strings.Builder
	level := 0
	for {
		t, err := p.token()
		if err != nil {
			return b.String(), err
		}
		switch e := t.(type) {
		case xml.CharData:
			b.Write(e)
		case xml.StartElement:
			level++
		case xml.EndElement:
			if level--; level < 0 {
				return b.String(), nil
			}
		}
	}
}

// properties reads w:pPr.
func (p *parser) properties(out *properties) error {
	level := 0
	for {
		t, err := p.token()
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.EndElement:
			if level--; level < 0 {
				return nil
			}
		case xml.StartElement:
			switch e.Name.Local {
			case "pStyle":
				out.style = attr(e, "val")
			case "numId":
				out.num = attr(e, "val")
			case "ilvl":
				out.level = attr(e, "val")
			case "ind":
				out.indent = indent(e)
			case "rPr", "pPrChange":
				if err := p.x.Skip(); err != nil {
					return err
				}
				continue
			}
			level++
		}
	}
}

// indent is where the first line begins, in half-width units: hundredths of a
// character where given, else twips of letters of 10.5 points.
func indent(e xml.StartElement) int {
	part := func(chars, twips string) float64 {
		if v, err := strconv.ParseFloat(attr(e, chars), 64); err == nil && v != 0 {
			return v / 50
		}
		v, _ := strconv.ParseFloat(attr(e, twips), 64)
		return v / 105
	}
	units := part("leftChars", "left") + part("startChars", "start") + part("firstLineChars", "firstLine") - part("hangingChars", "hanging")
	return int(max(0, min(units+0.5, 100)))
}
