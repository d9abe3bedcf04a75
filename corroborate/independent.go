package corroborate

import (
	"slices"
	"strconv"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/count"
)

// How many origins are told apart in what way.
const (
	pairedMax  = 24 // up to so many, every pair that differs is listed
	countedMax = 64 // up to so many, the least is that of package count
)

// count says which of the figure's origins are proven different, by what the
// reports say or by a person, and how many that makes at least and at most.
func (f *Figure) count(judged []Apart) {
	d := differencesOf(f.Origins)
	f.AtMost = len(f.Origins)
	if len(f.Origins) <= pairedMax {
		f.Apart = d.pairs()
	} else {
		f.ApartSets = d.sets()
	}
	for _, pair := range judged {
		if !d.apart(pair.A, pair.B) {
			d.judged[[2]int{pair.A, pair.B}] = true
			f.Apart = append(f.Apart, pair)
		}
	}
	f.AtLeast = d.least()
}

// differences tells which origins are proven different.
type differences struct {
	origins []Origin
	keys    []string // their folded names
	judged  map[[2]int]bool
}

func differencesOf(origins []Origin) *differences {
	d := &differences{origins: origins, keys: make([]string, len(origins)), judged: map[[2]int]bool{}}
	for i, o := range origins {
		d.keys[i] = nameKey(o.Name)
	}
	return d
}

func (d *differences) reason(a, b int) reason {
	return reasonOf(d.origins[a], d.origins[b], d.keys[a], d.keys[b])
}

// apart reports whether two origins are proven different.
func (d *differences) apart(a, b int) bool {
	return d.judged[[2]int{min(a, b), max(a, b)}] || d.reason(a, b) != mayBeOne
}

// pairs returns every pair of origins that the reports prove different.
func (d *differences) pairs() []Apart {
	var pairs []Apart
	for a := range d.origins {
		for b := a + 1; b < len(d.origins); b++ {
			if r := d.reason(a, b); r != mayBeOne {
				pairs = append(pairs, Apart{A: a, B: b, Why: because(r, d.origins[a], d.origins[b])})
			}
		}
	}
	return pairs
}

// judgedApart returns the pairs of origins of which a person said that they are
// two, or that their reports were written independently of one another. at says
// to which origin each statement leads.
func judgedApart(all []statement, at []int, said judgements) []Apart {
	var pairs []Apart
	seen := map[[2]int]bool{}
	add := func(a, b int, verdicts []Judged, why string) {
		key := [2]int{min(a, b), max(a, b)}
		if a == b || seen[key] {
			return
		}
		seen[key] = true
		pair := Apart{A: key[0], B: key[1], Why: why}
		for _, v := range verdicts {
			if v.Why != "" {
				pair.Why += ": " + v.Why
			}
			if v.By != "" {
				pair.By = append(pair.By, v.By)
			}
		}
		pairs = append(pairs, pair)
	}
	for _, pair := range judgedPairs(all, said, atleast.Different) {
		add(at[pair[0]], at[pair[1]], said.origins.on[pairOf(all[pair[0]].claim.ID, all[pair[1]].claim.ID)], "judged to be two origins")
	}
	of := map[string][]int{}
	for i := range all {
		of[all[i].report.ID] = append(of[all[i].report.ID], at[i])
	}
	for _, reports := range said.reports.judged(atleast.Different) {
		for _, a := range of[reports[0]] {
			for _, b := range of[reports[1]] {
				add(a, b, said.reports.on[reports], "their reports were judged independent")
			}
		}
	}
	return pairs
}

// least returns how many the origins are at least. It is the question of package
// count, asked with one person an origin: each was "seen" once, and only those
// proven apart are different. Of very many it is the size of a set of which
// every two are proven apart, gathered one by one.
func (d *differences) least() int {
	if len(d.origins) > countedMax {
		return len(d.gathered())
	}
	one := int64(1)
	ev := atleast.Evidence{What: "origin"}
	for i := range d.origins {
		ev.Sightings = append(ev.Sightings, atleast.Sighting{ID: strconv.Itoa(i), Low: 1, High: &one, Status: atleast.Verified})
		for j := range i {
			if d.apart(j, i) {
				ev.Verdicts = append(ev.Verdicts, atleast.PairVerdict{A: strconv.Itoa(j), B: strconv.Itoa(i), Is: atleast.Different})
			}
		}
	}
	steps := 0
	stop := func() bool { steps++; return steps > maxSteps } // by work done, not by the clock: the answer must not depend on the machine
	tally, err := count.Count(ev, count.Options{SingleReview: true, Brief: true, Stop: stop})
	if err != nil || tally.Floor == nil {
		return min(1, len(d.origins)) // sound whatever happened
	}
	return int(*tally.Floor)
}

// maxSteps bounds how often the count asks whether it should give up.
const maxSteps = 10_000

// gathered returns origins of which every two are proven apart: each in turn
// that differs from all before it.
func (d *differences) gathered() []int {
	var set []int
	for i := range d.origins {
		if !slices.ContainsFunc(set, func(j int) bool { return !d.apart(j, i) }) {
			set = append(set, i)
		}
	}
	return set
}
