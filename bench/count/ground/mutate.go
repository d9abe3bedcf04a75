package ground

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/atleast-desk/atleast"
)

// Mutate changes one thing in a copy of the case or of its tally. ok is false
// where the drawn mutation does not apply. Some mutations leave every claim
// true: Holds says which.
func Mutate(rng *rand.Rand, c Case, t atleast.Tally) (Case, atleast.Tally, bool) {
	c, t = clone(c), clone(t)
	var ok bool
	if rng.IntN(3) == 0 {
		ok = mutateEvidence(rng, &c)
	} else {
		ok = mutations[rng.IntN(len(mutations))](rng, &c, &t)
	}
	return c, t, ok
}

func clone[T any](x T) (copied T) {
	text, err := json.Marshal(x)
	if err == nil {
		err = json.Unmarshal(text, &copied)
	}
	if err != nil {
		panic(fmt.Sprintf("ground: clone: %v", err))
	}
	return copied
}

// bump is a small change that is not zero.
func bump(rng *rand.Rand) int64 { return []int64{-2, -1, 1, 2, 7}[rng.IntN(5)] }

func pick[T any](rng *rand.Rand, list []T) (*T, bool) {
	if len(list) == 0 {
		return nil, false
	}
	return &list[rng.IntN(len(list))], true
}

// without drops one element.
func without[T any](rng *rand.Rand, list []T) ([]T, bool) {
	if len(list) == 0 {
		return list, false
	}
	i := rng.IntN(len(list))
	return append(list[:i:i], list[i+1:]...), true
}

func change(rng *rand.Rand, n *int64) bool {
	if n == nil {
		return false
	}
	*n += bump(rng)
	return true
}

func anyID(rng *rand.Rand, c *Case) string {
	return c.Evidence.Sightings[rng.IntN(len(c.Evidence.Sightings))].ID
}

var mutations = []func(*rand.Rand, *Case, *atleast.Tally) bool{
	func(rng *rand.Rand, _ *Case, t *atleast.Tally) bool { return change(rng, t.Floor) },
	func(rng *rand.Rand, _ *Case, t *atleast.Tally) bool { return change(rng, t.LeastWorld) },
	func(rng *rand.Rand, _ *Case, t *atleast.Tally) bool {
		if t.Floor == nil || t.LeastWorld == nil {
			return false
		}
		by := bump(rng)
		*t.Floor += by
		*t.LeastWorld += by
		return true
	},
	func(_ *rand.Rand, _ *Case, t *atleast.Tally) bool { t.Exact = !t.Exact; return true },
	func(rng *rand.Rand, _ *Case, t *atleast.Tally) bool { return change(rng, t.Ceiling) },
	func(_ *rand.Rand, _ *Case, t *atleast.Tally) bool {
		if t.Ceiling == nil && t.Floor != nil {
			ceiling := *t.Floor + 3
			t.Ceiling = &ceiling
			return true
		}
		t.Ceiling = nil
		return true
	},
	func(_ *rand.Rand, _ *Case, t *atleast.Tally) bool {
		t.Floor, t.LeastWorld, t.Ceiling, t.Certificate = nil, nil, nil, nil
		t.World, t.Exact, t.Assumed, t.RestsOn = nil, false, nil, nil
		return true
	},
	mutateWeights, mutateWeights, mutateWeights, mutateReasons, mutateTree, mutateTree,
	mutateWorld, mutateWorld, mutateWorld, mutateAsides, mutateClash,
}

// allWeights gathers every list of weights in a certificate.
func allWeights(c *atleast.Certificate) []*[]atleast.Weight {
	lists := []*[]atleast.Weight{&c.Weights}
	for i := range c.Parts {
		lists = append(lists, &c.Parts[i].Weights)
		for _, n := range nodes(c.Parts[i].Tree) {
			if n.Split == nil {
				lists = append(lists, &n.Weights)
			}
		}
	}
	return lists
}

func nodes(n *atleast.Node) []*atleast.Node {
	if n == nil {
		return nil
	}
	return append(append([]*atleast.Node{n}, nodes(n.AtMost)...), nodes(n.AtLeast)...)
}

func mutateWeights(rng *rand.Rand, c *Case, t *atleast.Tally) bool {
	if t.Certificate == nil {
		return false
	}
	lists := allWeights(t.Certificate)
	list := lists[rng.IntN(len(lists))]
	w, some := pick(rng, *list)
	amount := []string{"", "0", "1", "2", "1/2", "1/3", "2/3", "3/2", "1/0", "-1", "0.5"}[rng.IntN(11)]
	switch n := rng.IntN(5); {
	case n == 0 && some:
		*list, _ = without(rng, *list)
	case n == 1 && some:
		w.Z = amount
	case n == 2 && some:
		w.ID = anyID(rng, c)
	case n == 3:
		*list = append(*list, atleast.Weight{ID: anyID(rng, c), Y: "1"})
	case some:
		w.Y = amount
	default:
		return false
	}
	return true
}

func mutateReasons(rng *rand.Rand, c *Case, t *atleast.Tally) bool {
	if t.Certificate == nil {
		return false
	}
	p, some := pick(rng, t.Certificate.Pairs)
	switch n := rng.IntN(3); {
	case n == 0:
		t.Certificate.Pairs = append(t.Certificate.Pairs, atleast.Apart{A: anyID(rng, c), B: anyID(rng, c), Because: atleast.ByVerdict})
	case n == 1 && some:
		p.Because = []atleast.Because{atleast.ByKind, atleast.ByPlaceTime, atleast.ByAssumption, atleast.ByVerdict}[rng.IntN(4)]
	case some:
		p.A = anyID(rng, c)
	default:
		return false
	}
	return true
}

