package table

func grade(f *Found) {}
