package ocr

import (
	"image"
	"math"
)

// A page that lay askew on the glass has rulings that wander over several rows of pixels
// and lines of text that lean into each other. It is turned upright before anything else
// is done with it.
const (
	mostSkew  = 3.0  // degrees that are looked for, either way
	wideStep  = 0.25 // of the first look
	fineStep  = 0.05 // of the second, around the best of the first
	leastSkew = 0.05 // below this nothing is turned
	sampled   = 3    // every so many rows and columns of pixels are looked at
)

// upright returns the picture turned so that its lines are level.
func upright(img *image.Gray) *image.Gray {
	angle := skew(img)
	if math.Abs(angle) < leastSkew {
		return img
	}
	return turned(img, angle)
}

// skew is the angle in degrees at which the lines of a picture fall to the right. Level
// lines put their ink into few rows: the angle is the one that makes the rows differ most.
func skew(img *image.Gray) float64 {
	xs, ys := ink(img)
	if len(xs) == 0 {
		return 0
	}
	best := sharpest(xs, ys, img.Rect, 0, mostSkew, wideStep)
	return sharpest(xs, ys, img.Rect, best, wideStep, fineStep)
}

// sharpest is the angle within reach of a middle one, in steps, that puts the ink into
// the fewest rows; the middle one where none is better.
func sharpest(xs, ys []float64, r image.Rectangle, middle, reach, step float64) float64 {
	rows := make([]int, r.Dy()/sampled+2*int(float64(r.Dx())*math.Tan(2*mostSkew*math.Pi/180))/sampled+4)
	best, most := middle, sharpness(xs, ys, rows, middle)
	for k := 1; float64(k)*step <= reach+step/2; k++ {
		for _, a := range [2]float64{middle - float64(k)*step, middle + float64(k)*step} {
			if s := sharpness(xs, ys, rows, a); s > most {
				best, most = a, s
			}
		}
	}
	return best
}

// sharpness sums the squares of the ink in each row of a picture turned by an angle.
func sharpness(xs, ys []float64, rows []int, angle float64) float64 {
	clear(rows)
	slope := math.Tan(angle * math.Pi / 180)
	middle := float64(len(rows)) / 2
	half := ys[len(ys)-1] / 2 / sampled
	for i := range xs {
		at := int(middle - half + (ys[i]-xs[i]*slope)/sampled)
		if at >= 0 && at < len(rows) {
			rows[at]++
		}
	}
	sum := 0.0
	for _, n := range rows {
		sum += float64(n) * float64(n)
	}
	return sum
}

// ink samples the dark pixels of a picture, from the top down.
func ink(img *image.Gray) (xs, ys []float64) {
	for y := 0; y < img.Rect.Dy(); y++ {
		for x := y % sampled; x < img.Rect.Dx(); x += sampled {
			if img.Pix[y*img.Stride+x] < dark {
				xs, ys = append(xs, float64(x)), append(ys, float64(y))
			}
		}
	}
	return xs, ys
}

// turned turns a picture about its middle by an angle in degrees, against its fall; what
// comes in from outside is white.
func turned(img *image.Gray, angle float64) *image.Gray {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	out := image.NewGray(image.Rect(0, 0, w, h))
	sin, cos := math.Sincos(angle * math.Pi / 180)
	cx, cy := float64(w-1)/2, float64(h-1)/2
	for y := range h {
		dy := float64(y) - cy
		for x := range w {
			dx := float64(x) - cx
			out.Pix[y*out.Stride+x] = between(img, cx+dx*cos-dy*sin, cy+dx*sin+dy*cos)
		}
	}
	return out
}

// between is the gray of a picture at a place between its pixels.
func between(img *image.Gray, x, y float64) uint8 {
	x0, y0 := math.Floor(x), math.Floor(y)
	fx, fy := x-x0, y-y0
	i, j := int(x0), int(y0)
	top := (1-fx)*grayAt(img, i, j) + fx*grayAt(img, i+1, j)
	bottom := (1-fx)*grayAt(img, i, j+1) + fx*grayAt(img, i+1, j+1)
	return uint8((1-fy)*top + fy*bottom + 0.5)
}

func grayAt(img *image.Gray, x, y int) float64 {
	if x < 0 || y < 0 || x >= img.Rect.Dx() || y >= img.Rect.Dy() {
		return 255
	}
	return float64(img.Pix[y*img.Stride+x])
}
