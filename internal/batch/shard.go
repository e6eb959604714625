package batch

import (
	"fmt"
	"strconv"
	"strings"
)

// Shard is one of several equal parts of a run: Index from 1 to Count. The zero
// value is the whole run.
type Shard struct{ Index, Count int }

// ParseShard reads "2/5".
func ParseShard(s string) (Shard, error) {
	if s == "" {
		return Shard{}, nil
	}
	i, n, ok := strings.Cut(s, "/")
	index, err1 := strconv.Atoi(i)
	count, err2 := strconv.Atoi(n)
	if !ok || err1 != nil || err2 != nil || index < 1 || count < 1 || index > count {
		return Shard{}, fmt.Errorf("shard %q is not of the form i/n with 1 ≤ i ≤ n", s)
	}
	return Shard{index, count}, nil
}

// String is the form that ParseShard reads; of the whole run, nothing.
func (s Shard) String() string {
	if s.Count == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", s.Index, s.Count)
}

// of returns the sources of the shard. Names and duplicates were settled over
// all sources before, so that the parts fit together again.
func (s Shard) of(sources []*source) []*source {
	if s.Count < 2 {
		return sources
	}
	var own []*source
	for i, src := range sources {
		if i%s.Count == s.Index-1 {
			own = append(own, src)
		}
	}
	return own
}
