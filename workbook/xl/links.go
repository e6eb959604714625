package xl

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

type link struct{ ref, target, tip string }

func (l link) within() bool { return strings.HasPrefix(l.target, "#") }

// direct reports whether all links of the sheet stay within the workbook. Those
// need no relations, so they are written here; excelize looks through all links
// for each new one.
func (s *Sheet) direct() bool {
	for _, l := range s.links {
		if !l.within() {
			return false
		}
	}
	return true
}

// linkElement is the hyperlinks element of a sheet without links to the outside.
func (s *Sheet) linkElement() []byte {
	if len(s.links) == 0 || !s.direct() {
		return nil
	}
	b := []byte("<hyperlinks>")
	for _, l := range s.links {
		b = append(b, `<hyperlink ref="`...)
		b = append(b, l.ref...)
		b = append(b, `" location="`...)
		b = appendAttribute(b, l.target[1:])
		if l.tip != "" {
			b = append(b, `" tooltip="`...)
			b = appendAttribute(b, cutUnits(clean(l.tip), 255))
		}
		b = append(b, `"/>`...)
	}
	return append(b, "</hyperlinks>"...)
}

func appendAttribute(dst []byte, s string) []byte {
	from := len(dst)
	dst = appendText(dst, s)
	if !strings.ContainsAny(s, "\"\n\t") {
		return dst
	}
	quoted := strings.NewReplacer(`"`, "&quot;", "\n", "&#10;", "\t", "&#9;").Replace(string(dst[from:]))
	return append(dst[:from], quoted...)
}

// addLinks hands the links of a sheet to excelize where some lead outside.
func (s *Sheet) addLinks() error {
	if s.direct() {
		return nil
	}
	for _, l := range s.links {
		kind, target := "External", l.target
		if l.within() {
			kind, target = "Location", target[1:]
		}
		var opts []excelize.HyperlinkOpts
		if l.tip != "" {
			tip := cutUnits(clean(l.tip), 255)
			opts = append(opts, excelize.HyperlinkOpts{Tooltip: &tip})
		}
		if err := s.book.file.SetCellHyperLink(s.Name, l.ref, target, kind, opts...); err != nil {
			return err
		}
	}
	return nil
}
