package lexicon

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/go-ego/gse"
)

// build checks the aliases, hands the words to the segmenter and makes sure
// that it took every one of them.
func (b *builder) build() (*Lexicon, error) {
	l := b.l
	for _, r := range b.aliases {
		b.note(b.addAlias(r))
	}
	b.expandPatterns()
	if len(b.errs) > 0 {
		return nil, errors.Join(b.errs...)
	}
	l.seg = gse.Segmenter{NotLoadHMM: true, SkipLog: true, Dict: gse.NewDict()}
	l.seg.Dict.Tokens = make([]gse.Token, 0, len(b.order))
	l.trie = newTrie(len(b.order))
	for _, w := range b.order {
		if strings.ContainsAny(w, " \t\n") {
			return nil, fmt.Errorf("the word %q holds a space", w)
		}
		t := l.terms[w]
		l.trie.insert(w, t)
		if err := l.seg.AddToken(w, frequency(t)); err != nil {
			return nil, fmt.Errorf("handing the word %q to the segmenter: %w", w, err)
		}
	}
	l.seg.CalcToken()
	l.words = len(b.order)
	if got := l.seg.Dict.NumTokens(); got != l.words {
		return nil, fmt.Errorf("the segmenter took %d of %d words", got, l.words)
	}
	return l, nil
}

// frequency is nearly equal for all words, so that the segmenter covers the most
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
