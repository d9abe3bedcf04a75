package luma

// finish returns the picture's brightness once all scans are read.
func (d *jpegDecoder) finish() Plane {
	for i := range d.comps {
		if c := &d.comps[i]; c.wanted && d.kind == markerSOF2 {
			d.render(c)
		}
	}
	planes := make([]Plane, len(d.comps))
	for i := range d.comps {
		if d.comps[i].wanted {
			planes[i] = d.cut(&d.comps[i])
		}
	}
	switch d.colours {
	case rgb:
		return mixed(planes)
	case cmyk:
		return d.inked(planes)
	case ycck:
		// The first component is the brightness of what the inks leave out.
		out := planes[0]
		for i, k := range planes[3].Pix {
			out.Pix[i] = uint8(int(255-out.Pix[i]) * int(k) / 255)
		}
		return out
	}
	return planes[0]
}

// render computes a progressive component's pixels from its coefficients.
func (d *jpegDecoder) render(c *component) {
	c.plane = NewPlane(c.stride*d.edge, c.rows*d.edge)
	quant := &d.quant[c.quant]
	if d.edge == 1 {
		for i, v := range c.coefs {
			c.plane.Pix[i] = shade(int32(v)*quant[0], 3)
		}
		return
	}
	for y := range c.rows {
		for x := range c.stride {
			at := (y*c.stride + x) * 64
			var b block
			end := 1
			for k, v := range c.coefs[at : at+64] {
				if v != 0 {
					b[natural[k]] = int32(v) * quant[k]
					end = k + 1
				}
			}
			inverse(&b, end, c.plane.Pix[y*d.edge*c.plane.W+x*d.edge:], c.plane.W, d.edge)
		}
	}
	c.coefs = nil
}

// cut returns a component's plane without what was stored to fill whole blocks,
// grown to the picture's size if it was stored smaller.
func (d *jpegDecoder) cut(c *component) Plane {
	w, h := ceil(d.w*d.edge, 8), ceil(d.h*d.edge, 8)
	p := c.plane.Crop(0, 0, ceil(w*c.h, d.hmax), ceil(h*c.v, d.vmax))
	return p.Resize(w, h)
}

// mixed weighs red, green and blue.
func mixed(p []Plane) Plane {
	out := NewPlane(p[0].W, p[0].H)
	for i := range out.Pix {
		out.Pix[i] = uint8(mix(uint32(p[0].Pix[i]), uint32(p[1].Pix[i]), uint32(p[2].Pix[i])))
	}
	return out
}

// inked is the brightness that cyan, magenta, yellow and black leave. Files with
// an Adobe segment state how much is left, others how much is inked.
func (d *jpegDecoder) inked(p []Plane) Plane {
	flip := uint8(255)
	if d.adobe >= 0 {
		flip = 0
	}
	out := NewPlane(p[0].W, p[0].H)
	for i := range out.Pix {
		left := mix(uint32(p[0].Pix[i]^flip), uint32(p[1].Pix[i]^flip), uint32(p[2].Pix[i]^flip))
		out.Pix[i] = uint8(left * uint32(p[3].Pix[i]^flip) / 255)
	}
	return out
}
