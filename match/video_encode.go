package match

import (
	"encoding/binary"
	"fmt"
	"math"

	"github.com/atleast-desk/atleast/match/pdq"
)

// filmMagic begins the bytes of a film's fingerprint, which doc/formats/film.md describes.
const filmMagic = "atlfv2\n"

// millis is the unit in which times are kept.
const millis = 1000

func (f Fingerprint) marshalFilm() []byte {
	b := append([]byte(nil), filmMagic...)
	b = binary.LittleEndian.AppendUint32(b, uint32(f.Width))
	b = binary.LittleEndian.AppendUint32(b, uint32(f.Height))
	b = appendTime(b, f.film.length)
	b = appendShots(b, f.film)
	inset := f.film.inset
	if inset == nil {
		inset = &film{}
	}
	b = appendShots(b, inset)
	b = binary.LittleEndian.AppendUint16(b, uint16(len(f.film.notes)))
	for _, n := range f.film.notes {
		b = binary.LittleEndian.AppendUint32(appendTime(b, n.at), uint32(n.mark))
	}
	return b
}

func appendShots(b []byte, f *film) []byte {
	for _, edge := range f.box {
		b = binary.LittleEndian.AppendUint16(b, uint16(math.Round(edge*boxUnit)))
	}
	b = binary.LittleEndian.AppendUint16(b, uint16(len(f.shots)))
	for _, s := range f.shots {
		b = append(appendTime(b, s.at), uint8(s.quality))
		for _, h := range [4]pdq.Hash{s.whole[0], s.whole[1], s.content[0], s.content[1]} {
			b = append(b, h[:]...)
		}
	}
	return b
}

func appendTime(b []byte, seconds float64) []byte {
	return binary.LittleEndian.AppendUint32(b, uint32(max(0, math.Round(seconds*millis))))
}

func unmarshalFilm(b []byte) (Fingerprint, error) {
	r := reader{rest: b[len(filmMagic):]}
	got := Fingerprint{Width: int(r.uint32()), Height: int(r.uint32()), film: &film{length: r.time()}}
	r.shots(got.film)
	inset := &film{length: got.film.length}
	if r.shots(inset); len(inset.shots) > 0 {
		got.film.inset = inset
	}
	for n := r.many(maxNotes); n > 0; n-- {
		got.film.notes = append(got.film.notes, note{r.time(), mark(r.uint32())})
	}
	if r.bad || len(r.rest) > 0 {
		return Fingerprint{}, fmt.Errorf("read fingerprint: %w", errFormat)
	}
	return got, nil
}

func (r *reader) time() float64 { return float64(r.uint32()) / millis }

// many reads a number of at most limit.
func (r *reader) many(limit int) int {
	n := int(r.uint16())
	if n > limit {
		r.bad = true
	}
	if r.bad {
		return 0
	}
	return n
}

// shots reads the content's box and the frames of a film.
func (r *reader) shots(f *film) {
	for i := range f.box {
		f.box[i] = float64(r.uint16()) / boxUnit
	}
	for n := r.many(maxShots); n > 0; n-- {
		f.shots = append(f.shots, r.shot())
	}
}

func (r *reader) shot() shot {
	s := shot{at: r.time(), quality: int(r.byte())}
	for _, h := range []*pdq.Hash{&s.whole[0], &s.whole[1], &s.content[0], &s.content[1]} {
		copy(h[:], r.take(len(h)))
	}
	return s
}
