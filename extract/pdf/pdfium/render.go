package pdfium

import (
	"errors"
	"image"

	"github.com/klippa-app/go-pdfium/requests"
)

// maxPixels bounds a rendered page.
const maxPixels = 40 << 20

// Size is the page's size in points, turned as it is seen.
func (d *Document) Size(index int) (width, height float64, err error) {
	err = d.guard("page size", func() error {
		res, err := d.instance.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: d.ref, Index: index})
		if err == nil {
			width, height = res.Width, res.Height
		}
		return err
	})
	return width, height, err
}

// Render draws a page (from 0) in gray. The resolution is lowered where the
// page is so large that the picture would be beyond reason; the second result
// is the resolution used.
func (d *Document) Render(index, dpi int) (img *image.Gray, used int, err error) {
	w, h, err := d.Size(index)
	if err != nil {
		return nil, 0, err
	}
	used = dpi
	for used > 30 && w*h*float64(used)*float64(used)/72/72 > maxPixels {
		used = used * 3 / 4
	}
	err = d.guard("render", func() error {
		res, err := d.instance.RenderPageInDPI(&requests.RenderPageInDPI{
			Page: d.page(index), DPI: used, ImageFormat: requests.RenderImageFormatGrayscale,
		})
		if err != nil {
			return err
		}
		defer res.Cleanup()
		gray, ok := res.Result.RenderedImage.(*image.Gray)
		if !ok {
			return errors.New("no gray picture")
		}
		img = &image.Gray{Pix: append([]byte(nil), gray.Pix...), Stride: gray.Stride, Rect: gray.Rect}
		return nil
	})
	return img, used, err
}
