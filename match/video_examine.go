package match

import (
	"math"
	"slices"
)

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
// little to where they fit best, and decides whether they fit. What is explained
// by the passages known is left out.
func (c *twoFilms) examine(h hypothesis, mirrored int, known []passageScore) (passageScore, bool) {
	best := passageScore{like: -1}
	for step := -moveSteps; step <= moveSteps; step++ {
		moved := h
		moved.offset += float64(step) * moveStep
		if s, ok := c.fit(moved, mirrored, known); ok && (best.like < 0 || s.better(best)) {
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
	known   bool // explained by a passage already
}

// fit compares the frames that meet under the hypothesis.
func (c *twoFilms) fit(h hypothesis, mirrored int, known []passageScore) (passageScore, bool) {
	met := c.meetings(h, mirrored)
	for i := range met {
		met[i].known = explained(known, met[i].at, h.offset+h.speed*met[i].at)
	}
	first, last := trim(met)
	if first > last {
		return passageScore{}, false
	}
	s := scoreOf(met[first : last+1])
	s.Offset, s.Speed, s.Mirrored = h.offset, h.speed, mirrored == 1
	s.From, s.To = edges(met, first, last, meeting(c.a, c.b, h))
	s.runs = s.Length()
	if float64(s.Frames) < alikeShare*float64(last-first+1) || s.like < meanLike {
		return s, false
	}
	if s.runs >= minPassageS && s.Frames >= 3 {
		return s, true
	}
	if len(known) > 0 || h.speed < 0 {
		return s, false
	}
	return s, s.like > aloneLike && met[first].quality >= aloneSure || notesAgreeing(c.a, c.b, s.Passage) >= sureNotes
}

// scoreOf is how well frames that met fit.
func scoreOf(met []compared) passageScore {
	var s passageScore
	for _, m := range met {
		s.like += m.like / float64(len(met))
		if m.like > 0 {
			s.Frames++
		}
	}
	return s
}

// meeting is the stretch of the first film in which the second runs as well.
func meeting(a, b *film, h hypothesis) span {
	t, u := -h.offset/h.speed, (b.length-h.offset)/h.speed
	return span{max(0, min(t, u)), min(a.length, max(t, u))}
}

// edges are where the passage begins and ends: half way to the frames that are
// not alike, or where one of the films begins or ends if nothing speaks against it.
func edges(met []compared, first, last int, within span) (from, to float64) {
	from, to = within.from, within.to
	if first > 0 {
		from = (met[first-1].at + met[first].at) / 2
	}
	if last+1 < len(met) {
		to = (met[last].at + met[last+1].at) / 2
	}
	return from, to
}

// meetings pairs each frame of the film with fewer of them in the common time
// with the nearest of the other. They are in the order of the first film, and
// good until meetings is called again.
func (c *twoFilms) meetings(h hypothesis, mirrored int) []compared {
	c.met = c.met[:0]
	if density(c.a) <= density(c.b)/math.Abs(h.speed) {
		near := func(i, j int) int { return c.distance(i, j, mirrored) }
		c.meet(c.a.shots, c.b.shots, near, func(t float64) float64 { return h.offset + h.speed*t }, false)
		return c.met
	}
	near := func(i, j int) int { return c.distance(j, i, mirrored) }
	c.meet(c.b.shots, c.a.shots, near, func(t float64) float64 { return (t - h.offset) / h.speed }, true)
	if h.speed < 0 {
		slices.Reverse(c.met)
	}
	return c.met
}

// density is how many frames there are a second.
func density(f *film) float64 { return float64(len(f.shots)) / max(f.length, 0.1) }

// meet looks for each frame in the other film. distance compares one of few with
// one of many, there gives the time in many for the time in few, and turned says
// that few are those of the second film.
func (c *twoFilms) meet(few, many []shot, distance func(i, j int) int, there func(float64) float64, turned bool) {
	step, j := 1+len(few)/maxPairs, 0
	for i := 0; i < len(few) && len(many) > 0; i += step {
		want := there(few[i].at)
		j = nearest(many, j, want)
		if math.Abs(many[j].at-want) > nearby || min(few[i].quality, many[j].quality) < usableQuality {
			continue
		}
		m := compared{at: few[i].at, quality: min(few[i].quality, many[j].quality)}
		if turned {
			m.at = many[j].at
		}
		for k := max(0, j-1); k <= min(j+1, len(many)-1); k++ {
			m.like = max(m.like, likeness(distance(i, k))*punctual(many[k].at-want))
		}
		c.met = append(c.met, m)
	}
}

// nearest is the shot nearest to the time, looked for from one that is not far off.
func nearest(shots []shot, from int, at float64) int {
	for from+1 < len(shots) && shots[from+1].at < at {
		from++
	}
	for from > 0 && shots[from].at >= at {
		from--
	}
	if from+1 < len(shots) && shots[from+1].at-at < math.Abs(at-shots[from].at) {
		from++
	}
	return from
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
		if m.known {
			sum = 0
			continue
		}
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
