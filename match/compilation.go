package match

// compilation names the nodes that quote two different recordings, each with
// the link to the one it shows most of.
type compilation map[int]link

// quotedSmall is the part of a picture below which another picture in it is
// quoted rather than framed.
const quotedSmall = 0.4

// compilations finds the nodes that show two others in different places, where
// those two do not show the same.
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
				if !joined[[2]int{l.b, m.b}] && l.proof.apartFrom(m.proof) {
					found.note(i, l)
					found.note(i, m)
				}
			}
		}
	}
	return found
}

// apartFrom reports whether two pictures lie in different places of a third.
func (p Proof) apartFrom(q Proof) bool {
	if p.Run != nil && q.Run != nil {
		return p.quotesApart(q)
	}
	common := p.In.overlap(q.In).area()
	return common < 0.2*min(p.In.area(), q.In.area()) && p.FrameOf > 0.5 && q.FrameOf > 0.5
}

func (c compilation) note(i int, l link) {
	if known, ok := c[i]; !ok || l.proof.Shared > known.proof.Shared {
		c[i] = l
	}
}

// cuts reports whether the link ties a compilation to what it quotes. Copies of
// the whole compilation stay with it.
func (c compilation) cuts(l link) bool {
	_, a := c[l.a]
	_, b := c[l.b]
	whole := 0.7
	if l.proof.Run != nil {
		whole = wholeFilm
	}
	switch {
	case a && b:
		return min(l.proof.FrameIn, l.proof.FrameOf) < whole
	case a:
		return l.proof.FrameIn < whole
	case b:
		return l.proof.FrameOf < whole
	}
	return false
}
