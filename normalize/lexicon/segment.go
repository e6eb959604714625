package lexicon

import (
	"math"
	"unicode/utf8"
)

// segment cuts clause[start:end], where words overlap, on the cheapest way through it
// (Viterbi). A word costs little and unknown text much, so that the way leaves the
// least text unknown with the fewest terms. Of two ways that cost the same the one
// whose last word begins first is taken.
//
// It cuts as github.com/go-ego/gse does, given the same words and frequencies, which
// takes three times as long, and as long again to load the words.
func (l *Lexicon) segment(dst []Token, base int, clause string, start, end int) []Token {
	text := clause[start:end]
	var room [128]step
	ways := append(room[:0], make([]step, len(text)+1)...)
	for at := 0; at < len(text); {
		_, size := utf8.DecodeRuneInString(text[at:])
		l.trie.words(text[at:], func(term *Term, length int) {
			ways[at+length].offer(step{ways[at].cost + term.cost, at, term})
		})
		ways[at+size].offer(step{ways[at].cost + unknownCost, at, nil})
		at += size
	}
	return l.follow(dst, base, ways, start)
}

// step is the last one of the cheapest way to a place.
type step struct {
	cost float32 // of the whole way, 0 for none yet
	from int
	term *Term // nil for one unknown character
}

func (s *step) offer(other step) {
	if s.cost == 0 || other.cost < s.cost {
		*s = other
	}
}

// follow appends the tokens of the way that ends at the last place.
func (l *Lexicon) follow(dst []Token, base int, ways []step, start int) []Token {
	at := len(ways) - 1
	if at == 0 {
		return dst
	}
	s := ways[at]
	dst = l.follow(dst, base, ways[:s.from+1], start)
	if s.term == nil {
		return appendUnknown(dst, base, start+s.from, start+at)
	}
	return appendTerm(dst, base, start+s.from, start+at, s.term)
}

// unknownCost is that of a character in no word: more than any word's.
const unknownCost = 32

// weigh gives every word its cost: the rarer the more.
func (b *builder) weigh() {
	alike := map[float64][]*Term{} // by frequency: there are not many
	total := 0.0
	for _, w := range b.order {
		t := b.l.terms[w]
		f := frequency(t)
		alike[f] = append(alike[f], t)
		total += f
	}
	all := float32(math.Log2(total))
	for f, terms := range alike {
		cost := all - float32(math.Log2(f))
		for _, t := range terms {
			t.cost = cost
		}
	}
}

// frequency is nearly equal for all words, so that the cheapest way covers the most
// text with the fewest terms. Between two ways with as many terms the one with
// the longer word is right (收入总计|为, not 收入|总计为), and one with a subject
// (一般公共预算收入|预期, not 一般公共预算|收入预期). A single character is rare: it
// cuts no word in two.
func frequency(t *Term) float64 {
	n := float64(utf8.RuneCountInString(t.Word))
	if n < 2 {
		return 2
	}
	f := 100 * math.Exp(0.004*n*n)
	switch t.Class {
	case ClassSubject, ClassSide, ClassBook:
		f *= 2
	case classGuard:
		f /= 2
	}
	return math.Trunc(f)
}
