package clause

import (
	"strings"

	"yusuan/budget"
)

// byYear reads the further years of a subject: 收入2022年完成X万元，2023年完成Y万元
// （增长4.6%），2024年安排Z万元. The first of them may stand behind the subject's own
// sentence or heading.
func (s *state) byYear(_ int, d *Draft) string {
	p := &s.pend
	n := len(p.years)
	if n == 0 || len(p.subjects) > 0 || p.textRunes > 1 || s.ctx.Policy || p.delta != 0 || p.share || p.noBudget {
		return ""
	}
	if s.cur >= s.lead && s.cur >= 0 {
		return s.nextYear(d, &s.out[s.cur], p.years[n-1])
	}
	if s.topic == nil || s.lead != len(s.out) {
		return ""
	}
	s.fill(d, s.topic, "")
	return "逐年"
}

// nextYear makes d the figure of another year of what base measures.
func (s *state) nextYear(d, base *Draft, year int) string {
	if base.Subject == "" || base.Delta || base.Year == year || base.Role == budget.RoleEarmark || base.Role == budget.RolePolicy {
		return ""
	}
	s.copySubject(d, base)
	s.place(d)
	if len(s.pend.scopes) == 0 {
		d.Scope, d.Level = base.Scope, base.Level
	}
	d.Year = year
	if s.pend.stage == "" {
		d.Stage = s.stageFor(year)
	}
	return "逐年"
}

// threeYears queues the years of 收入三年分别为X、Y和Z万元: those of the report and
// the ones around it.
func (s *state) threeYears(i, amounts int) bool {
	p := &s.pend
	if amounts != 3 || len(p.subjects) != 1 || len(p.years) > 0 || s.meta.Next == 0 || i == 0 || !strings.HasSuffix(s.par[:s.items[i].start], "三年") {
		return false
	}
	s.queue = s.queue[:0]
	for y := s.meta.Year - 1; y <= s.meta.Next; y++ {
		s.queue = append(s.queue, queued{m: &p.subjects[0], year: y})
	}
	return true
}

// sameOfYear queues the subjects of the list just read for another year: 2023年发行
// 新增债券X万元、再融资债券Y万元，2022年分别为Z、W万元.
func (s *state) sameOfYear(amounts int) bool {
	p := &s.pend
	at := len(s.out) - amounts
	if amounts < 2 || len(p.years) != 1 || len(p.subjects) > 0 || len(p.scopes) > 0 || at < s.lead {
		return false
	}
	s.queue = s.queue[:0]
	for k := at; k < len(s.out); k++ {
		f := &s.out[k]
		sub, ok := s.r.lex.Subject(f.Subject, f.Book, f.Side)
		if !ok || f.Delta || f.Year == p.years[0] {
			s.queue = s.queue[:0]
			return false
		}
		s.queue = append(s.queue, queued{m: &mention{sub: sub, raw: f.SubjectRaw}, year: p.years[0]})
	}
	return true
}
