package batch

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"yusuan/budget"
	"yusuan/extract"
	"yusuan/extract/open"
	"yusuan/internal/records"
	"yusuan/normalize"
	"yusuan/reconcile"
	"yusuan/workbook"
)

// Stages of a file, as the manifest names them.
const (
	stageRead       = "read"
	stageUnderstand = "understand"
	stageReconcile  = "reconcile"
	stageWorkbook   = "workbook"
	stageRecords    = "records"
)

var stageNames = map[string]string{
	stageUnderstand: "识别", stageReconcile: "核对", stageWorkbook: "写工作簿", stageRecords: "写记录",
}

// failure is why a file could not be processed, and in which stage.
type failure struct {
	Stage  string
	Reason string // Chinese
	Detail string // for the log: a stack, what a process said last
}

func (f *failure) Error() string {
	if f.Stage == stageRead {
		return f.Reason
	}
	return fmt.Sprintf("%s时出错：%s", stageNames[f.Stage], f.Reason)
}

// readFunc reads a file that is in memory.
type readFunc func(ctx context.Context, name string, b []byte, o extract.Options) (*extract.Document, error)

// pipeline holds the stages that every file goes through. One serves many goroutines.
type pipeline struct {
	read      readFunc
	extract   extract.Options
	workbook  []workbook.Option
	normalize func() (*normalize.Normalizer, error) // loaded when first needed
	reconcile *reconcile.Engine
	review    *review
}

func newPipeline(o Options) (*pipeline, error) {
	// A run that finds everything done, or leaves it to worker processes, has no
	// need of the vocabulary; one that was given another is told of its mistakes.
	load := sync.OnceValues(func() (*normalize.Normalizer, error) {
		return normalize.New(normalize.Options{LexiconFiles: o.LexiconFiles})
	})
	if len(o.LexiconFiles) > 0 {
		if _, err := load(); err != nil {
			return nil, err
		}
	}
	e, err := reconcile.New(reconcile.Options{})
	if err != nil {
		return nil, fmt.Errorf("loading the rules: %w", err)
	}
	v, err := newReview(o)
	if err != nil {
		return nil, err
	}
	read := o.reader
	if read == nil {
		read = open.Bytes
	}
	return &pipeline{
		read: read, extract: extract.Options{OCR: o.OCR, MaxBytes: maxInput}, workbook: workbookOptions(o),
		normalize: load, reconcile: e, review: v,
	}, nil
}

// workbookOptions are those of every workbook of a run.
func workbookOptions(o Options) []workbook.Option {
	var rules []workbook.Rule
	for _, d := range reconcile.Rules() {
		rules = append(rules, workbook.Rule{ID: d.ID, Title: d.Title, Basis: d.Authority})
	}
	return []workbook.Option{
		workbook.WithRules(rules), workbook.WithVersion(o.Version),
		workbook.WithTempDir(filepath.Join(o.Out, stateFolder)),
	}
}

// progressOf follows one file through the stages.
type progressOf struct {
	stage   string
	since   time.Time
	seconds map[string]float64
	report  func(stage string) // nil: nobody listens
}

func (p *progressOf) enter(stage string) {
	now := time.Now()
	if p.stage != "" {
		p.seconds[p.stage] += now.Sub(p.since).Seconds()
	}
	p.stage, p.since = stage, now
	if p.report != nil && stage != "" {
		p.report(stage)
	}
}

