package docx

import (
	"archive/zip"
	"fmt"
	"strconv"
	"strings"
)

// level is one level of a list: where it starts, how a number looks, and the text
// around it (%1、 or （%2）).
type level struct {
	start  int
	format string
	text   string
}

// numbering counts the numbered paragraphs of a document.
type numbering struct {
	lists  map[string]string           // numId → list
	levels map[string][maxLevels]level // list → levels
	starts map[string]map[int]int      // numId → level → its own start
	counts map[string]*[maxLevels]int  // list → numbers reached
	begun  map[string]bool             // numIds seen
}

const maxLevels = 9

type xmlVal struct {
	Val string `xml:"val,attr"`
}

type xmlLevel struct {
	Level  string `xml:"ilvl,attr"`
	Start  xmlVal `xml:"start"`
	Format xmlVal `xml:"numFmt"`
	Text   xmlVal `xml:"lvlText"`
}

type xmlNumbering struct {
	Abstract []struct {
		ID     string     `xml:"abstractNumId,attr"`
		Levels []xmlLevel `xml:"lvl"`
	} `xml:"abstractNum"`
	Nums []struct {
		ID        string `xml:"numId,attr"`
		Abstract  xmlVal `xml:"abstractNumId"`
		Overrides []struct {
			Level string `xml:"ilvl,attr"`
			Start xmlVal `xml:"startOverride"`
		} `xml:"lvlOverride"`
	} `xml:"num"`
}

// readNumbering reads word/numbering.xml; a document without one has no numbers.
func readNumbering(z *zip.Reader) *numbering {
	var x xmlNumbering
	n := &numbering{lists: map[string]string{}, levels: map[string][maxLevels]level{}, starts: map[string]map[int]int{},
		counts: map[string]*[maxLevels]int{}, begun: map[string]bool{}}
	if !decodePart(z, "word/numbering.xml", &x) {
		return n
	}
	for _, a := range x.Abstract {
		var ls [maxLevels]level
		for _, l := range a.Levels {
			if i, err := strconv.Atoi(l.Level); err == nil && i >= 0 && i < maxLevels {
				ls[i] = level{start: startOf(l.Start.Val), format: l.Format.Val, text: l.Text.Val}
			}
		}
		n.levels[a.ID] = ls
	}
	for _, num := range x.Nums {
		n.lists[num.ID] = num.Abstract.Val
		for _, o := range num.Overrides {
			i, err := strconv.Atoi(o.Level)
			if err != nil || o.Start.Val == "" {
				continue
			}
			if n.starts[num.ID] == nil {
				n.starts[num.ID] = map[int]int{}
			}
			n.starts[num.ID][i] = startOf(o.Start.Val)
		}
	}
	return n
}

func startOf(s string) int {
	if v, err := strconv.Atoi(s); err == nil {
		return v
	}
	return 1
}

// next counts a paragraph of list num on the given level and gives its label; empty
// for a paragraph without number.
func (n *numbering) next(num, lvl string) string {
	list, ok := n.lists[num]
	i, err := strconv.Atoi(lvl)
	if lvl == "" {
		i, err = 0, nil
	}
	if !ok || err != nil || i < 0 || i >= maxLevels {
		return ""
	}
	ls := n.levels[list]
	c := n.counts[list]
	if c == nil {
		c = &[maxLevels]int{}
		for k := range c {
			c[k] = ls[k].start - 1
		}
		n.counts[list] = c
	}
	if !n.begun[num] {
		n.begun[num] = true
		for k, v := range n.starts[num] {
			if k >= 0 && k < maxLevels {
				c[k] = v - 1
			}
		}
	}
	c[i]++
	for k := i + 1; k < maxLevels; k++ {
		c[k] = ls[k].start - 1
	}
	if ls[i].format == "bullet" || ls[i].format == "none" {
		return ""
	}
	label := ls[i].text
	for k := 0; k <= i; k++ {
		label = strings.ReplaceAll(label, fmt.Sprintf("%%%d", k+1), render(max(c[k], ls[k].start), ls[k].format))
	}
	return label
}
