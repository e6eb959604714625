package normalize

import (
	"context"
	"strings"
	"testing"

	"yusuan/budget"
	"yusuan/extract"
)

// pagesOf makes a document of pages of lines; ! before the first line of a page says
// that it could not be read.
func pagesOf(pages ...string) *extract.Document {
	doc := &extract.Document{File: "x.pdf", Type: "pdf"}
	n := 0
	for i, text := range pages {
		p := extract.Page{Number: i + 1, Unread: strings.HasPrefix(text, "!")}
		for _, s := range strings.Split(strings.TrimPrefix(text, "!"), "\n") {
			n++
			p.Lines = append(p.Lines, extract.Line{Number: n, Text: s})
		}
		doc.Pages = append(doc.Pages, p)
	}
	return doc
}

// Damage reaches what was read beside it, and what follows until a heading names a
// book: 2x is doubted, 1x is not.
func TestDamage(t *testing.T) {
	const title = "某某县2023年预算执行情况和2024年预算草案的报告\n一、2023年一般公共预算执行情况\n"
	for name, pages := range map[string][]string{
		"clean":                 {title + "全县一般公共预算收入完成11万元，支出完成12万元。"},
		"a line":                {title + "全县一般公共预算收入完成21万元，〓〓增加。\n全县一般公共预算支出完成12万元，比上年有所增加，主要是落实各项民生政策，保障重点支出，以及历年结转的项目在年内陆续形成支出。"},
		"a page":                {title + "全县一〓公〓预〓收〓完成21万元。\n全县一般公共预算支出完成22万元。"},
		"after a page":          {title + "全县一般公共预算收入完成11万元。", "!〓〓", "全县收入完成21万元。\n二、2023年政府性基金预算执行情况\n全县政府性基金预算收入完成12万元。"},
		"under a lost heading":  {title + "全县一般公共预算收入完成11万元。本年支出进度总体平稳，各项重点支出得到较好保障，库款保持在合理水平，财政运行情况总体良好。\n二、2023年〓府性基金预算执行情况\n全县收入完成21万元。\n三、2023年国有资本经营预算执行情况\n全县国有资本经营预算收入完成12万元。"},
		"digits on three lines": {title + "全县一般公共预算收入完成2\uFFFD1万元。\n增长\uFFFD%。\n下降\uFFFD%。\n全县一般公共预算支出完成22万元。"},
	} {
		t.Run(name, func(t *testing.T) {
			norm, err := New(Options{})
			if err != nil {
				t.Fatal(err)
			}
			rep, err := norm.Read(context.Background(), "x", pagesOf(pages...))
			if err != nil {
				t.Fatal(err)
			}
			n := 0
			for _, f := range rep.Figures {
				if !f.IsBudget() || !f.HasAmount() {
					continue
				}
				n++
				if want := strings.HasPrefix(f.Raw, "2"); want != (f.Doubt != "") {
					t.Errorf("%s in %q: doubt %q", f.Raw, f.Quote, f.Doubt)
				}
			}
			if n == 0 {
				t.Error("no figures were read")
			}
		})
	}
}

// Many notes on damaged text become one.
func TestNotesOnDamageAreSummedUp(t *testing.T) {
	norm, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	rep, err := norm.Read(context.Background(), "x", pagesOf("某某县2023年预算报告", "!〓〓〓增加21万元。\n〓〓减少22万元。\n〓〓〓23万元。\n〓〓〓24万元。"))
	if err != nil {
		t.Fatal(err)
	}
	var notes []budget.Note
	for _, n := range rep.Notes {
		if n.Rule == "E001" {
			notes = append(notes, n)
		}
	}
	if len(notes) != 1 || !strings.Contains(notes[0].Message, "4处金额") || !strings.HasPrefix(notes[0].Message, "第 2 页") {
		t.Errorf("notes %+v", notes)
	}
}
