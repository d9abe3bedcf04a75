package corroborate

import (
	"cmp"
	"slices"
	"strings"

	"github.com/atleast-desk/atleast"
)

// figure follows every chain of the group to its origin and counts them.
func (g *group) figure(said judgements) Figure {
	all := g.statements
	from := upstream(all)
	k := g.tied(from, said)
	f := Figure{What: sharpest(all).claim.Quantity.What, Quantity: *sharpest(all).claim.Quantity, Scope: g.scope.Scope, Cycles: rings(all, from)}
	here := subjectsOf(all)
	members, at := k.members()
	for i, s := range all {
		c := s.carrier()
		c.Origin = at[i]
		c.Said = said.bearing(c.ID, c.Report, here)
		f.Carriers = append(f.Carriers, c)
	}
	for _, t := range k.held {
		c := &f.Carriers[t.b]
		if why := t.why + " as in " + all[t.a].report.title(); !t.by && all[t.a].report != all[t.b].report && !slices.Contains(c.Ties, why) {
			c.Ties = append(c.Ties, why)
		}
	}
	for _, s := range g.denials {
		f.Denials = append(f.Denials, s.carrier())
	}
	for _, list := range members {
		f.Origins = append(f.Origins, originOf(all, list, k))
	}
	f.Clashes = said.clashes(here)
	f.count(judgedApart(all, at, said))
	f.LostHedges = lostHedges(all, k.held, from)
	return f
}

// subjectsOf are the claims and reports of a figure that verdicts may speak of.
func subjectsOf(all []statement) map[string]bool {
	here := map[string]bool{}
	for i := range all {
		here[all[i].claim.ID], here[all[i].report.ID] = true, true
	}
	delete(here, "")
	return here
}

// tied draws every tie between the statements: what people said first, then the
// surest.
func (g *group) tied(from []int, said judgements) *knots {
	all := g.statements
	k := newKnots(all)
	k.foes = judgedPairs(all, said, atleast.Different)
	for _, pair := range judgedPairs(all, said, atleast.Same) {
		k.draw(tie{pair[0], pair[1], "judged to have one origin", true})
	}
	for _, t := range sameSources(all) {
		k.draw(t)
	}
	for _, t := range sameSentences(all) {
		if said.between(all[t.a].report.ID, all[t.b].report.ID) != atleast.Different {
			k.draw(t)
		}
	}
	for i := range all {
		if from[i] >= 0 && all[i].adrift() {
			k.draw(tie{a: from[i], b: i, why: "cites it"})
		}
	}
	for _, t := range slices.Concat(sameRelays(all), sameReports(all), repeats(all), judgedSame(all, said)) {
		if said.between(all[t.a].report.ID, all[t.b].report.ID) != atleast.Different {
			k.drawLoose(t)
		}
	}
	return k
}

// judgedPairs returns the pairs of statements that people judged to go back to
// one origin, or to two.
func judgedPairs(all []statement, said judgements, is atleast.Judgement) [][2]int {
	if len(said.origins.on) == 0 {
		return nil
	}
	at := map[string]int{}
	for i := range all {
		if id := all[i].claim.ID; id != "" {
			at[id] = i
		}
	}
	var found [][2]int
	for _, pair := range said.origins.judged(is) {
		a, one := at[pair[0]]
		b, other := at[pair[1]]
		if one && other {
			found = append(found, [2]int{min(a, b), max(a, b)})
		}
	}
	return found
}

// sameSources ties statements whose sources are one by name or by side. Of
// names only those with the same last word are compared.
func sameSources(all []statement) []tie {
	var found []tie
	firsts := map[string][]int{} // by the key's last word: the first statement of each key
	for i := range all {
		key := all[i].source.key
		last := key[strings.LastIndexByte(key, ' ')+1:]
		j := slices.IndexFunc(firsts[last], func(j int) bool { return sameSource(all[i].source, all[j].source) })
		switch {
		case key == "":
		case j < 0:
			firsts[last] = append(firsts[last], i)
		default:
			found = append(found, tie{a: firsts[last][j], b: i, why: "the same source"})
		}
	}
	return found
}

// sameSource reports whether two sources with keys are one.
func sameSource(a, b source) bool {
	if a.isPerson() && b.isPerson() {
		return samePerson(a.key, b.key)
	}
	return a.key == b.key
}

func (s source) isPerson() bool { return s.outlet == "" && !strings.HasPrefix(s.key, "side ") }

// sameRelays ties statements that came by way of one outlet.
func sameRelays(all []statement) []tie {
	var found []tie
	first := map[string]int{}
	for i := range all {
		for _, key := range all[i].cites() {
			if j, seen := first[key]; seen && all[j].report != all[i].report {
				found = append(found, tie{a: j, b: i, why: "by way of the same outlet"})
			} else if !seen {
				first[key] = i
			}
		}
	}
	return found
}

// sameReports ties what a report says without a source to what it says with
// one: it says one figure twice.
func sameReports(all []statement) []tie {
	var found []tie
	first := map[*reading]int{}
	for i := range all {
		if j, seen := first[all[i].report]; !seen || all[j].adrift() && !all[i].adrift() {
			first[all[i].report] = i
		}
	}
	for i := range all {
		if j := first[all[i].report]; j != i && all[i].adrift() {
			found = append(found, tie{a: j, b: i, why: "said twice in one report"})
		}
	}
	return found
}

// judgedSame ties statements of reports of which a person said that one repeats
// the other.
func judgedSame(all []statement, said judgements) []tie {
	if len(said.reports.on) == 0 {
		return nil
	}
	first := map[string]int{} // by report: its first statement
	for i := len(all) - 1; i >= 0; i-- {
		first[all[i].report.ID] = i
	}
	var found []tie
	for _, pair := range said.reports.judged(atleast.Same) {
		a, one := first[pair[0]]
		b, other := first[pair[1]]
		if one && other {
			found = append(found, tie{min(a, b), max(a, b), "judged to repeat it", true})
		}
	}
	return found
}

// sharpest returns the statement with the most telling number.
func sharpest(all []statement) statement {
	return slices.MinFunc(all, func(a, b statement) int {
		return cmp.Or(
			cmp.Compare(sharpness(a.claim.Quantity.Bound), sharpness(b.claim.Quantity.Bound)),
			cmp.Compare(len(b.claim.Quantity.What), len(a.claim.Quantity.What)),
			inReadingOrder(a, b),
		)
	})
}

// originOf describes the origin of the statements in list.
func originOf(all []statement, list []int, k *knots) Origin {
	best := k.source(list[0])
	o := best.Origin
	count := map[string]int{}
	for _, i := range list {
		if s := all[i].source; s.Known && s.key != "" && (s.key == best.key || s.Kind == o.Kind && s.outlet == best.outlet) {
			count[s.Name]++
		}
	}
	for name := range count {
		o.Names = append(o.Names, name)
	}
	if len(o.Names) == 0 {
		return o
	}
	slices.SortFunc(o.Names, func(a, b string) int {
		return cmp.Or(namesSide(b, o.Side)-namesSide(a, o.Side), cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
	o.Name = o.Names[0]
	if len(o.Names) == 1 {
		o.Names = nil
	}
	return o
}

// namesSide is 1 where a name says whose side it is.
func namesSide(name, side string) int {
	if side != "" && sideIn(tokens(name)) == side {
		return 1
	}
	return 0
}
