package object

import (
	"bytes"
	"slices"
)

// maxSections bounds the chain of /Prev.
const maxSections = 4096

// readXrefs follows the chain of cross-reference sections from startxref;
// false where it leads nowhere.
func (f *File) readXrefs() bool {
	const word = "startxref"
	tail := max(0, f.in.size-trailerWithin)
	at := bytes.LastIndex(f.in.bytes(tail, trailerWithin), []byte(word))
	if at < 0 {
		return false
	}
	start, ok := f.in.object(tail + at + len(word)).(float64)
	if !ok {
		return false
	}
	seen := map[int]bool{}
	queue := []int{int(start)}
	for len(queue) > 0 && len(seen) < maxSections {
		pos := queue[0]
		queue = queue[1:]
		if pos < 0 || pos >= f.in.size || seen[pos] {
			continue
		}
		seen[pos] = true
		trailer, ok := f.section(pos)
		if !ok {
			return false
		}
		for k, v := range trailer {
			if _, have := f.Trailer[k]; !have {
				f.Trailer[k] = v
			}
		}
		for _, k := range []Name{"XRefStm", "Prev"} {
			if n, ok := trailer[k].(float64); ok {
				queue = append(queue, int(n))
			}
		}
	}
	return len(f.xref) > 0
}

// section reads one cross-reference table or stream.
func (f *File) section(pos int) (Dict, bool) {
	var t *table
	var id int
	f.in.lex(pos, func(l *Lexer) {
		first := l.Next()
		t, id = nil, int(first.Num)
		if first.Kind == Keyword && string(first.Bytes) == "xref" {
			t = readTable(l)
		}
	})
	if t != nil {
		return t.trailer, f.addTable(t)
	}
	o, ok := f.indirect(pos, Ref{ID: id})
	s, isStream := o.(*Stream)
	if !ok || !isStream || s.Dict["Type"] != Name("XRef") {
		return nil, false
	}
	s.open = true
	return s.Dict, f.xrefStream(s)
}

// table is a classic table with its trailer, nil where that is missing.
type table struct {
	ids     []int
	entries []entry
	trailer Dict
}

func (f *File) addTable(t *table) bool {
	for i, id := range t.ids {
		f.add(id, t.entries[i])
	}
	return t.trailer != nil
}

// readTable reads a classic table and its trailer. An entry is believed only as
// far as the file has bytes: /Size and the counts allocate nothing.
func readTable(l *Lexer) *table {
	t := &table{}
	for {
		start := l.Next()
		if start.Kind == Keyword && string(start.Bytes) == "trailer" {
			break
		}
		n := l.Next()
		if start.Kind != Number || n.Kind != Number {
			return t
		}
		first := int(start.Num)
		for k := 0; k < int(n.Num); k++ {
			back := l.Pos()
			off, gen, use := l.Next(), l.Next(), l.Next()
			if off.Kind != Number || gen.Kind != Number || use.Kind != Keyword {
				l.Seek(back)
				break
			}
			if string(use.Bytes) == "n" && off.Num > 0 {
				t.ids = append(t.ids, first+k)
				t.entries = append(t.entries, entry{offset: int(off.Num), gen: int(gen.Num)})
			}
		}
	}
	t.trailer, _ = (&parser{lex: l}).object(l.Next(), 0).(Dict)
	return t
}

// add keeps the first entry of an object: newer sections are read first.
func (f *File) add(id int, e entry) {
	if id < 0 || id > maxObjectID {
		return
	}
	if _, have := f.xref[id]; !have {
		f.xref[id] = e
	}
}

// xrefStream reads the entries of a cross-reference stream.
func (f *File) xrefStream(s *Stream) bool {
	w, ok := s.Dict["W"].(Array)
	if !ok || len(w) < 3 {
		return false
	}
	var width [3]int
	for i := range width {
		n, _ := w[i].(float64)
		if n < 0 || n > 8 {
			return false
		}
		width[i] = int(n)
	}
	rec := width[0] + width[1] + width[2]
	data, err := f.Decode(s, maxStructure)
	if rec == 0 || err != nil && len(data) == 0 {
		return false
	}
	index, ok := s.Dict["Index"].(Array)
	if !ok {
		index = Array{0.0, float64(len(data) / rec)}
	}
	for i := 0; i+1 < len(index); i += 2 {
		first, _ := index[i].(float64)
		n, _ := index[i+1].(float64)
		for k := 0; k < int(n) && len(data) >= rec; k++ {
			f.addRecord(int(first)+k, data[:rec], width)
			data = data[rec:]
		}
	}
	return true
}

func (f *File) addRecord(id int, rec []byte, width [3]int) {
	kind := 1
	if width[0] > 0 {
		kind = bigEndian(rec[:width[0]])
	}
	a := bigEndian(rec[width[0] : width[0]+width[1]])
	b := bigEndian(rec[width[0]+width[1]:])
	switch kind {
	case 1:
		f.add(id, entry{offset: a, gen: b})
	case 2:
		f.add(id, entry{stream: a, offset: b})
	}
}

func bigEndian(b []byte) int {
	n := 0
	for _, c := range b {
		n = n<<8 | int(c)
	}
	return n
}

func sortedIDs(m map[int]entry) []int {
	ids := make([]int, 0, len(m))
	for id := range m {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}
