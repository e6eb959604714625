package object

import "bytes"

// rebuild makes the cross references anew by looking for "N G obj" through the
// whole file; the last object of an id wins, as an update would have it.
func (f *File) rebuild() {
	if f.rebuiltOnce {
		return
	}
	f.rebuiltOnce = true
	f.Rebuilt = true
	old := f.Trailer
	f.reset()
	f.scanObjects()
	f.scanTrailers()
	for k, v := range old { // a chain half read may know the cipher
		if _, have := f.Trailer[k]; !have {
			f.Trailer[k] = v
		}
	}
	if f.crypt != nil || f.Trailer["Encrypt"] == nil {
		f.scanStreams()
	}
	if !f.hasPages() {
		f.findRoot()
	}
	f.objects = map[int]Object{}
}

func (f *File) scanObjects() {
	for at := f.in.index(0, "obj"); at >= 0; at = f.in.index(at+3, "obj") {
		from := max(0, at-maxHead)
		if start, id, gen, ok := headBefore(f.in.bytes(from, at-from)); ok {
			f.xref[id] = entry{offset: from + start, gen: gen}
		}
	}
}

// maxHead is the most that "N G " may take before the word obj.
const maxHead = 2 * (maxBlanks + maxDigits)

const (
	maxBlanks = 16
	maxDigits = 10
)

// headBefore reads "N G " at the end of b.
func headBefore(b []byte) (start, id, gen int, ok bool) {
	i, gen, ok := numberBefore(b)
	if !ok {
		return 0, 0, 0, false
	}
	i, id, ok = numberBefore(b[:i])
	if !ok || id > maxObjectID {
		return 0, 0, 0, false
	}
	return i, id, gen, true
}

func numberBefore(b []byte) (start, n int, ok bool) {
	i := len(b)
	for i > 0 && IsSpace(b[i-1]) && len(b)-i < maxBlanks {
		i--
	}
	end := i
	for i > 0 && b[i-1] >= '0' && b[i-1] <= '9' && end-i < maxDigits {
		i--
	}
	if i == end {
		return 0, 0, false
	}
	for _, c := range b[i:end] {
		n = n*10 + int(c-'0')
	}
	return i, n, true
}

// scanTrailers merges every trailer dictionary, the last first.
func (f *File) scanTrailers() {
	const word = "trailer"
	for at := f.in.lastIndex(f.in.size, word); at >= 0; at = f.in.lastIndex(at, word) {
		if d, ok := f.in.object(at + len(word)).(Dict); ok {
			f.mergeTrailer(d)
		}
	}
	for _, id := range sortedIDs(f.xref) {
		if e := f.xref[id]; e.stream == 0 && f.near(e.offset, "/XRef") {
			o, _ := f.indirect(e.offset, Ref{ID: id})
			if s, ok := o.(*Stream); ok && s.Dict["Type"] == Name("XRef") {
				f.mergeTrailer(s.Dict)
			}
		}
	}
}

func (f *File) mergeTrailer(d Dict) {
	for _, k := range []Name{"Root", "Encrypt", "ID", "Info"} {
		if v, ok := d[k]; ok && f.Trailer[k] == nil {
			f.Trailer[k] = v
		}
	}
}

// near says whether word stands in the first bytes of the object at pos.
func (f *File) near(pos int, word string) bool {
	return bytes.Contains(f.in.bytes(pos, 512), []byte(word))
}

// scanStreams adds the objects of every object stream; one that stands in the
// file by itself is newer or the same.
func (f *File) scanStreams() {
	for _, id := range sortedIDs(f.xref) {
		e := f.xref[id]
		if e.stream != 0 || !f.near(e.offset, "/ObjStm") {
			continue
		}
		s := f.objStream(id)
		if s == nil {
			continue
		}
		for _, inner := range s.order {
			f.add(inner, entry{stream: id})
		}
	}
}

// findRoot looks for a catalogue where no trailer names one.
func (f *File) findRoot() {
	for _, id := range sortedIDs(f.xref) {
		if f.Name(f.Key(Ref{ID: id}, "Type")) == "Catalog" && f.Dict(f.Key(Ref{ID: id}, "Pages")) != nil {
			f.Trailer["Root"] = Ref{ID: id}
		}
	}
}
