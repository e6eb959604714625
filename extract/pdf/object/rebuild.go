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
	for pos := 0; ; {
		i := bytes.Index(f.data[pos:], []byte("obj"))
		if i < 0 {
			return
		}
		at := pos + i
		pos = at + 3
		if start, id, gen, ok := f.headBefore(at); ok {
			f.xref[id] = entry{offset: start, gen: gen}
		}
	}
}

// headBefore reads "N G " backwards from the keyword obj at the place at.
func (f *File) headBefore(at int) (start, id, gen int, ok bool) {
	i, gen, ok := f.numberBefore(at)
	if !ok {
		return 0, 0, 0, false
	}
	i, id, ok = f.numberBefore(i)
	if !ok || id > maxObjectID {
		return 0, 0, 0, false
	}
	return i, id, gen, true
}

func (f *File) numberBefore(at int) (start, n int, ok bool) {
	i := at
	for i > 0 && IsSpace(f.data[i-1]) && at-i < 16 {
		i--
	}
	end := i
	for i > 0 && f.data[i-1] >= '0' && f.data[i-1] <= '9' && end-i < 10 {
		i--
	}
	if i == end {
		return 0, 0, false
	}
	for _, c := range f.data[i:end] {
		n = n*10 + int(c-'0')
	}
	return i, n, true
}

// scanTrailers merges every trailer dictionary, the last first.
func (f *File) scanTrailers() {
	for end := len(f.data); end > 0; {
		i := bytes.LastIndex(f.data[:end], []byte("trailer"))
		if i < 0 {
			break
		}
		end = i
		o, _ := ParseObject(f.data, i+len("trailer"))
		if d, ok := o.(Dict); ok {
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
	if pos < 0 || pos >= len(f.data) {
		return false
	}
	return bytes.Contains(f.data[pos:min(pos+512, len(f.data))], []byte(word))
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
