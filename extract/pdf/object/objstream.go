package object

// objStream is a decoded object stream.
type objStream struct {
	data  []byte
	at    map[int]int // place of each object in data
	order []int
}

const keptStreams = 16 // decoded object streams kept

// fromStream reads one object of an object stream.
func (f *File) fromStream(streamID, id int) (Object, bool) {
	s := f.objStream(streamID)
	if s == nil {
		return nil, false
	}
	at, ok := s.at[id]
	if !ok {
		return nil, false
	}
	o, _ := ParseObject(s.data, at)
	return o, true
}

func (f *File) objStream(id int) *objStream {
	if s, ok := f.objStreams[id]; ok {
		return s
	}
	s := f.readObjStream(id)
	if len(f.objOrder) >= keptStreams {
		delete(f.objStreams, f.objOrder[0])
		f.objOrder = f.objOrder[1:]
	}
	f.objStreams[id] = s
	f.objOrder = append(f.objOrder, id)
	return s
}

// readObjStream decodes an object stream; nil where it is none. A stream that
// stands in another object stream is refused: it would have no end.
func (f *File) readObjStream(id int) *objStream {
	if e, ok := f.xref[id]; !ok || e.stream != 0 {
		return nil
	}
	str, ok := f.load(Ref{ID: id}).(*Stream)
	if !ok {
		return nil
	}
	data, err := f.Decode(str, maxStructure)
	if err != nil && len(data) == 0 {
		return nil
	}
	first := f.Int(str.Dict["First"], 0)
	n := f.Int(str.Dict["N"], 0)
	s := &objStream{data: data, at: map[int]int{}}
	l := NewLexer(data, 0)
	for range n {
		num, off := l.Next(), l.Next()
		if num.Kind != Number || off.Kind != Number || l.Pos() > max(first, 0)+1 {
			break
		}
		if at := first + int(off.Num); at >= 0 && at < len(data) {
			s.at[int(num.Num)] = at
			s.order = append(s.order, int(num.Num))
		}
	}
	return s
}
