package records

// Field describes a column for the people who use the files.
type Field struct {
	Name    string // as in the files
	Chinese string // as in views and documentation
	Type    string // string, integer, number, boolean: as Frictionless Data names them
	About   string
}

// FigureFields describes the columns of figures.jsonl and figures.csv, in order.
var FigureFields = []Field{
	{"report", "报告", "string", "id of the report: the input's file name without its ending"},
	{"district", "地区", "string", "district as named in the title"},
	{"title", "标题", "string", "title of the report"},
	{"file", "文件", "string", "path of the input as given"},
	{"page", "页", "integer", "page, from 1; 1 in a file without pages"},
	{"line", "行", "integer", "line of the extracted text, from 1 through the whole file"},
	{"start", "起", "integer", "first byte of the amount in that line"},
	{"end", "止", "integer", "byte after the amount in that line"},
	{"kind", "来源", "string", "narrative (a sentence) or table (a cell)"},
	{"table", "表号", "integer", "table number, from 1; empty in a sentence"},
	{"row", "表行", "integer", "row of the table, from 0; empty in a sentence"},
	{"col", "表列", "integer", "column of the table, from 0; empty in a sentence"},
	{"book", "预算", "string", "general_public, government_funds, state_capital, social_insurance, debt; empty for a policy mention"},
	{"scope", "口径", "string", "scope in the words of the report (全区, 区级, 区金库)"},
	{"level", "级次", "string", "consolidated, own, treasury, lower or part"},
	{"year", "年度", "integer", "fiscal year of the figure"},
	{"stage", "阶段", "string", "budget, adjusted, execution or final"},
	{"side", "收支", "string", "revenue, expenditure or balance"},
	{"subject", "科目", "string", "canonical name of the subject"},
	{"code", "科目编码", "string", "code of the national classification, where a source confirms it"},
	{"subject_raw", "原文科目", "string", "subject as printed"},
	{"parent", "上级科目", "string", "subject that this one is a part of"},
	{"role", "作用", "string", "total, grand_total, subtotal, component, part, function, item, earmark, lump, opening, closing or policy"},
	{"amount_wan", "金额（万元）", "number", "exact decimal in 万元; empty where the cell is blank"},
	{"raw", "原文数字", "string", "amount as printed"},
	{"unit", "原文单位", "string", "unit as printed: 元, 千元, 万元 or 亿元"},
	{"step_wan", "末位（万元）", "number", "size of the last printed digit in 万元: the amount stands for an interval of this width"},
	{"delta", "增减额", "boolean", "true where the amount is a change, signed; it enters no total"},
	{"hedge", "约数词", "string", "约, 近, 超过, 以上 … as printed"},
	{"growth_pct", "增长（%）", "number", "growth on the year before, as stated"},
	{"completion_pct", "完成（%）", "number", "share of the budget reached, as stated"},
	{"completion_of", "完成基数", "string", "which budget completion_pct refers to: budget or adjusted"},
	{"quote", "原文", "string", "the sentence or the row that it was read from"},
}

// CheckFields describes the columns of anomalies.csv, in order. checks.jsonl and
// anomalies.jsonl carry the same and the evidence.
var CheckFields = []Field{
	{"rule", "规则", "string", "id of the rule"},
	{"verdict", "结论", "string", "pass, rounding, fail, not_run, blocked or errored"},
	{"severity", "级别", "string", "error, warning or note"},
	{"report", "报告", "string", "id of the report"},
	{"book", "预算", "string", "as in figures"},
	{"scope", "口径", "string", "as in figures"},
	{"year", "年度", "integer", "as in figures"},
	{"stage", "阶段", "string", "as in figures"},
	{"side", "收支", "string", "as in figures"},
	{"message", "说明", "string", "one sentence with both sides, the difference and its direction"},
	{"expected", "应为", "number", "what the other figures come to, 万元 or percent"},
	{"actual", "实为", "number", "what is printed, 万元 or percent"},
	{"difference", "差额", "number", "actual minus expected"},
	{"tolerance", "容差", "number", "what rounding explains"},
	{"likely_cause", "可能原因", "string", "only where one repair is clearly best"},
	{"fingerprint", "指纹", "string", "the same in every run, for suppression and comparison"},
	{"suppressed", "已接受", "string", "reason of the acceptance"},
	{"group", "同因", "string", "findings with one cause share a group"},
	{"status", "新旧", "string", "against a baseline: new or known"},
	{"file", "文件", "string", "path of the input as given"},
	{"page", "页", "integer", "where to look first"},
	{"line", "行", "integer", "where to look first"},
	{"district", "地区", "string", "district of the report"},
	{"quote", "原文", "string", "sentences and rows of the evidence"},
}
