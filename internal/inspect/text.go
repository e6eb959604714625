package inspect

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"yusuan/budget"
	"yusuan/extract"
)

// Text writes what was read for a person. only is a page number, or 0 for all.
func Text(w io.Writer, doc *extract.Document, r *budget.Report, only int) error {
	b := bufio.NewWriter(w)
	headText(b, doc, r)
	for i := range doc.Pages {
		if shown(only, doc.Pages[i].Number) {
			pageText(b, &doc.Pages[i])
		}
	}
	for i := range doc.Tables {
		if shown(only, doc.Tables[i].Page) {
			tableText(b, &doc.Tables[i])
		}
	}
	figuresText(b, figuresOn(r, only))
	problemsText(b, problems(doc, r), only)
	if err := b.Flush(); err != nil {
		return fmt.Errorf("writing what was read of %s: %w", doc.File, err)
	}
	return nil
}

func headText(w io.Writer, doc *extract.Document, r *budget.Report) {
	fmt.Fprintf(w, "文件：%s\n类型：%s，读取方式：%s", doc.File, doc.Type, doc.Engine)
	if doc.Encoding != "" {
		fmt.Fprintf(w, "，编码：%s", doc.Encoding)
	}
	fmt.Fprintf(w, "\n页数：%d，表格：%d，数字：%d\n", len(doc.Pages), len(doc.Tables), len(r.Figures))
	if r.Title != "" {
		fmt.Fprintf(w, "标题：%s\n", r.Title)
	}
	if r.District != "" {
		fmt.Fprintf(w, "地区：%s\n", r.District)
	}
}

func pageText(w io.Writer, p *extract.Page) {
	fmt.Fprintf(w, "\n—— 第%d页", p.Number)
	if p.Engine != "" {
		fmt.Fprintf(w, "（%s）", p.Engine)
	}
	if p.Reason != "" {
		fmt.Fprintf(w, "：%s", p.Reason)
	}
	fmt.Fprintln(w)
	for _, l := range p.Lines {
		fmt.Fprintf(w, "%5d %s %s\n", l.Number, lineMark(l), strings.ReplaceAll(l.Text, "\t", " │ "))
	}
}

// lineMark shows at one glance what a line was taken for.
func lineMark(l extract.Line) string {
	switch {
	case l.Kind == extract.TableLn:
		return "▦"
	case l.Kind == extract.Running:
		return "·"
	case l.Joins:
		return "↳"
	}
	return " "
}

func tableText(w io.Writer, t *extract.Table) {
	fmt.Fprintf(w, "\n—— 表%d（第%d页，%s，可信度%.2f", t.Number, t.Page, t.Method, t.Confidence)
	if t.Continues {
		fmt.Fprint(w, "，续上表")
	}
	fmt.Fprintln(w, "）")
	for _, row := range t.Grid() {
		fmt.Fprintf(w, "  │ %s │\n", strings.Join(row, " │ "))
	}
}

func figuresText(w io.Writer, r *budget.Report) {
	if len(r.Figures) == 0 {
		return
	}
	fmt.Fprintf(w, "\n—— 数字（万元）\n")
	for _, f := range r.Figures {
		fmt.Fprintf(w, "%5d %s\n", f.Line, figureText(f))
	}
}

func figureText(f *budget.Figure) string {
	amount := "（空）"
	if f.HasAmount() {
		amount = f.Amount.String()
	}
	year := ""
	if f.Year != 0 {
		year = fmt.Sprint(f.Year)
	}
	var said []string
	for _, p := range []string{string(f.Role), string(f.Book), f.Scope, year, string(f.Stage), string(f.Side), f.Subject} {
		if p != "" {
			said = append(said, p)
		}
	}
	line := fmt.Sprintf("%14s  %s  〔%s〕", amount, strings.Join(said, " · "), f.Raw)
	if f.Doubt != "" {
		line += "  存疑：" + f.Doubt
	}
	return line
}

func problemsText(w io.Writer, list []problem, only int) {
	first := true
	for _, p := range list {
		if !shown(only, p.Page) {
			continue
		}
		if first {
			fmt.Fprintf(w, "\n—— 问题\n")
			first = false
		}
		fmt.Fprintf(w, "%s 第%d页第%d行 %s\n", p.Code, p.Page, p.Line, p.Message)
	}
}
