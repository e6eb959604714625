package open

import (
	"errors"
	"path/filepath"
	"strings"

	"yusuan/extract/text"
)

// refuse is the error for a kind that has no reader: what it is, and what to do.
func refuse(name string, k Kind) error {
	switch k {
	case OLE:
		return errors.New("这是旧版 Office/WPS 文件（.doc、.xls、.wps）或加了密码的 Office 文件，请另存为不加密的 DOCX、XLSX 或 PDF 后再读取")
	case RTF:
		return errors.New("这是 RTF 文件，请另存为 DOCX 或 PDF 后再读取")
	case OFD:
		return errors.New("这是 OFD 版式文件，请转换为 PDF 后再读取")
	case ODF:
		return errors.New("这是 OpenDocument 文件（.odt、.ods），请另存为 DOCX、XLSX 或 PDF 后再读取")
	case MHT:
		return errors.New("这是网页存档（.mht），请在浏览器或 Word 中另存为 HTML、DOCX 或 PDF 后再读取")
	case XML:
		return errors.New("这是 XML 文件，请在 Office/WPS 中另存为 DOCX、XLSX 或 PDF 后再读取")
	case XLSB:
		return errors.New("这是二进制工作簿（.xlsb），请另存为 XLSX 后再读取")
	case BadZip:
		return errors.New("文件已损坏：DOCX、XLSX 或压缩包的目录读不出来")
	}
	if promisesText(name) {
		return text.ErrBinary
	}
	return ErrUnknownType
}

// promisesText tells names that a person gives to reports: such a file is not
// skipped as something else, it is reported as unreadable.
func promisesText(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".txt", ".md", ".text", ".csv", ".htm", ".html", ".pdf", ".docx", ".xlsx":
		return true
	}
	return false
}
