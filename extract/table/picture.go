package table

import (
	"fmt"
	"strings"
)

// Picture draws what the finder saw of a page as SVG, for a look at a table that
// was read wrongly: words in grey boxes, level and upright lines in red, their
// crossings as dots, the shades, and the cells of the tables in blue.
func Picture(p *Page, tables []Found) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.1f %.1f" font-family="sans-serif">`+"\n", p.Width, p.Height)
	fmt.Fprintf(&b, `<rect width="%.1f" height="%.1f" fill="white"/>`+"\n", p.Width, p.Height)
	for _, s := range p.Bands {
		if onPaper(s.X0, s.Y0, s.X1, s.Y1) {
			box(&b, s.X0, s.Y0, s.X1, s.Y1, `fill="#f6f0d8" stroke="none"`)
		}
	}
	lines := textLines(p, nil)
	for _, l := range lines {
		for _, w := range l.words {
			box(&b, w.x0, w.base-0.8*w.size, w.x1, w.base+0.2*w.size, `fill="none" stroke="#bbb" stroke-width="0.3"`)
			fmt.Fprintf(&b, `<text x="%.1f" y="%.1f" font-size="%.1f" textLength="%.1f">%s</text>`+"\n", w.x0, w.base, w.size, w.x1-w.x0, escape.Replace(w.text))
		}
	}
	drawRules(&b, collectRules(p, lines))
	for i := range tables {
		drawCells(&b, &tables[i])
	}
	b.WriteString("</svg>\n")
	return []byte(b.String())
}

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\x00", "")

func box(b *strings.Builder, x0, y0, x1, y1 float64, style string) {
	fmt.Fprintf(b, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" %s/>`+"\n", x0, y0, max(0, x1-x0), max(0, y1-y0), style)
}

func drawRules(b *strings.Builder, r rules) {
	for _, h := range r.level {
		fmt.Fprintf(b, `<path d="M%.1f %.1fH%.1f" stroke="#d22" stroke-width="0.8"/>`+"\n", h.lo, h.pos, h.hi)
	}
	for _, v := range r.upright {
		fmt.Fprintf(b, `<path d="M%.1f %.1fV%.1f" stroke="#d22" stroke-width="0.8"/>`+"\n", v.pos, v.lo, v.hi)
		for _, h := range r.level {
			if v.pos >= h.lo-crossTol && v.pos <= h.hi+crossTol && h.pos >= v.lo-crossTol && h.pos <= v.hi+crossTol {
				fmt.Fprintf(b, `<circle cx="%.1f" cy="%.1f" r="1.5" fill="#d22"/>`+"\n", v.pos, h.pos)
			}
		}
	}
}

func drawCells(b *strings.Builder, f *Found) {
	for _, row := range f.Rows {
		for _, c := range row {
			if !c.Covered {
				box(b, c.Box[0]+0.7, c.Box[1]+0.7, c.Box[2]-0.7, c.Box[3]-0.7, `fill="#36c" fill-opacity="0.08" stroke="#36c" stroke-width="0.8"`)
			}
		}
	}
	fmt.Fprintf(b, `<text x="%.1f" y="%.1f" font-size="7" fill="#36c">%s %.2f</text>`+"\n", f.Box[0], f.Box[1]-2, f.Method, f.Confidence)
}
