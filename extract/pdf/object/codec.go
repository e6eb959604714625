package object

// unLZW undoes LZW as TIFF and PDF use it: codes of 9 to 12 bits, high bit
// first, 256 clears the table, 257 ends.
func unLZW(data []byte, early bool, limit int) ([]byte, error) {
	type link struct {
		prev   int16
		length uint16
		last   byte
	}
	var table [4096]link
	out := make([]byte, 0, min(len(data)*3, limit))
	next, width, prev := 258, 9, -1
	shift := 0
	if early {
		shift = 1
	}
	var bits uint32
	have := 0
	for _, c := range data {
		bits = bits<<8 | uint32(c)
		have += 8
		if have < width {
			continue
		}
		have -= width
		code := int(bits>>have) & (1<<width - 1)
		switch {
		case code == 257:
			return out, nil
		case code == 256:
			next, width, prev = 258, 9, -1
			continue
		case code > next || code == next && prev < 0:
			return out, nil // damaged: keep what was read
		}
		start := len(out)
		if code < next || prev < 0 {
			out = appendLZW(out, code, func(i int) (int, byte, int) {
				return int(table[i].prev), table[i].last, int(table[i].length)
			})
		} else {
			out = appendLZW(out, prev, func(i int) (int, byte, int) {
				return int(table[i].prev), table[i].last, int(table[i].length)
			})
			out = append(out, out[start])
		}
		if len(out) > limit {
			return out[:limit], ErrTooLong
		}
		if prev >= 0 && next < 4096 {
			n := uint16(2)
			if prev > 257 {
				n = table[prev].length + 1
			}
			table[next] = link{int16(prev), n, out[start]}
			next++
		}
		prev = code
		for width < 12 && next+shift >= 1<<width {
			width++
		}
	}
	return out, nil
}

// appendLZW writes the bytes of a code, the last first.
func appendLZW(out []byte, code int, get func(int) (prev int, last byte, length int)) []byte {
	if code < 256 {
		return append(out, byte(code))
	}
	_, _, n := get(code)
	start := len(out)
	for range n {
		out = append(out, 0)
	}
	for i := start + n - 1; i >= start; i-- {
		if code < 256 {
			out[i] = byte(code)
			break
		}
		prev, last, _ := get(code)
		out[i] = last
		code = prev
	}
	return out
}

// unRunLength undoes run-length encoding.
func unRunLength(data []byte, limit int) ([]byte, error) {
	var out []byte
	for i := 0; i < len(data) && data[i] != 128; {
		n := int(data[i])
		i++
		if n < 128 {
			end := min(i+n+1, len(data))
			out = append(out, data[i:end]...)
			i = end
		} else if i < len(data) {
			for range 257 - n {
				out = append(out, data[i])
			}
			i++
		}
		if len(out) > limit {
			return out[:limit], ErrTooLong
		}
	}
	return out, nil
}

// unASCII85 undoes base-85; what is no digit is skipped.
func unASCII85(data []byte) []byte {
	out := make([]byte, 0, len(data)*4/5+4)
	var group [5]uint32
	n := 0
	for _, c := range data {
		switch {
		case c == '~':
			return endASCII85(out, group, n)
		case c == 'z' && n == 0:
			out = append(out, 0, 0, 0, 0)
		case c >= '!' && c <= 'u':
			group[n] = uint32(c - '!')
			n++
			if n == 5 {
				out = appendGroup(out, group, 4)
				n = 0
			}
		}
	}
	return endASCII85(out, group, n)
}

func endASCII85(out []byte, group [5]uint32, n int) []byte {
	if n < 2 {
		return out
	}
	for i := n; i < 5; i++ {
		group[i] = 84
	}
	return appendGroup(out, group, n-1)
}

func appendGroup(out []byte, g [5]uint32, n int) []byte {
	v := (((g[0]*85+g[1])*85+g[2])*85+g[3])*85 + g[4]
	b := [4]byte{byte(v >> 24), byte(v >> 16), byte(v >> 8), byte(v)}
	return append(out, b[:n]...)
}
