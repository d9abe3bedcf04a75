package match

// compilation names the nodes that quote two different recordings, each with
// the link to the one it shows most of.
type compilation map[int]quotation

// quotation is the link to what a compilation shows most of. It is framed where a
// film plays within another: then both go on all the time.
type quotation struct {
	link
	framed bool
}

// quotedSmall is the part of a picture below which another picture in it is
// quoted rather than framed.
const quotedSmall = 0.4

// compilations finds the nodes that show two others which do not show the same:
// side by side, one within the other, or one after the other.
func compilations(nodes []node, links []link) compilation {
	near := make([][]link, len(nodes))
	joined := map[[2]int]bool{}
	for _, l := range links {
		near[l.a] = append(near[l.a], l)
		near[l.b] = append(near[l.b], l.turned())
		joined[[2]int{l.a, l.b}], joined[[2]int{l.b, l.a}] = true, true
	}
	found := compilation{}
	for i, around := range near {
		for j, l := range around {
			for _, m := range around[:j] {
				if !joined[[2]int{l.b, m.b}] && quotes(nodes[i].Fingerprint, l.proof, m.proof) {
					framed := l.proof.Inset != m.proof.Inset
					found.note(i, quotation{l, framed})
					found.note(i, quotation{m, framed})
				}
			}
		}
	}
	return found
}

// quotes reports whether f, which was proven to show two others, quotes them. A
// photograph of which others show different parts is proven to show two others
// as well: but there they do not end in an edge.
func quotes(f Fingerprint, p, q Proof) bool {
	switch {
	case p.film() && q.film():
		return p.quotesApart(q) && !f.film.runsOn(p.here(), q.here())
	case p.film() || q.film():
		return false
	}
	common := p.In.overlap(q.In).area()
	beside := common < 0.2*min(p.In.area(), q.In.area()) && min(p.FrameOf, q.FrameOf) > 0.5
	if !beside && !p.laidOver(q) && !q.laidOver(p) {
		return false
	}
	s := newSide(f)
	return p.setInto(s) || q.setInto(s)
}

// laidOver reports whether p's picture lies where q's differs from what is seen.
func (p Proof) laidOver(q Proof) bool {
	covered := 0.0
	for _, box := range q.Differ {
		covered += box.overlap(p.In).area()
	}
	return p.In.area() < quotedSmall && covered > 0.5*p.In.area()
}

// setInto reports whether the other picture's frame ends in an edge upon s.
func (p Proof) setInto(s *side) bool {
	back, ok := p.Map.Inverse()
	return ok && seamed(s, back)
}

// note remembers what the compilation shows most of; of copies that it shows
// about as much of, the earliest known.
func (c compilation) note(i int, q quotation) {
	const about = 0.02
	known, ok := c[i]
	more := q.proof.Shared - known.proof.Shared
	q.framed = q.framed || known.framed
	if !ok || more > about || more > -about && q.b < known.b {
		known = q
	}
	known.framed = q.framed
	c[i] = known
}

// cuts reports whether the link ties a compilation to what it quotes. Copies of
// the whole compilation stay with it.
func (c compilation) cuts(l link) bool {
	ofA, a := c[l.a]
	ofB, b := c[l.b]
	whole := 0.7
	if l.proof.film() {
		whole = wholeFilm
	}
	switch {
	case a && b:
		return min(l.proof.FrameIn, l.proof.FrameOf) < whole
	case (a || b) && !l.proof.film():
		return true
	case a:
		return ofA.framed && !l.proof.SameInset || l.proof.FrameIn < whole
	case b:
		return ofB.framed && !l.proof.SameInset || l.proof.FrameOf < whole
	}
	return false
}
