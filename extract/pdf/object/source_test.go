package object

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"yusuan/extract/pdf/internal/make"
)

// A word is found wherever it stands, across the ends of what is held at a time too.
func TestSearch(t *testing.T) {
	const word = "endstream"
	for at := stretch - 12; at < stretch+12; at++ {
		text := strings.Repeat(" ", at) + word + strings.Repeat(" ", 2*stretch)
		in := newInput(strings.NewReader(text))
		if got := in.index(0, word); got != at {
			t.Errorf("the word at %d is found at %d", at, got)
		}
		back := strings.Repeat(" ", 2*stretch) + word + strings.Repeat(" ", at)
		in = newInput(strings.NewReader(back))
		if got := in.lastIndex(len(back), word); got != 2*stretch {
			t.Errorf("the word %d from the end is found at %d, not %d", at, got, 2*stretch)
		}
		if got := in.lastIndex(2*stretch+len(word)-1, word); got != -1 {
			t.Errorf("the word is found at %d, before itself", got)
		}
	}
}

// An object is read whole however far it reaches.
func TestLongObject(t *testing.T) {
	for _, n := range []int{1, 100, firstLook, 4*firstLook - 3, stretch, 3 * stretch} {
		for pad := range 20 {
			want := Dict{"A": Array{1.0, Ref{ID: 12}}, "B": String(strings.Repeat("x", n+pad)), "C": Array{Ref{ID: 345}, 6.0}}
			text := fmt.Sprintf("<</A[1 12 0 R]/B(%s)/C[345 0 R 6]>>   endobj", want["B"])
			got := newInput(strings.NewReader(strings.Repeat(" ", pad) + text)).object(pad)
			if d := cmp.Diff(want, got); d != "" {
				t.Fatalf("%d bytes: %s", n+pad, d)
			}
		}
	}
}

// cutSource says that it is longer than it is: a file that is cut while it is read.
type cutSource struct{ *bytes.Reader }

func (s cutSource) Size() int64 { return s.Reader.Size() + 1000 }

func TestSourceCut(t *testing.T) {
	data := make.Text("883,868")
	f, err := Open(cutSource{bytes.NewReader(data)})
	if err != nil {
		t.Fatal(err)
	}
	if !errors.Is(f.Err(), io.ErrUnexpectedEOF) {
		t.Errorf("Err() = %v, not an unexpected end", f.Err())
	}
}
