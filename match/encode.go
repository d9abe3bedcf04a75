package match

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"

	"github.com/atleast-desk/atleast/match/luma"
)

// The bytes of a fingerprint are described in doc/formats/footage.md: a magic
// that carries the version, then everything in a fixed order, little-endian.
const magic = "atlfp2\n"

const maxViews = 2 + maxPanes

const boxUnit = math.MaxUint16 // boxes are kept in whole 1/65535

const landmarkBytes = 2 + 2 + 1 + 1 + 32

// MarshalBinary returns the fingerprint's bytes. Equal pictures give equal bytes.
func (f Fingerprint) MarshalBinary() ([]byte, error) {
	if f.film != nil {
		return f.marshalFilm(), nil
	}
	b := append(make([]byte, 0, 1024+len(f.small.Pix)+len(f.fine.Pix)+len(f.marks)*landmarkBytes), magic...)
	b = binary.LittleEndian.AppendUint32(b, uint32(f.Width))
	b = binary.LittleEndian.AppendUint32(b, uint32(f.Height))
	b = append(b, uint8(f.Quality))
	b = append(b, f.Published[:]...)
	framed := uint8(0)
	if f.framed {
		framed = 1
	}
	b = append(b, framed, uint8(len(f.views)))
	for _, v := range f.views {
		for _, edge := range v.box {
			b = binary.LittleEndian.AppendUint16(b, uint16(math.Round(edge*boxUnit)))
		}
		b = append(b, uint8(v.quality))
		for _, h := range v.hashes {
			b = append(b, h[:]...)
		}
	}
	b = appendPlane(b, f.small)
	b = appendPlane(b, f.fine)
	b = binary.LittleEndian.AppendUint16(b, uint16(len(f.marks)))
	for i := range f.marks {
		m := &f.marks[i]
		b = binary.LittleEndian.AppendUint16(b, m.x)
		b = binary.LittleEndian.AppendUint16(b, m.y)
		b = append(b, m.level, m.lean)
		for _, word := range m.looks {
			b = binary.LittleEndian.AppendUint64(b, word)
		}
	}
	return b, nil
}

// UnmarshalBinary reads what MarshalBinary wrote.
func (f *Fingerprint) UnmarshalBinary(b []byte) (err error) {
	if bytes.HasPrefix(b, []byte(filmMagic)) {
		*f, err = unmarshalFilm(b)
		return err
	}
	r := reader{rest: b}
	if string(r.take(len(magic))) != magic {
		return fmt.Errorf("read fingerprint: %w", errFormat)
	}
	got := Fingerprint{Width: int(r.uint32()), Height: int(r.uint32()), Quality: int(r.byte())}
	copy(got.Published[:], r.take(len(got.Published)))
	got.framed = r.count(1) == 1
	for range r.count(maxViews) {
		got.views = append(got.views, r.view())
	}
	got.small, got.fine = r.plane(smallSide), r.plane(fineSide)
	marks := int(r.uint16())
	if marks > maxLandmarks {
		r.bad, marks = true, 0
	}
	for range marks {
		got.marks = append(got.marks, r.landmark())
	}
	if r.bad || len(r.rest) > 0 || got.framed && len(got.views) < 2 || (len(got.views) > 0) != (len(got.small.Pix) > 0) || len(got.fine.Pix) < len(got.small.Pix) {
		return fmt.Errorf("read fingerprint: %w", errFormat)
	}
	*f = got
	return nil
}

// reader takes values off a fingerprint's bytes. After the first that is
// missing or out of range it is bad, and gives zeros.
type reader struct {
	rest []byte
	bad  bool
}

func (r *reader) take(n int) []byte {
	if r.bad || len(r.rest) < n {
		r.bad = true
		return make([]byte, n)
	}
	taken := r.rest[:n]
	r.rest = r.rest[n:]
	return taken
}

func (r *reader) byte() byte     { return r.take(1)[0] }
func (r *reader) uint16() uint16 { return binary.LittleEndian.Uint16(r.take(2)) }
func (r *reader) uint32() uint32 { return binary.LittleEndian.Uint32(r.take(4)) }

// count reads a byte that may be at most limit.
func (r *reader) count(limit int) int {
	n := int(r.byte())
	if n > limit {
		r.bad = true
		return 0
	}
	return n
}

// appendPlane appends a plane's width and height, then its shades.
func appendPlane(b []byte, p luma.Plane) []byte {
	b = binary.LittleEndian.AppendUint16(b, uint16(p.W))
	b = binary.LittleEndian.AppendUint16(b, uint16(p.H))
	return append(b, p.Pix...)
}

// plane reads a plane whose sides may be at most limit.
func (r *reader) plane(limit int) luma.Plane {
	p := luma.Plane{W: int(r.uint16()), H: int(r.uint16())}
	if max(p.W, p.H) > limit {
		r.bad = true
		return luma.Plane{}
	}
	p.Pix = append([]uint8(nil), r.take(p.W*p.H)...)
	return p
}

func (r *reader) view() view {
	var v view
	for i := range v.box {
		v.box[i] = float64(r.uint16()) / boxUnit
	}
	v.quality = int(r.byte())
	for i := range v.hashes {
		copy(v.hashes[i][:], r.take(len(v.hashes[i])))
	}
	if v.box[2] <= v.box[0] || v.box[3] <= v.box[1] {
		r.bad = true
	}
	return v
}

func (r *reader) landmark() landmark {
	m := landmark{x: r.uint16(), y: r.uint16(), level: uint8(r.count(maxLevels - 1)), lean: r.byte()}
	for i := range m.looks {
		m.looks[i] = binary.LittleEndian.Uint64(r.take(8))
	}
	return m
}
