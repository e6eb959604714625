package text

func findAligned(s *source) []found { return nil }
