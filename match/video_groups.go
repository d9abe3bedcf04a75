package match

import (
	"cmp"
	"math"
	"slices"

	"github.com/atleast-desk/atleast"
)

const (
	wholeFilm    = 0.95 // part of a film in common from which it counts as whole
	apartFilms   = 0.2  // part of two passages that may overlap where they quote different films
	mostlyQuoted = 0.6  // part of a compilation that two quotations make up
	allQuoted    = 0.95 // likewise, where what is quoted is quoted whole
	leastQuoteS  = 1.0  // seconds of a passage that count as a quotation
	signEdgeS    = 0.5  // seconds from the beginning or the end within which a publisher's sign stands
	jointS       = 0.5  // seconds to both sides of a joint in which a cut is looked for
	cutBits      = 31   // by which frames differ on both sides of a cut at least
)

// proofOf puts passages in the words of a proof: boxes are parts of the picture,
// and what is in common is a part of the length.
func proofOf(a, b *film, runs []Passage, like float64) Proof {
	p := Proof{Runs: runs, Agreement: like, Distance: int(math.Round((1 - like) * (likeDistance + 1)))}
	p.In, p.Of = everything, everything
	if longest(runs).Bars {
		p.In = a.box
	}
	if longest(runs).BarsOf {
		p.Of = b.box
	}
	p.FrameIn, p.FrameOf = lengthShare(p.here(), a.length), lengthShare(p.there(), b.length)
	p.Shared, p.SharedOf = p.FrameIn, p.FrameOf
	if longest(runs).Mirrored {
		p.Turn = 1
	}
	return p
}

// here are the stretches of the first film that the second has too.
func (p Proof) here() spans {
	var all []span
	for _, run := range p.Runs {
		all = append(all, run.here())
	}
	return spansOf(all)
}

// there are the stretches of the second film.
func (p Proof) there() spans {
	var all []span
	for _, run := range p.Runs {
		all = append(all, run.there())
	}
	return spansOf(all)
}

// longest is the passage that goes on longest.
func longest(runs []Passage) Passage {
	return slices.MaxFunc(runs, func(p, q Passage) int { return cmp.Compare(p.Length(), q.Length()) })
}

// lengthShare is the part of a film's length that lies within the spans.
func lengthShare(in spans, length float64) float64 {
	return in.length() / max(length, in[len(in)-1].to, 0.1)
}

// swappedFilm is the proof with the second film spoken of as made from the first.
func (p Proof) swappedFilm() Proof {
	back := make([]Passage, len(p.Runs))
	for i, run := range p.Runs {
		back[i] = run.swapped()
	}
	slices.SortFunc(back, func(p, q Passage) int { return cmp.Compare(p.From, q.From) })
	p.Runs = back
	p.In, p.Of = p.Of, p.In
	p.FrameIn, p.FrameOf = p.FrameOf, p.FrameIn
	p.Shared, p.SharedOf = p.SharedOf, p.Shared
	p.Inset, p.InsetOf = p.InsetOf, p.Inset
	return p
}

// swapped is the passage seen from the other film.
func (p Passage) swapped() Passage {
	there := p.there()
	p.From, p.To = there.from, there.to
	p.Offset, p.Speed = -p.Offset/p.Speed, 1/p.Speed
	p.Bars, p.BarsOf = p.BarsOf, p.Bars
	return p
}

// filmRelation names how film a was made from film b.
func (p Proof) filmRelation(a, b Fingerprint) atleast.Relation {
	switch {
	case p.FrameOf < wholeFilm:
		return atleast.Clip
	case longest(p.Runs).Mirrored:
		return atleast.Mirrored
	case p.Of != everything:
		return atleast.Cropped
	case p.bars():
		return atleast.Bordered
	case math.Abs(float64(a.Width-b.Width)) > sameSize*float64(b.Width):
		return atleast.Resized
	}
	return atleast.Reencoded
}

// lesserFilm reports whether film a shows less than film b, or shows it within bars.
func (p Proof) lesserFilm() bool {
	return p.FrameOf < wholeFilm && p.FrameIn >= p.FrameOf || p.FrameIn >= wholeFilm && p.bars()
}

// bars reports whether the first film has bars that the second has not.
func (p Proof) bars() bool { return p.Runs[0].Bars }

// quotesApart reports whether a film quotes two others in different stretches. A
// recording that others quote has two such stretches as well; what tells them
// apart is that a compilation is made of little else, and that what it quotes
// goes on beyond the quotation or else fills it to the second.
func (p Proof) quotesApart(q Proof) bool {
	mine, its := p.here(), q.here()
	if p.Inset != q.Inset && mine.overlap(its) > 0 {
		return true // one within the frame, the other around it
	}
	if mine.overlap(its) > apartFilms*min(mine.length(), its.length()) || min(mine.length(), its.length()) < leastQuoteS {
		return false
	}
	covered := p.FrameIn + q.FrameIn
	goOn := p.FrameOf < wholeFilm && q.FrameOf < wholeFilm
	return goOn && covered > mostlyQuoted || covered > allQuoted
}

// runsOn reports whether the film goes on without a cut from the one stretch to
// the other: two parts of one recording, not two recordings put together.
func (f *film) runsOn(one, other spans) bool {
	for _, s := range one {
		for _, t := range other {
			if s.from > t.from {
				s, t = t, s
			}
			if t.from-s.to <= jointS && f.uncut(span{s.to - jointS, t.from + jointS}) {
				return true
			}
		}
	}
	return false
}

// uncut reports whether every frame in the stretch looks much like the one before.
func (f *film) uncut(in span) bool {
	var before *shot
	steps := 0
	for i := range f.shots {
		s := &f.shots[i]
		if !in.has(s.at) {
			continue
		}
		if before != nil {
			if s.whole[0].Distance(before.whole[0]) >= cutBits {
				return false
			}
			steps++
		}
		before = s
	}
	return steps >= 2
}

// opens reports whether all that the films have in common is how they begin or
// end, and less than half of each: the sign of whoever published both.
func (p Proof) opens(a, b *film) bool {
	if max(p.FrameIn, p.FrameOf) >= 0.5 {
		return false
	}
	return !slices.ContainsFunc(p.Runs, func(run Passage) bool {
		here, there := run.here(), run.there()
		begin := max(here.from, there.from) <= signEdgeS
		end := max(a.length-here.to, b.length-there.to) <= signEdgeS
		return !begin && !end
	})
}

// offsetOf is where the film begins in the other, in seconds, to a hundredth: of
// one that runs backwards, the earliest second of the other that it shows.
func (p Proof) offsetOf() *float64 {
	if len(p.Runs) == 0 {
		return nil
	}
	first := p.Runs[0]
	at := first.there().from
	if first.From < offsetStep && first.Speed > 0 { // in common from the beginning
		at = first.Offset
	}
	at = hundredth(at)
	return &at
}

// partsOf are the passages in the words of the footage format.
func (p Proof) partsOf() []atleast.Passage {
	var parts []atleast.Passage
	for _, run := range p.Runs {
		parts = append(parts, partOf(run))
	}
	return parts
}

func partOf(run Passage) atleast.Passage {
	return atleast.Passage{FromS: hundredth(run.From), ToS: hundredth(run.To), AtS: hundredth(run.At(run.From)), Speed: math.Round(run.Speed*1000) / 1000}
}

func hundredth(seconds float64) float64 { return math.Round(seconds*100) / 100 }
