package lexicon

// Cut appends the tokens of a clause to dst. The tokens cover the clause without
// gaps; unknown text is one token with a nil Term. A stretch where words overlap
// (加上级补助收入: 加上, 上级, 上级补助收入) is decided by the segmenter, which
// leaves the least text unknown with the fewest terms; where a single word
// stands alone its answer is known, and it is not asked.
func (l *Lexicon) Cut(dst []Token, clause string) []Token {
	base, unknown := len(dst), 0
	for at := 0; at < len(clause); {
		term, n, size := l.trie.longest(clause[at:])
		if term == nil {
			at += size
			continue
		}
		dst = appendUnknown(dst, base, unknown, at)
		end, overlaps := l.island(clause, at, at+n, size)
		if overlaps {
			dst = l.segment(dst, base, clause, at, end)
		} else {
			dst = appendTerm(dst, base, at, end, term)
		}
		at, unknown = end, end
	}
	return appendUnknown(dst, base, unknown, len(clause))
}

// island follows words that begin inside the stretch and end behind it, and
// returns where the last one ends. Words wholly inside do not count: the long
// word always beats its parts.
func (l *Lexicon) island(clause string, start, end, size int) (int, bool) {
	overlaps := false
	for at := start + size; at < end; {
		_, n, size := l.trie.longest(clause[at:])
		if at+n > end {
			end, overlaps = at+n, true
		}
		at += size
	}
	return end, overlaps
}

func (l *Lexicon) segment(dst []Token, base int, clause string, start, end int) []Token {
	for _, s := range l.seg.Segment([]byte(clause[start:end])) {
		from, to := start+s.Start(), start+s.End()
		term := l.terms[clause[from:to]]
		if term == nil {
			dst = appendUnknown(dst, base, from, to)
			continue
		}
		dst = appendTerm(dst, base, from, to, term)
	}
	return dst
}

func appendTerm(dst []Token, base, start, end int, term *Term) []Token {
	if term.Class == classGuard {
		return appendUnknown(dst, base, start, end)
	}
	return append(dst, Token{Start: start, End: end, Term: term})
}

func appendUnknown(dst []Token, base, start, end int) []Token {
	if start >= end {
		return dst
	}
	if n := len(dst); n > base && dst[n-1].Term == nil && dst[n-1].End == start {
		dst[n-1].End = end
		return dst
	}
	return append(dst, Token{Start: start, End: end})
}
