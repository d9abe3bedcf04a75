package corroborate

import (
	"math"
	"slices"
)

// unknownDays stands for a distance in time that is not known.
var unknownDays = math.Inf(1)

// What it takes for two reports to tell of one event.
const (
	nearDays     = 30  // farther apart, only the day itself ties them
	weekDays     = 7   // so near that one shared name tells something
	shortDays    = 3   // so near that a number above severalDead does
	fortnight    = 14  // so near that a town's news tells of one event with so many
	severalDead  = 10  // as this and more
	topicNames   = 2   // proper names that two reports on one event share
	tellingNamed = 20  // a number from which on, if it is not round, it tells something
	tellingAlone = 100 // and from which on it tells by itself
	comparedMax  = 16  // reports of a figure that a new one is compared with
)

// oneEvent reports whether a statement of another report tells of the group's
// event. Which of these agree decides: the number, the place, the day, how
// unround the number is, how near the reports lie and what names they share.
func (g *group) oneEvent(s statement, same, place, day bool) bool {
	switch {
	case !day && !g.near(s):
		return false
	case place && day, same && unround(s) && number(*s.claim.Quantity) >= tellingAlone:
		return true
	case same && (place || day) && tellingNumber(s):
		return true
	case same && place && g.apartBy(s) <= fortnight, same && g.oneTown(s), same && g.repeatedBy(s):
		return true
	case same && g.oneScenery(s), same && g.sameDeed(s):
		return true
	case same && tellingNumber(s) && uncommon(s.scope.Noun) && s.scope.Noun == g.scope.Noun && g.apartBy(s) <= weekDays && !g.elsewhere(s):
		return true
	case same && (tellingNumber(s) || g.apartBy(s) <= weekDays):
		return g.onTopic(s, 1)
	default:
		return (same || place || day) && g.onTopic(s, topicNames)
	}
}

// uncommon reports whether the news of one week hardly counts a thing in two
// stories: skiers, pilgrims and cows, not people or houses.
func uncommon(class string) bool {
	_, common := commonNouns[class]
	return class != "" && !common && !fillers[class]
}

// commonNouns are counted in any week's news.
var commonNouns = words("person soldier civilian child worker house building settlement visual vehicle drone student refugee migrant policeman aircraft missile rocket tank ship boat school hospital case dollar percent percentage year month day hour time euro pound")

// tellingNumber reports whether two events hardly share the statement's number:
// 27, 430, not 30 or 450.
func tellingNumber(s statement) bool {
	n := number(*s.claim.Quantity)
	return n >= tellingNamed && (unround(s) || n > tellingAlone && math.Mod(n, 50) != 0)
}

// unround reports whether a number does not end with a nought.
func unround(s statement) bool { return math.Mod(number(*s.claim.Quantity), 10) != 0 }

// sameDeed reports whether the statement's report appeared within a week of the
// figure's, or, with a number that tells less, within three days, gives no place at
// all, and counts those to whom the same was done.
func (g *group) sameDeed(s statement) bool {
	days := g.apartBy(s)
	near := days <= weekDays && tellingNumber(s) || days <= shortDays && unround(s) && number(*s.claim.Quantity) > severalDead
	return near && s.scope.classed() && s.scope.Event == g.scope.Event && (len(s.report.spots) == 0 || g.placeless()) && !g.otherScenery(s)
}

// placeless reports whether no report of the figure gives a place.
func (g *group) placeless() bool {
	return !slices.ContainsFunc(g.statements[:min(len(g.statements), comparedMax)], func(s statement) bool { return len(s.report.spots) > 0 })
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
	if !g.dated || !s.report.dated {
		return unknownDays
	}
	return math.Abs(float64(s.report.day - g.day))
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

// repeatedBy reports whether the statement's sentence has a passage of one that
// states the figure: a trimmed report may name neither place nor anybody.
func (g *group) repeatedBy(s statement) bool {
	n := 0
	for _, hash := range s.grams {
		if g.said[hash] {
			n++
		}
	}
	return n >= passagePrint
}

// oneTown reports whether the statement counts several of what the figure counts
// by the same act, in a place that both name, within a fortnight.
func (g *group) oneTown(s statement) bool {
	return number(*s.claim.Quantity) >= severalDead && s.scope.Event != "" && s.scope.Event == g.scope.Event &&
		g.apartBy(s) <= fortnight && g.sharesSpot(s)
}

// oneScene reports whether the statement's report appeared within a fortnight of
// the figure's and names a place that one of these gives, or tells of one scene.
func (g *group) oneScene(s statement) bool {
	return g.apartBy(s) <= fortnight && g.sharesSpot(s) || g.oneScenery(s)
}

// sharesSpot reports whether the statement's report names a place that one of the
// figure's gives, or the other way round. What a local paper is called names its
// town.
func (g *group) sharesSpot(s statement) bool {
	for _, other := range g.statements[:min(len(g.statements), comparedMax)] {
		if shared(s.report.names, other.report.spots, 1) == 1 || shared(s.report.spots, other.report.names, 1) == 1 {
			return true
		}
	}
	return false
}

// elsewhere reports whether the statement's report gives places, those of the
// figure's do too, and none is the same.
func (g *group) elsewhere(s statement) bool {
	stated := false
	for _, other := range g.statements[:min(len(g.statements), comparedMax)] {
		if shared(s.report.names, other.report.names, 1) == 1 {
			return false
		}
		stated = stated || len(other.report.spots) > 0
	}
	return stated && len(s.report.spots) > 0
}

// closeness ranks figures that a statement fits alike: by the names that its
// report shares with theirs, and above all by whether it repeats or cites them.
func (g *group) closeness(s statement) int {
	most := 0
	for _, other := range g.statements[:min(len(g.statements), comparedMax)] {
		n := shared(s.report.names, other.report.names, closeNames)
		if slices.Contains(s.cites(), other.report.outlet) {
			n += closeNames
		}
		most = max(most, n)
	}
	if g.repeatedBy(s) {
		most += 2 * closeNames
	}
	return most
}

// closeNames is how many shared names are told from more.
const closeNames = 8
