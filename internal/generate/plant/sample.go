package plant

import (
	"bytes"
	"fmt"
	"math/rand/v2"

	"yusuan/budget"
	"yusuan/internal/generate"
	"yusuan/internal/generate/accounts"
)

// wanted is one mistake of the sample with mistakes: a kind of fault at one
// printed amount.
type wanted struct {
	kind   Kind
	table  bool
	book   budget.Book
	level  budget.Level
	side   budget.Side
	what   string // canonical subject
	reason string // for the list beside the sample, in Chinese
}

// mistakes are the five of the sample. All are of the year's outturn.
var mistakes = []wanted{
	{Digit, false, budget.GeneralPublic, budget.Consolidated, budget.Revenue, "上级补助收入", "正文错一位数字：各项之和与收入总计不符，与同口径平衡表也不符"},
	{Swap, true, budget.GeneralPublic, budget.Own, budget.Expenditure, "补助下级支出", "表内相邻两位数字颠倒：转移性支出与分项之和不符，与正文也不符"},
	{Tenfold, false, budget.GovernmentFunds, budget.Consolidated, budget.Expenditure, "调出资金", "多写一位（扩大十倍）：各项之和与支出总计不符"},
	{Unit, false, budget.Debt, budget.Consolidated, budget.Balance, "专项债务限额", "亿元误作万元：一般债务与专项债务之和不等于限额总额"},
	{Digit, false, budget.GeneralPublic, budget.Own, budget.Expenditure, "公务接待费", "“三公”经费分项之和与总额不符"},
}

// MistakenSample returns the sample with five mistakes, and the list of them.
func MistakenSample(name string) ([]generate.File, error) {
	samples, err := generate.Samples()
	if err != nil {
		return nil, err
	}
	for _, s := range samples {
		if s.Name == name {
			return mistaken(s)
		}
	}
	return nil, fmt.Errorf("no sample %q", name)
}

func mistaken(s *generate.Style) ([]generate.File, error) {
	d, err := s.Draft(s.Seed)
	if err != nil {
		return nil, err
	}
	var faults []*Fault
	for i, m := range mistakes {
		label := m.find(d)
		if label < 0 {
			return nil, fmt.Errorf("sample %s has no %s %s", s.Name, m.level, m.what)
		}
		f, ok := At(d, label, m.kind, rand.New(rand.NewPCG(uint64(i), 3)))
		if !ok || !f.Detectable {
			return nil, fmt.Errorf("sample %s: no visible %s in %s", s.Name, m.kind, m.what)
		}
		faults = append(faults, f)
	}
	r, err := d.Finish()
	if err != nil {
		return nil, err
	}
	var list bytes.Buffer
	list.WriteString("# Mistakes planted in " + s.Name + "-mistakes." + s.Out.Ext + ": number, kind, line, subject, as it should be, as it is printed, why it shows.\n")
	list.WriteString("no\tkind\tline\tsubject\tright\tprinted\twhy\n")
	for i, f := range faults {
		fmt.Fprintf(&list, "%d\t%s\t%d\t%s\t%s\t%s\t%s\n", i+1, f.Kind, f.Line, f.Figure.Subject, f.Old, f.New, mistakes[i].reason)
	}
	return []generate.File{{Name: s.Name + "-mistakes." + s.Out.Ext, Data: r.Data}, {Name: "MISTAKES.tsv", Data: list.Bytes()}}, nil
}

func (m wanted) find(d *generate.Draft) int {
	c := accounts.Cell{Book: m.book, Level: m.level, Year: d.Accounts.Year, Stage: d.Accounts.Actual, Side: m.side, Subject: m.what}
	for _, i := range labelsOf(d) {
		if d.Cells[i] == c && (d.Labels[i].Kind == string(budget.InTable)) == m.table && d.Labels[i].Amount != "" {
			return i
		}
	}
	return -1
}

// SampleFiles are all files of the samples folder that are generated.
func SampleFiles() ([]generate.File, error) {
	files, err := generate.SampleFiles()
	if err != nil {
		return nil, err
	}
	more, err := MistakenSample("qihe-county-2024-budget")
	return append(files, more...), err
}
