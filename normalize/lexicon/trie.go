package lexicon

import "unicode/utf8"

// trie finds the words that begin at a place. It is there for speed: most text
// of a report holds no term, and the segmenter is called only where terms overlap.
type trie struct {
	root [1 << 16]int32 // node of the first rune; 0 for none
	node []trieNode
}

type trieNode struct {
	term  *Term
	first trieEdge   // most nodes have no other
	next  []trieEdge // the others; few: searched one by one
}

type trieEdge struct {
	r  rune
	to int32
}

func newTrie(words int) *trie { return &trie{node: make([]trieNode, 1, 4*words)} }

func (t *trie) insert(word string, term *Term) {
	at := int32(-1)
	for _, r := range word {
		at = t.child(at, r)
	}
	t.node[at].term = term
}

// child returns the node behind r, making it where there is none. at is -1 at
// the start of a word.
func (t *trie) child(at int32, r rune) int32 {
	if at < 0 {
		if r >= rune(len(t.root)) {
			r = utf8.RuneError
		}
		if t.root[r] == 0 {
			t.root[r] = t.grow()
		}
		return t.root[r]
	}
	if to := t.node[at].follow(r); to != 0 {
		return to
	}
	to := t.grow()
	if n := &t.node[at]; n.first.to == 0 {
		n.first = trieEdge{r, to}
	} else {
		n.next = append(n.next, trieEdge{r, to})
	}
	return to
}

func (t *trie) grow() int32 {
	t.node = append(t.node, trieNode{})
	return int32(len(t.node) - 1)
}

// follow returns the node behind r, or 0.
func (n *trieNode) follow(r rune) int32 {
	if n.first.r == r {
		return n.first.to
	}
	for i := range n.next {
		if n.next[i].r == r {
			return n.next[i].to
		}
	}
	return 0
}

// going is the rune that goes on with the word of a node, and how far behind it s begins
// anew. A blank inside a word (预算稳定 调节基金, where a line of print ended) is passed
// over, unless a word ends before it.
func (n *trieNode) going(s string) (rune, int) {
	r, w := utf8.DecodeRuneInString(s)
	if n.term == nil && (r == ' ' || r == '\u3000') {
		next, size := utf8.DecodeRuneInString(s[w:])
		return next, w + size
	}
	return r, w
}

// longest returns the longest word at the start of s and its length in bytes,
// or nil, and the size of the first rune.
func (t *trie) longest(s string) (term *Term, length, size int) {
	r, size := utf8.DecodeRuneInString(s)
	if r >= rune(len(t.root)) || r == utf8.RuneError || t.root[r] == 0 {
		return nil, 0, size
	}
	at := t.root[r]
	for pos := size; ; {
		n := &t.node[at]
		if n.term != nil {
			term, length = n.term, pos
		}
		if n.first.to == 0 || pos >= len(s) {
			return term, length, size
		}
		r, w := n.going(s[pos:])
		if at = n.follow(r); at == 0 {
			return term, length, size
		}
		pos += w
	}
}
