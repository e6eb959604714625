package content

import "yusuan/extract/pdf/object"

// rect is a box of the page in its own coordinates.
type rect struct{ x0, y0, x1, y1 float64 }

// a4 stands in where a file gives no usable box.
var a4 = rect{0, 0, 595.28, 841.89}

const maxPageSide = 20000 // points; the standard's limit is 14,400

func readRect(file *object.File, o object.Object) (rect, bool) {
	v := file.Numbers(o)
	if len(v) != 4 {
		return rect{}, false
	}
	r := rect{min(v[0], v[2]), min(v[1], v[3]), max(v[0], v[2]), max(v[1], v[3])}
	w, h := r.x1-r.x0, r.y1-r.y0
	return r, w > 1 && h > 1 && w < maxPageSide && h < maxPageSide
}

// visible is the CropBox inside the MediaBox.
func visible(file *object.File, p object.PageNode) rect {
	media, ok := readRect(file, p.MediaBox)
	if !ok {
		media = a4
	}
	crop, ok := readRect(file, p.CropBox)
	if !ok {
		return media
	}
	crop = rect{max(crop.x0, media.x0), max(crop.y0, media.y0), min(crop.x1, media.x1), min(crop.y1, media.y1)}
	if crop.x1-crop.x0 < 1 || crop.y1-crop.y0 < 1 {
		return media
	}
	return crop
}

// Frame is how a page is seen: its size, and where user space lies on it.
type Frame struct {
	Width, Height float64
	base          matrix
}

// FrameOf measures a page.
func FrameOf(file *object.File, p object.PageNode) Frame {
	base, w, h := frame(visible(file, p), p.Rotate)
	return Frame{Width: w, Height: h, base: base}
}

// Point maps user space to the page, top-down.
func (f Frame) Point(x, y float64) (float64, float64) { return f.base.apply(x, y) }

// frame maps user space to the page as it is seen: top-down, turned.
func frame(r rect, rotate int) (m matrix, width, height float64) {
	w, h := r.x1-r.x0, r.y1-r.y0
	switch ((rotate%360 + 360) % 360) / 90 {
	case 1:
		return matrix{0, 1, 1, 0, -r.y0, -r.x0}, h, w
	case 2:
		return matrix{-1, 0, 0, 1, r.x1, -r.y0}, w, h
	case 3:
		return matrix{0, -1, -1, 0, r.y1, r.x1}, h, w
	}
	return matrix{1, 0, 0, -1, -r.x0, r.y1}, w, h
}
