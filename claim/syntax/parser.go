package syntax

// The moves of the arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and
// Satta): push the next word, make the top of the stack depend on the word below
// it, or on the next word.
const (
	shift = iota
	right
	left
)

var moves = []string{"shift", "right", "left"}

// none is the head of a word that has none yet.
const none = -2

// state is a parse under way. Word len(words) is the root.
type state struct {
	words    []Word
	next     int
	stack    []int
	head     []int
	lefts    [][2]int // the two outermost dependents to the left
	rights   [][2]int
	nLeft    []uint8
	nRight   []uint8
	features []uint64
}

func newState(words []Word) *state {
	n := len(words) + 1
	s := &state{words: words, next: 1, stack: make([]int, 1, n), head: make([]int, n),
		lefts: make([][2]int, n), rights: make([][2]int, n), nLeft: make([]uint8, n), nRight: make([]uint8, n)}
	for i := range s.head {
		s.head[i] = none
		s.lefts[i], s.rights[i] = [2]int{none, none}, [2]int{none, none}
	}
	return s
}

func (s *state) root() int { return len(s.words) }

func (s *state) done() bool { return len(s.stack) == 0 && s.next >= s.root() }

// allows says which moves keep the parse a tree with one root.
func (s *state) allows(move int) bool {
	switch move {
	case shift:
		return s.next < s.root()
	case right:
		return len(s.stack) >= 2
	default:
		return len(s.stack) == 1 || len(s.stack) > 1 && s.next < s.root()
	}
}

func (s *state) apply(move int) {
	top := len(s.stack) - 1
	switch move {
	case shift:
		s.stack = append(s.stack, s.next)
		s.next++
	case right:
		s.attach(s.stack[top-1], s.stack[top])
		s.stack = s.stack[:top]
	default:
		s.attach(s.next, s.stack[top])
		s.stack = s.stack[:top]
	}
}

func (s *state) attach(head, child int) {
	s.head[child] = head
	if child < head {
		s.lefts[head] = [2]int{child, s.lefts[head][0]}
		s.nLeft[head] = min(s.nLeft[head]+1, 5)
		return
	}
	s.rights[head] = [2]int{child, s.rights[head][0]}
	s.nRight[head] = min(s.nRight[head]+1, 5)
}

func (s *state) form(i int) uint64 {
	switch {
	case i < 0:
		return before
	case i >= len(s.words):
		return after
	}
	return s.words[i].form
}

func (s *state) tagOf(i int) uint64 {
	switch {
	case i < 0:
		return before
	case i >= len(s.words):
		return after
	}
	return s.words[i].tag
}

func (s *state) at(depth int) int {
	if depth >= len(s.stack) {
		return none
	}
	return s.stack[len(s.stack)-1-depth]
}

func (s *state) ahead(by int) int {
	if s.next+by > s.root() {
		return none
	}
	return s.next + by
}

func outer(of [][2]int, i, which int) int {
	if i < 0 {
		return none
	}
	return of[i][which]
}

func count(of []uint8, i int) uint64 {
	if i < 0 {
		return 0
	}
	return uint64(of[i])
}

// extract lists the features of the state, after Zhang and Nivre.
func (s *state) extract() []uint64 {
	s0, s1, s2 := s.at(0), s.at(1), s.at(2)
	n0, n1, n2 := s.ahead(0), s.ahead(1), s.ahead(2)
	s0l, s0l2 := outer(s.lefts, s0, 0), outer(s.lefts, s0, 1)
	s0r, s0r2 := outer(s.rights, s0, 0), outer(s.rights, s0, 1)
	s1l, s1r, s1r2 := outer(s.lefts, s1, 0), outer(s.rights, s1, 0), outer(s.rights, s1, 1)
	n0l, n0l2 := outer(s.lefts, n0, 0), outer(s.lefts, n0, 1)
	w, t := s.form, s.tagOf
	ws0, ts0, ws1, ts1, ts2 := w(s0), t(s0), w(s1), t(s1), t(s2)
	wn0, tn0, wn1, tn1, wn2, tn2 := w(n0), t(n0), w(n1), t(n1), w(n2), t(n2)
	far := uint64(0)
	if s0 >= 0 && n0 >= 0 {
		far = uint64(min(n0-s0, 6))
	}
	near := uint64(0)
	if s0 >= 0 && s1 >= 0 {
		near = uint64(min(s0-s1, 6))
	}
	f := append(s.features[:0],
		mix(0), mix(1, ws0), mix(2, ts0), mix(3, ws0, ts0), mix(4, ws1), mix(5, ts1), mix(6, ws1, ts1), mix(7, wn0), mix(8, tn0),
		mix(9, wn0, tn0), mix(10, wn1), mix(11, tn1), mix(12, wn1, tn1), mix(13, wn2), mix(14, tn2), mix(15, ts2),
		mix(16, ws0, wn0), mix(17, ws0, tn0), mix(18, ts0, wn0), mix(19, ts0, tn0), mix(20, ws0, ts0, tn0), mix(21, ts0, wn0, tn0),
		mix(22, ws1, ws0), mix(23, ts1, ws0), mix(24, ws1, ts0), mix(25, ts1, ts0), mix(26, ts1, ts0, tn0), mix(27, ws1, ts1, ts0),
		mix(28, ts0, tn0, tn1), mix(29, ts0, tn0, tn1, tn2), mix(30, tn0, tn1, tn2), mix(31, ts2, ts1, ts0), mix(32, ts1, tn0),
		mix(33, ts0, t(s0l), tn0), mix(34, ts0, t(s0r), tn0), mix(35, ts0, t(n0l), tn0), mix(36, ts1, t(s1r), ts0), mix(37, ts1, t(s1l), ts0),
		mix(38, ts1, ts0, t(s0l)), mix(39, ts0, t(s0l), t(s0l2)), mix(40, ts0, t(s0r), t(s0r2)), mix(41, tn0, t(n0l), t(n0l2)), mix(42, ts1, t(s1r), t(s1r2)),
		mix(43, w(s0l)), mix(44, w(s0r)), mix(45, w(n0l)), mix(46, w(s1r), ts0),
		mix(47, far, ts0, tn0), mix(48, near, ts1, ts0), mix(49, far, ws0), mix(50, far, wn0),
		mix(51, ts0, count(s.nLeft, s0), count(s.nRight, s0)), mix(52, ws0, count(s.nRight, s0), tn0), mix(53, tn0, count(s.nLeft, n0), wn0),
		mix(54, ts1, count(s.nRight, s1), ts0), mix(55, ws1, count(s.nRight, s1), ts0), mix(56, ws0, tn0, tn1), mix(57, ts0, wn0, tn1), mix(58, ts1, ts0, tn0, tn1),
		mix(59, ws1, tn0), mix(60, ts1, ws0, tn0), mix(61, w(s0l), ts0, tn0), mix(62, ws1, ts0, tn0))
	s.features = f
	return f
}

// parser builds the tree of a sentence in time linear in its words.
type parser struct{ *weights }

func (p parser) parse(words []Word) {
	if len(words) == 0 {
		return
	}
	s := newState(words)
	scores := make([]int32, len(p.classes))
	for !s.done() {
		p.score(s.extract(), scores)
		s.apply(best(scores, s.allows))
	}
	s.write()
}

// write copies the heads into the words.
func (s *state) write() {
	for i := range s.words {
		s.words[i].Head = s.head[i]
		if s.head[i] == s.root() {
			s.words[i].Head = -1
		}
	}
}
