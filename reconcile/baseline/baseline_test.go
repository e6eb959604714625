package baseline

import (
	"strings"
	"testing"

	"yusuan/budget"
)

const log = `{"fingerprint":"aa","rule":"T101","report":"r1","message":"m"}
{"fingerprint":"bb","rule":"T102","report":"r1"}
{"rule":"E005","report":"broken"}
{"fingerprint":"cc","rule":"T101","report":"r9"}
`

func TestCompare(t *testing.T) {
	b, err := Read(strings.NewReader(log))
	if err != nil {
		t.Fatal(err)
	}
	checks := []budget.Check{
		{Fingerprint: "aa", Verdict: budget.Fail},
		{Fingerprint: "zz", Verdict: budget.Fail},
		{Fingerprint: "bb", Verdict: budget.Pass},
	}
	b.Compare(checks)
	for i, want := range []string{Known, New, ""} {
		if checks[i].Status != want {
			t.Errorf("check %d is %q, want %q", i, checks[i].Status, want)
		}
	}
	gone := b.Gone(func(report string) bool { return report == "r1" })
	if len(gone) != 1 || gone[0].Fingerprint != "bb" {
		t.Errorf("gone %+v, want bb: cc is of a report that the run didn't cover", gone)
	}
	if all := b.Gone(nil); len(all) != 2 {
		t.Errorf("gone %+v, want bb and cc", all)
	}
}

func TestErrors(t *testing.T) {
	if _, err := Read(strings.NewReader("{}\nnonsense\n")); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("error %v does not name line 2", err)
	}
	if _, err := Load("testdata/none"); err == nil {
		t.Error("a missing folder is no baseline")
	}
}
