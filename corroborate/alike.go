package corroborate

import (
	"maps"
	"slices"

	"github.com/atleast-desk/atleast"
)

// alike is what people said of pairs of one sort: which are the same, with
// whatever follows from it (one that is the same as two makes these two the
// same), and which are different. Verdicts that contradict one another are set
// aside, all of them, and reported: nobody but those who gave them can choose.
type alike struct {
	on      map[[2]string][]Judged // those in force, by the pair
	about   map[string][]Judged    // all of them, by either of the pair
	clashes []Clash
	parent  map[string]string          // of those judged the same, a forest
	foes    map[string]map[string]bool // of a root: the roots judged different from it
}

// alikeBy reads the verdicts on pairs of one sort, oldest first.
func alikeBy(verdicts []Judged) alike {
	a := alike{on: map[[2]string][]Judged{}, about: map[string][]Judged{}, parent: map[string]string{}, foes: map[string]map[string]bool{}}
	if len(verdicts) == 0 {
		return a
	}
	standing := standing(verdicts)
	for pair, said := range standing {
		if decided := slices.DeleteFunc(slices.Clone(said), unsure); len(decided) > 0 {
			a.on[pair] = decided
		}
	}
	a.setDifferingAside()
	a.setContradictingAside()
	a.join()
	a.index(standing)
	return a
}

func unsure(j Judged) bool { return j.Is == atleast.Unsure }

// standing returns, by pair, the last word of each person.
func standing(verdicts []Judged) map[[2]string][]Judged {
	all := map[[2]string][]Judged{}
	for _, v := range verdicts {
		pair := pairOf(v.A, v.B)
		all[pair] = append(slices.DeleteFunc(all[pair], func(old Judged) bool { return old.By == v.By }), v)
	}
	return all
}

// setDifferingAside takes out the pairs of which people conclude different
// things.
func (a *alike) setDifferingAside() {
	for _, pair := range a.pairs() {
		said := a.on[pair]
		if slices.ContainsFunc(said, func(j Judged) bool { return j.Is != said[0].Is }) {
			a.clashes = append(a.clashes, Clash{said})
			delete(a.on, pair)
		}
	}
}

// setContradictingAside takes out every pair that is judged different while a
// chain of others joins it, with the shortest such chain, until none is left.
func (a *alike) setContradictingAside() {
	a.join()
	defer func() { a.parent, a.foes = map[string]string{}, map[string]map[string]bool{} }()
	for _, pair := range a.judged(atleast.Different) {
		if a.root(pair[0]) != a.root(pair[1]) {
			continue
		}
		different := a.on[pair]
		for path := a.path(pair); path != nil; path = a.path(pair) {
			clash := Clash{slices.Clone(different)}
			for _, step := range path {
				clash.Verdicts = append(clash.Verdicts, a.on[step]...)
				delete(a.on, step)
			}
			a.clashes = append(a.clashes, clash)
			delete(a.on, pair)
		}
	}
}

// path returns the shortest chain of pairs judged the same that leads from one
// of a pair to the other, or nil.
func (a *alike) path(pair [2]string) [][2]string {
	next := map[string][]string{}
	for _, p := range a.judged(atleast.Same) {
		next[p[0]], next[p[1]] = append(next[p[0]], p[1]), append(next[p[1]], p[0])
	}
	from := map[string]string{pair[0]: pair[0]}
	for queue := []string{pair[0]}; len(queue) > 0; queue = queue[1:] {
		for _, other := range next[queue[0]] {
			if _, met := from[other]; !met {
				from[other] = queue[0]
				queue = append(queue, other)
			}
		}
	}
	if _, met := from[pair[1]]; !met {
		return nil
	}
	var steps [][2]string
	for at := pair[1]; at != pair[0]; at = from[at] {
		steps = append(steps, pairOf(at, from[at]))
	}
	return steps
}

// join gathers what is the same, and then who is different from whom.
func (a *alike) join() {
	for _, pair := range a.judged(atleast.Same) {
		if one, other := a.root(pair[0]), a.root(pair[1]); one != other {
			a.parent[max(one, other)] = min(one, other)
		}
	}
	for _, pair := range a.judged(atleast.Different) {
		one, other := a.root(pair[0]), a.root(pair[1])
		for _, p := range [][2]string{{one, other}, {other, one}} {
			if a.foes[p[0]] == nil {
				a.foes[p[0]] = map[string]bool{}
			}
			a.foes[p[0]][p[1]] = true
		}
	}
}

// index lists everything said by whom it is about.
func (a *alike) index(standing map[[2]string][]Judged) {
	for _, pair := range slices.SortedFunc(maps.Keys(standing), byPair) {
		for _, j := range standing[pair] {
			j.Aside = a.on[pair] == nil && !unsure(j)
			a.about[j.A], a.about[j.B] = append(a.about[j.A], j), append(a.about[j.B], j)
		}
	}
}

// root returns the one that stands for all that are the same as a subject.
func (a *alike) root(subject string) string {
	for {
		parent, joined := a.parent[subject]
		if !joined {
			return subject
		}
		subject = parent
	}
}

// pairs are those on which something is in force, in order.
func (a *alike) pairs() [][2]string { return slices.SortedFunc(maps.Keys(a.on), byPair) }

// judged are those of them that are judged so.
func (a *alike) judged(is atleast.Judgement) [][2]string {
	return slices.DeleteFunc(a.pairs(), func(pair [2]string) bool { return a.on[pair][0].Is != is })
}
