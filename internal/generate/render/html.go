package render

import (
	"fmt"
	"html"
	"strings"
)

// markup lays blocks out as an HTML page.
func markup(blocks []Block, title string, s Settings) string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>" + html.EscapeString(title) + "</title>\n<style>.c{text-align:center}</style></head>\n<body>\n")
	if s.Chrome {
		b.WriteString(chromeTop)
	}
	b.WriteString("<div class=\"content\">\n")
	for _, bl := range blocks {
		switch {
		case bl.Table != nil:
			htmlTable(&b, bl.Table)
		case bl.Heading == 1:
			fmt.Fprintf(&b, "<h2>%s</h2>\n", html.EscapeString(bl.Text))
		case bl.Heading > 1:
			fmt.Fprintf(&b, "<p><strong>%s</strong></p>\n", html.EscapeString(bl.Text))
		case bl.Center:
			fmt.Fprintf(&b, "<p class=\"c\">%s</p>\n", html.EscapeString(bl.Text))
		default:
			text := html.EscapeString("　　" + bl.Text)
			if s.Spans {
				text = spans(bl.Text)
			}
			fmt.Fprintf(&b, "<p>%s</p>\n", text)
		}
	}
	b.WriteString("</div>\n")
	if s.Chrome {
		b.WriteString(chromeEnd)
	}
	b.WriteString("</body></html>\n")
	return b.String()
}

// spans cuts a paragraph into pieces of a few characters, each in a span of its
// own: numbers and words are cut in two.
func spans(text string) string {
	var b strings.Builder
	b.WriteString("&nbsp;&nbsp;&nbsp;&nbsp;")
	rs := []rune(text)
	for i, n := 0, 0; i < len(rs); n++ {
		size := 3 + (n*7)%11
		end := min(i+size, len(rs))
		fmt.Fprintf(&b, "<span style=\"font-family:%s\">%s</span>", []string{"仿宋", "Times New Roman"}[n%2], html.EscapeString(string(rs[i:end])))
		i = end
	}
	return b.String()
}

func htmlTable(b *strings.Builder, t *Table) {
	if t.Caption != "" {
		fmt.Fprintf(b, "<p class=\"c\">%s</p>\n", html.EscapeString(t.Caption))
	}
	if t.Unit != "" {
		fmt.Fprintf(b, "<p align=\"right\">%s</p>\n", html.EscapeString(t.Unit))
	}
	b.WriteString("<table border=\"1\">\n")
	for i, row := range append(append([][]Cell{}, t.Header...), t.Rows...) {
		tag := "td"
		if i < len(t.Header) {
			tag = "th"
		}
		b.WriteString("<tr>")
		for _, c := range row {
			if c.RowSpan < 0 || c.ColSpan < 0 { // covered by another
				continue
			}
			attr := spanning(c)
			fmt.Fprintf(b, "<%s%s>%s</%s>", tag, attr, strings.ReplaceAll(html.EscapeString(indented(c)), "\n", "<br/>"), tag)
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</table>\n")
	for _, n := range t.Notes {
		fmt.Fprintf(b, "<p>%s</p>\n", html.EscapeString(n))
	}
}

const chromeTop = `<div id="nav"><a href="/">首页</a> | <a href="/zwgk">政务公开</a> | <a href="/zwfw">政务服务</a> | <a href="/hdjl">互动交流</a></div>
<div class="loc">当前位置：首页 &gt; 政务公开 &gt; 法定主动公开内容 &gt; 财政信息</div>
<table class="card"><tr><td>索引号</td><td>00884213X/00037</td><td>发文字号</td><td>财发〔12〕号</td></tr><tr><td>发布机构</td><td>财政局</td><td>成文日期</td><td>02-06</td></tr></table>
<p>字体：【大 中 小】 浏览次数：1286</p>
`

const chromeEnd = `<div id="foot"><p>打印本页 关闭窗口</p><p>主办：人民政府办公室　承办：大数据中心　网站标识码：5301240003　备案序号：ICP备05000117号</p><p>联系电话：0000-8866012</p></div>
`

// spanning gives the attributes of a cell that covers others.
func spanning(c Cell) string {
	attr := ""
	if c.RowSpan > 1 {
		attr += fmt.Sprintf(" rowspan=\"%d\"", c.RowSpan)
	}
	if c.ColSpan > 1 {
		attr += fmt.Sprintf(" colspan=\"%d\"", c.ColSpan)
	}
	return attr
}
