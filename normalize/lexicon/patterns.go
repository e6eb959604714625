package lexicon

import "strings"

// A pattern stands for many names that differ only in the government they name:
// 对{lower}[补助|转移支付]支出. {rank} is every word of the governments of that
// rank, [a|b] is a, b or nothing, (a|b) is a or b.

// expandPatterns adds the names that the patterns stand for. A name that the
// vocabulary gives a meaning by itself keeps it.
func (b *builder) expandPatterns() {
	for _, r := range b.patterns {
		subjects, err := b.meant(r, r.get("pattern"))
		if err != nil {
			b.note(err)
			continue
		}
		for _, w := range expand(r.get("pattern"), b.governments) {
			if b.known(w) {
				continue
			}
			for _, s := range subjects {
				b.note(b.mean(r, w, r.get("use"), s))
			}
		}
	}
}

func (b *builder) known(word string) bool {
	if b.l.terms[word] != nil {
		return true
	}
	return len(b.l.labels[b.l.Normalize(word)]) > 0
}

// expand returns the words that a pattern stands for, in order.
func expand(pattern string, governments map[string][]string) []string {
	at := strings.IndexAny(pattern, "{[(")
	if at < 0 {
		return []string{pattern}
	}
	end := at + strings.IndexAny(pattern[at:], "}])")
	if end < at {
		return []string{pattern}
	}
	inner := pattern[at+1 : end]
	choices := strings.Split(inner, "|")
	switch pattern[at] {
	case '{':
		choices = governments[inner]
	case '[':
		choices = append([]string{""}, choices...)
	}
	var out []string
	for _, rest := range expand(pattern[end+1:], governments) {
		for _, c := range choices {
			out = append(out, pattern[:at]+c+rest)
		}
	}
	return out
}
