// Package flow puts the lines of a document together: which of them are running
// headers, footers and page numbers, and which go on with the sentence of the
// line before. It works on the lines of every reader alike.
package flow

import "yusuan/extract"

// Mark marks running lines, then joined ones.
func Mark(doc *extract.Document) {
	MarkRunning(doc)
	MarkJoins(doc)
}

// MarkRunning sets Kind Running on running headers, footers and page numbers.
func MarkRunning(doc *extract.Document) {}

// MarkJoins sets Joins on Body lines that go on with the Body line before.
func MarkJoins(doc *extract.Document) {}
