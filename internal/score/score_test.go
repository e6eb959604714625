package score

import (
	"bytes"
	"strings"
	"testing"
)

func label(book, subject, amount string) Label {
	return Label{Kind: "narrative", Book: book, Level: "own", Year: 2024, Stage: "execution", Side: "revenue", Subject: subject, Amount: amount}
}

func TestCompare(t *testing.T) {
	truth := []Label{label("general_public", "税收收入", "100"), label("general_public", "税收收入", "100"), label("general_public", "非税收入", "50"),
		{Kind: "narrative", Role: "policy", Amount: "7"}, label("general_public", "契税", "")}
	for _, c := range []struct {
		name                                   string
		got                                    []Label
		mentions, keys, gotKeys, taken, missed int
	}{
		{"all", truth, 4, 3, 3, 0, 0},
		{"nothing", nil, 0, 0, 0, 0, 3},
		{"one of two", truth[1:], 3, 2, 2, 0, 1},
		{"wrong subject", []Label{label("general_public", "税收收入", "100"), label("general_public", "税收收入", "100"), label("general_public", "契税", "50")}, 3, 2, 3, 0, 1},
		{"policy taken for budget", []Label{label("general_public", "契税", "7")}, 1, 0, 1, 1, 3},
		{"an amount never printed", []Label{label("general_public", "契税", "8")}, 0, 0, 1, 0, 3},
	} {
		r := Compare(c.got, truth)
		if r.Mentions != c.mentions || r.Keys != c.keys || r.GotKeys != c.gotKeys || r.PolicyTaken != c.taken || len(r.Missed) != c.missed {
			t.Errorf("%s: %d mentions, %d of %d keys, %d policy, %d missed", c.name, r.Mentions, r.Keys, r.GotKeys, r.PolicyTaken, len(r.Missed))
		}
	}
}

// What the conventions leave open is neither missed nor wrong.
func TestOpen(t *testing.T) {
	known, open := label("general_public", "税收收入", "100"), Label{Kind: "table", Role: Open, Amount: "7", Raw: "7", Line: 3}
	found := label("general_public", "其他税收", "7")
	found.Raw, found.Line = "7", 3
	elsewhere := found
	elsewhere.Line = 4
	for _, c := range []struct {
		name          string
		got           []Label
		keys, gotKeys int
	}{
		{"read", []Label{known, found}, 1, 1},
		{"not read", []Label{known}, 1, 1},
		{"on another line", []Label{known, elsewhere}, 1, 2},
		{"read twice", []Label{known, found, found}, 1, 2},
	} {
		if r := Compare(c.got, []Label{known, open}); r.WantedKeys != 1 || r.Keys != c.keys || r.GotKeys != c.gotKeys {
			t.Errorf("%s: %d of %d keys wanted, %d found", c.name, r.Keys, r.WantedKeys, r.GotKeys)
		}
	}
}

func TestCompareRates(t *testing.T) {
	want := label("general_public", "税收收入", "100")
	want.Growth, want.Completion = "3", "101.20"
	got := want
	got.Growth, got.Completion = "3.0", "101.3"
	r := Compare([]Label{got}, []Label{want})
	if r.GrowthWanted != 1 || r.GrowthRight != 1 || r.CompletionWanted != 1 || r.ComplOK != 0 || len(r.WrongRates) != 1 {
		t.Errorf("%+v", r)
	}
}

func TestReadWrite(t *testing.T) {
	in := []Label{label("debt", "政府债务余额", "12.5"), {Kind: "table", Role: "policy"}}
	var b bytes.Buffer
	if err := Write(&b, in); err != nil {
		t.Fatal(err)
	}
	out, err := Read(&b)
	if err != nil {
		t.Fatal(err)
	}
	if len(out) != 2 || out[0] != in[0] || out[1] != in[1] {
		t.Errorf("read %+v", out)
	}
	if l, err := Read(strings.NewReader(`{"kind":"table","amount_wan":"30.00","role":"item"}`)); err != nil || l[0].Amount != "30" {
		t.Errorf("%v %v: amounts are to be normal", l, err)
	}
	for _, bad := range []string{`{"kind":`, `{"kind":"table","amount_wan":"x"}`} {
		if _, err := Read(strings.NewReader(bad)); err == nil {
			t.Errorf("%s was read", bad)
		}
	}
}
