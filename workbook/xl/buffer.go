package xl

import (
	"io"
	"os"
	"sync"
)

// spillAt is how many bytes of a sheet stay in memory before they go to a
// temporary file, so that a panel of ten thousand reports stays bounded.
const spillAt = 512 << 10

// rowBuffer holds the <row> elements of one sheet, or other things of which there
// are many.
type rowBuffer struct {
	mem   []byte   // what is being filled
	full  [][]byte // what was filled before, in order
	held  int      // bytes in full
	file  *os.File // what was before that
	dir   string
	err   error
	texts *sharedTexts
}

// chunk is how much is filled at a time: a buffer that grows would be copied
// again and again.
const chunk = 16 << 10

// chunks are kept from one workbook to the next.
var chunks = sync.Pool{New: func() any { return new([chunk]byte) }}

// turn takes a new chunk where the present one is nearly full, and writes the
// full ones out where they are many.
func (b *rowBuffer) turn() {
	if b.err != nil || len(b.mem) < chunk*3/4 {
		return
	}
	b.full = append(b.full, b.mem)
	b.held += len(b.mem)
	b.mem = nil
	if b.held >= spillAt {
		b.spill()
	}
	b.begin()
}

func (b *rowBuffer) begin() {
	if b.mem == nil {
		b.mem = chunks.Get().(*[chunk]byte)[:0]
	}
}

func (b *rowBuffer) spill() {
	if b.file == nil {
		if b.file, b.err = os.CreateTemp(b.dir, ".yusuan-writing-*"); b.err != nil {
			return
		}
	}
	for _, part := range b.full {
		if b.err == nil {
			_, b.err = b.file.Write(part)
		}
	}
	b.release()
}

// release gives the full chunks back.
func (b *rowBuffer) release() {
	for _, part := range b.full {
		if cap(part) == chunk {
			chunks.Put((*[chunk]byte)(part[:chunk]))
		}
	}
	b.full, b.held = b.full[:0], 0
}

// WriteTo copies the rows.
func (b *rowBuffer) WriteTo(w io.Writer) (int64, error) {
	if b.err != nil {
		return 0, b.err
	}
	var written int64
	if b.file != nil {
		if _, err := b.file.Seek(0, io.SeekStart); err != nil {
			return 0, err
		}
		n, err := io.Copy(w, b.file)
		if written += n; err != nil {
			return written, err
		}
	}
	for _, part := range append(b.full, b.mem) {
		n, err := w.Write(part)
		if written += int64(n); err != nil {
			return written, err
		}
	}
	return written, nil
}

func (b *rowBuffer) close() {
	b.full = append(b.full, b.mem)
	b.mem = nil
	b.release()
	if b.file == nil {
		return
	}
	b.file.Close()
	os.Remove(b.file.Name())
	b.file = nil
}
