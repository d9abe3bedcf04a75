package match

import "slices"

// note is two peaks of the sound that follow each other: which tones, and how
// far apart. The same two come back in any copy of the sound, at the same
// distance, whatever was mixed in elsewhere.
type note struct {
	at   float64 // seconds
	mark mark
}

// mark is what a note is known by: two tones and the steps between them.
type mark uint32

func markOf(first, second, steps int) mark { return mark(first<<15 | second<<6 | steps) }

// steps is how far apart the tones are.
func (m mark) steps() int { return int(m & fanSteps) }

// tones are the first and the second.
func (m mark) tones() (first, second int) { return int(m >> 15), int(m>>6) % tones }

const (
	peakReach = 8               // tones and steps around a peak that must be weaker
	peakFloor = 3               // times the mean power of its spectrum that a peak must have
	silence   = 1e6             // power below which nothing is heard
	lowest    = 4               // the first tone that is looked at: below is hum and wind
	fanOut    = 5               // later peaks that each is paired with
	fanSteps  = 63              // the most steps to them
	maxNotes  = 60000           // of one film
	heardRows = 2*peakReach + 2 // two come in at once
)

// ear finds the notes of sound while it comes in, so that hours of it need no
// more room than a second. Hear all of it, then ask for the notes.
type ear struct {
	spectrum spectrum
	samples  []int16        // not yet transformed
	rows     [heardRows]row // spectra of the last steps, each at its step modulo their number
	steps    int            // transformed
	looked   int            // searched for peaks
	peaks    []peak
}

// peak is a tone that stands out.
type peak struct{ step, tone int }

// notesOf finds the notes of sound that is all there.
func notesOf(samples []int16) []note {
	var e ear
	e.hear(samples)
	return e.notes()
}

// hear takes what comes next.
func (e *ear) hear(samples []int16) {
	e.samples = append(e.samples, samples...)
	at := 0
	for ; at+soundStep+soundWindow <= len(e.samples); at += 2 * soundStep {
		e.spectrum.powers(e.samples[at:], e.samples[at+soundStep:], e.row(e.steps), e.row(e.steps+1))
		e.steps += 2
		e.look(e.steps - 1 - peakReach)
	}
	e.samples = append(e.samples[:0], e.samples[at:]...)
}

// seconds is how long the sound is by now.
func (e *ear) seconds() float64 {
	return float64(e.steps)*stepS + float64(len(e.samples))/soundRate
}

func (e *ear) row(step int) *row { return &e.rows[step%heardRows] }

// look searches the steps up to the given one for peaks.
func (e *ear) look(upTo int) {
	for ; e.looked <= upTo; e.looked++ {
		now := e.row(e.looked)
		floor := audible(now)
		for tone := lowest; tone < tones; tone++ {
			if now[tone] > floor && e.strongest(e.looked, tone) {
				e.peaks = append(e.peaks, peak{e.looked, tone})
			}
		}
	}
}

// audible is the power from which a tone of the spectrum stands out.
func audible(r *row) float32 {
	var sum float64
	for _, v := range r {
		sum += float64(v)
	}
	return float32(max(peakFloor*sum/tones, silence))
}

// strongest reports whether no tone is stronger far around, in time and height.
func (e *ear) strongest(step, tone int) bool {
	v := e.row(step)[tone]
	for s := max(0, step-peakReach); s <= min(e.steps-1, step+peakReach); s++ {
		for t, w := range e.row(s)[max(0, tone-peakReach):min(tones, tone+peakReach+1)] {
			t += max(0, tone-peakReach)
			if w > v || w == v && (s < step || s == step && t < tone) {
				return false
			}
		}
	}
	return true
}

// notes ends the hearing.
func (e *ear) notes() []note {
	e.look(e.steps - 1)
	var notes []note
	for i, p := range e.peaks {
		paired := 0
		for _, q := range e.peaks[i+1:] {
			steps := q.step - p.step
			if steps > fanSteps || paired == fanOut {
				break
			}
			if steps > 0 {
				notes = append(notes, note{float64(p.step) * stepS, markOf(p.tone, q.tone, steps)})
				paired++
			}
		}
	}
	return thinned(notes)
}

// thinned keeps as many notes of hours of sound as are allowed: of all marks the
// same half, and half of that again, so that what two sounds have in common stays.
func thinned(notes []note) []note {
	for bit := 31; len(notes) > maxNotes; bit-- {
		notes = slices.DeleteFunc(notes, func(n note) bool { return uint32(n.mark)*scatter>>bit&1 == 1 })
	}
	return notes
}

// scatter makes the upper bits of a product depend on all of the other factor.
const scatter = 0x9E3779B1
