package lexicon

import "unicode/utf8"

// trie finds the words that begin at a place. It is there for speed: most text
// of a report holds no term, and the segmenter is called only where terms overlap.
type trie struct {
	root [1 << 16]int32 // node of the first rune; 0 for none
	node []trieNode
}

type trieNode struct {
	term *Term
	next map[rune]int32
}

func newTrie() *trie { return &trie{node: make([]trieNode, 1)} }

func (t *trie) insert(word string, term *Term) {
	at := int32(-1)
	for _, r := range word {
		at = t.child(at, r)
	}
	t.node[at].term = term
}

func (t *trie) child(at int32, r rune) int32 {
	if at < 0 {
		if r < 0 || int(r) >= len(t.root) {
			r = utf8.RuneError
		}
		if t.root[r] == 0 {
			t.root[r] = t.grow()
		}
		return t.root[r]
	}
	if t.node[at].next == nil {
		t.node[at].next = make(map[rune]int32)
	}
	if to, ok := t.node[at].next[r]; ok {
		return to
	}
	to := t.grow()
	t.node[at].next[r] = to
	return to
}

func (t *trie) grow() int32 {
	t.node = append(t.node, trieNode{})
	return int32(len(t.node) - 1)
}

// longest returns the longest word at the start of s and its length in bytes,
// or nil, and the size of the first rune.
func (t *trie) longest(s string) (term *Term, length, size int) {
	r, size := utf8.DecodeRuneInString(s)
	if r < 0 || int(r) >= len(t.root) || r == utf8.RuneError {
		return nil, 0, size
	}
	at := t.root[r]
	if at == 0 {
		return nil, 0, size
	}
	for pos := size; ; {
		n := &t.node[at]
		if n.term != nil {
			term, length = n.term, pos
		}
		if n.next == nil || pos >= len(s) {
			return term, length, size
		}
		r, w := utf8.DecodeRuneInString(s[pos:])
		to, ok := n.next[r]
		if !ok {
			return term, length, size
		}
		at, pos = to, pos+w
	}
}