// process takes one file through the stages. It keeps nothing and writes
// nothing. A panic ends in a failure that names the stage.
func (p *pipeline) process(ctx context.Context, s *source, listen func(stage string)) (out *product, err error) {
	at := &progressOf{seconds: map[string]float64{}, report: listen}
	defer func() {
		if r := recover(); r != nil {
			err = &failure{at.stage, fmt.Sprintf("程序内部错误（%v）", r), string(debug.Stack())}
		}
	}()
	at.enter(stageRead)
	b, err := s.bytes()
	if err != nil {
		return nil, &failure{Stage: at.stage, Reason: readReason(err)}
	}
	sum := sha256.Sum256(b)
	if hex.EncodeToString(sum[:]) != s.sha256 {
		return nil, &failure{Stage: at.stage, Reason: "文件在运行期间被改动，请重新运行"}
	}
	doc, err := p.read(ctx, s.path, b, p.extract)
	if err != nil {
		return nil, p.failed(ctx, at.stage, err)
	}
	at.enter(stageUnderstand)
	reader, err := p.normalize()
	if err != nil {
		return nil, p.failed(ctx, at.stage, err)
	}
	report, err := reader.Read(ctx, s.id, doc)
	if err != nil {
		return nil, p.failed(ctx, at.stage, err)
	}
	if reason := misnamed(s.path, doc, report); reason != "" {
		return nil, &failure{Stage: stageRead, Reason: reason}
	}
	at.enter(stageReconcile)
	checks := p.reconcile.Check(ctx, report)
	p.review.mark(checks)
	if err := ctx.Err(); err != nil {
		return nil, p.failed(ctx, at.stage, err)
	}
	at.enter(stageWorkbook)
	book, err := p.book(report, checks, s)
	if err != nil {
		return nil, p.failed(ctx, at.stage, err)
	}
	at.enter(stageRecords)
	out = newProduct(s, doc, report, checks, book)
	at.enter("")
	out.entry.Stages = at.seconds
	for _, v := range at.seconds {
		out.entry.Seconds += v
	}
	return out, nil
}

// books are buffers that workbooks are written to.
var books = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func (p *pipeline) book(r *budget.Report, checks []budget.Check, s *source) ([]byte, error) {
	b := books.Get().(*bytes.Buffer)
	defer books.Put(b)
	b.Reset()
	if err := workbook.Report(b, r, checks, p.withSource(s)...); err != nil {
		return nil, err
	}
	return slices.Clone(b.Bytes()), nil
}

func (p *pipeline) withSource(s *source) []workbook.Option {
	if s.link == "" {
		return p.workbook
	}
	return append(slices.Clone(p.workbook), workbook.WithSource(s.link))
}

// misnamed says of a file that is something else than its name promises, and no
// report either, that it is not what was wanted: a download that failed, mostly.
func misnamed(path string, doc *extract.Document, r *budget.Report) string {
	promised := map[string]string{".pdf": "pdf", ".docx": "docx", ".xlsx": "xlsx"}[strings.ToLower(filepath.Ext(path))]
	if promised == "" || promised == doc.Type || len(r.Figures) > 0 {
		return ""
	}
	return fmt.Sprintf("文件名是 %s，内容却是 %s，其中也没有预算数字", strings.ToUpper(promised), strings.ToUpper(doc.Type))
}

func (p *pipeline) failed(ctx context.Context, stage string, err error) *failure {
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return &failure{Stage: stage, Reason: "超过时间上限"}
	}
	return &failure{Stage: stage, Reason: strings.TrimSpace(err.Error())}
}

// product is everything that one file contributes to a run.
type product struct {
	entry    Entry
	district string
	findings []Finding
	sections [sectionCount][]byte
	workbook []byte
}

// The sections of a product: what a run must know of it, the lines that it adds to
// each file of the run (those of checks are folded), and what it adds to other reports.
const (
	headJSON = iota
	figuresJSON
	figuresCSV
	checksJSON
	anomaliesJSON
	anomaliesCSV
	slimReport
	panelRecord
	sectionCount
)

func newProduct(s *source, doc *extract.Document, r *budget.Report, checks []budget.Check, book []byte) *product {
	lookup := only(r)
	figures := records.FigureLines(r)
	// A run keeps the district and the findings; as parts of its text they would keep
	// the whole of it.
	p := &product{entry: entryOf(s, doc, r, checks), district: strings.Clone(r.District), findings: findingsOf(checks), workbook: book}
	p.sections[figuresJSON], p.sections[figuresCSV] = figures.JSON, figures.CSV
	p.sections[checksJSON], p.sections[anomaliesJSON] = records.CheckLines(checks, lookup, figures)
	p.sections[anomaliesCSV] = records.AnomaliesCSV(checks, lookup)
	p.sections[slimReport] = reconcile.PackSlim(reconcile.Slim(r))
	p.sections[panelRecord] = workbook.PanelRecord(r, checks)
	return p
}

// only looks up a single report.
func only(r *budget.Report) records.Lookup {
	return func(id string) *budget.Report {
		if id == r.ID {
			return r
		}
		return nil
	}
}
