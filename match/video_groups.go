package match

import (
	"math"

	"github.com/atleast-desk/atleast"
)

const (
	wholeFilm    = 0.95 // part of a film in common from which it counts as whole
	apartFilms   = 0.2  // part of two passages that may overlap where they quote different films
	mostlyQuoted = 0.6  // part of a compilation that two quotations make up
	allQuoted    = 0.95 // likewise, where what is quoted is quoted whole
	leastQuoteS  = 1.0  // seconds of a passage that count as a quotation
)

// provenFilms proves every pair of films and sounds that can be.
func provenFilms(nodes []node) []link {
	var links []link
	for b, nb := range nodes {
		for a, na := range nodes[:b] {
			if na.Fingerprint.film == nil || nb.Fingerprint.film == nil {
				continue
			}
			if p, ok := proveFilms(na.Fingerprint.film, nb.Fingerprint.film); ok {
				links = append(links, link{a: a, b: b, proof: p})
			}
		}
	}
	return links
}

// proveFilms puts a passage in the words of a proof: boxes are stretches of
// time, from 0 for the beginning to 1 for the end.
func proveFilms(a, b *film) (Proof, bool) {
	run, like, ok := alignFilms(a, b)
	if !ok {
		return Proof{}, false
	}
	p := Proof{Run: &run, Agreement: like, Distance: int(math.Round((1 - like) * (likeDistance + 1)))}
	p.In = stretch(run.From, run.To, a.length)
	p.Of = stretch(run.Offset+run.Speed*run.From, run.Offset+run.Speed*run.To, b.length)
	p.FrameIn, p.FrameOf = p.In.area(), p.Of.area()
	p.Shared, p.SharedOf = p.FrameIn, p.FrameOf
	if run.Mirrored {
		p.Turn = 1
	}
	return p, true
}

func stretch(from, to, length float64) Box {
	length = max(length, to, 0.1)
	return Box{max(0, from/length), 0, max(0, to/length), 1}
}

// swappedFilm is the proof with the second film spoken of as made from the first.
func (p Proof) swappedFilm() Proof {
	run := *p.Run
	run.From, run.To = run.Offset+run.Speed*run.From, run.Offset+run.Speed*run.To
	run.Offset, run.Speed = -run.Offset/run.Speed, 1/run.Speed
	run.Bars = false
	p.Run = &run
	p.In, p.Of = p.Of, p.In
	p.FrameIn, p.FrameOf = p.FrameOf, p.FrameIn
	p.Shared, p.SharedOf = p.SharedOf, p.Shared
	return p
}

// filmRelation names how film a was made from film b.
func (p Proof) filmRelation(a, b Fingerprint) atleast.Relation {
	switch {
	case p.FrameOf < wholeFilm:
		return atleast.Clip
	case p.Run.Mirrored:
		return atleast.Mirrored
	case p.Run.Bars:
		return atleast.Bordered
	case math.Abs(float64(a.Width-b.Width)) > sameSize*float64(b.Width):
		return atleast.Resized
	}
	return atleast.Reencoded
}

// lesserFilm reports whether film a shows less than film b, or shows it within bars.
func (p Proof) lesserFilm() bool {
	return p.FrameOf < wholeFilm && p.FrameIn >= p.FrameOf || p.FrameIn >= wholeFilm && p.Run.Bars
}

// quotesApart reports whether a film quotes two others in different stretches. A
// recording that others quote has two such stretches as well; what tells them
// apart is that a compilation is made of little else, and that what it quotes
// goes on beyond the quotation or else fills it to the second.
func (p Proof) quotesApart(q Proof) bool {
	common := p.In.overlap(q.In).area()
	if common > apartFilms*min(p.In.area(), q.In.area()) || min(p.Run.Length(), q.Run.Length()) < leastQuoteS {
		return false
	}
	covered := p.FrameIn + q.FrameIn
	goOn := p.FrameOf < wholeFilm && q.FrameOf < wholeFilm
	return goOn && covered > mostlyQuoted || covered > allQuoted
}

// offsetOf is where the film begins in the other, in seconds, to a hundredth.
func (p Proof) offsetOf() *float64 {
	if p.Run == nil {
		return nil
	}
	at := math.Round((p.Run.Offset+p.Run.Speed*p.Run.From)*100) / 100
	if p.Run.From < offsetStep { // in common from the beginning
		at = math.Round(p.Run.Offset*100) / 100
	}
	return &at
}
