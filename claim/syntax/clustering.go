package syntax

import (
	"math"
	"math/rand/v2"
)

// How many groups words are put in, and how many each of these is split into.
const (
	coarseGroups = 64
	fineGroups   = 16
	sweeps       = 12
)

// cluster puts words whose vectors lie close together in one group: of every word
// it gives the group's number, whose wider group is the number by fineGroups.
func (v *Vectors) cluster(seed uint64) []uint16 {
	random := rand.New(rand.NewPCG(seed, 2))
	points := make([]point, len(v.Words))
	for i, row := range v.At {
		points[i] = point{word: i, at: unit(row), weight: float32(1 / math.Sqrt(float64(i+100)))}
	}
	out := make([]uint16, len(v.Words))
	for c, group := range kMeans(points, coarseGroups, random) {
		for f, words := range kMeans(group, fineGroups, random) {
			for _, p := range words {
				out[p.word] = uint16(c*fineGroups + f)
			}
		}
	}
	return out
}

// oftenEnough is how often the treebank must hold a word to know it by itself.
const oftenEnough = 2

// groups are the words' groups by use, as the treebank shows it, and by theme.
func (v *Vectors) groups(treebank [][]Word, seed uint64) groups {
	out := groups{}
	uses, themes := v.byUse(treebank).cluster(seed), v.cluster(seed)
	for i, word := range v.Words {
		key := keyOf(hashOf(formOf(word)))
		if _, taken := out[key]; !taken { // the more frequent word comes first
			out[key] = grouping{uses[i] + fineGroups, themes[i] + fineGroups, false}
		}
	}
	for form, n := range formCounts(treebank) {
		if n >= oftenEnough {
			of := out[keyOf(form)]
			of.known = true
			out[keyOf(form)] = of
		}
	}
	return out
}

// formCounts says how often each form stands in a treebank.
func formCounts(treebank [][]Word) map[uint64]int {
	counts := map[uint64]int{}
	for _, s := range treebank {
		for _, w := range s {
			counts[w.form]++
		}
	}
	return counts
}

// point is a word to be grouped; a frequent one weighs more.
type point struct {
	word   int
	at     []float32
	weight float32
}

func unit(row []float32) []float32 {
	sum := 1e-9
	for _, x := range row {
		sum += float64(x) * float64(x)
	}
	out := make([]float32, len(row))
	for i, x := range row {
		out[i] = x / float32(math.Sqrt(sum))
	}
	return out
}

// kMeans splits points into at most k groups around their means (Lloyd).
func kMeans(points []point, k int, random *rand.Rand) [][]point {
	if len(points) < k {
		k = max(1, len(points))
	}
	if len(points) == 0 {
		return nil
	}
	means := make([][]float32, k)
	for i, p := range random.Perm(len(points))[:k] {
		means[i] = points[p].at
	}
	var groups [][]point
	for range sweeps {
		groups = make([][]point, k)
		for _, p := range points {
			c := closest(p.at, means)
			groups[c] = append(groups[c], p)
		}
		for c, group := range groups {
			if len(group) > 0 {
				means[c] = meanOf(group)
			}
		}
	}
	return groups
}

// closest returns the mean that a point has the greatest cosine with.
func closest(at []float32, means [][]float32) int {
	found, most := 0, float32(-2)
	for c, m := range means {
		var dot float32
		for i, x := range at {
			dot += x * m[i]
		}
		if dot > most {
			found, most = c, dot
		}
	}
	return found
}

func meanOf(group []point) []float32 {
	sum := make([]float32, len(group[0].at))
	for _, p := range group {
		for i, x := range p.at {
			sum[i] += x * p.weight
		}
	}
	return unit(sum)
}
