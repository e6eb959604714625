package text

func findStacked(s *source) []found { return nil }
