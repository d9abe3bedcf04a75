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
	at := map[int]int{} // root to index among the origins
	var members [][]int
	for i := range all {
		root := k.root(i)
		if _, seen := at[root]; !seen {
			at[root] = len(members)
			members = append(members, nil)
		}
		members[at[root]] = append(members[at[root]], i)
	}
	for i, s := range all {
		c := s.carrier()
		c.Origin = at[k.root(i)]
		f.Carriers = append(f.Carriers, c)
	}
	for _, t := range k.held {
		c := &f.Carriers[t.b]
		if why := t.why + " as in " + all[t.a].report.title(); all[t.a].report != all[t.b].report && !slices.Contains(c.Ties, why) {
			c.Ties = append(c.Ties, why)
		}
	}
	for _, s := range g.denials {
		f.Denials = append(f.Denials, s.carrier())
	}
	for _, list := range members {
		f.Origins = append(f.Origins, originOf(all, list, k))
	}
	f.Apart = apartPairs(f.Origins)
	f.Apart = append(f.Apart, judgedApart(all, members, said, f.Apart)...)
	f.AtLeast, f.AtMost = independent(len(f.Origins), f.Apart)
	f.LostHedges = lostHedges(all, k.held, from)
	return f
}

// tied draws every tie between the statements, the surest first.
func (g *group) tied(from []int, said judgements) *knots {
	all := g.statements
	k := newKnots(all)
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
			k.draw(tie{from[i], i, "cites it"})
		}
	}
	for _, t := range slices.Concat(sameRelays(all), sameReports(all), repeats(all), judgedSame(all, said)) {
		if said.between(all[t.a].report.ID, all[t.b].report.ID) != atleast.Different {
			k.drawLoose(t)
		}
	}
	return k
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
			found = append(found, tie{firsts[last][j], i, "the same source"})
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
				found = append(found, tie{j, i, "by way of the same outlet"})
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
			found = append(found, tie{j, i, "said twice in one report"})
		}
	}
	return found
}

// judgedSame ties statements of reports of which a person said that one repeats
// the other.
func judgedSame(all []statement, said judgements) []tie {
	if len(said.same) == 0 {
		return nil
	}
	first := map[string]int{} // by report: its first statement
	for i := len(all) - 1; i >= 0; i-- {
		first[all[i].report.ID] = i
	}
	var found []tie
	for _, pair := range said.same {
		a, one := first[pair[0]]
		b, other := first[pair[1]]
		if one && other {
			found = append(found, tie{min(a, b), max(a, b), "judged to repeat it"})
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
