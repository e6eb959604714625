package clause

import (
	"strings"

	"yusuan/normalize/lexicon"
)

// classify maps a term of the lexicon to what the grammar sees in it.
func classify(t *lexicon.Term) kind {
	switch t.Class {
	case lexicon.ClassSubject:
		if bareWords[t.Word] {
			return side
		}
		return subject
	case lexicon.ClassKind:
		return subject
	case lexicon.ClassSide:
		return side
	case lexicon.ClassBook:
		return book
	case lexicon.ClassLevel:
		return scope
	case lexicon.ClassStage:
		return stage
	case lexicon.ClassYear:
		return yearKind(t.Value)
	case lexicon.ClassLink:
		return linkKind(t)
	case lexicon.ClassVerb:
		return verbKind(t.Value)
	case lexicon.ClassCompare:
		return compareKind(t.Value)
	case lexicon.ClassHedge:
		return hedge
	case lexicon.ClassBasis:
		return basis
	case lexicon.ClassPolicy:
		return noBudget
	}
	return text
}

// bareWords are subjects that say only the side: whose they are is for the place
// to say.
var bareWords = map[string]bool{"收入": true, "支出": true, "本年收入": true, "本年支出": true, "当年收入": true, "当年支出": true}

func yearKind(value string) kind {
	switch value {
	case "opening":
		return opening
	case "closing":
		return closing
	case "half", "second-half", "period", "past":
		return filler
	}
	return relYear
}

func linkKind(t *lexicon.Term) kind {
	switch t.Value {
	case "add", "subtract":
		return add
	case "among":
		return amongKind(t.Word)
	case "divide":
		return divideKind(t.Word)
	case "respective":
		return divided
	case "list-end":
		return etcetera
	case "after", "sum":
		return filler
	case "net":
		return netting
	case "by":
		return pause
	case "share":
		return share
	case "for":
		return purpose
	}
	return text
}

// amongKind keeps the words that open a list of parts; 主要 and 主要是 more often
// open an explanation.
func amongKind(word string) kind {
	if strings.HasPrefix(word, "其中") || strings.HasPrefix(word, "分") {
		return among
	}
	switch word {
	case "主要包括", "主要有", "含", "包含", "另有":
		return among
	}
	return text
}

func divideKind(word string) kind {
	switch {
	case word == "由":
		return from
	case strings.HasSuffix(word, "是") && len([]rune(word)) == 2 && word != "即是":
		return ordinal
	case word == "组成", word == "构成", word == "即":
		return filler
	case word == "分别是":
		return divided
	}
	return among
}

func verbKind(value string) kind {
	switch value {
	case "be", "execution", "repay", "adjust":
		return filler
	case "budget", "spent", "issue":
		return spend
	case "up":
		return rise
	case "down":
		return fall
	case "to":
		return to
	case "from":
		return from
	case "use", "left":
		return use
	case "refill":
		return refill
	case "for":
		return purpose
	case "unchanged":
		return filler
	}
	return text
}

func compareKind(value string) kind {
	switch value {
	case "up", "average":
		return up
	case "down":
		return down
	case "same":
		return same
	case "against":
		return against
	case "of":
		return ofBudget
	case "share":
		return share
	}
	return filler
}
