package normalize

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"yusuan/budget"
	"yusuan/extract"
	"yusuan/extract/flow"
	"yusuan/normalize/clause"
	"yusuan/normalize/grid"
	"yusuan/normalize/outline"
)

// add puts a drafted figure of a sentence into the report. base is the number of
// figures before this paragraph's; drafts refer to each other from 1.
func (p *pass) add(par *flow.Paragraph, from int, d *clause.Draft, base int) {
	f := &d.Figure
	line, start, end, _ := par.Locate(from+d.From, from+d.To)
	f.Place = budget.Place{Page: p.pageOf(line, par.Page), Line: line, Start: start, End: end}
	f.Paragraph = p.paragraphs
	f.OCR = p.ocr[f.Page]
	if f.Whole > 0 {
		f.Whole += base
	}
	id := len(p.report.Figures) + 1
	p.report.Figures = append(p.report.Figures, f)
	if f.IsBudget() {
		p.report.ReadRunes += utf8.RuneCountInString(f.Raw)
	} else if !p.inherit.Policy {
		p.unattributed(f, d, id)
	}
	if d.Starts {
		p.starts[f] = true
	}
	if d.Problem != "" {
		p.note(budget.Note{Rule: "U111", Severity: budget.Warning, Place: f.Place, Quote: f.Quote, Figure: id,
			Message: "“" + f.Raw + "”" + d.Problem + "，请核对数字。"})
	}
}

func (p *pass) unattributed(f *budget.Figure, d *clause.Draft, id int) {
	msg := "金额“" + f.Raw + "”未能归入任何科目，已保留。"
	if len(d.Near) > 0 {
		msg = "金额“" + f.Raw + "”未能归入任何科目（邻近科目：" + strings.Join(d.Near, "、") + "），已保留。"
	}
	p.note(budget.Note{Rule: "E001", Severity: budget.Info, Place: f.Place, Quote: f.Quote, Figure: id, Message: msg})
}

func (p *pass) note(n budget.Note) { p.report.Notes = append(p.report.Notes, n) }

// pageOf finds the page of a line; a paragraph may run over a page break.
func (p *pass) pageOf(line, fallback int) int {
	i := line - 1
	if i >= 0 && i < len(p.report.Lines) && p.report.Lines[i].Number == line {
		return p.report.Lines[i].Page
	}
	for _, l := range p.report.Lines {
		if l.Number == line {
			return l.Page
		}
	}
	return fallback
}

// span is a stretch of a paragraph between two byte offsets.
type span struct{ from, to int }

func (s span) of(text string) string { return strings.TrimSpace(text[s.from:s.to]) }

// quote is the stretch without the space around it, and where a place of the paragraph
// is in it.
func (s span) quote(text string, place int) (quote string, at int) {
	rest := strings.TrimLeftFunc(text[s.from:s.to], unicode.IsSpace)
	return strings.TrimRightFunc(rest, unicode.IsSpace), place - (s.to - len(rest))
}

// sentenceAround returns the sentence that holds the text between two offsets.
func sentenceAround(text string, from, to int) span {
	start := strings.LastIndexFunc(text[:from], endsSentence)
	if start < 0 {
		start = 0
	} else {
		_, n := utf8.DecodeRuneInString(text[start:])
		start += n
	}
	end := strings.IndexFunc(text[to:], endsSentence)
	if end < 0 {
		end = len(text)
	} else {
		_, n := utf8.DecodeRuneInString(text[to+end:])
		end = to + end + n
	}
	return span{start, end}
}

func endsSentence(r rune) bool { return r == '。' || r == '！' || r == '？' }

// table reads a table with the captions above it.
func (p *pass) table(parts []*extract.Table) {
	in := grid.Input{Number: parts[0].Number, Parts: parts, Captions: p.captions, Unit: p.unit, Context: p.inherit, Meta: p.meta,
		Scope: p.carry.Scope, Level: p.carry.Level}
	if !unitNamed(p.captions) {
		if u := p.echoedUnit(parts); u != "" {
			in.Unit = u
		}
	}
	p.captions = trailingCaptions(parts[len(parts)-1])
	if p.inherit.Glossary {
		return
	}
	for _, part := range p.n.grid.ByLevel(parts, p.meta) {
		in.Parts, in.Own = part.Tables, part.Scope
		p.readTable(in)
	}
}

// readTable reads a table, or what it holds of one level.
func (p *pass) readTable(in grid.Input) {
	out, ok := p.n.grid.Read(in)
	if out.Unit != "" {
		p.unit = out.Unit
	}
	if !ok {
		for _, n := range out.Notes {
			p.note(n)
		}
		return
	}
	base := len(p.report.Figures)
	for k := range out.Figures {
		f := &out.Figures[k]
		f.OCR = p.ocr[f.Page]
		p.report.Figures = append(p.report.Figures, f)
		n := utf8.RuneCountInString(f.Raw)
		p.report.TextRunes += n
		p.report.ReadRunes += n
	}
	shift(&out.Table, base)
	p.report.Tables = append(p.report.Tables, out.Table)
	if !out.LevelNamed {
		p.untitled = append(p.untitled, untitled{table: len(p.report.Tables) - 1, from: base, to: len(p.report.Figures)})
	}
	for _, n := range out.Notes {
		if n.Figure > 0 {
			n.Figure += base
		}
		p.note(n)
	}
}

// trailingCaptions takes rows off the end of a table that are the caption of the
// next one: a reader by alignment cannot tell them from a label without numbers.
func trailingCaptions(t *extract.Table) []string {
	var out []string
	for len(t.Rows) > 2 {
		text := ""
		for _, c := range t.Rows[len(t.Rows)-1] {
			text = strings.TrimSpace(text + c.Text)
		}
		if !outline.Caption(text) || !strings.ContainsAny(text, "表") {
			break
		}
		out = append([]string{text}, out...)
		t.Rows = t.Rows[:len(t.Rows)-1]
	}
	return out
}

// shift moves the cell references of a table behind the figures before it.
func shift(t *budget.Table, base int) {
	for b := range t.Blocks {
		for i := range t.Blocks[b].Items {
			cells := t.Blocks[b].Items[i].Cells
			for k := range cells {
				if cells[k] > 0 {
					cells[k] += base
				}
			}
		}
	}
}

// problems hands on what the readers could not read, and names the pages that were
// read from pictures.
func (p *pass) problems() {
	if pages := slices.Sorted(maps.Keys(p.ocr)); len(pages) > 0 {
		p.note(budget.Note{Rule: "E002", Severity: budget.Info, Place: budget.Place{Page: pages[0]},
			Message: "第 " + extract.PageRanges(pages) + " 页没有可用的文字层，由图像识别读出，数字可能有误，请对照原件核对。"})
	}
	for _, x := range p.doc.Problems {
		sev := budget.Warning
		switch x.Code {
		case "E003":
			sev = budget.Info
		case "E005":
			sev = budget.Error
		}
		p.note(budget.Note{Rule: x.Code, Severity: sev, Place: budget.Place{Page: x.Page, Line: x.Line}, Message: x.Message})
	}
}
