package table

import "sort"

// median returns the middle value; v is sorted in place and must not be empty.
func median(v []float64) float64 {
	sort.Float64s(v)
	return v[len(v)/2]
}
