package records

import (
	"encoding/binary"
	"errors"
	"math"
)

// The evidence of checks repeats whole figures, ten times as much text as
// the checks themselves. What is kept of a report therefore only points at the
// fields of a figure in figures.jsonl. Folded text is a row of pieces:
//
//	uint32      length of the text
//	text        as it is
//	uint32 ×2   start and end of what follows it in figures.jsonl; equal for nothing
const (
	pieceHead = 4
	pieceTail = 8
)

// folder writes folded text into b: what is appended to b is text.
type folder struct {
	b    []byte
	from int // where the open piece begins
}

func (f *folder) begin() {
	f.from = len(f.b)
	f.b = append(f.b, make([]byte, pieceHead)...)
}

// end closes the piece with nothing to follow it.
func (f *folder) end() { f.close(span{}) }

// point closes the piece with what follows it, and begins the next.
func (f *folder) point(at span) {
	f.close(at)
	f.begin()
}

func (f *folder) close(at span) {
	binary.BigEndian.PutUint32(f.b[f.from:], uint32(len(f.b)-f.from-pieceHead))
	f.b = binary.BigEndian.AppendUint32(f.b, uint32(at.start))
	f.b = binary.BigEndian.AppendUint32(f.b, uint32(at.end))
}

var errFolded = errors.New("folded lines are damaged")

// Unfold appends the lines of folded text to dst. figures are the lines of
// figures.jsonl that belong to it.
func Unfold(dst, folded, figures []byte) ([]byte, error) {
	for len(folded) > 0 {
		if len(folded) < pieceHead+pieceTail {
			return nil, errFolded
		}
		n := uint64(binary.BigEndian.Uint32(folded))
		folded = folded[pieceHead:]
		if n > math.MaxInt32 || n+pieceTail > uint64(len(folded)) {
			return nil, errFolded
		}
		dst = append(dst, folded[:n]...)
		start, end := binary.BigEndian.Uint32(folded[n:]), binary.BigEndian.Uint32(folded[n+4:])
		if start > end || uint64(end) > uint64(len(figures)) {
			return nil, errFolded
		}
		dst = append(dst, figures[start:end]...)
		folded = folded[n+pieceTail:]
	}
	return dst, nil
}
