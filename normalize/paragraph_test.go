package normalize

import (
	"testing"

	"yusuan/budget"
)

// The figures of one paragraph know it over all its lines; those of a table stand in none,
// not in that of the text above it.
func TestParagraphs(t *testing.T) {
	r := readText(t, `# 某县2023年财政决算的报告

2023年全县一般公共预算收入12.3亿元，
其中税收收入8.1亿元。

2023年全县一般公共预算支出30.5亿元。

单位：万元

| 项目 | 决算数 |
|---|---|
| 税收收入 | 81,000 |
| 非税收入 | 42,000 |
`)
	said := map[string]int{}
	for _, f := range r.Figures {
		switch f.Kind {
		case budget.InTable:
			if f.Paragraph != 0 {
				t.Errorf("%s of the table stands in paragraph %d", f.Subject, f.Paragraph)
			}
		case budget.Narrative:
			said[f.Subject] = f.Paragraph
		}
	}
	if said["税收收入"] == 0 || said["税收收入"] != said["一般公共预算收入"] || said["一般公共预算支出"] == said["一般公共预算收入"] {
		t.Errorf("paragraphs %v", said)
	}
	if len(r.Figures) != 5 {
		t.Errorf("%d figures, want 5", len(r.Figures))
	}
}
