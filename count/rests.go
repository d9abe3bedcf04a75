package count

import (
	"slices"
	"strings"

	"github.com/atleast-desk/atleast"
)

// restsOn lists what the floor rests on: the sightings that carry weight and
// the verdicts that set them apart, each with the floor without it, worst first.
func (s *Session) restsOn(c *atleast.Certificate) []atleast.Support {
	list := []atleast.Support{}
	for _, w := range c.Weights {
		list = append(list, atleast.Support{Sighting: w.ID, FloorWithout: s.without(w.ID, nil)})
	}
	for _, p := range c.Pairs {
		if p.Because == atleast.ByVerdict {
			pair := [2]string{p.A, p.B}
			list = append(list, atleast.Support{Verdict: &pair, FloorWithout: s.without("", &pair)})
		}
	}
	slices.SortStableFunc(list, worse)
	return list
}

func worse(a, b atleast.Support) int {
	switch {
	case *a.FloorWithout < *b.FloorWithout:
		return -1
	case *a.FloorWithout > *b.FloorWithout:
		return 1
	}
	return strings.Compare(a.Sighting, b.Sighting)
}

// without is the floor without a sighting or a verdict.
func (s *Session) without(id string, pair *[2]string) *int64 {
	ev := s.ev
	ev.Sightings = slices.DeleteFunc(slices.Clone(ev.Sightings), func(x atleast.Sighting) bool { return x.ID == id })
	ev.Verdicts = slices.DeleteFunc(slices.Clone(ev.Verdicts), func(v atleast.PairVerdict) bool {
		return v.A == id || v.B == id || pair != nil && (v.A == pair[0] && v.B == pair[1] || v.A == pair[1] && v.B == pair[0])
	})
	found := newBoard(&ev, s.o, nil).least(s.o)
	return &found.floor
}
