package match

import (
	"cmp"
	"context"
	"errors"
	"math"
	"math/bits"
	"math/cmplx"
	"slices"

	"github.com/atleast-desk/atleast/media"
)

// note is two peaks of the sound that follow each other: which tones, and how
// far apart. The same two come back in any copy of the sound, at the same
// distance, whatever was mixed in elsewhere.
type note struct {
	at   float64 // seconds
	mark uint32  // the two tones and the steps between them
}

const (
	soundRate   = 8000 // samples a second
	soundWindow = 1024 // samples of one spectrum
	soundStep   = 256  // samples from one to the next: 32 ms
	stepS       = float64(soundStep) / soundRate
	peakReach   = 12 // tones and steps around a peak that must be weaker
	peakFloor   = 30 // times the mean power of its spectrum that a peak must have
	fanOut      = 4  // later peaks that each is paired with
	fanSteps    = 63
	maxNotes    = 20000 // of one film
	sureNotes   = 12    // agreeing on one offset, from which the sound is the same
	noteShare   = 0.04  // and the part of the shorter film's notes they must be
)

// readNotes reads the sound, where there is any. Sound that cannot be read is no
// reason to give up the pictures.
func readNotes(ctx context.Context, s *media.Sandbox, path string, info media.Info) ([]note, error) {
	if !info.Sound {
		return nil, nil
	}
	samples, err := s.Sound(ctx, path, soundRate)
	var refused *media.Refused
	if errors.As(err, &refused) && info.Width > 0 {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return notesOf(samples), nil
}

// peak is a tone that stands out.
type peak struct{ step, tone int }

// notesOf finds what stands out in the sound.
func notesOf(samples []int16) []note {
	var notes []note
	peaks := peaksOf(spectra(samples))
	for i, p := range peaks {
		paired := 0
		for _, q := range peaks[i+1:] {
			steps := q.step - p.step
			if steps > fanSteps || paired == fanOut {
				break
			}
			if steps > 0 {
				notes = append(notes, note{float64(p.step) * stepS, uint32(p.tone)<<15 | uint32(q.tone)<<6 | uint32(steps)})
				paired++
			}
		}
	}
	for len(notes) > maxNotes { // a long film keeps its stronger half of hours
		kept := notes[:0]
		for i := 0; i < len(notes); i += 2 {
			kept = append(kept, notes[i])
		}
		notes = kept
	}
	return notes
}

// spectra are the powers of the tones, one row a step.
func spectra(samples []int16) [][]float32 {
	var rows [][]float32
	buf := make([]complex128, soundWindow)
	for at := 0; at+soundWindow <= len(samples); at += soundStep {
		for i := range buf {
			buf[i] = complex(float64(samples[at+i])*hann[i], 0)
		}
		fourier(buf)
		row := make([]float32, soundWindow/2)
		for i := range row {
			row[i] = float32(real(buf[i])*real(buf[i]) + imag(buf[i])*imag(buf[i]))
		}
		rows = append(rows, row)
	}
	return rows
}

var hann, turns = windows()

func windows() (w [soundWindow]float64, t [soundWindow / 2]complex128) {
	for i := range w {
		w[i] = 0.5 - 0.5*math.Cos(2*math.Pi*float64(i)/soundWindow)
	}
	for i := range t {
		t[i] = cmplx.Rect(1, -2*math.Pi*float64(i)/soundWindow)
	}
	return w, t
}

// fourier transforms soundWindow values in place.
func fourier(x []complex128) {
	shift := bits.LeadingZeros32(soundWindow - 1)
	for i := range x {
		if j := int(bits.Reverse32(uint32(i)) >> shift); i < j {
			x[i], x[j] = x[j], x[i]
		}
	}
	for half := 1; half < len(x); half *= 2 {
		for at := 0; at < len(x); at += 2 * half {
			for k := range half {
				turned := x[at+half+k] * turns[k*len(turns)/half]
				x[at+k], x[at+half+k] = x[at+k]+turned, x[at+k]-turned
			}
		}
	}
}

// peaksOf finds the tones that are the strongest far around, in time and height.
func peaksOf(rows [][]float32) []peak {
	var peaks []peak
	for step, row := range rows {
		var sum float64
		for _, v := range row {
			sum += float64(v)
		}
		floor := float32(max(peakFloor*sum/float64(len(row))/10, 1e6))
		for tone := 4; tone < len(row); tone++ {
			if row[tone] > floor && strongest(rows, step, tone) {
				peaks = append(peaks, peak{step, tone})
			}
		}
	}
	return peaks
}

func strongest(rows [][]float32, step, tone int) bool {
	v := rows[step][tone]
	for s := max(0, step-peakReach); s <= min(len(rows)-1, step+peakReach); s++ {
		for t := max(0, tone-peakReach); t <= min(len(rows[s])-1, tone+peakReach); t++ {
			if w := rows[s][t]; w > v || w == v && (s < step || s == step && t < tone) {
				return false
			}
		}
	}
	return true
}

// notesAgreeing counts the notes that both sounds have at times the hypothesis allows.
func notesAgreeing(a, b []note, h hypothesis) int {
	at := timesOf(b)
	n := 0
	for _, x := range a {
		want := h.offset + h.speed*x.at
		if slices.ContainsFunc(at[x.mark], func(t float64) bool { return math.Abs(t-want) < offsetStep/2 }) {
			n++
		}
	}
	return n
}

func timesOf(notes []note) map[uint32][]float64 {
	at := map[uint32][]float64{}
	for _, n := range notes {
		at[n.mark] = append(at[n.mark], n.at)
	}
	return at
}

// heard looks for the passage that two recordings of sound alone have in common.
// Films with pictures are not joined by sound: the same song lies under many.
func heard(a, b *film) (Passage, bool) {
	if len(a.shots) > 0 && len(b.shots) > 0 {
		return Passage{}, false
	}
	h, ok := soundOffset(a.notes, b.notes)
	if !ok {
		return Passage{}, false
	}
	n := notesAgreeing(a.notes, b.notes, h)
	from, to := max(0, -h.offset), min(a.length, b.length-h.offset)
	if to-from < minPassageS || n < sureNotes || float64(n) < noteShare*float64(min(len(a.notes), len(b.notes))) {
		return Passage{}, false
	}
	return Passage{Offset: h.offset, Speed: 1, From: from, To: to, Notes: n}, true
}

// soundOffset is the offset that most notes agree on, to a step of the spectra.
func soundOffset(a, b []note) (hypothesis, bool) {
	votes := map[int]int{}
	at := timesOf(b)
	for _, x := range a {
		for _, t := range at[x.mark] {
			votes[int(math.Round((t-x.at)/stepS))]++
		}
	}
	best, most := 0, 0
	for slot, n := range votes {
		if c := cmp.Or(cmp.Compare(n, most), cmp.Compare(best, slot)); c > 0 {
			best, most = slot, n
		}
	}
	return hypothesis{offset: float64(best) * stepS, speed: 1}, most >= sureNotes
}
