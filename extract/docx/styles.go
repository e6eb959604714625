package docx

import (
	"archive/zip"
	"encoding/xml"
	"strings"

	"yusuan/extract/zipped"
)

// style is what matters of a paragraph style.
type style struct {
	num, level string
	heading    bool
	contents   bool // of a table of contents
}

type xmlStyles struct {
	Styles []struct {
		ID   string `xml:"styleId,attr"`
		Name struct {
			Val string `xml:"val,attr"`
		} `xml:"name"`
		BasedOn struct {
			Val string `xml:"val,attr"`
		} `xml:"basedOn"`
		Num struct {
			ID struct {
				Val string `xml:"val,attr"`
			} `xml:"numId"`
			Level struct {
				Val string `xml:"val,attr"`
			} `xml:"ilvl"`
		} `xml:"pPr>numPr"`
	} `xml:"style"`
}

// readStyles reads word/styles.xml; a document without one has none.
func readStyles(z *zip.Reader) map[string]style {
	var x xmlStyles
	if !decodePart(z, "word/styles.xml", &x) {
		return nil
	}
	out := map[string]style{}
	base := map[string]string{}
	for _, s := range x.Styles {
		name := strings.ToLower(s.Name.Val)
		out[s.ID] = style{num: s.Num.ID.Val, level: s.Num.Level.Val,
			heading:  strings.HasPrefix(name, "heading ") || strings.HasPrefix(name, "标题") || name == "title",
			contents: strings.HasPrefix(name, "toc ") || strings.HasPrefix(name, "目录")}
		base[s.ID] = s.BasedOn.Val
	}
	for id, s := range out {
		for b, k := base[id], 0; b != "" && k < 20 && s.num == ""; b, k = base[b], k+1 {
			s.num = out[b].num
			if s.level == "" {
				s.level = out[b].level
			}
		}
		out[id] = s
	}
	return out
}

// decodePart reads a small part of the package into v. A broken one counts as absent:
// it only adds to the text.
func decodePart(z *zip.Reader, name string, v any) bool {
	f := zipped.Find(z, name)
	if f == nil {
		return false
	}
	r, err := zipped.Open(f)
	if err != nil {
		return false
	}
	defer r.Close()
	return xml.NewDecoder(r).Decode(v) == nil
}
