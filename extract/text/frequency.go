package text

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// common are frequent characters of Chinese print, simplified and traditional,
// with those of administration. A text decoded with the wrong table is made of
// rare ones.
const common = "的一是在不了有和人这中大为上个国我以要时来用们生到作地于出就分对成会可主发年动同工也能下过子产种面而方后多定行学法所民得经十三之进等部度家力里如水化高自二理起小现实加量都两体制机当使点从业本性好应开合还因由其前外政四日社事平形相全表间与关各重新内数正心明原利比或质第向道变条结解问建月公无情者最立代通并提展五果位入常文总次设及管特件长求基资流路级少统接较将组计期根运农指区强决做必战任取处保治规领七海导世金增争济极交受联六共权收改清再转更单安场身车务具万每目至达积示议报完类八科信节整元况今集步广记段界算低持众布复际商非难千周委技备办省列约支团历市除构府称准精值号率维划选标存效院查型格养层片始专状育属住调满县局参红细引该价严预执财政债补助余额扶贫乡镇街道教疗卫环" +
	"這個國們時來說會為對發動學經進過產現實體當業開從無關與點數總統計劃預執財債萬億補結餘調縣區鄉鎮報費務險團領導個後裡應還問題議題標準質類員間變條將組種處廣際價嚴營環紀錄單歲減稅億元" +
	"，。、；：（）“”《》　０１２３４５６７８９％"

var commonSet = func() map[rune]bool {
	m := make(map[rune]bool, len(common)/3)
	for _, r := range common {
		m[r] = true
	}
	return m
}()

// chineseByFrequency decodes a sample both ways and takes the one with the
// greater share of common characters. It returns Binary when neither is text.
func chineseByFrequency(b []byte) Encoding {
	s := sample(b)
	gb := commonShare(simplifiedchinese.GB18030, s)
	big5 := commonShare(traditionalchinese.Big5, s)
	best, enc := gb, GB18030
	if big5 > gb {
		best, enc = big5, Big5
	}
	if best < 0.15 {
		return Binary
	}
	return enc
}

// sample takes whole lines from the first one that goes beyond ASCII, so that no
// two-byte character is cut.
func sample(b []byte) []byte {
	first := bytes.IndexFunc(b, func(r rune) bool { return r >= utf8.RuneSelf })
	if first < 0 {
		return nil
	}
	start := bytes.LastIndexByte(b[:first], '\n') + 1
	start = max(start, first-1024) // ASCII bytes before it do no harm
	s := b[start:min(len(b), start+sampleSize)]
	if end := bytes.LastIndexByte(s, '\n'); end > 0 && len(s) == sampleSize {
		s = s[:end]
	}
	return s
}

// commonShare is the share of common characters among those beyond ASCII, broken
// and private-use ones counting against it.
func commonShare(e encoding.Encoding, b []byte) float64 {
	out, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return 0
	}
	good, bad, all := 0, 0, 0
	for _, r := range string(out) {
		if r < utf8.RuneSelf {
			continue
		}
		all++
		switch {
		case commonSet[r]:
			good++
		case r == utf8.RuneError || unicode.Is(unicode.Co, r):
			bad++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(good-5*bad) / float64(all)
}
