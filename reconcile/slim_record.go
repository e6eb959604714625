package reconcile

import (
	"yusuan/budget"
	"yusuan/internal/packed"
)

// PackSlim is a slim report as a run stores it.
func PackSlim(r *budget.Report) []byte {
	w := &packed.Writer{Bytes: make([]byte, 0, 256*(1+len(r.Figures)))}
	for _, s := range []string{r.ID, r.File, r.Type, r.District, r.Title, string(r.Kind)} {
		w.Text(s)
	}
	w.Number(r.Year)
	w.Number(len(r.Figures))
	for _, f := range r.Figures {
		packFigure(w, f)
	}
	return w.Bytes
}

// UnpackSlim reads what PackSlim wrote.
func UnpackSlim(b []byte) (*budget.Report, error) {
	in := &packed.Reader{Rest: b}
	r := &budget.Report{ID: in.Text(), File: in.Text(), Type: in.Text(), District: in.Text(), Title: in.Text(), Kind: budget.ReportKind(in.Text())}
	r.Year = in.Number()
	for range in.Count() {
		r.Figures = append(r.Figures, unpackFigure(in))
	}
	return r, in.Err
}

// texts, numbers and truths are the fields of a figure that a slim report keeps,
// beside its decimals; both ways of the record go through them.
func texts(f *budget.Figure) []*string {
	return []*string{(*string)(&f.Kind), (*string)(&f.Book), &f.Scope, (*string)(&f.Level), (*string)(&f.Stage), (*string)(&f.Side),
		&f.Subject, &f.Code, &f.SubjectRaw, &f.Parent, (*string)(&f.Role), (*string)(&f.Mark), &f.Raw, &f.Unit, &f.Hedge,
		(*string)(&f.CompletionOf), &f.Quote, &f.Basis, (*string)(&f.Split), &f.Method, &f.Doubt, &f.Growth.Raw, &f.Completion.Raw}
}

func numbers(f *budget.Figure) []*int {
	return []*int{&f.ID, &f.Page, &f.Line, &f.Start, &f.End, &f.Table, &f.Row, &f.Col, &f.Year, &f.Whole, &f.Group, &f.At}
}

func truths(f *budget.Figure) []*bool {
	return []*bool{&f.Delta, &f.Open, &f.OCR, &f.Growth.Known, &f.Growth.OtherBase, &f.Completion.Known, &f.Completion.OtherBase}
}

func packFigure(w *packed.Writer, f *budget.Figure) {
	for _, s := range texts(f) {
		w.Text(*s)
	}
	for _, n := range numbers(f) {
		w.Number(*n)
	}
	for _, b := range truths(f) {
		w.Truth(*b)
	}
	w.Exact(f.Amount)
	w.Exact(f.Step)
	for _, r := range []*budget.Rate{&f.Growth, &f.Completion} {
		if r.Known {
			w.Exact(r.Value)
			w.Exact(r.Step)
		}
	}
}

func unpackFigure(in *packed.Reader) *budget.Figure {
	f := &budget.Figure{}
	for _, s := range texts(f) {
		*s = in.Text()
	}
	for _, n := range numbers(f) {
		*n = in.Number()
	}
	for _, b := range truths(f) {
		*b = in.Truth()
	}
	f.Amount, f.Step = in.Exact(), in.Exact()
	for _, r := range []*budget.Rate{&f.Growth, &f.Completion} {
		if r.Known {
			r.Value, r.Step = in.Exact(), in.Exact()
		}
	}
	return f
}
