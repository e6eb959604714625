package accounts

import "math/rand/v2"

// Form is the kind of place that a report is about.
type Form string

// The forms of places, with the words that their reports use.
const (
	Qu       Form = "区"
	Xian     Form = "县"
	Shi      Form = "市"
	Qi       Form = "旗"
	Zizhi    Form = "自治县"
	Zone     Form = "开发区"
	Town     Form = "镇"
	Prefect  Form = "地级市"
	Province Form = "省"
)

// District is an invented place and the words for its levels.
type District struct {
	Name  string // 栖禾县
	Form  Form
	All   string // 全县
	Own   string // 县级, 县本级
	Gov   string // 县: as in 县人民政府, 县委
	Below string // 乡镇, 镇街, 县区: those that the district subsidises
	Upper string // 省, 市: who sets the debt limit
	Flat  bool   // has no lower level
}

type formWords struct {
	suffix, all, gov string
	own, below       []string
	upper            string
	flat             bool
}

var words = map[Form]formWords{
	Qu:       {"区", "全区", "区", []string{"区级", "区本级"}, []string{"镇街", "街镇", "乡镇"}, "市", false},
	Xian:     {"县", "全县", "县", []string{"县级", "县本级"}, []string{"乡镇", "镇村"}, "省", false},
	Shi:      {"市", "全市", "市", []string{"市级", "市本级"}, []string{"镇街", "乡镇"}, "省", false},
	Qi:       {"旗", "全旗", "旗", []string{"旗级", "旗本级"}, []string{"苏木镇", "乡镇"}, "自治区", false},
	Zizhi:    {"土家族自治县", "全县", "县", []string{"县级", "县本级"}, []string{"乡镇"}, "省", false},
	Zone:     {"经济技术开发区", "全区", "区", []string{"区级", "区本级"}, []string{"街道"}, "市", true},
	Town:     {"镇", "全镇", "镇", []string{"镇级"}, []string{"村居"}, "县", true},
	Prefect:  {"市", "全市", "市", []string{"市级", "市本级"}, []string{"县区", "县（市、区）", "区县"}, "省", false},
	Province: {"省", "全省", "省", []string{"省级", "省本级"}, []string{"市县"}, "中央", false},
}

// size is the range of the yearly own revenue in 万元.
var size = map[Form][2]int64{
	Qu: {90000, 900000}, Xian: {30000, 220000}, Shi: {150000, 700000}, Qi: {40000, 380000}, Zizhi: {30000, 160000},
	Zone: {80000, 500000}, Town: {1800, 26000}, Prefect: {900000, 4200000}, Province: {14000000, 39000000},
}

var names = []string{"栖禾", "岚沚", "漱泉", "蓼溪", "砚坪", "沐岭", "苇川", "澄垣", "朗坞", "霁湾", "棠坡", "芷汀", "崧岭", "洙桥", "鹤墟",
	"槿塘", "汐原", "磐屿", "蘅洲", "珩山", "缦河", "郗台", "筱江", "隽川", "榆泊", "晏堤", "杼林", "泓畈", "桢阳", "锦埠"}

var townNames = []string{"青梧镇", "石堰镇", "双柳乡", "望渚街道", "下槐镇", "云坪乡", "古栈镇", "南陂镇", "杏岗街道", "松隐镇", "白鹭滩镇", "横塘乡"}

func newDistrict(f Form, rng *rand.Rand) District {
	w := words[f]
	return District{
		Name: names[rng.IntN(len(names))] + w.suffix, Form: f, All: w.all, Gov: w.gov, Upper: w.upper, Flat: w.flat,
		Own: w.own[rng.IntN(len(w.own))], Below: w.below[rng.IntN(len(w.below))],
	}
}
