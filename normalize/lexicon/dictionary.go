package lexicon

import (
	"errors"
	"fmt"
	"math"
	"strconv"
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
	var dict strings.Builder
	l.trie = newTrie(len(b.order))
	for _, w := range b.order {
		if strings.ContainsAny(w, " \t\n") {
			return nil, fmt.Errorf("the word %q holds a space", w)
		}
		t := l.terms[w]
		dict.WriteString(w + " " + strconv.Itoa(frequency(t)) + " n\n")
		l.trie.insert(w, t)
	}
	l.words = len(b.order)
	l.seg = gse.Segmenter{NotLoadHMM: true, SkipLog: true}
	l.seg.Dict = gse.NewDict()
	if err := l.seg.LoadDictStr(dict.String()); err != nil {
		return nil, fmt.Errorf("loading the vocabulary into the segmenter: %w", err)
	}
	if got := l.seg.Dict.NumTokens(); got != l.words {
		return nil, fmt.Errorf("the segmenter took %d of %d words", got, l.words)
	}
	return l, nil
}

// frequency is nearly equal for all words, so that the segmenter covers the most
// text with the fewest terms. Between two ways with as many terms the one with
// the longer word is right (收入总计|为, not 收入|总计为), and one with a subject
// (一般公共预算收入|预期, not 一般公共预算|收入预期).
func frequency(t *Term) int {
	n := float64(utf8.RuneCountInString(t.Word))
	f := 100 * math.Exp(0.004*n*n)
	switch t.Class {
	case ClassSubject, ClassSide, ClassBook:
		f *= 2
	case classGuard:
		f /= 2
	}
	return int(f)
}
