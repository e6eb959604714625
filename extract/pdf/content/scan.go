package content

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"

	"yusuan/extract/pdf/object"
)

// Scan is the picture that fills a page, upright, as scanners make it.
type Scan struct {
	stream         *object.Stream
	X0, Y0, X1, Y1 float64 // on the page, top-down
}

// scanShare is the part of the page that a picture must fill to be a scan of it.
const scanShare = 0.8

// maxScanPixels bounds a picture that is decoded.
const maxScanPixels = 40 << 20

// noteScan remembers the picture just drawn if it fills the page upright.
func (in *interp) noteScan(s *object.Stream) {
	m := in.state.ctm
	if in.page.Images > 1 || m[1] != 0 || m[2] != 0 || m[0] <= 0 || m[3] >= 0 {
		in.scan = nil
		return
	}
	sc := &Scan{stream: s, X0: m[4], X1: m[4] + m[0], Y0: m[5] + m[3], Y1: m[5]}
	if m[0]*-m[3] >= scanShare*in.page.Width*in.page.Height {
		in.scan = sc
	}
}

// Gray decodes the picture, without resampling it. An error means that the
// kind of picture is none of those read here: JPEG, and plain gray, colour or
// black and white; the page can still be drawn by another engine.
func (s *Scan) Gray(file *object.File) (*image.Gray, error) {
	if file.Stream(s.stream.Dict["SMask"]) != nil || s.stream.Dict["Decode"] != nil {
		return nil, fmt.Errorf("picture with a mask or a decode array")
	}
	raw, err := file.Decode(s.stream, 4*maxScanPixels)
	if errors.Is(err, object.ErrPicture) {
		return decodeJPEG(raw)
	}
	if err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	return s.plain(file, raw)
}

func decodeJPEG(raw []byte) (*image.Gray, error) {
	c, err := jpeg.DecodeConfig(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	if c.Width*c.Height > maxScanPixels {
		return nil, fmt.Errorf("picture of %d × %d pixels", c.Width, c.Height)
	}
	img, err := jpeg.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	return toGray(img)
}

func toGray(img image.Image) (*image.Gray, error) {
	b := img.Bounds()
	out := image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy()))
	switch src := img.(type) {
	case *image.Gray:
		for y := range b.Dy() {
			copy(out.Pix[y*out.Stride:], src.Pix[y*src.Stride:y*src.Stride+b.Dx()])
		}
	case *image.YCbCr: // the luma is the gray
		for y := range b.Dy() {
			copy(out.Pix[y*out.Stride:], src.Y[y*src.YStride:y*src.YStride+b.Dx()])
		}
	case *image.CMYK:
		return nil, fmt.Errorf("picture in CMYK") // its polarity depends on the writer
	default:
		for y := range b.Dy() {
			for x := range b.Dx() {
				out.SetGray(x, y, color.GrayModel.Convert(img.At(b.Min.X+x, b.Min.Y+y)).(color.Gray))
			}
		}
	}
	return out, nil
}

// plain reads samples of 8 bits in gray or RGB, or of one bit.
func (s *Scan) plain(file *object.File, raw []byte) (*image.Gray, error) {
	d := s.stream.Dict
	w, h, bits := file.Int(d["Width"], 0), file.Int(d["Height"], 0), file.Int(d["BitsPerComponent"], 0)
	if w < 1 || h < 1 || w > maxScanPixels/h {
		return nil, fmt.Errorf("picture of %d × %d pixels", w, h)
	}
	space := file.Name(d["ColorSpace"])
	out := image.NewGray(image.Rect(0, 0, w, h))
	switch {
	case bits == 8 && space == "DeviceGray" && len(raw) >= w*h:
		copy(out.Pix, raw)
	case bits == 8 && space == "DeviceRGB" && len(raw) >= 3*w*h:
		for i := range out.Pix {
			r, g, b := int(raw[3*i]), int(raw[3*i+1]), int(raw[3*i+2])
			out.Pix[i] = uint8((299*r + 587*g + 114*b) / 1000)
		}
	case bits == 1 && space == "DeviceGray" && len(raw) >= (w+7)/8*h:
		row := (w + 7) / 8
		for y := range h {
			for x := range w {
				if raw[y*row+x/8]>>(7-x%8)&1 == 1 {
					out.Pix[y*w+x] = 255
				}
			}
		}
	default:
		return nil, fmt.Errorf("picture of %d bits in %q", bits, string(space))
	}
	return out, nil
}
