package facts

import "yusuan/budget"

// index numbers keys in the order of their first mention. A key is long and few keys
// share a subject: comparing these is quicker than hashing all of a key.
type index struct {
	keys []*budget.Key     // those of the facts
	last map[subjectOf]int // the last key of a subject, counted from 1
	prev []int             // for every key the one before it of its subject, 0 for none
}

type subjectOf struct{ subject, scope string }

func newIndex(size int) *index {
	return &index{keys: make([]*budget.Key, 0, size), last: make(map[subjectOf]int, size/2), prev: make([]int, 0, size)}
}

// find returns the number of a key, -1 where there is none.
func (x *index) find(k *budget.Key) int {
	n := x.last[subjectOf{k.Subject, k.Scope}]
	for n > 0 && *x.keys[n-1] != *k {
		n = x.prev[n-1]
	}
	return n - 1
}

// number returns the number of a key, a new one where there is none.
func (x *index) number(k *budget.Key) int {
	if n := x.find(k); n >= 0 {
		return n
	}
	s := subjectOf{k.Subject, k.Scope}
	x.keys = append(x.keys, k)
	x.prev = append(x.prev, x.last[s])
	x.last[s] = len(x.keys)
	return len(x.keys) - 1
}

// GroupBy puts the facts of one key together, the groups in the order of their first
// facts. keyOf says by false that a fact is in no group.
func GroupBy[K comparable](all []*Fact, keyOf func(*Fact) (K, bool)) [][]*Fact {
	numbers := make([]int, len(all))
	known := make(map[K]int, len(all)/4)
	for i, f := range all {
		k, ok := keyOf(f)
		if !ok {
			numbers[i] = nowhere
			continue
		}
		n, old := known[k]
		if !old {
			n = len(known)
			known[k] = n
		}
		numbers[i] = n
	}
	return gather(all, numbers, len(known))
}

// gather puts the facts of one number together, in their order. The numbers are below
// n, or nowhere.
func gather(all []*Fact, numbers []int, n int) [][]*Fact {
	sizes := make([]int, n)
	total := 0
	for _, g := range numbers {
		if g != nowhere {
			sizes[g]++
			total++
		}
	}
	room := make([]*Fact, total)
	out := make([][]*Fact, n)
	for g, size := range sizes {
		out[g], room = room[:0:size], room[size:]
	}
	for i, f := range all {
		if g := numbers[i]; g != nowhere {
			out[g] = append(out[g], f)
		}
	}
	return out
}

// nowhere is the number of what is in no group.
const nowhere = -1
