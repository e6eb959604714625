package grid

import "yusuan/reconcile/facts"

// Beside lists the figures of the blocks of the same account that stand beside
// this one and have no total of their own: a long list folded into two halves,
// whose only total ends the last.
func (c *Column) Beside() []*facts.Fact {
	grands := c.Grands()
	if len(grands) == 0 {
		return nil
	}
	total := c.Fact(grands[0])
	var out []*facts.Fact
	for _, d := range Columns(c.Set) {
		if d.Table != c.Table || d.Block == c.Block || len(d.Grands()) > 0 {
			continue
		}
		fs, ok := d.Sum(d.Tops())
		if !ok || len(fs) == 0 || total == nil || fs[0].Account() != total.Account() || fs[0].Side != total.Side {
			continue
		}
		out = append(out, fs...)
	}
	return out
}
