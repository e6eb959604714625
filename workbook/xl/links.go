package xl

import (
	"fmt"
	"strconv"
	"strings"
)

// Links are written here and not by excelize, which looks through all links and
// relations of a sheet for each new one.

type link struct{ ref, target, tip string }

const (
	relationsNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	relationsHead      = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	relationsTail = "</Relationships>"
)

// linkElements are the hyperlinks element of a sheet and the relations that its
// links to the outside need. Equal addresses share a relation.
func (s *Sheet) linkElements() (links, relations []byte) {
	if len(s.links) == 0 {
		return nil, nil
	}
	ids := map[string]string{}
	links = make([]byte, 0, 128+64*len(s.links))
	links = append(links, `<hyperlinks xmlns:r="`+relationsNamespace+`">`...)
	for _, l := range s.links {
		links = append(links, `<hyperlink ref="`...)
		links = append(links, l.ref...)
		if target, within := strings.CutPrefix(l.target, "#"); within {
			links = append(links, `" location="`...)
			links = appendAttribute(links, target)
		} else {
			id, known := ids[l.target]
			if !known {
				id = "rIdLink" + strconv.Itoa(len(ids)+1)
				ids[l.target] = id
				relations = append(relations, fmt.Sprintf(`<Relationship Id="%s" Type="%s/hyperlink" TargetMode="External" Target="`, id, relationsNamespace)...)
				relations = appendAttribute(relations, l.target)
				relations = append(relations, `"/>`...)
			}
			links = append(links, `" r:id="`...)
			links = append(links, id...)
		}
		if l.tip != "" {
			links = append(links, `" tooltip="`...)
			links = appendAttribute(links, cutUnits(l.tip, 255))
		}
		links = append(links, `"/>`...)
	}
	return append(links, "</hyperlinks>"...), relations
}

// attribute escapes what a text in quotes must not hold beside what any text
// must not.
var attribute = strings.NewReplacer(`"`, "&quot;", "\n", "&#10;", "\t", "&#9;")

func appendAttribute(dst []byte, s string) []byte {
	from := len(dst)
	dst = appendText(dst, s)
	if strings.IndexByte(s, '"') < 0 && strings.IndexByte(s, '\n') < 0 && strings.IndexByte(s, '\t') < 0 {
		return dst
	}
	quoted := attribute.Replace(string(dst[from:]))
	return append(dst[:from], quoted...)
}
