package golden

import (
	"strings"
	"testing"
)

// A run over samples/ writes golden/, byte for byte.
func TestGolden(t *testing.T) {
	want, err := Read("../../golden")
	if err != nil {
		t.Fatal(err)
	}
	if len(want) == 0 {
		t.Fatal("golden/ is empty: make golden writes it")
	}
	got, err := Make(t.Context(), "../..")
	if err != nil {
		t.Fatal(err)
	}
	if words := Words(want, got, 5); len(words) > 0 {
		t.Errorf("a run over samples/ writes something else (make golden accepts it):\n%s", strings.Join(words, "\n"))
	}
}

func TestWords(t *testing.T) {
	old := map[string]string{
		"a.tsv": "sheet\tcell\tvalue\tformula\n概览\tA1\t1\t\n概览\tB1\t2\tSUM(A1)\n", "b.jsonl": "one\ntwo\n", "c.jsonl": "x\ny\n", "gone.csv": "",
	}
	now := map[string]string{
		"a.tsv": "sheet\tcell\tvalue\tformula\n概览\tA1\t3\t\n概览\tC1\t4\t\n", "b.jsonl": "one\nthree\n", "c.jsonl": "y\nx\n", "new.csv": "",
	}
	want := []string{
		"a.tsv: 概览!A1 was 1, is 3", "a.tsv: 概览!B1 was =SUM(A1) → 2 and is gone", "a.tsv: 概览!C1 is new: 4",
		"b.jsonl: - two", "b.jsonl: + three", "c.jsonl: the same lines in another order", "gone.csv: gone", "new.csv: new",
	}
	if got := Words(old, now, 9); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got := Words(old, now, 1); len(got) != 7 || got[1] != "a.tsv: and 2 more" {
		t.Errorf("limited: %q", got)
	}
}
