package budget

// Name is the book in the words of the law, "" for amounts of no book.
func (b Book) Name() string {
	switch b {
	case GeneralPublic:
		return "一般公共预算"
	case GovernmentFunds:
		return "政府性基金预算"
	case StateCapital:
		return "国有资本经营预算"
	case SocialInsurance:
		return "社会保险基金预算"
	case Debt:
		return "政府债务"
	}
	return ""
}