func mutateTree(rng *rand.Rand, c *Case, t *atleast.Tally) bool {
	if t.Certificate == nil {
		return false
	}
	part, some := pick(rng, t.Certificate.Parts)
	if !some {
		return false
	}
	n, some := pick(rng, nodes(part.Tree))
	if !some {
		return false
	}
	switch node := *n; {
	case node.Split != nil && rng.IntN(2) == 0:
		node.Split.K += bump(rng)
	case node.Split != nil && rng.IntN(2) == 0:
		node.Split.A = anyID(rng, c)
	case node.Split != nil:
		node.AtMost, node.AtLeast = node.AtLeast, node.AtMost
	case len(node.Terms) > 0 && rng.IntN(3) > 0:
		node.Terms[rng.IntN(len(node.Terms))] = []string{"", "1", "1/2", "2"}[rng.IntN(4)]
	default:
		node.Impossible = !node.Impossible
	}
	return true
}

func mutateWorld(rng *rand.Rand, c *Case, t *atleast.Tally) bool {
	share, some := pick(rng, t.World)
	if !some {
		return false
	}
	switch rng.IntN(6) {
	case 0:
		share.People += bump(rng)
	case 1:
		t.World, _ = without(rng, t.World)
	case 2:
		share.SeenIn, _ = without(rng, share.SeenIn)
	case 3:
		share.SeenIn = append(share.SeenIn, anyID(rng, c))
	case 4:
		if seen, some := pick(rng, share.SeenIn); some {
			*seen = anyID(rng, c)
		}
	case 5: // two shares become one, which would make the world smaller
		other, _ := pick(rng, t.World)
		if other == share || t.LeastWorld == nil {
			return false
		}
		less := min(share.People, other.People)
		share.SeenIn = append(share.SeenIn, other.SeenIn...)
		share.People, other.People = less, other.People-less
		*t.LeastWorld -= less
	}
	return true
}

func mutateAsides(rng *rand.Rand, c *Case, t *atleast.Tally) bool {
	if s, some := pick(rng, t.RestsOn); some && rng.IntN(2) == 0 {
		if rng.IntN(3) == 0 && s.Sighting != "" {
			s.Sighting = anyID(rng, c) + "x"
			return true
		}
		*s.FloorWithout = *t.Floor + 1 + rng.Int64N(3)
		return true
	}
	if a, some := pick(rng, t.Assumed); some && a.Floor != nil {
		if rng.IntN(2) == 0 {
			a.Name += "x"
		} else {
			*a.Floor = *t.Floor - 1 - rng.Int64N(2)
		}
		return true
	}
	return false
}

func mutateClash(rng *rand.Rand, c *Case, t *atleast.Tally) bool {
	clash, some := pick(rng, t.Contradictions)
	if !some {
		pair := [2]string{anyID(rng, c), anyID(rng, c)}
		t.Contradictions = append(t.Contradictions, atleast.Contradiction{Verdicts: [][2]string{pair}})
		return true
	}
	var ok bool
	switch rng.IntN(4) {
	case 0:
		clash.Sightings, ok = without(rng, clash.Sightings)
	case 1:
		clash.Verdicts, ok = without(rng, clash.Verdicts)
	case 2:
		if v, some := pick(rng, clash.Verdicts); some {
			v[rng.IntN(2)], ok = anyID(rng, c), true
		}
	case 3:
		if s, some := pick(rng, clash.Sightings); some {
			*s, ok = anyID(rng, c), true
		}
	}
	return ok
}

// mutateEvidence changes what the tally was computed from.
func mutateEvidence(rng *rand.Rand, c *Case) bool {
	ev := &c.Evidence
	s, _ := pick(rng, ev.Sightings)
	v, some := pick(rng, ev.Verdicts)
	switch n := rng.IntN(12); {
	case n == 0 && some:
		ev.Verdicts, _ = without(rng, ev.Verdicts)
	case n == 1 && some:
		v.Is = atleast.OnPair.Judgements()[rng.IntN(4)]
	case n == 2 && some:
		v.By = []string{"m.r", "m.r "}
	case n == 3 && some:
		v.A, v.B = v.B, v.A
	case n == 4:
		s.Status = atleast.Statuses()[rng.IntN(4)]
	case n == 5:
		s.Low = max(0, s.Low+bump(rng))
		if s.High != nil {
			*s.High = max(s.Low, *s.High)
		}
	case n == 6:
		high := s.Low + rng.Int64N(3)
		s.High = &high
	case n == 7 && s.High != nil:
		s.High = nil
	case n == 8 && s.Place != nil:
		town := towns[rng.IntN(len(towns))]
		s.Place = &town
	case n == 9 && s.Time != nil:
		s.Time.To = s.Time.To.Add(time.Duration(rng.IntN(4)) * time.Hour)
	case n == 10 && s.Kind != "":
		s.Kind = []string{"", "tank", "truck", "gun"}[rng.IntN(4)]
	case n == 11:
		c.Options = Options{rng.IntN(2) == 0, rng.IntN(2) == 0}
	default:
		return false
	}
	return true
}
