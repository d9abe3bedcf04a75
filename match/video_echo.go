package match

import (
	"cmp"
	"slices"

	"github.com/atleast-desk/atleast"
)

// echo is two nodes that sound the same and do not look the same: a song under
// two films, or one speech filmed twice. It joins nothing; people are told.
type echo struct {
	a, b int
	run  Passage // of a in b
}

// heardOnly reports whether the link says nothing about pictures.
func (l link) heardOnly() bool { return l.proof.film() && longest(l.proof.Runs).Frames == 0 }

// unsung takes out the links by which a sound would tie films together that do
// not look the same: what is heard in two footages belongs to neither. They are echoes.
func unsung(nodes []node, links []link) ([]link, []echo) {
	blind := func(i int) bool { return nodes[i].Fingerprint.film.blind() }
	mixed := func(l link) bool { return l.heardOnly() && blind(l.a) != blind(l.b) }
	footageOf := make([]int, len(nodes))
	apart := slices.DeleteFunc(slices.Clone(links), mixed)
	for i, members := range components(nodes, apart, nil) {
		for _, m := range members {
			footageOf[m] = i
		}
	}
	const several = -1
	heardIn := map[int]int{} // a footage of sounds, and the one of films it is heard in
	for _, l := range links {
		if !mixed(l) {
			continue
		}
		sound, film := footageOf[l.a], footageOf[l.b]
		if blind(l.b) {
			sound, film = film, sound
		}
		if known, ok := heardIn[sound]; ok && known != film {
			film = several
		}
		heardIn[sound] = film
	}
	var echoes []echo
	links = slices.DeleteFunc(links, func(l link) bool {
		sung := mixed(l) && (heardIn[footageOf[l.a]] == several || heardIn[footageOf[l.b]] == several)
		if sung {
			echoes = append(echoes, echo{l.a, l.b, l.proof.Runs[0]})
		}
		return sung
	})
	return links, echoes
}

// tell notes the echoes with the members of different footages.
func tell(nodes []node, at map[string]placeOf, echoes []echo) {
	for _, e := range echoes {
		a, b := at[nodes[e.a].Path], at[nodes[e.b].Path]
		if a.group == b.group {
			continue
		}
		a.member.SameSound = append(a.member.SameSound, atleast.SameSound{With: b.member.Path, Passage: partOf(e.run)})
		b.member.SameSound = append(b.member.SameSound, atleast.SameSound{With: a.member.Path, Passage: partOf(e.run.swapped())})
	}
	for _, p := range at {
		slices.SortFunc(p.member.SameSound, func(x, y atleast.SameSound) int { return cmp.Compare(x.With, y.With) })
	}
}
