package pdf

import (
	"context"
	"errors"
	"fmt"

	"yusuan/extract"
	"yusuan/extract/pdf/content"
	"yusuan/extract/pdf/glyph"
	"yusuan/extract/pdf/object"
	"yusuan/extract/pdf/ocr"
	"yusuan/extract/pdf/pdfium"
	"yusuan/extract/pdf/quality"
)

// chooser reads each page with the fast engine and asks another one where that
// cannot be enough.
type chooser struct {
	ctx     context.Context
	src     object.Source
	options extract.Options

	second    *pdfium.Document
	secondErr error
	asked     bool

	partly []int // pages some of whose characters are unknown
	unread []int // pages without usable text
	why    error // why they could not be read otherwise
}

func (c *chooser) close() {
	if c.second != nil {
		c.second.Close()
	}
}

// pdfium starts the second engine when it is first asked for.
func (c *chooser) pdfium() (*pdfium.Document, error) {
	if !c.asked {
		c.asked = true
		c.second, c.secondErr = c.openSecond()
	}
	return c.second, c.secondErr
}

// openSecond reads the whole file into memory for the second engine.
func (c *chooser) openSecond() (*pdfium.Document, error) {
	data := make([]byte, c.src.Size())
	if n, err := c.src.ReadAt(data, 0); n < len(data) {
		return nil, fmt.Errorf("reading the file: %w", err)
	}
	return pdfium.Open(c.ctx, data, c.options.CacheDir)
}

// choose looks at what the fast engine read of a page and puts something better
// in its place where there is.
func (c *chooser) choose(file *object.File, p *content.Result) error {
	report := quality.Judge(p.Chars)
	if bad := report.Bad(); bad != "" {
		report = c.ask(p.Page, p.Frame, report, bad)
	}
	if !c.pictured(p.Page, report) && !report.Hopeless() {
		if report.Bad() != "" {
			c.partly = append(c.partly, p.Number)
		}
		return nil
	}
	return c.recognize(file, p, report)
}

// ask reads a page with pdfium and takes its characters where they are better.
func (c *chooser) ask(p *glyph.Page, frame content.Frame, fast quality.Report, bad string) quality.Report {
	doc, err := c.pdfium()
	if err != nil {
		p.Reason = bad + "；pdfium 不可用：" + err.Error()
		return fast
	}
	chars, err := doc.Chars(p.Number-1, frame.Point)
	if err != nil {
		p.Reason = bad + "；pdfium 也未能读出：" + err.Error()
		return fast
	}
	report := quality.Judge(chars)
	if !report.Better(fast) {
		p.Reason = bad + "；pdfium 读出的并不更好"
		return fast
	}
	p.Chars, p.Engine, p.Reason = chars, "pdfium", bad
	content.Upright(p)
	return report
}

// What a page without usable text looks like: hardly any characters, and a
// picture, or outlines instead of letters.
const (
	fewChars    = 40
	pictureArea = 0.3
	manyCurves  = 200
)

func (c *chooser) pictured(p *glyph.Page, r quality.Report) bool {
	if r.Chars > fewChars {
		return false
	}
	return p.ImageArea >= pictureArea || p.Curves >= manyCurves
}

// recognize reads the picture of a page, or notes that it could not be read.
func (c *chooser) recognize(file *object.File, p *content.Result, r quality.Report) error {
	reason := "页面没有可用的文字层"
	if b := r.Bad(); b != "" {
		reason = b
	}
	err := c.recognized(file, p, reason)
	if err == nil || c.ctx.Err() != nil {
		return c.ctx.Err()
	}
	p.Reason = reason + "；" + err.Error()
	p.Unread = true
	c.unread = append(c.unread, p.Number)
	c.why = err
	return nil
}

var errNever = errors.New("已按设置关闭文字识别（--ocr never）")

func (c *chooser) recognized(file *object.File, p *content.Result, reason string) error {
	if c.options.OCR == "never" {
		return errNever
	}
	engine, err := ocr.Find()
	if err != nil {
		return err
	}
	pic, err := c.picture(file, p)
	if err != nil {
		return fmt.Errorf("无法绘出页面：%w", err)
	}
	if blank(pic.Image.Pix) {
		return nil
	}
	if err := engine.Page(c.ctx, pic, p.Page); err != nil {
		return fmt.Errorf("文字识别失败：%w", err)
	}
	p.Reason = reason + "，由 tesseract 识别"
	return nil
}

// Resolutions of a scan that is read as it is; others are drawn anew.
const (
	leastDPI = 140
	mostDPI  = 330
)

// picture gives the page as a picture: the scan itself, whose pixels no drawing
// has blurred, or a drawing of the page by pdfium.
func (c *chooser) picture(file *object.File, p *content.Result) (*ocr.Picture, error) {
	if s := p.Scan; s != nil {
		if img, err := s.Gray(file); err == nil {
			dpi := float64(img.Rect.Dx()) * 72 / (s.X1 - s.X0)
			if dpi >= leastDPI && dpi <= mostDPI {
				return &ocr.Picture{Image: img, DPI: dpi, X0: s.X0, Y0: s.Y0}, nil
			}
		}
	}
	doc, err := c.pdfium()
	if err != nil {
		return nil, err
	}
	img, dpi, err := doc.Render(p.Number-1, ocr.DPI)
	if err != nil {
		return nil, err
	}
	return &ocr.Picture{Image: img, DPI: float64(dpi)}, nil
}

// blank tells a picture without any ink.
func blank(pix []byte) bool {
	for _, v := range pix {
		if v < 128 {
			return false
		}
	}
	return true
}

// readable tells whether another engine may still open what the fast one could not.
func readable(err error) bool {
	return !errors.Is(err, object.ErrPassword) && !errors.Is(err, object.ErrNotPDF)
}
