package layout

import (
	"yusuan/budget"
	"yusuan/internal/generate/accounts"
	"yusuan/internal/generate/pen"
	"yusuan/internal/generate/render"
)

// codeOf are the official codes of the subjects that annex tables print.
var codeOf = map[string]string{
	"一般公共服务支出": "201", "国防支出": "203", "公共安全支出": "204", "教育支出": "205", "科学技术支出": "206", "文化旅游体育与传媒支出": "207",
	"社会保障和就业支出": "208", "卫生健康支出": "210", "节能环保支出": "211", "城乡社区支出": "212", "农林水支出": "213", "交通运输支出": "214",
	"资源勘探工业信息等支出": "215", "商业服务业等支出": "216", "自然资源海洋气象等支出": "220", "住房保障支出": "221", "粮油物资储备支出": "222",
	"灾害防治及应急管理支出": "224", "预备费": "227", "其他支出": "229", "债务付息支出": "232", "债务发行费用支出": "233",
	"教育管理事务": "20501", "普通教育": "20502", "职业教育": "20503", "其他教育支出": "20599", "公安": "20402", "司法": "20406", "其他公共安全支出": "20499",
	"行政事业单位养老支出": "20805", "就业补助": "20807", "抚恤": "20808", "最低生活保障": "20819", "其他社会保障和就业支出": "20899",
	"公立医院": "21002", "基层医疗卫生机构": "21003", "公共卫生": "21004", "行政事业单位医疗": "21011", "其他卫生健康支出": "21099",
	"农业农村": "21301", "林业和草原": "21302", "水利": "21303", "其他农林水支出": "21399", "公路水路运输": "21401", "其他交通运输支出": "21499",
}

// CodeOf returns the official code of a subject of the general public book, or
// nothing.
func CodeOf(subject string) string {
	if c, ok := codeOf[subject]; ok {
		return c
	}
	return revenueCode[subject]
}

// codes is the annex table of classes and the items below them, with codes.
func codes(p *pen.Pen, caption string) *render.Table {
	t := &render.Table{Caption: caption, Unit: unitLine(p)}
	t.Header = [][]render.Cell{render.Texts(p.Pick("科目编码", "功能分类科目编码", "编码"), p.Pick("科目名称", "项目"), stageOf(p))}
	line := func(code, label, subject string, indent int) {
		c := p.Cell(budget.Expenditure, subject)
		t.Rows = append(t.Rows, []render.Cell{{Text: code}, {Text: label, Indent: indent}, {Text: p.Amount(c), Number: true}})
	}
	line("", p.Pick("合计", "一般公共预算支出合计", "支出合计"), accounts.GPSpending, 0)
	for _, class := range accounts.Items(budget.GeneralPublic, accounts.GPSpending) {
		if !held(p, budget.Expenditure, class) {
			continue
		}
		line(codeOf[class], p.Say(class), class, 0)
		for _, n := range accounts.Items(budget.GeneralPublic, class) {
			line(codeOf[n], n, n, 1)
		}
	}
	return t
}
