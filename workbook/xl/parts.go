package xl

import (
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strings"
)

// part is a file within a workbook.
type part struct {
	name  string // without a leading slash
	kind  string // its content type; empty for that of its ending
	write func(io.Writer) error
}

// plainPart is a part that is whole in memory.
func plainPart(name, kind string, content func() []byte) part {
	return part{name, kind, func(w io.Writer) error {
		_, err := w.Write(content())
		return err
	}}
}

const (
	spreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	drawingType     = "application/vnd.openxmlformats-officedocument.drawing"
)

// writeParts writes every part in the order of their names.
func (b *Book) writeParts(w io.Writer) error {
	parts := []part{
		plainPart("_rels/.rels", "", packageRelations),
		plainPart("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", appProperties),
		plainPart("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", b.properties.core),
		plainPart("xl/workbook.xml", spreadsheetType+"sheet.main+xml", b.workbookPart),
		plainPart("xl/_rels/workbook.xml.rels", "", b.workbookRelations),
		{"xl/sharedStrings.xml", spreadsheetType + "sharedStrings+xml", func(w io.Writer) error {
			_, err := b.texts.WriteTo(w)
			return err
		}},
		plainPart("xl/styles.xml", spreadsheetType+"styles+xml", b.styles.part),
		plainPart("xl/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", func() []byte { return theme }),
	}
	var n counts
	for i, s := range b.sheets {
		parts = append(parts, s.parts(i+1, &n)...)
	}
	parts = append(parts, plainPart("[Content_Types].xml", "", func() []byte { return contentTypes(parts) }))
	slices.SortFunc(parts, func(x, y part) int { return strings.Compare(x.name, y.name) })
	return writeArchive(w, b.dir, parts)
}

// theme is the usual theme of Office, which charts take some colours from.
//
//go:embed parts/theme.xml
var theme []byte

// contentTypes names the type of every part.
func contentTypes(parts []part) []byte {
	var m markup
	m.raw(xmlHead, `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
		`<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`,
		`<Default Extension="xml" ContentType="application/xml"/>`)
	for _, p := range parts {
		if p.kind != "" {
			m.raw(`<Override PartName="/`, p.name, `" ContentType="`, p.kind, `"/>`)
		}
	}
	return m.raw(`</Types>`).b
}

// relation leads from a part to another; target is as seen from that part.
type relation struct{ id, kind, target string }

func relations(list ...relation) []byte {
	m := markup{[]byte(relationsHead)}
	for _, r := range list {
		m.relation(r)
	}
	return m.raw(relationsTail).b
}

func (m *markup) relation(r relation) {
	m.raw(`<Relationship Id="`, r.id, `" Type="`, r.kind, `" Target="`, r.target, `"/>`)
}

const (
	relationsHead = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	relationsTail = "</Relationships>"
)

func packageRelations() []byte {
	return relations(
		relation{"rId1", officeNamespace + "/officeDocument", "xl/workbook.xml"},
		relation{"rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"},
		relation{"rId3", officeNamespace + "/extended-properties", "docProps/app.xml"})
}

func appProperties() []byte {
	return []byte(xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>yusuan</Application></Properties>`)
}

func (p *Properties) core() []byte {
	year := p.Year
	if year < 1980 || year > 9999 {
		year = 2000
	}
	var m markup
	m.raw(xmlHead, `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" `,
		`xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	for _, e := range []struct{ name, text string }{{"dc:title", p.Title}, {"dc:subject", p.Subject}, {"dc:creator", "yusuan"},
		{"cp:keywords", p.Keywords}, {"dc:description", p.Notes}, {"cp:lastModifiedBy", "yusuan"}, {"dc:language", "zh-CN"}} {
		if e.text != "" {
			m.raw(`<`, e.name, `>`).text(e.text).raw(`</`, e.name, `>`)
		}
	}
	for _, name := range []string{"dcterms:created", "dcterms:modified"} {
		m.raw(`<`, name, ` xsi:type="dcterms:W3CDTF">`).number(year).raw(`-01-01T00:00:00Z</`, name, `>`)
	}
	return m.raw(`</cp:coreProperties>`).b
}

// workbookPart is workbook.xml: the sheets, and the names of ranges.
func (b *Book) workbookPart() []byte {
	var m markup
	m.raw(xmlHead, `<workbook xmlns="`+mainNamespace+`" xmlns:r="`+officeNamespace+`">`,
		`<workbookPr filterPrivacy="true"/><bookViews><workbookView windowWidth="14805" windowHeight="8010"/></bookViews><sheets>`)
	for i, s := range b.sheets {
		m.raw(`<sheet name=`).value(s.Name).raw(` sheetId="`).number(i + 1).raw(`" r:id="rId`).number(i + 1).raw(`"/>`)
	}
	m.raw(`</sheets>`)
	b.writeNames(&m)
	// An old number has programs calculate anew when they open the file.
	return m.raw(`<calcPr calcId="122211"/></workbook>`).b
}

func (b *Book) writeNames(m *markup) {
	start := len(m.b)
	m.raw(`<definedNames>`)
	empty := len(m.b)
	for _, n := range b.names {
		m.raw(`<definedName name=`).value(n.name).raw(`>`).text(n.refers).raw(`</definedName>`)
	}
	for i, s := range b.sheets {
		s.writeNames(m, i)
	}
	if len(m.b) == empty {
		m.b = m.b[:start]
		return
	}
	m.raw(`</definedNames>`)
}

func (b *Book) workbookRelations() []byte {
	var list []relation
	for i := range b.sheets {
		list = append(list, relation{fmt.Sprint("rId", i+1), officeNamespace + "/worksheet", fmt.Sprintf("worksheets/sheet%d.xml", i+1)})
	}
	return relations(append(list,
		relation{"rIdStyles", officeNamespace + "/styles", "styles.xml"},
		relation{"rIdTheme", officeNamespace + "/theme", "theme/theme1.xml"},
		relation{"rIdTexts", officeNamespace + "/sharedStrings", "sharedStrings.xml"})...)
}
