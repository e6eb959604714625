// Package authored holds complete reports of invented districts, each written with its
// truth beside it by an author who knew the field and nothing of this program. They are
// what the styles of internal/generate cannot be: whole reports in some fifty manners, of
// which no two share a template. What each set reached the first time it was read stands
// in docs/measuring.md; now that they have been looked at, they keep what was reached.
package authored
