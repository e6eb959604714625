package render

import "strings"

// markdown lays blocks out as Markdown, with bold captions and pipe tables.
func markdown(blocks []Block) string {
	var out []string
	for _, b := range blocks {
		switch {
		case b.Table != nil:
			if b.Table.Caption != "" {
				out = append(out, "**"+b.Table.Caption+"**", "")
			}
			if b.Table.Unit != "" {
				out = append(out, b.Table.Unit, "")
			}
			out = append(out, pipes(b.Table, true)...)
			out = append(out, "")
			out = append(out, b.Table.Notes...)
		case b.Heading > 0:
			out = append(out, strings.Repeat("#", b.Heading)+" "+b.Text)
		default:
			out = append(out, b.Text)
		}
		out = append(out, "")
	}
	return strings.Join(out, "\n")
}
