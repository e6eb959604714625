package clause

import (
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/normalize/lexicon"
	"yusuan/normalize/money"
	"yusuan/normalize/outline"
)

// Draft is a figure with its place in the paragraph; Start and End are byte
// offsets into the paragraph's text.
type Draft struct {
	budget.Figure
	From, To int
	// Near lists the subjects that were considered for an unattributed amount.
	Near []string
	// Problem says in Chinese why the printed digits are suspicious (U111).
	Problem string
	// Starts marks the X of 由X调整为Y where no word names its stage: the budget, or
	// what an earlier adjustment arrived at.
	Starts bool
}

// Carry is what one paragraph hands to the next inside a section.
type Carry struct {
	Scope     string
	Level     budget.Level
	Book      budget.Book
	Side      budget.Side
	Year      int
	Statement int // number of the last statement
	Group     int // number of the last group of parts
	Function  string
	Fund      string // social insurance fund that the heading names
	Revised   bool   // the section starts from an earlier adjustment
	Spent     scoped // scope of the last expenditure, which a list of 主要支出 below it splits
	Listing   bool   // a line like 主要支出项目： opened a list of one item a paragraph
	Uses      *Draft // what the points below list the uses of: 新增专项债券X万元，具体为：
	Total     *Draft // the last own total, which a paragraph like 按级次分：… splits
	Industry  bool   // a line like 税收分行业看： opened a list that splits by what no subject names
}

// scoped is a scope as worded, with its level.
type scoped struct {
	word  string
	level budget.Level
}

// mention is a subject named since the last amount.
type mention struct {
	sub        *lexicon.Subject // resolved already
	term       *lexicon.Term
	raw        string
	start, end int
	bare       bool // only 收入 or 支出
	outside    bool // 争取上级资金, 收回结余: work done, no figure of the accounts
}

// pending is what has been said since the last amount or sentence mark.
type pending struct {
	subjects  []mention
	scopes    []item // scope words
	years     []int
	yearWord  bool // 上年, without 比
	several   bool // “十三五”期间, 五年来: an amount of several years together is of no year
	stage     budget.Stage
	stageWord string
	delta     int  // +1 or -1
	deltaText int  // unknown text since the change word
	deltaPlan bool // 调增, 调减, 追加: a change of the budget, not a growth
	from, to  bool
	against   bool
	versus    string       // the word that says what a change is measured from
	base      int          // 1 where a comparison named its base and nothing else since
	baseStage budget.Stage // of the base; empty for the year before
	baseLast  bool         // the base is of the year before: 较上年预算
	baseYear  int          // the year that a comparison names: 比2022年决算数
	lastYear  bool         // the comparison is with the year before: 较上年决算
	spend     bool
	receiver  bool // a lower government was named as the one that money goes to
	use       bool
	refill    bool
	opening   bool
	closing   bool
	textRunes int  // unknown runes since the last subject (or cue)
	clause    int  // unknown runes since the last comma
	cue       bool // a stage, year or change word that lets a subject be carried
	commas    int  // since the last subject
	etc       bool
	hedge     string
	growth    int // +1 up, -1 down
	flat      bool
	ahead     budget.Rate // a growth rate that stands before its amount
	share     bool
	otherBase bool         // the growth is measured from another base
	of        budget.Stage // the budget a completion rate is measured by
	ofSaid    bool
	basis     string
	noBudget  bool
	each      bool // the word for that was one of an amount for each of many
	colon     bool
	paused    bool // 、 between subjects
}

// frame is what an opening bracket suspends.
type frame struct {
	pend    pending
	anchor  int // index of the figure that the bracket explains, -1 for none
	mode    mode
	group   int
	whole   int
	cur     int
	main    int
	loose   bool
	figures int  // figures when it opened
	change  bool // it lists what a change consists of
	among   bool // it says 其中: its list need not be whole
}

type mode int

const (
	plain mode = iota
	components
	parts
)

