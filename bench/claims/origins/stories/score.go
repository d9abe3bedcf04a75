package stories

import (
	"strings"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/corroborate"
)

// Score counts independent origins: how many are behind the stories in truth,
// how many were found, and how many of those found are truly different.
type Score struct {
	Stories, True, Found, Right int
}

// Precision is the share of the origins found that are truly different.
func (s Score) Precision() float64 { return share(s.Right, s.Found) }

// Recall is the share of the true origins that were found.
func (s Score) Recall() float64 { return share(s.Right, s.True) }

func share(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

// Add adds another score.
func (s Score) Add(t Score) Score {
	return Score{s.Stories + t.Stories, s.True + t.True, s.Found + t.Found, s.Right + t.Right}
}

// ScoreOf scores the figures that were found in the story's reports. Found are
// the largest set of origins of which every two are proven apart; each stands
// for the true origin of most of its claims, and two that stand for the same
// one are right only once.
func (s Story) ScoreOf(figures []corroborate.Figure) Score {
	truth := map[string]bool{}
	for _, c := range s.Truth {
		truth[c.Origin] = true
	}
	score := Score{Stories: 1, True: len(truth)}
	f, ok := s.told(figures)
	if !ok {
		return score
	}
	best := -1
	for set := range 1 << len(f.Origins) {
		if right, found, ok := s.rate(f, set); ok && (found > score.Found || found == score.Found && right > best) {
			score.Found, score.Right, best = found, right, right
		}
	}
	return score
}

// told returns the figure that most of the marked claims went into.
func (s Story) told(figures []corroborate.Figure) (corroborate.Figure, bool) {
	best, most := corroborate.Figure{}, 0
	for _, f := range figures {
		n := 0
		for _, c := range f.Carriers {
			if s.origin(c) != "" {
				n++
			}
		}
		if n > most {
			best, most = f, n
		}
	}
	return best, most > 0
}

// rate counts the origins of a set, given as bits, and the true ones they stand
// for; ok where every two are proven apart.
func (s Story) rate(f corroborate.Figure, set int) (right, found int, ok bool) {
	stands := map[string]bool{}
	for i := range f.Origins {
		if set>>i&1 == 0 {
			continue
		}
		found++
		for j := range i {
			if set>>j&1 == 1 && !apart(f, j, i) {
				return 0, 0, false
			}
		}
		if name := s.standsFor(f, i); name != "" {
			stands[name] = true
		}
	}
	return len(stands), found, true
}

func apart(f corroborate.Figure, a, b int) bool {
	for _, pair := range f.Apart {
		if pair.A == a && pair.B == b {
			return true
		}
	}
	return false
}

// standsFor is the true origin of most claims that lead to an origin.
func (s Story) standsFor(f corroborate.Figure, origin int) string {
	count := map[string]int{}
	best := ""
	for _, c := range f.Carriers {
		if name := s.origin(c); c.Origin == origin && name != "" {
			count[name]++
			if count[name] > count[best] || count[name] == count[best] && name < best {
				best = name
			}
		}
	}
	return best
}

// origin is the true origin of a carrier: that of the claim marked where its
// words stand. A machine may mark more or fewer of them than a person.
func (s Story) origin(c corroborate.Carrier) string {
	for _, marked := range s.Truth {
		if marked.Report == c.Report && s.overlaps(c, marked.Claim) {
			return marked.Origin
		}
	}
	return ""
}

// overlaps reports whether the words of a carrier share some place in its
// report with those of a claim.
func (s Story) overlaps(c corroborate.Carrier, marked atleast.Claim) bool {
	report := s.report(c.Report)
	if report == nil {
		return false
	}
	at := strings.Index(report.Text, c.Quote)
	return at >= 0 && at < marked.End && marked.Start < at+len(c.Quote)
}
