package match

import "math"

// passageScore is a passage and how well it holds.
type passageScore struct {
	Passage
	like float64 // mean likeness of the frames in common, 0 to 1
	runs float64 // seconds in common, in the first film's time
}

// better prefers what fits better, weighed by how long it fits.
func (s passageScore) better(than passageScore) bool { return s.weight() > than.weight() }

// weight is the likeness seen beyond a trifle, added up over time. Another speed
// must earn its place: by chance one of many always fits a little better.
func (s passageScore) weight() float64 {
	w := (s.like - trifle) * (s.runs + 0.5)
	if s.Speed != 1 {
		w *= oddSpeed
	}
	return w
}

const (
	trifle      = 0.1
	oddSpeed    = 0.93
	nearby      = 0.35 // seconds within which a frame of the other film is looked for
	moveStep    = 0.03 // seconds
	moveSteps   = 10   // to either side of an offset
	alikeShare  = 0.7  // part of the frames within a passage that must be alike
	meanLike    = 0.3  // what their mean likeness must be: a distance of 42 bits
	minPassageS = 0.8  // seconds
	maxPairs    = 400  // frames compared for one hypothesis
	aloneLike   = 0.55 // likeness, 27 bits, from which a film with one frame in common is believed
	aloneSure   = 60   // quality that such a frame must have
)

// examine lays the films on each other as the hypothesis says, moves them a
// little to where they fit best, and decides whether they fit.
func examine(a, b *film, h hypothesis, mirrored int) (passageScore, bool) {
	best := passageScore{like: -1}
	for step := -moveSteps; step <= moveSteps; step++ {
		moved := h
		moved.offset += float64(step) * moveStep
		if s, ok := fitFilms(a, b, moved, mirrored); ok && (best.like < 0 || s.better(best)) {
			best = s
		}
	}
	return best, best.like >= 0
}

// compared is a frame of the first film and what the second shows then.
type compared struct {
	at      float64 // in the first film
	like    float64
	quality int
}

// fitFilms compares the frames that meet under the hypothesis.
func fitFilms(a, b *film, h hypothesis, mirrored int) (passageScore, bool) {
	met := meetings(a, b, h, mirrored)
	first, last := trim(met)
	if first > last {
		return passageScore{}, false
	}
	begins, ends := first == 0, last == len(met)-1
	met = met[first : last+1]
	good, sum := 0, 0.0
	for _, m := range met {
		sum += m.like
		if m.like > 0 {
			good++
		}
	}
	s := passageScore{like: sum / float64(len(met))}
	s.Offset, s.Speed, s.Mirrored, s.Frames = h.offset, h.speed, mirrored == 1, good
	s.From, s.To = met[0].at, met[len(met)-1].at
	if begins { // nothing speaks against the time before the first frame compared
		s.From = max(0, min(s.From, -h.offset/h.speed))
	}
	if ends {
		s.To = max(s.To, min(a.length, (b.length-h.offset)/h.speed))
	}
	s.Notes = notesAgreeing(a.notes, b.notes, h)
	s.runs = s.Length()
	if float64(good) < alikeShare*float64(len(met)) || s.like < meanLike {
		return s, false
	}
	if s.runs >= minPassageS && good >= 3 || s.Notes >= sureNotes {
		return s, true
	}
	return s, s.like > aloneLike && met[0].quality >= aloneSure
}

// meetings pairs each frame of the film with fewer of them in the common time
// with the nearest of the other.
func meetings(a, b *film, h hypothesis, mirrored int) []compared {
	if density(a) <= density(b)/h.speed {
		return meet(a.shots, b.shots, mirrored, func(t float64) float64 { return h.offset + h.speed*t }, false)
	}
	return meet(b.shots, a.shots, mirrored, func(t float64) float64 { return (t - h.offset) / h.speed }, true)
}

// density is how many frames there are a second.
func density(f *film) float64 { return float64(len(f.shots)) / max(f.length, 0.1) }

// meet walks both films at once. there gives the second's time for the first's;
// turned says that the films were handed over the other way round.
func meet(few, many []shot, mirrored int, there func(float64) float64, turned bool) []compared {
	var met []compared
	step := 1 + len(few)/maxPairs
	j := 0
	for i := 0; i < len(few); i += step {
		want := there(few[i].at)
		for j+1 < len(many) && math.Abs(many[j+1].at-want) <= math.Abs(many[j].at-want) {
			j++
		}
		if len(many) == 0 || math.Abs(many[j].at-want) > nearby || min(few[i].quality, many[j].quality) < usableQuality {
			continue
		}
		c := compared{at: few[i].at, quality: min(few[i].quality, many[j].quality)}
		if turned {
			c.at = many[j].at
		}
		for k := max(0, j-1); k <= min(j+1, len(many)-1); k++ {
			c.like = max(c.like, likeness(few[i].distance(&many[k], mirrored))*punctual(many[k].at-want))
		}
		met = append(met, c)
	}
	return met
}

// punctual is what a likeness is worth that was found so many seconds beside:
// where much moves, the frame that was really shown then may not have been read.
func punctual(beside float64) float64 {
	return max(0, 1-math.Abs(beside)/nearby)
}

// trim leaves out the frames before and after what is alike: each film may go on
// with something else.
func trim(met []compared) (first, last int) {
	best, sum, from := 0.0, 0.0, 0
	first, last = 0, -1
	for i, m := range met {
		gain := m.like - meanLike/2 // the stretch with the greatest sum of what exceeds half the demand
		if sum <= 0 {
			sum, from = 0, i
		}
		if sum += gain; sum > best {
			best, first, last = sum, from, i
		}
	}
	return first, last
}
