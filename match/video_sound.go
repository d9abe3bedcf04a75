package match

import (
	"cmp"
	"math"
	"slices"
)

const (
	sureNotes   = 10   // agreeing on one offset, from which the sound is the same
	paceNotes   = 18   // likewise, at another pace: of many, one always fits a little
	pacePrice   = 1.5  // times the notes of the plain pace that another must have
	noteShare   = 0.04 // and the part of all notes within the passage that they must be
	soundSlot   = 0.1  // seconds of one bin when notes vote on an offset
	soundSlack  = 0.12 // seconds by which a note may miss the offset
	leastHeardS = 2.0  // seconds that the same sound must last
	unheardS    = 2.0  // seconds without a note in common at the beginning and the end that say nothing
	leastSpread = 5    // half seconds in which notes must agree: one word said again has many in few
)

// pace is how one sound runs against another: so many seconds of the second in
// one of the first, its tones as they were or, as with a tape, raised with it.
type pace struct {
	speed float64
	tape  bool
}

// paces are those tried, the plain one first.
var paces = allPaces()

func allPaces() []pace {
	all := []pace{{speed: 1}}
	for _, speed := range speeds[1:] {
		if speed > 0 { // sound played backwards says nothing
			all = append(all, pace{speed, false}, pace{speed, true})
		}
	}
	return all
}

// there is what the note of the first sound would be known by in the second. The
// steps are rounded, so that there is one more either way; as it was it is exact.
func (p pace) there(m mark) []mark {
	if p.speed == 1 {
		return []mark{m}
	}
	first, second := m.tones()
	if p.tape {
		first, second = scaled(first, 1/p.speed), scaled(second, 1/p.speed)
	}
	var marks []mark
	for steps, more := scaled(m.steps(), p.speed)-1, 3; more > 0; steps, more = steps+1, more-1 {
		if first < tones && second < tones && steps > 0 && steps <= fanSteps {
			marks = append(marks, markOf(first, second, steps))
		}
	}
	return marks
}

func scaled(n int, by float64) int { return int(math.Round(float64(n) * by)) }

// sameNote is one note heard in both.
type sameNote struct{ a, b float64 }

// sameNotes are the notes of a that b has too, at any time, under the pace.
func sameNotes(a, b *film, p pace) []sameNote {
	at := b.timesOfNotes()
	var both []sameNote
	for _, n := range a.notes {
		for _, m := range p.there(n.mark) {
			for _, t := range at[m] {
				both = append(both, sameNote{n.at, t})
			}
		}
	}
	return both
}

// timesOfNotes is when each note of the film is heard.
func (f *film) timesOfNotes() map[mark][]float64 {
	f.indexed.Do(func() {
		f.times = make(map[mark][]float64, len(f.notes))
		for _, n := range f.notes {
			f.times[n.mark] = append(f.times[n.mark], n.at)
		}
	})
	return f.times
}

// heard looks for the passage in which two recordings sound the same.
func heard(a, b *film) (Passage, bool) {
	if min(len(a.notes), len(b.notes)) < sureNotes {
		return Passage{}, false
	}
	plain, ok := passageHeard(a, b, paces[0])
	if ok && plain.Notes >= sureNotes {
		return plain, true
	}
	best, need := Passage{}, max(paceNotes, int(pacePrice*float64(plain.Notes)))
	for _, p := range paces[1:] {
		if run, ok := passageHeard(a, b, p); ok && run.Notes > max(best.Notes, need-1) {
			best = run
		}
	}
	return best, best.Notes > 0
}

// passageHeard is the passage at the offset that most notes agree on, where it
// is long enough.
func passageHeard(a, b *film, p pace) (Passage, bool) {
	both := sameNotes(a, b, p)
	offset := agreed(both, p.speed)
	var agree []float64 // when, in a
	sum := 0.0
	for _, s := range both {
		if miss := s.b - p.speed*s.a - offset; math.Abs(miss) <= soundSlack {
			agree = append(agree, s.a)
			sum += miss
		}
	}
	offset += sum / max(1, float64(len(agree)))
	slices.Sort(agree)
	agree = slices.Compact(agree)
	run := densest(a.notes, agree)
	run.Offset, run.Speed = offset, p.speed
	run.reach(meeting(a, b, hypothesis{offset: offset, speed: p.speed}))
	long := run.Length() >= min(leastHeardS, 0.8*a.length, 0.8*b.length)
	return run, long && halvesOf(agree, run) >= leastSpread
}

// reach draws the passage out to where one of the recordings begins or ends, if
// that is near: the last notes there have no others to be paired with.
func (p *Passage) reach(within span) {
	p.From, p.To = max(p.From, within.from), min(p.To, within.to)
	if p.From-within.from < unheardS {
		p.From = within.from
	}
	if within.to-p.To < unheardS {
		p.To = within.to
	}
}

// halvesOf is in how many half seconds of the passage notes agree.
func halvesOf(agree []float64, run Passage) int {
	count, last := 0, math.Inf(-1)
	for _, at := range agree {
		if half := math.Floor(2 * at); at >= run.From && at <= run.To && half > last {
			count, last = count+1, half
		}
	}
	return count
}

// agreed is the offset that most notes vote for, to the middle of two slots.
func agreed(both []sameNote, speed float64) float64 {
	votes := map[int]int{}
	for _, s := range both {
		slot := int(math.Floor((s.b - speed*s.a) / soundSlot))
		votes[slot]++
		votes[slot+1]++
	}
	best, most := 0, 0
	for slot, n := range votes {
		if cmp.Or(cmp.Compare(n, most), cmp.Compare(best, slot)) > 0 {
			best, most = slot, n
		}
	}
	return float64(best) * soundSlot
}

// densest is the stretch in which most notes agree and fewest do not: agreeing
// notes count for it, and the others, of whom there are always some, a little against.
func densest(notes []note, agree []float64) Passage {
	var best Passage
	sum, most, from, count := 0.0, 0.0, 0.0, 0
	for _, n := range notes {
		if sum <= 0 {
			sum, from, count = 0, n.at, 0
		}
		sum -= noteShare
		for len(agree) > 0 && agree[0] <= n.at {
			agree = agree[1:]
			sum++
			count++
		}
		if sum > most {
			most = sum
			best = Passage{From: from, To: n.at, Notes: count}
		}
	}
	return best
}

// notesAgreeing counts the notes within the passage that both have at the times it says.
func notesAgreeing(a, b *film, run Passage) int {
	at := b.timesOfNotes()
	count := 0
	for _, n := range a.notes {
		if n.at < run.From || n.at > run.To {
			continue
		}
		want := run.Offset + run.Speed*n.at
		near := func(t float64) bool { return math.Abs(t-want) <= soundSlack }
		for _, m := range (pace{speed: run.Speed}).there(n.mark) {
			if slices.ContainsFunc(at[m], near) {
				count++
				break
			}
		}
	}
	return count
}
