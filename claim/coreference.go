package claim

import (
	"slices"
	"sort"
	"strings"

	"github.com/atleast-desk/atleast"
)

// names are the names of a report, findable by every part of them, and where the
// latest of them stand.
type names struct {
	byLast  map[string][]string // full names by their last word in lower case
	outlets []string            // each once, in the order of the text
	known   map[string]bool
	first   map[string]int // where a name first stands
	order   []name         // those that words of the passage at hand can point to
}

func newNames() *names {
	return &names{byLast: map[string][]string{}, known: map[string]bool{}, first: map[string]int{}}
}

// learn takes in the names of a passage, for all passages.
func (n *names) learn(d *document) {
	for one := range d.namesIn {
		if n.known[one.full] {
			continue
		}
		n.known[one.full], n.first[one.full] = true, one.at
		key := lastPart(one.full)
		n.byLast[key] = append(n.byLast[key], one.full)
		if one.outlet {
			n.outlets = append(n.outlets, one.full)
		}
	}
}

// follow goes on to the next passage: its names join those before, of which only
// as many are kept as words of it can point back to.
func (n *names) follow(d *document) {
	if len(d.sentences) > 0 {
		near := n.before(d.sentences[0].from - reachOfPronoun)
		n.order = n.order[max(0, min(near, len(n.order)-reachOfNoun)):]
	}
	n.order = slices.AppendSeq(n.order, d.namesIn)
	n.order = slices.AppendSeq(n.order, d.unnamedIn)
	n.order = slices.AppendSeq(n.order, d.bodiesIn)
	slices.SortStableFunc(n.order, func(a, b name) int { return a.at - b.at })
}

// namesIn goes through the names in the passage. What is a subject is told of a
// passage with trees only.
func (d *document) namesIn(yield func(name) bool) {
	for _, s := range d.sentences {
		for i := 0; i < len(s.words); {
			first, last := s.nameAt(i)
			if last < first {
				i++
				continue
			}
			full := s.textOf(first, last)
			if !yield(name{full: full, at: s.words[first].Start, outlet: isOutlet(full), subject: s.isSubject(first, last)}) {
				return
			}
			i = last + 1
		}
	}
}

func lastPart(full string) string { return strings.ToLower(full[strings.LastIndexByte(full, ' ')+1:]) }

// fullest returns the longest form under which the report names the same one.
func (n *names) fullest(short string) string {
	best := short
	parts := strings.Fields(strings.ToLower(short))
	for i, full := range n.byLast[lastPart(short)] {
		if i == mostNamesakes {
			break
		}
		if len(full) > len(best) && containsAll(strings.Fields(strings.ToLower(full)), parts) {
			best = full
		}
	}
	return best
}

// mostNamesakes bounds how many names with one last word are looked at.
const mostNamesakes = 64

func containsAll(words, wanted []string) bool {
	have := map[string]bool{}
	for _, w := range words {
		have[w] = true
	}
	for _, w := range wanted {
		if !have[w] && w != "the" {
			return false
		}
	}
	return true
}

// before returns how many of the names in order stand before a byte offset.
func (n *names) before(at int) int {
	return sort.Search(len(n.order), func(i int) bool { return n.order[i].at >= at })
}

// reachOfPronoun is how many bytes back "he" and "she" can point.
const reachOfPronoun = 600

// personBefore finds whom "he" or "she" at a byte offset stands for: the person who last was the subject of a clause,
// by the fullest name, or as described where no name is given.
func (n *names) personBefore(at int, pronoun string) (string, atleast.SpeakerKind) {
	for i := n.before(at) - 1; i >= 0; i-- {
		c := n.order[i]
		if at-c.at > reachOfPronoun {
			break
		}
		if c.outlet || c.body || !c.subject {
			continue
		}
		if c.unnamed && suits(c.full, pronoun) {
			return c.full, atleast.Unnamed
		}
		if full := n.nameOf(c.full, c.at); !c.unnamed && couldBe(full, pronoun) {
			return full, atleast.Named
		}
	}
	return "", atleast.Unnamed
}
