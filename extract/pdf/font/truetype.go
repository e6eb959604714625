package font

import "encoding/binary"

// reverseCMap reads the Unicode character map of a TrueType program backwards:
// glyph to character. Of several characters the first ideograph or letter wins.
func reverseCMap(data []byte) map[uint32]rune {
	table := sfntTable(data, "cmap")
	if len(table) < 4 {
		return nil
	}
	out := map[uint32]rune{}
	n := int(binary.BigEndian.Uint16(table[2:]))
	for i := 0; i < n && 4+8*i+8 <= len(table); i++ {
		rec := table[4+8*i:]
		platform := binary.BigEndian.Uint16(rec)
		encoding := binary.BigEndian.Uint16(rec[2:])
		off := int(binary.BigEndian.Uint32(rec[4:]))
		if platform != 0 && (platform != 3 || encoding != 1 && encoding != 10) || off < 0 || off+4 > len(table) {
			continue
		}
		sub := table[off:]
		switch binary.BigEndian.Uint16(sub) {
		case 4:
			reverseFormat4(sub, out)
		case 12:
			reverseFormat12(sub, out)
		}
	}
	return out
}

func sfntTable(data []byte, tag string) []byte {
	if len(data) < 12 {
		return nil
	}
	n := int(binary.BigEndian.Uint16(data[4:]))
	for i := 0; i < n && 12+16*i+16 <= len(data); i++ {
		rec := data[12+16*i:]
		if string(rec[:4]) != tag {
			continue
		}
		off, size := int(binary.BigEndian.Uint32(rec[8:])), int(binary.BigEndian.Uint32(rec[12:]))
		if off < 0 || off > len(data) {
			return nil
		}
		return data[off:min(len(data), off+size)]
	}
	return nil
}

func keep(out map[uint32]rune, gid uint32, r rune) {
	if old, ok := out[gid]; !ok || old >= 0x2E80 && old <= 0x2FD5 {
		out[gid] = r
	}
}

func reverseFormat4(b []byte, out map[uint32]rune) {
	if len(b) < 16 {
		return
	}
	segs := int(binary.BigEndian.Uint16(b[6:])) / 2
	if 16+8*segs > len(b) {
		return
	}
	u16 := func(at int) int { return int(binary.BigEndian.Uint16(b[at:])) }
	budget := maxMappings * 4
	for s := range segs {
		end, start := u16(14+2*s), u16(16+2*segs+2*s)
		delta, rangeAt := u16(16+4*segs+2*s), 16+6*segs+2*s
		offset := u16(rangeAt)
		for c := start; c <= end && c != 0xFFFF && budget > 0; c++ {
			budget--
			gid := c + delta
			if offset != 0 {
				at := rangeAt + offset + 2*(c-start)
				if at+2 > len(b) {
					break
				}
				if gid = u16(at); gid != 0 {
					gid += delta
				}
			}
			if gid &= 0xFFFF; gid != 0 {
				keep(out, uint32(gid), rune(c))
			}
		}
	}
}

func reverseFormat12(b []byte, out map[uint32]rune) {
	if len(b) < 16 {
		return
	}
	n := int(binary.BigEndian.Uint32(b[12:]))
	budget := maxMappings * 4
	for i := 0; i < n && 16+12*i+12 <= len(b) && budget > 0; i++ {
		rec := b[16+12*i:]
		first, last := binary.BigEndian.Uint32(rec), binary.BigEndian.Uint32(rec[4:])
		gid := binary.BigEndian.Uint32(rec[8:])
		if last < first || last > 0x10FFFF || last-first > maxRangeSpan {
			continue
		}
		budget -= int(last-first) + 1
		for c := first; c <= last; c++ {
			keep(out, gid+c-first, rune(c))
		}
	}
}
