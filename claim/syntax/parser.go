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
	kids     []uint64 // the relations that a word's dependents so far have, one bit each
}

func newState(words []Word) *state {
	markQuoted(words)
	n := len(words) + 1
	s := &state{words: words, next: 1, stack: make([]int, 1, n), head: make([]int, n),
		lefts: make([][2]int, n), rights: make([][2]int, n), nLeft: make([]uint8, n), nRight: make([]uint8, n), kids: make([]uint64, n)}
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

// parser builds the tree of a sentence in time linear in its words.
type parser struct {
	*weights
	labels *weights
}

func (p parser) parse(words []Word) {
	if len(words) == 0 {
		return
	}
	s := newState(words)
	scores := make([]int32, len(p.classes))
	labels := make([]int32, len(p.labels.classes))
	features := make([]uint64, 0, most)
	for !s.done() {
		p.score(s.extract(), scores)
		move := best(scores, s.allows)
		top := s.at(0)
		s.apply(move)
		if move != shift {
			features = s.labelFeatures(features[:0], top)
			p.labels.score(features, labels)
			class := best(labels, p.fits(s.head[top] == s.root()))
			s.named(top, class, p.labels.classes[class])
		}
	}
	s.write()
}

// fits says which relations a word can have: the root's is its own.
func (p parser) fits(isRoot bool) func(int) bool {
	return func(class int) bool { return (p.labels.classes[class] == "root") == isRoot }
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
