package table

func (g *grid) refine(l *lattice) {}
func grade(f *Found)              {}
