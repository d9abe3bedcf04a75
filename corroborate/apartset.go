package corroborate

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// ApartSet says of many pairs of a figure's origins (indexes) at once that they
// are proven different: of every two of Each, or, where Those is given, of every
// one of Each and every one of Those; but for the pairs of Except, which may be
// one. A thousand witnesses are one set, where they would be half a million
// pairs.
type ApartSet struct {
	Each   []int    `json:"each"`
	Those  []int    `json:"those,omitempty"`
	Except [][2]int `json:"except,omitempty"`
	Why    string   `json:"why"`
}

// profile is all of an origin on which it depends whether it differs from
// another, but for its name.
type profile struct {
	kind           OriginKind
	known, grounds bool
	mouthpiece     bool
	attends        bool
	abroad, crew   bool
	side           string // of a party or an office
	business, rule bool   // of the same: whether it is a company, or an authority
	trade          string // of a witness who is not named
	role           string // of an observer who is known
	body, bare     bool   // of the same: whether it is a body, and one of which no more is said
}

func profileOf(o Origin) profile {
	p := profile{kind: o.Kind, known: o.Known, grounds: o.Grounds != "", mouthpiece: o.mouthpiece(), attends: o.attends(), abroad: abroad[o.Role], crew: o.crew()}
	switch {
	case o.Kind == Observer && o.Known:
		p.role, p.body, p.bare = o.Role, namesBody(o.Name), bareBody(o.Name)
	case o.Kind == Party || o.Kind == Official:
		p.side, p.business, p.rule = o.Side, isBusiness(o.Role), isAuthority(o.Role)
	case o.Kind == Witness && !o.Known && o.single():
		p.trade = trade(o.Role)
	}
	return p
}

// sets returns every pair of origins that the reports prove different, gathered
// into sets. They say of the same pairs what pairs would.
func (d *differences) sets() []ApartSet {
	of := map[profile][]int{}
	for i, o := range d.origins {
		of[profileOf(o)] = append(of[profileOf(o)], i)
	}
	alike := slices.SortedFunc(maps.Keys(of), func(a, b profile) int { return cmp.Compare(of[a][0], of[b][0]) })
	var sets []ApartSet
	for i, p := range alike {
		sets = append(sets, d.among(of[p])...)
		for _, q := range alike[i+1:] {
			sets = append(sets, d.between(of[p], of[q])...)
		}
	}
	return sets
}

// among gathers the pairs within a list of origins of one profile.
func (d *differences) among(list []int) []ApartSet {
	if len(list) < 2 {
		return nil
	}
	a, b, ok := d.first(list, list)
	if !ok {
		return nil
	}
	return []ApartSet{{Each: list, Except: d.mayBeOne(list, list), Why: d.why(a, b)}}
}

// between gathers the pairs of two lists of origins, each of one profile. One
// that is not known by name differs from all of a profile or from none, but for
// what the others do for a living.
func (d *differences) between(one, other []int) []ApartSet {
	one, other = d.unlike(one, other), d.unlike(other, one)
	a, b, ok := d.first(one, other)
	if !ok {
		return nil
	}
	return []ApartSet{{Each: one, Those: other, Except: d.mayBeOne(one, other), Why: d.why(a, b)}}
}

// unlike drops from a list who may be one with others that are not known.
func (d *differences) unlike(list, others []int) []int {
	if len(others) == 0 || d.origins[others[0]].Known {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), func(i int) bool { return d.reason(i, others[0]) == mayBeOne })
}

// first returns a pair of two lists that differs. Where their profiles do not
// tell them apart no pair does, and then one look is enough: two of one name are
// too few to hide a difference for long.
func (d *differences) first(one, other []int) (a, b int, ok bool) {
	for _, a := range one[:min(len(one), looks)] {
		for _, b := range other[:min(len(other), looks)] {
			if a != b && d.reason(a, b) != mayBeOne {
				return a, b, true
			}
		}
	}
	return 0, 0, false
}

// looks is how many of a list are looked at for one that differs.
const looks = 40

// mayBeOne returns the pairs of two lists that may be one for their names. Only
// names whose last words sound alike are compared, and initials with what they
// may stand for.
func (d *differences) mayBeOne(one, other []int) [][2]int {
	bySound := map[string][]int{}
	for _, i := range one {
		for _, sound := range d.sounds(i) {
			bySound[sound] = append(bySound[sound], i)
		}
	}
	pairs := map[[2]int]bool{}
	for _, j := range other {
		for _, sound := range d.sounds(j) {
			for _, i := range bySound[sound] {
				if i != j && d.reason(i, j) == mayBeOne {
					pairs[[2]int{min(i, j), max(i, j)}] = true
				}
			}
		}
	}
	return slices.SortedFunc(maps.Keys(pairs), func(a, b [2]int) int { return slices.Compare(a[:], b[:]) })
}

// sounds are what two names of one origin share at least one of.
func (d *differences) sounds(i int) []string {
	return []string{soundOf(lastWord(d.keys[i])), "initials " + initialsOf(d.origins[i].Name)}
}

// why puts into words, without names, what tells two apart that stand for all of
// their sets.
func (d *differences) why(i, j int) string {
	a, b := d.origins[i], d.origins[j]
	if order(a.Kind) > order(b.Kind) {
		a, b = b, a
	}
	switch d.reason(i, j) {
	case twoKinds:
		return "one is " + a.describe() + ", the other is " + b.describe()
	case twoSides:
		return "they speak for different sides"
	case twoCounts:
		return "a company and an authority, of which one counted for itself"
	case twoTrades:
		return "two people: one is a " + a.Role + ", the other a " + b.Role
	default:
		return "two people or bodies of different names, each " + a.describe()
	}
}

func lastWord(key string) string { return key[strings.LastIndexByte(key, ' ')+1:] }

// Differ says why two of the figure's origins (indexes) are proven different, or
// nothing where they may be one.
func (f Figure) Differ(a, b int) string {
	for _, pair := range f.Apart {
		if pair.A == min(a, b) && pair.B == max(a, b) {
			return pair.Why
		}
	}
	for _, s := range f.ApartSets {
		if s.holds(a, b) {
			return s.Why
		}
	}
	return ""
}

// holds reports whether the set says that two origins differ.
func (s ApartSet) holds(a, b int) bool {
	within := slices.Contains(s.Each, a) && slices.Contains(s.Each, b) && len(s.Those) == 0
	across := slices.Contains(s.Each, a) && slices.Contains(s.Those, b) || slices.Contains(s.Each, b) && slices.Contains(s.Those, a)
	return a != b && (within || across) && !slices.Contains(s.Except, [2]int{min(a, b), max(a, b)})
}
