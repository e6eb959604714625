package budget

// Beside reports whether two figures stand in one paragraph, or in one line of a table.
func (f *Figure) Beside(g *Figure) bool {
	if f.Paragraph != 0 && f.Paragraph == g.Paragraph {
		return true
	}
	return f.Line == g.Line && f.Page == g.Page
}

// Within reports whether two figures of sentences stand at most n paragraphs apart.
func (f *Figure) Within(g *Figure, n int) bool {
	return f.Paragraph-g.Paragraph <= n && g.Paragraph-f.Paragraph <= n
}
