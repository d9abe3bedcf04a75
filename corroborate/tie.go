package corroborate

// tie is a pair of a figure's statements, by index, that lead to one origin,
// and why.
type tie struct {
	a, b int
	why  string
	by   bool // whether a person said so, so that it is not the machine's word
}

// knots gathers a figure's statements by origin: a disjoint-set forest whose
// sets also know the best source among them.
type knots struct {
	all    []statement
	parent []int
	best   []int    // of a root: the statement that says most of its origin
	held   []tie    // the ties that were drawn
	foes   [][2]int // the pairs of statements that a person judged to go back to two origins
}

func newKnots(all []statement) *knots {
	k := &knots{all: all, parent: make([]int, len(all)), best: make([]int, len(all))}
	for i := range all {
		k.parent[i], k.best[i] = i, i
	}
	return k
}

// members lists the statements of each origin, in the order in which origins
// come, and returns for each statement which is its.
func (k *knots) members() (members [][]int, at []int) {
	first := map[int]int{}
	at = make([]int, len(k.all))
	for i := range k.all {
		root := k.root(i)
		if _, seen := first[root]; !seen {
			first[root] = len(members)
			members = append(members, nil)
		}
		at[i] = first[root]
		members[at[i]] = append(members[at[i]], i)
	}
	return members, at
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

// draw ties two statements to one origin, unless theirs are proven different, by
// what the reports say of them or by a person who said so. What a person said to
// be one is tied whatever the reports say.
func (k *knots) draw(t tie) {
	a, b := k.root(t.a), k.root(t.b)
	if a != b && (k.opposed(a, b) || !t.by && differ(k.source(a).Origin, k.source(b).Origin)) {
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

// opposed reports whether a person judged some of what leads to one root to have
// another origin than some of what leads to the other.
func (k *knots) opposed(a, b int) bool {
	for _, pair := range k.foes {
		if x, y := k.root(pair[0]), k.root(pair[1]); x == a && y == b || x == b && y == a {
			return true
		}
	}
	return false
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
