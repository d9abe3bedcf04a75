package match

import (
	"cmp"
	"math"
	"slices"
)

const (
	copyLike    = 0.75 // mean likeness, 15 bits, from which a copy looks like what it is a copy of in every comparison
	copyBox     = 0.95 // part of the larger content that the smaller must have: bars are known by
	copyDense   = 0.7  // part of the copy's frames a second that the other must have
	copyNotes   = 0.2  // part of the copy's notes that the other must have, at their times
	aboutAsLong = 0.05 // part of their length by which films may differ
)

// provenFilms proves the pairs of films and sounds that can be. Echoes are those
// that only sound the same. The fullest films come first, and each is laid on those
// before it that have something in common with it. What turns out to be a copy of
// one of them stands behind it: what comes later is laid on the one in front, and
// finds there whatever it would find in the copy. So a film that is posted four
// hundred times is laid four hundred times, not eighty thousand.
func provenFilms(nodes []node) (links []link, echoes []echo) {
	var known repertoire
	for _, i := range fullestFirst(nodes) {
		behind := false
		for _, j := range known.like(nodes[i].Fingerprint.film) {
			l, said := layFilms(nodes, i, j)
			switch said {
			case same:
				links = append(links, l.upward())
				behind = l.standsBehind(nodes)
			case soundsSame:
				echoes = append(echoes, echo{i, j, longest(l.proof.Runs)})
			}
			if behind {
				break
			}
		}
		if !behind {
			known.add(i, nodes[i].Fingerprint.film)
		}
	}
	return links, echoes
}

// fullestFirst are the nodes with a film or sound: the longest first, and of about
// equally long ones the largest, since a reference is chosen likewise.
func fullestFirst(nodes []node) []int {
	var films []int
	for i, n := range nodes {
		if n.Fingerprint.film != nil {
			films = append(films, i)
		}
	}
	fullness := func(i int) float64 {
		return math.Floor(math.Log(max(nodes[i].Fingerprint.film.length, 0.1)) / aboutAsLong)
	}
	slices.SortStableFunc(films, func(i, j int) int {
		return cmp.Or(cmp.Compare(fullness(j), fullness(i)), cmp.Compare(nodes[j].pixels(), nodes[i].pixels()))
	})
	return films
}

// sameness is what two films were found to have in common.
type sameness int

const (
	nothing sameness = iota
	same             // they show the same, or sound the same and one of them shows nothing
	soundsSame
)

// layFilms lays the film of node i on that of node j.
func layFilms(nodes []node, i, j int) (link, sameness) {
	a, b := nodes[i].Fingerprint.film, nodes[j].Fingerprint.film
	run, sounds := heard(a, b)
	var ways []hypothesis
	if sounds {
		ways = append(ways, hypothesis{offset: run.Offset, speed: run.Speed})
	}
	if p, ok := looked(a, b, ways); ok {
		if p.opens(a, b) {
			return link{}, nothing
		}
		return link{a: i, b: j, proof: p}, same
	}
	if !sounds {
		return link{}, nothing
	}
	l := link{a: i, b: j, proof: proofOf(a, b, []Passage{run}, 1)}
	if a.blind() || b.blind() {
		return l, same
	}
	return l, soundsSame
}

// looked proves that two films look the same, as they are or one shown within the other.
func looked(a, b *film, sounds []hypothesis) (Proof, bool) {
	if runs, like := alignFilms(a, b, sounds); len(runs) > 0 {
		p := proofOf(a, b, runs, like)
		same, known := sameInset(a, b, longest(runs))
		if p.SameInset = same; same || !known && like >= leastAround(a, b) {
			return p, true
		}
	}
	for _, way := range [3]struct {
		a, b        *film
		inset, ofIt bool
	}{{a.inset, b, true, false}, {a, b.inset, false, true}, {a.inset, b.inset, true, true}} {
		if way.a == nil || way.b == nil {
			continue
		}
		if runs, like := alignFilms(way.a, way.b, sounds); len(runs) > 0 {
			p := proofOf(way.a, way.b, runs, like)
			p.Inset, p.InsetOf = way.inset, way.ofIt
			if way.inset {
				p.In = way.a.box
			}
			if way.ofIt {
				p.Of = way.b.box
			}
			return p, true
		}
	}
	return Proof{}, false
}

// upward is the link with its nodes in order.
func (l link) upward() link {
	if l.a > l.b {
		return l.turned()
	}
	return l
}

// standsBehind reports whether film l.a is a copy of l.b, and has nothing by which
// it could be known that l.b has not.
func (l link) standsBehind(nodes []node) bool {
	f, front := nodes[l.a].Fingerprint.film, nodes[l.b].Fingerprint.film
	if len(l.proof.Runs) > 1 || min(l.proof.FrameIn, l.proof.FrameOf) < wholeFilm || l.proof.Agreement < copyLike {
		return false
	}
	run := l.proof.Runs[0]
	if run.Speed != 1 || run.Mirrored || math.Abs(run.Offset) > nearby {
		return false
	}
	framed := min(f.box.area(), front.box.area()) >= copyBox*max(f.box.area(), front.box.area())
	if f.inset != nil && front.inset == nil || l.proof.Inset || l.proof.InsetOf {
		return false
	}
	looks := run.Frames > 0 && framed && density(front) >= copyDense*density(f) || f.blind() && front.blind()
	sounds := len(f.notes) < sureNotes || float64(run.Notes) >= max(sureNotes, copyNotes*float64(len(f.notes)))
	return looks && sounds
}

// nearReference lays the members of a footage on its reference that were only laid
// on a copy of it, and adds what is proven to the links of each.
func nearReference(nodes []node, ref int, members []int, near map[int][]link, quoting compilation) {
	if _, quotes := quoting[ref]; quotes || nodes[ref].Fingerprint.film == nil {
		return
	}
	for _, m := range members {
		linked := slices.ContainsFunc(near[ref], func(l link) bool { return l.b == m })
		if _, quotes := quoting[m]; quotes || linked || m == ref || nodes[m].Fingerprint.film == nil {
			continue
		}
		if l, said := layFilms(nodes, m, ref); said == same {
			near[m] = append(near[m], l)
			near[ref] = append(near[ref], l.turned())
		}
	}
}
