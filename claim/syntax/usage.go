package syntax

import (
	"slices"
	"strings"
)

// usage is what a treebank tells of how words are used: how often each stands with
// each tag and relation, under what, and with what depending on it.
type usage map[string]map[string]float64

// anyUse is the kind that every use of a word is of.
const anyUse = "#"

func usageOf(sentences [][]Word) usage {
	u := usage{}
	for _, s := range sentences {
		for _, w := range s {
			u.add(w.Low, anyUse, "tag "+w.Tag, "rel "+w.Rel)
			if w.Head < 0 {
				continue
			}
			u.add(w.Low, "under "+s[w.Head].Tag[:1])
			if telling[w.Rel] {
				u.add(s[w.Head].Low, "has "+w.Rel)
			}
		}
	}
	return u
}

func (u usage) add(word string, kinds ...string) {
	of := u[word]
	if of == nil {
		of = map[string]float64{}
		u[word] = of
	}
	for _, kind := range kinds {
		of[kind]++
	}
}

// telling are the relations of dependents that tell of what kind a word is.
var telling = wordSet(`ccomp xcomp obj iobj nsubj nsubj:pass obl parataxis compound:prt cop case det nmod amod compound
	acl acl:relcl advcl mark aux flat nummod appos`)

// rareKind is how often a kind of use must be met for anything to be learnt of it.
const rareKind = 300

func (u usage) kinds() []string {
	total := map[string]float64{}
	for _, of := range u {
		for kind, n := range of {
			total[kind] += n
		}
	}
	var kinds []string
	for kind, n := range total {
		if kind != anyUse && n >= rareKind {
			kinds = append(kinds, kind)
		}
	}
	slices.Sort(kinds)
	return kinds
}

// endings are the ends of a word that tell most about its use.
func endings(word string) []string {
	var out []string
	for n := 1; n <= 3; n++ {
		if len(word) > n+1 {
			out = append(out, word[len(word)-n:])
		}
	}
	if strings.Contains(word, "-") {
		out = append(out, "-")
	}
	return out
}

// mostEndings is how many endings are told apart.
const mostEndings = 150

// commonEndings numbers the endings that most words have.
func commonEndings(words []string) map[string]int {
	counts := map[string]int{}
	for _, w := range words {
		for _, e := range endings(w) {
			counts[e]++
		}
	}
	found := make([]string, 0, len(counts))
	for e := range counts {
		found = append(found, e)
	}
	slices.SortFunc(found, func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	out := map[string]int{}
	for i, e := range found[:min(mostEndings, len(found))] {
		out[e] = i
	}
	return out
}
