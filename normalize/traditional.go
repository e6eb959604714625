package normalize

import (
	"strings"

	"yusuan/extract"
	"yusuan/extract/runes"
)

// A text is traditional where one ideograph in traditionalShare has another form
// in simplified print; a few such characters are names or slips, as in 乾县.
const traditionalShare = 20

// simplified returns doc as simplified characters print it, since the vocabulary and the
// grammar know no others: doc itself where it is so. Offsets stay what they are.
func simplified(doc *extract.Document) *extract.Document {
	traditional, ideographs := 0, 0
	for i := range doc.Pages {
		for _, l := range doc.Pages[i].Lines {
			t, n := runes.Traditional(l.Text)
			traditional, ideographs = traditional+t, ideographs+n
		}
	}
	if traditional == 0 || traditional*traditionalShare < ideographs {
		return doc
	}
	out := *doc
	out.Pages = append([]extract.Page(nil), doc.Pages...)
	for i := range out.Pages {
		lines := append([]extract.Line(nil), out.Pages[i].Lines...)
		for j := range lines {
			lines[j].Text = runes.Simplify(lines[j].Text)
		}
		out.Pages[i].Lines = lines
	}
	out.Tables = append([]extract.Table(nil), doc.Tables...)
	for i := range out.Tables {
		out.Tables[i].Rows = simplifiedRows(out.Tables[i].Rows)
	}
	return &out
}

func simplifiedRows(rows [][]extract.Cell) [][]extract.Cell {
	out := make([][]extract.Cell, len(rows))
	for i, row := range rows {
		out[i] = append([]extract.Cell(nil), row...)
		for j := range out[i] {
			out[i][j].Text = runes.Simplify(out[i][j].Text)
		}
	}
	return out
}

// asPrinted gives the words of figures and notes back the characters of the report,
// where they stand in one line.
func (p *pass) asPrinted() {
	lines := make(map[int]string, len(p.report.Lines))
	for _, l := range p.report.Lines {
		lines[l.Number] = l.Text
	}
	for _, f := range p.report.Figures {
		l := lines[f.Line]
		for _, s := range []*string{&f.Raw, &f.Quote, &f.SubjectRaw} {
			*s = printedIn(l, *s)
		}
	}
	for i := range p.report.Notes {
		n := &p.report.Notes[i]
		n.Quote = printedIn(lines[n.Place.Line], n.Quote)
	}
}

// printedIn is the stretch of a printed line that reads s in simplified characters,
// s where there is none.
func printedIn(line, s string) string {
	at := strings.Index(runes.Simplify(line), s)
	if s == "" || at < 0 {
		return s
	}
	return line[at : at+len(s)]
}
