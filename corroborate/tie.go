package corroborate

// tie is a pair of a figure's statements, by index, that lead to one origin,
// and why.
type tie struct {
	a, b int
	why  string
}

// knots gathers a figure's statements by origin: a disjoint-set forest whose
// sets also know the best source among them.
type knots struct {
	all    []statement
	parent []int
	best   []int // of a root: the statement that says most of its origin
	held   []tie // the ties that were drawn
}

func newKnots(all []statement) *knots {
	k := &knots{all: all, parent: make([]int, len(all)), best: make([]int, len(all))}
	for i := range all {
		k.parent[i], k.best[i] = i, i
	}
	return k
}

func (k *knots) root(i int) int {
	for k.parent[i] != i {
		k.parent[i] = k.parent[k.parent[i]]
		i = k.parent[i]
	}
	return i
}

// source returns what is known of the origin of statement i.
func (k *knots) source(i int) source { return k.all[k.best[k.root(i)]].source }

// adrift reports whether nothing tied to statement i says where it comes from.
func (k *knots) adrift(i int) bool { return k.all[k.best[k.root(i)]].adrift() }

// draw ties two statements to one origin, unless theirs are proven different.
func (k *knots) draw(t tie) {
	a, b := k.root(t.a), k.root(t.b)
	if a != b && differ(k.source(a).Origin, k.source(b).Origin) != "" {
		return
	}
	k.held = append(k.held, t)
	if a == b {
		return
	}
	if b < a {
		a, b = b, a
	}
	if k.tells(k.best[b]) > k.tells(k.best[a]) {
		k.best[a] = k.best[b]
	}
	k.parent[b] = a
}

// drawLoose ties two statements where one of them leads nowhere by itself: a
// shared passage says little of two reports that each name their source.
func (k *knots) drawLoose(t tie) {
	if k.adrift(t.a) || k.adrift(t.b) || k.root(t.a) == k.root(t.b) {
		k.draw(t)
	}
}

// tells ranks how much a statement says of its origin.
func (k *knots) tells(i int) int {
	s := k.all[i]
	switch {
	case s.source.Kind == Party:
		return 5
	case !s.adrift() && s.source.Kind != Unknown:
		return 4
	case !s.adrift():
		return 3
	case s.source.Known:
		return 2
	case !s.source.silent:
		return 1
	default:
		return 0
	}
}
