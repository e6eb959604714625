package object

import "fmt"

// unpredict undoes a PNG or TIFF predictor. A row is never longer than the data.
func (f *File) unpredict(data []byte, parm Dict) ([]byte, error) {
	pred := f.Int(parm["Predictor"], 1)
	if pred < 2 || len(data) == 0 {
		return data, nil
	}
	colors := f.Int(parm["Colors"], 1)
	bits := f.Int(parm["BitsPerComponent"], 8)
	columns := f.Int(parm["Columns"], 1)
	if colors < 1 || colors > 32 || bits < 1 || bits > 16 || columns < 1 || columns > len(data)*8 {
		return data, fmt.Errorf("predictor of %d columns, %d colours of %d bits: %w", columns, colors, bits, ErrFilter)
	}
	row := (columns*colors*bits + 7) / 8
	pixel := max(1, colors*bits/8)
	if pred == 2 {
		return unTIFF(data, row, pixel, bits), nil
	}
	return unPNG(data, row, pixel), nil
}

func unTIFF(data []byte, row, pixel, bits int) []byte {
	if bits != 8 {
		return data
	}
	for start := 0; start < len(data); start += row {
		end := min(start+row, len(data))
		for i := start + pixel; i < end; i++ {
			data[i] += data[i-pixel]
		}
	}
	return data
}

// unPNG undoes the row filters of PNG in place.
func unPNG(data []byte, row, pixel int) []byte {
	out := data[:0]
	prev := make([]byte, min(row, len(data)))
	for len(data) > 1 {
		kind := data[0]
		n := min(row, len(data)-1)
		cur := append([]byte(nil), data[1:1+n]...)
		data = data[1+n:]
		unPNGRow(kind, cur, prev, pixel)
		out = append(out, cur...)
		copy(prev, cur)
	}
	return out
}

func unPNGRow(kind byte, cur, prev []byte, pixel int) {
	for i := range cur {
		var left, upLeft byte
		if i >= pixel {
			left, upLeft = cur[i-pixel], prev[i-pixel]
		}
		up := prev[i]
		switch kind {
		case 1:
			cur[i] += left
		case 2:
			cur[i] += up
		case 3:
			cur[i] += byte((int(left) + int(up)) / 2)
		case 4:
			cur[i] += paeth(left, up, upLeft)
		}
	}
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	if pa <= pb && pa <= pc {
		return a
	}
	if pb <= pc {
		return b
	}
	return c
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
