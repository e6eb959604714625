package html_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"yusuan/extract"
	"yusuan/extract/extracttest"
	"yusuan/extract/html"
	"yusuan/extract/text"
)

// FuzzRead: any bytes give a document that holds together, or ErrBinary.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"<p>收入12万元</p>", "<table><tr><td rowspan=0 colspan=99999>a<td>1<tr><td>2</table>",
		"<ol start=3><li><p>甲</ol><table><tr><td><table><tr><td>1<td>2<tr><td>3<td>4</table></table>",
		"<nav>首页</nav><div hidden>x</div><sup>1</sup><pre>a  1\nb  2\n</pre>", "<td>收入<br>12<br>13", strings.Repeat("<div>", 600) + "收入12",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		doc, err := html.Read(context.Background(), "in.html", b, extract.Options{})
		if errors.Is(err, text.ErrBinary) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		extracttest.Check(t, doc)
	})
}

func TestDeepPageKeepsItsWords(t *testing.T) {
	doc := read(t, []byte("<p>收入</p>"+strings.Repeat("<div>", 5000)+"12万元<script>var x</script>，增长"))
	if len(doc.Problems) != 1 || doc.Problems[0].Code != "E003" {
		t.Errorf("problems %+v, want one E003", doc.Problems)
	}
	var got []string
	for _, l := range doc.Pages[0].Lines {
		got = append(got, l.Text)
	}
	if s := strings.Join(got, "|"); s != "收入|12万元，增长" {
		t.Errorf("lines %q", s)
	}
}

func TestCancelledPage(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := html.Read(ctx, "in.html", []byte(strings.Repeat("<p>收入</p>", 10000)), extract.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want Canceled", err)
	}
}

func TestCharsets(t *testing.T) {
	for name, c := range map[string]struct {
		in   string
		want string
	}{
		"gbk, declared":                  {"<meta charset=gb2312><p>\xca\xd5\xc8\xeb", "收入"},
		"gbk, declared by http-equiv":    {`<meta http-equiv="Content-Type" content="text/html; charset=GBK"><p>` + "\xca\xd5\xc8\xeb", "收入"},
		"big5, declared":                 {"<meta charset='big5'><p>\xa6\xac\xa4J", "收入"},
		"utf-8, wrongly declared as gbk": {"<meta charset=gbk><p>收入", "收入"},
		"gbk, wrongly declared as utf-8": {"<meta charset=utf-8><p>\xd2\xbb\xb0\xe3\xb9\xab\xb9\xb2\xd4\xa4\xcb\xe3\xca\xd5\xc8\xeb", "一般公共预算收入"},
	} {
		doc := read(t, []byte(c.in))
		if got := doc.Pages[0].Lines[0].Text; got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
