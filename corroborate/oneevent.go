package corroborate

import (
	"math"
	"time"
)

// unknownDays stands for a distance in time that is not known.
var unknownDays = math.Inf(1)

// How near two reports must be for their numbers to be taken for one where
// neither says when.
const (
	nearDays     = 30
	weekDays     = 7   // so near that one shared name is enough
	topicNames   = 2   // proper names that two reports on one event share
	tellingNamed = 20  // a number from which on, if it is not round, one shared name is enough
	tellingAlone = 100 // and from which on it needs none
	comparedMax  = 16  // reports of a figure that a new one is compared with
)

// oneEvent reports whether a statement that is not dated alike tells of the
// group's event: the number is the same and so unround that it tells by itself,
// the place is the same, or the reports share enough names, of which a number
// that tells something needs fewer.
func (g *group) oneEvent(s statement, same, agrees bool) bool {
	n := number(*s.claim.Quantity)
	switch {
	case same && (agrees || n >= tellingAlone && math.Mod(n, 10) != 0):
		return true
	case same && (n >= tellingNamed && math.Mod(n, 10) != 0 || g.apartBy(s) <= weekDays):
		return g.onTopic(s, 1)
	default:
		return (same || agrees) && g.onTopic(s, topicNames)
	}
}

// near reports whether the statement's report appeared close to the figure's,
// as far as their days are known.
func (g *group) near(s statement) bool {
	days := g.apartBy(s)
	return days <= nearDays || days == unknownDays
}

// apartBy returns how many days lie between the statement's report and the
// first dated one of the figure.
func (g *group) apartBy(s statement) float64 {
	at, err := time.Parse(time.DateOnly, s.report.Published)
	if err != nil {
		return unknownDays
	}
	for _, other := range g.statements[:min(len(g.statements), comparedMax)] {
		if then, err := time.Parse(time.DateOnly, other.report.Published); err == nil {
			return at.Sub(then).Abs().Hours() / 24
		}
	}
	return unknownDays
}

// onTopic reports whether the statement's report shares so many proper names
// with one of the figure's.
func (g *group) onTopic(s statement, names int) bool {
	for _, other := range g.statements[:min(len(g.statements), comparedMax)] {
		if shared(s.report.names, other.report.names, names) == names {
			return true
		}
	}
	return false
}
