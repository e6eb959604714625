// Package phrase looks for words in a text: any one of several.
package phrase

import "strings"

// Holds reports whether a text holds one of the words.
func Holds(text string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// Begins reports whether a text begins with one of the words.
func Begins(text string, words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(text, w) {
			return true
		}
	}
	return false
}

// Ends reports whether a text ends with one of the words.
func Ends(text string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(text, w) {
			return true
		}
	}
	return false
}
