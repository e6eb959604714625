// Package render lays out a written report: plain text, Markdown, HTML or DOCX,
// with the line breaks, page numbers and page furniture of each.
package render

import (
	"fmt"
	"strconv"
)

// Settings are how a style looks on the page.
type Settings struct {
	Ext      string // txt, md, html, docx
	Table    string // in txt: tab, pipe, space (in columns), single (one space), cells (one cell a line)
	UnitLine string // line (default), caption, right
	Wrap     int    // width of a line in Chinese characters; 0 leaves paragraphs whole
	Whole    bool   // lines break as a word processor breaks them: no number is cut, no line begins with a comma
	PageLen  int    // lines a page when wrapped
	Header   bool   // running header on each page
	Indent   string // before a paragraph
	Blank    bool   // blank line between paragraphs
	Chrome   bool   // navigation, index card and footer of a web page
	NoRules  bool   // in docx: tables without drawn lines
	Spans    bool   // in html: paragraphs in many <span>, as word processors export them
	SplitAt  int    // in txt: long tables go on after so many rows under a repeated header
	Sheet    *Sheet // in html: to be printed
	Encoding string // gb18030, utf-16 or empty for UTF-8
}

// Set takes one setting of a style file.
func (s *Settings) Set(k, v string) error {
	var err error
	switch k {
	case "out":
		s.Ext = v
	case "table":
		s.Table = v
	case "unitline":
		s.UnitLine = v
	case "wrap":
		s.Wrap, err = strconv.Atoi(v)
	case "break":
		s.Whole = v == "whole"
	case "page":
		s.PageLen, err = strconv.Atoi(v)
	case "header":
		s.Header = v == "yes"
	case "indent":
		s.Indent = map[string]string{"full": "　　", "half": "    "}[v]
	case "blank":
		s.Blank = v == "yes"
	case "chrome":
		s.Chrome = v == "yes"
	case "spans":
		s.Spans = v == "yes"
	case "split":
		s.SplitAt, err = strconv.Atoi(v)
	case "encoding":
		s.Encoding = v
	default:
		return fmt.Errorf("no setting %q", k)
	}
	return err
}
