// Package wordset finds in one pass over a text which of many words it holds. Looking
// for each word by itself is slow in Chinese, where nearly every character begins with
// the same few bytes.
package wordset

import "strings"

// Set is a number of lists of words.
type Set struct {
	begins [1 << 12]uint32 // by the tail of a character: the lists with a word that may begin so
	lists  [][]string
	odd    [][]string // words of the lists that begin with no character of three bytes
}

// List is the bit of a list: that of the first is 1<<0.
type List = uint32

// New makes a set of up to 32 lists.
func New(lists ...[]string) *Set {
	s := &Set{lists: lists, odd: make([][]string, len(lists))}
	for i, words := range lists {
		for _, w := range words {
			if len(w) < 3 || !wide(w[0]) {
				s.odd[i] = append(s.odd[i], w)
				continue
			}
			s.begins[tail(w)] |= 1 << i
		}
	}
	return s
}

// wide tells the first byte of a character of three bytes.
func wide(c byte) bool { return c >= 0xe0 && c <= 0xef }

// tail is what tells characters of three bytes apart: mostly their last two bytes do.
func tail(s string) int { return int(s[1]&0x3f)<<6 | int(s[2]&0x3f) }

// In returns the lists of which text, which is UTF-8, holds a word.
func (s *Set) In(text string) (found List) {
	for i, words := range s.odd {
		for _, w := range words {
			if strings.Contains(text, w) {
				found |= 1 << i
			}
		}
	}
	for i := 0; i+2 < len(text); {
		if !wide(text[i]) {
			i++
			continue
		}
		if may := s.begins[tail(text[i:])] &^ found; may != 0 {
			found |= s.at(text[i:], may)
		}
		i += 3
	}
	return found
}

// at returns those of the lists of which a word stands at the start of text.
func (s *Set) at(text string, may List) (found List) {
	for i, words := range s.lists {
		if may&(1<<i) == 0 {
			continue
		}
		for _, w := range words {
			if strings.HasPrefix(text, w) {
				found |= 1 << i
				break
			}
		}
	}
	return found
}
