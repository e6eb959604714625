package object

// Limits of the page tree.
const (
	maxPages     = 20000
	maxTreeDepth = 64
)

// PageNode is one page with what it inherits.
type PageNode struct {
	Dict      Dict
	Resources Object
	MediaBox  Object
	CropBox   Object
	Rotate    int
}

// Pages walks the page tree in order and calls yield for each page until it
// returns false. /Count is not believed, a node is entered once, and pages past
// the limit are left out: the result says whether any were.
func (f *File) Pages(yield func(n int, p PageNode) bool) (cut bool) {
	w := walker{file: f, seen: map[int]bool{}, yield: yield}
	w.node(f.RawKey(f.Trailer["Root"], "Pages"), PageNode{}, 0)
	if w.count == 0 && !w.stop {
		w.orphans()
	}
	return w.cut
}

type walker struct {
	file  *File
	seen  map[int]bool
	yield func(int, PageNode) bool
	count int
	nodes int
	stop  bool
	cut   bool
}

func (w *walker) node(o Object, up PageNode, depth int) {
	if w.stop || depth > maxTreeDepth {
		return
	}
	if w.nodes++; w.nodes > 4*maxPages {
		w.cut, w.stop = true, true
		return
	}
	if ref, ok := o.(Ref); ok {
		if w.seen[ref.ID] {
			return
		}
		w.seen[ref.ID] = true
	}
	d := w.file.Dict(o)
	if d == nil {
		return
	}
	p := w.inherit(d, up)
	kids := w.file.Array(d["Kids"])
	if kids == nil {
		if w.file.Name(d["Type"]) != "Pages" {
			w.page(p)
		}
		return
	}
	for _, k := range kids {
		w.node(k, p, depth+1)
	}
}

func (w *walker) inherit(d Dict, up PageNode) PageNode {
	p := up
	p.Dict = d
	if v, ok := d["Resources"]; ok {
		p.Resources = v
	}
	if v, ok := d["MediaBox"]; ok {
		p.MediaBox = v
	}
	if v, ok := d["CropBox"]; ok {
		p.CropBox = v
	}
	p.Rotate = w.file.Int(d["Rotate"], up.Rotate)
	return p
}

func (w *walker) page(p PageNode) {
	if w.count >= maxPages {
		w.cut, w.stop = true, true
		return
	}
	w.count++
	if !w.yield(w.count, p) {
		w.stop = true
	}
}

// orphans yields every page object of a file whose tree is lost, in the order
// of their ids.
func (w *walker) orphans() {
	for _, id := range w.file.Objects() {
		d, ok := w.file.load(Ref{ID: id}).(Dict)
		if ok && w.file.Name(d["Type"]) == "Page" && !w.stop {
			w.page(w.inherit(d, PageNode{}))
		}
	}
}