// state walks one paragraph.
type state struct {
	r     *Reader
	meta  outline.Meta
	ctx   outline.Context
	par   string
	cues  cues
	items []item
	at    int // the item under way
	out   []Draft
	draft Draft // the amount under way

	pend   pending
	mode   mode
	frames []frame

	book      budget.Book
	side      budget.Side
	year      int // of the paragraph
	sentYear  int // of the sentence
	sentStage budget.Stage
	scope     item // of the paragraph
	upper     item // that of the paragraph while a sentence speaks of lower levels
	firstRef  item // the first scope of the paragraph

	netted      int // the total of expenditure before 收支相抵, -1
	cur         int // index of the last figure that growth and completion belong to, -1
	main        int // last total, grand total, component or function: what 其中 splits
	whole       int // the figure being split in mode parts, -1
	group       int
	function    int // the functional class or bond quota whose earmarks follow, -1
	fund        string
	quota       *lexicon.Subject // bonds whose use the sentence tells without their amount
	lostBook    bool             // an amount of this sentence named revenue or expenditure of an unknown account
	stock       bool             // the paragraph speaks of the stabilisation fund
	statement   int
	stKey       statementKey
	queue       []queued
	list        []int        // figures of the last 分别 list, which 分别增长 may follow
	rateQueue   []int        // those that wait for their growth rates
	rateOf      budget.Stage // the budget that 分别为调整预算的A%、B% measures by
	rateSign    int          // the direction that 分别增长 gives to all of them
	changed     changed
	listDelta   int // a change word that holds for a whole 、 list
	sentStart   int
	lead        int              // figures before the present sentence
	topic       *lexicon.Subject // what a heading-like sentence (一般公共预算收入方面。) names
	headed      *mention         // the topic of the sentence that begins
	clauseStart int              // behind the last comma or full stop
	outer       *enclosing       // the list in which the present 其中 is nested
	including   bool             // the present list names only some parts (含)
	ofUnknown   bool             // the present list splits an amount that was not understood
	loose       bool             // the present list was opened by 分…看, not by 其中
	byLevels    bool             // the sentence splits a total told before it by level
	unreadGroup int              // the last list with an amount that was not understood
	approval    bool             // the sentence before told of what a congress approved
	unread      []int            // statements with an amount that was not understood
	numbered    bool             // the paragraph holds amounts
	carry       Carry
}

// enclosing is a list that goes on behind a list inside it.
type enclosing struct {
	mode  mode
	whole int
	group int
}

// leaveInner goes back to the enclosing list at a semicolon.
func (s *state) leaveInner() {
	if s.outer == nil || len(s.frames) > 0 {
		return
	}
	s.mode, s.whole, s.group = s.outer.mode, s.outer.whole, s.outer.group
	s.outer = nil
}

// leaveOpen marks the list under way as one with an amount that was not
// understood: its sum proves nothing.
func (s *state) leaveOpen() {
	if s.mode == plain || s.pend.noBudget {
		return
	}
	for k := range s.out {
		f := &s.out[k]
		if s.mode == parts && f.Group == s.group && f.Whole != 0 {
			f.Open = true
		}
	}
	if s.mode == parts {
		s.unreadGroup = s.group
	}
	s.unread = append(s.unread, s.statement)
}

// doubtCutOff leaves the sum open that a paragraph ends in the middle of: the rest of its
// list stands elsewhere, or nowhere.
func (s *state) doubtCutOff() {
	n := len(s.out)
	if n == 0 || !phrase.Ends(strings.TrimSpace(s.par), "，", ",", "、") {
		return
	}
	at := s.out[n-1].Statement
	for k := range s.out {
		if f := &s.out[k]; f.Statement == at && f.Doubt == "" && strings.Contains(f.Subject, "总") {
			f.Doubt = "句子未完，所列各项可能不全"
		}
	}
}

// doubtUnread marks the grand totals of statements with an amount that was not
// understood.
func (s *state) doubtUnread() {
	for _, n := range s.unread {
		for k := range s.out {
			if f := &s.out[k]; f.Statement == n && n != 0 && f.Role == budget.RoleGrandTotal && f.Doubt == "" {
				f.Doubt = "同句有金额未能归类"
			}
		}
	}
}

// changed is the subject of the last change that named one, with the place of the
// change among the figures.
type changed struct {
	sub *lexicon.Subject
	raw string
	at  int
}

type queued struct {
	m     *mention
	scope item
	year  int
}

type statementKey struct {
	book  budget.Book
	level budget.Level
	scope string
	year  int
	stage budget.Stage
	side  budget.Side
}

func amountOf(t *money.Token) (f budget.Figure) {
	f.Amount, f.Step, f.Raw, f.Unit = t.Value, t.Step, t.Raw, t.Unit
	f.Kind = budget.Narrative
	return f
}

// said is what the paragraph says between two places, nothing where the second stands
// before the first: subjects named earlier are kept beside later ones.
func (s *state) said(from, to int) string {
	if from >= to {
		return ""
	}
	return s.par[from:to]
}
