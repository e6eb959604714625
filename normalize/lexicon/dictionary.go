package lexicon

import (
	"errors"
	"fmt"
	"strings"
)

// build checks the aliases and makes the trie of all words.
func (b *builder) build() (*Lexicon, error) {
	l := b.l
	for _, r := range b.aliases {
		b.note(b.addAlias(r))
	}
	b.expandPatterns()
	if len(b.errs) > 0 {
		return nil, errors.Join(b.errs...)
	}
	l.trie = newTrie(len(b.order))
	for _, w := range b.order {
		if strings.ContainsAny(w, " \t\n") {
			return nil, fmt.Errorf("the word %q holds a space", w)
		}
		l.trie.insert(w, l.terms[w])
	}
	b.weigh()
	return l, nil
}
