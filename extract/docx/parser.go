package docx

import (
	"context"
	"encoding/xml"
	"errors"
	"strings"

	"yusuan/extract"
	"yusuan/extract/build"
	"yusuan/extract/runes"
)

// parser reads one part as a stream of XML tokens.
type parser struct {
	ctx     context.Context
	d       *build.Doc
	x       *xml.Decoder
	numbers *numbering
	styles  map[string]style
	tokens  int
}

// maxDepth bounds tables in tables and boxes in boxes.
const maxDepth = 40

var errDeep = errors.New("nested too deep")

// checkEvery is how many tokens pass between two looks at the context.
const checkEvery = 4096

func (p *parser) token() (xml.Token, error) {
	if p.tokens++; p.tokens%checkEvery == 0 {
		if err := p.ctx.Err(); err != nil {
			return nil, err
		}
	}
	return p.x.Token()
}

// isWord tells names of the word processing namespace, transitional or strict.
func isWord(n xml.Name) bool {
	return strings.Contains(n.Space, "wordprocessingml") || n.Space == "w"
}

func attr(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// on reads a switch like <w:b/> or <w:b w:val="0"/>.
func on(e xml.StartElement) bool {
	v := attr(e, "val")
	return v != "0" && v != "false" && v != "off" && v != "none"
}

// flow reads blocks until the element it stands in ends: paragraphs and tables,
// inside whatever wraps them.
func (p *parser) flow(depth int) error {
	if depth > maxDepth {
		return errDeep
	}
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
			done, err := p.blockElement(e, depth)
			if err != nil {
				return err
			}
			if !done {
				level++
			}
		}
	}
}

// blockElement reads one element of a flow; false leaves its children to the caller.
func (p *parser) blockElement(e xml.StartElement, depth int) (bool, error) {
	if skipped(e.Name) {
		return true, p.x.Skip()
	}
	if !isWord(e.Name) {
		return false, nil
	}
	switch e.Name.Local {
	case "p":
		par, err := p.paragraph(depth)
		p.emit(par)
		return true, err
	case "tbl":
		rows, err := p.table(depth + 1)
		p.emitTable(rows)
		return true, err
	case "footnote", "endnote":
		// separators between text and notes are notes of a type
		if attr(e, "type") != "" && attr(e, "type") != "normal" {
			return true, p.x.Skip()
		}
	case "altChunk":
		p.d.Problem("E002", "文档中嵌入了其他格式的内容块，未能读取，请在 Word 中另存后重试")
	}
	return false, nil
}

// skipped tells what prints nothing or is printed elsewhere.
func skipped(n xml.Name) bool {
	switch n.Local {
	case "del", "moveFrom", "delText", "instrText", "delInstrText", "sectPr", "Fallback", "rt", "annotationRef", "tblPr", "tblGrid", "sdtPr", "footnoteRef", "endnoteRef":
		return n.Local == "Fallback" || isWord(n)
	}
	return false
}

// emit puts a paragraph on lines, and the boxes anchored in it after it.
func (p *parser) emit(par paragraph) {
	for _, s := range strings.Split(par.text, "\n") {
		kind := extract.Body
		if par.contents {
			kind = extract.Running
		}
		p.d.Line(extract.Line{Text: strings.TrimRightFunc(s, runes.IsSpace), Bold: par.bold, Kind: kind})
	}
	for _, b := range par.boxes {
		p.emit(b)
	}
}
