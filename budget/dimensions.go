package budget

// Book is a budget (预算本), or the debt chapter that every report carries.
type Book string

// The four budgets of 预算法 Art. 5, and government debt. The empty Book marks
// a policy mention: an amount that is no figure of any budget.
const (
	GeneralPublic   Book = "general_public"   // 一般公共预算
	GovernmentFunds Book = "government_funds" // 政府性基金预算
	StateCapital    Book = "state_capital"    // 国有资本经营预算
	SocialInsurance Book = "social_insurance" // 社会保险基金预算
	Debt            Book = "debt"             // 政府债务
)

// Level classifies the scope (口径) that a report names in its own words.
type Level string

const (
	Consolidated Level = "consolidated" // 全区、全县、全市: every level of government
	Own          Level = "own"          // 区级、本级、县级: the district's own treasury
	Lower        Level = "lower"        // 镇级、乡镇、街道
	Part         Level = "part"         // a named sub-area: 高新区、园区、片区
	Treasury     Level = "treasury"     // 区金库
)

// Stage says at which point of the budget cycle a figure stands.
type Stage string

const (
	Budgeted  Stage = "budget"    // 年初预算、预算数、草案
	Adjusted  Stage = "adjusted"  // 调整预算、变动预算
	Execution Stage = "execution" // 执行数、完成数、预计执行
	Final     Stage = "final"     // 决算数
)

// Side is the side of the account. Stocks (debt, fund balances) stand on Balance.
type Side string

const (
	Revenue     Side = "revenue"
	Expenditure Side = "expenditure"
	Balance     Side = "balance"
)

// Role says what a figure does in the identities of its book.
type Role string

const (
	RoleTotal      Role = "total"       // the book's own revenue or expenditure
	RoleGrandTotal Role = "grand_total" // 收入总计、支出总计
	RoleSubtotal   Role = "subtotal"    // 转移性收入 and other section sums
	RoleComponent  Role = "component"   // stands beside the total in the balance identity
	RolePart       Role = "part"        // a split of another figure
	RoleFunction   Role = "function"    // a functional class of expenditure, 201…
	RoleItem       Role = "item"        // a tax, a fund, a fee
	RoleEarmark    Role = "earmark"     // 安排X万元 for a purpose, inside a functional class
	RoleLump       Role = "lump"        // 等X万元 for a whole list of subjects
	RoleOpening    Role = "opening"     // a stock at the start
	RoleClosing    Role = "closing"     // a stock at the end
	RolePolicy     Role = "policy"      // no figure of a budget
)

// Kind says whether a figure was read from a sentence or from a table.
type Kind string

const (
	Narrative Kind = "narrative"
	InTable   Kind = "table"
)
