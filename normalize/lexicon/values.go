package lexicon

import (
	"fmt"
	"strings"

	"yusuan/budget"
)

var roles = map[budget.Role]bool{
	budget.RoleTotal: true, budget.RoleGrandTotal: true, budget.RoleSubtotal: true, budget.RoleComponent: true,
	budget.RolePart: true, budget.RoleFunction: true, budget.RoleItem: true, budget.RoleOpening: true, budget.RoleClosing: true,
}

var classes = map[Class]bool{
	ClassSubject: true, ClassSide: true, ClassBook: true, ClassLevel: true, ClassStage: true, ClassYear: true,
	ClassLink: true, ClassVerb: true, ClassCompare: true, ClassHedge: true, ClassUnit: true, ClassBasis: true,
	ClassKind: true, ClassPolicy: true, classGuard: true,
}

var books = map[budget.Book]bool{
	budget.GeneralPublic: true, budget.GovernmentFunds: true, budget.StateCapital: true,
	budget.SocialInsurance: true, budget.Debt: true,
}

// parseBooks reads book names separated by commas.
func parseBooks(cell string) ([]budget.Book, error) {
	if cell == "" {
		return nil, nil
	}
	var out []budget.Book
	for _, name := range strings.Split(cell, ",") {
		b := budget.Book(strings.TrimSpace(name))
		if !books[b] {
			return nil, fmt.Errorf("unknown book %q", b)
		}
		out = append(out, b)
	}
	return out, nil
}

// splitAliases reads words separated by |; a word may carry the years in which
// it was current after @ (医疗卫生与计划生育支出@2014-2018), for the reader.
func splitAliases(cell string) []string {
	var out []string
	for _, w := range strings.Split(cell, "|") {
		w, _, _ = strings.Cut(strings.TrimSpace(w), "@")
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

// spellings returns the word with its brackets full and half width and its
// quotation marks curly, straight and left out.
func spellings(word string) []string {
	out := []string{word}
	if strings.Contains(word, "（") || strings.Contains(word, "）") {
		out = append(out, halfWidth.Replace(word))
	}
	if !strings.Contains(word, "“") && !strings.Contains(word, "”") {
		return out
	}
	for _, w := range out[:len(out):len(out)] {
		out = append(out, straight.Replace(w), unquoted.Replace(w))
	}
	return out
}

var (
	halfWidth = strings.NewReplacer("（", "(", "）", ")")
	straight  = strings.NewReplacer("“", `"`, "”", `"`)
	unquoted  = strings.NewReplacer("“", "", "”", "")
)
