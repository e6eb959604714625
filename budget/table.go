package budget

// Table is a table after its header was understood. A two-sided table has two
// blocks, a plain one has one; each block is a label column with its number columns.
type Table struct {
	Number  int // from 1, as in Figure.Table
	Page    int
	Line    int // first line
	Caption string
	Unit    string
	Book    Book
	Scope   string
	Level   Level
	Year    int
	Blocks  []Block
	// Doubt says in Chinese why the table may be misread; rules stay silent
	// about arithmetic in a table whose structure is doubtful.
	Doubt string
}

// Block is one label column of a table and the columns that belong to it.
type Block struct {
	Side     Side
	LabelCol int
	Columns  []Column
	Items    []Item
}

// ColumnKind says what the numbers of a column are.
type ColumnKind string

const (
	ColAmount     ColumnKind = "amount"     // 预算数, 执行数, 决算数
	ColDelta      ColumnKind = "delta"      // 调整数, 增减额
	ColCompletion ColumnKind = "completion" // 完成%, 占预算%
	ColGrowth     ColumnKind = "growth"     // 比上年±%
	ColIndex      ColumnKind = "index"      // 为上年%: 100 for what did not change
	ColOther      ColumnKind = "other"      // codes, remarks, shares
)

// Column is one number column of a block.
type Column struct {
	Col    int
	Kind   ColumnKind
	Header string
	Stage  Stage
	Year   int
	Of     Stage // completion: of which budget; delta: against which stage, where the header says so
}

// Item is one row of a block. Cells[i] and Rates[i] belong to Columns[i].
type Item struct {
	Row     int
	Line    int
	Label   string // as printed
	Subject string
	Code    string
	Depth   int  // nesting by numbering, indentation and 其中; 0 on top
	Parent  int  // index of the parent item in the block, -1 on top
	Among   bool // stands under 其中: its siblings need not exhaust the parent
	Grand   bool // 总计, 合计: the sum of the top items
	Memo    bool // 注, 备注, 另: outside every sum
	Cells   []int
	Rates   []Rate
}

// DoubtfulGrid is the doubt of a table whose rows and columns the reader is not sure of:
// no finding rests on its figures.
const DoubtfulGrid = "表格结构识别存疑"

// CrossTable is the doubt of a table whose rows and columns both name subjects (a fund
// a column, a kind of debt a row): its rows are no addends of each other.
const CrossTable = "交叉表"
