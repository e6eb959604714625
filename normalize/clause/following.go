package clause

// following reads an amount that stands before its subject: X万元为税收收入.
func (s *state) following(i int, d *Draft) string {
	if len(s.pend.subjects) > 0 || s.ctx.Policy || i+2 >= len(s.items) {
		return ""
	}
	j := i + 1
	link := s.items[j]
	if link.kind != filler && link.kind != text || link.word != "为" && link.word != "是" && link.word != "系" && link.word != "属于" && link.word != "来自" && link.word != "的" {
		return ""
	}
	next := s.items[j+1]
	if next.kind != subject || j+2 < len(s.items) && !mark(s.items[j+2].kind) {
		return ""
	}
	m := mention{term: next.term, raw: next.word, start: next.start, end: next.end}
	sub := s.resolve(&m, s.side)
	if sub == nil {
		return ""
	}
	s.items[j+1].kind = filler // it has its amount
	s.fill(d, sub, m.raw)
	return "后置科目"
}

func mark(k kind) bool {
	return k == comma || k == pause || k == stop || k == semicolon || k == shut
}
