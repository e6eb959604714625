package render

import (
	"fmt"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"yusuan/internal/generate/pen"
)

// Render lays out a report. found is called with each label and the line in
// which its amount begins (of a text file; of the markup otherwise).
func Render(title string, blocks []Block, s Settings, found func(label, line int)) ([]byte, error) {
	var text string
	switch s.Ext {
	case "txt":
		var top, end []string
		if s.Chrome {
			top, end = strings.Split(textTop, "\n"), strings.Split(textEnd, "\n")
		}
		lines := append(append(top, plain(blocks, s)...), end...)
		text = strings.Join(lines, "\n") + "\n"
	case "md":
		text = markdown(blocks)
	case "html":
		if s.Sheet != nil {
			text = paper(blocks, s.Sheet)
			break
		}
		text = markup(blocks, title, s)
	case "docx":
		return docx(pen.Strip(docxBody(blocks, s), found))
	default:
		return nil, fmt.Errorf("no output format %q", s.Ext)
	}
	return encode(pen.Strip(text, found), s.Encoding)
}

func encode(text, name string) ([]byte, error) {
	switch name {
	case "":
		return []byte(text), nil
	case "bom":
		return append([]byte("\xEF\xBB\xBF"), text...), nil
	case "gb18030":
		return simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(text))
	case "utf-16":
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(text))
	}
	return nil, fmt.Errorf("no encoding %q", name)
}

const textTop = `首页
政务公开
财政预决算
当前位置：首页 > 政务公开 > 财政预决算
索引号：00773192X/2024-00815
发文字号：财预〔2024〕9号
发布日期：2024-02-18 10:22
字号：[大] [中] [小]
打印
`

const textEnd = `
上一篇：政府采购投诉处理结果公告（第7号）
下一篇：没有了
主办单位：区财政局 网站标识码：4301020011
咨询电话：0731-82220199 访问量：35217`
