package corroborate

import (
	"hash/fnv"
	"io"
	"regexp"
	"slices"
)

// How much text two reports must share before one is taken to repeat the other.
const (
	gramWords    = 9 // words in a row that two writers hardly choose alike
	windowWords  = 4 // of so many grams in a row one is kept: 12 shared words are always found
	quoteWords   = 6 // words of a quotation that two people hardly speak alike
	passagePrint = 2 // shared prints that make a passage
)

// prints are what is compared of a text: hashes of passages, winnowed, and of
// quotations. Both are sorted and hold no hash twice.
type prints struct {
	passages []uint64
	quotes   []uint64
}

// quotation is what stands between quotation marks within a paragraph.
var quotation = regexp.MustCompile(`[“"«]([^“”"«»\n]{20,600})[”"»]`)

func printsOf(text string) prints {
	var p prints
	p.passages = winnow(grams(tokens(text)), windowWords)
	for _, m := range quotation.FindAllStringSubmatch(text, -1) {
		if list := tokens(m[1]); len(list) >= quoteWords {
			p.quotes = append(p.quotes, hashOf(list))
		}
	}
	p.quotes = unique(p.quotes)
	return p
}

// grams hashes every run of gramWords words.
func grams(list []string) []uint64 {
	var hashes []uint64
	for i := 0; i+gramWords <= len(list); i++ {
		hashes = append(hashes, hashOf(list[i:i+gramWords]))
	}
	return hashes
}

// hashOf hashes words alike in every run: which hashes are kept of a text decides
// which ties are found, and two runs must find the same.
func hashOf(list []string) uint64 {
	h := fnv.New64a()
	for _, word := range list {
		_, _ = io.WriteString(h, word) // a hash takes whatever it is given
		_, _ = h.Write([]byte{' '})
	}
	return h.Sum64()
}

// winnow keeps the least hash of every window, so that two texts which share a
// long enough passage keep a hash in common wherever it stands in them.
func winnow(hashes []uint64, window int) []uint64 {
	if len(hashes) <= window {
		return unique(hashes)
	}
	var kept []uint64
	for i := 0; i+window <= len(hashes); i++ {
		kept = append(kept, slices.Min(hashes[i:i+window]))
	}
	return unique(kept)
}

func unique(hashes []uint64) []uint64 {
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

// repeats returns pairs of a figure's statements, by index, whose reports share
// a passage or a quotation. Of many reports that share one it links each to the
// one before it, which ties them all in time linear in their length.
func repeats(all []statement) []tie {
	count := map[[2]int]int{}
	link := func(prints func(s statement) []uint64, weight int) {
		last := map[uint64]int{}
		for i := range all {
			for _, hash := range prints(all[i]) {
				if j, ok := last[hash]; ok && all[j].report != all[i].report {
					count[[2]int{j, i}] += weight
				}
				last[hash] = i
			}
		}
	}
	link(func(s statement) []uint64 { return s.report.prints.passages }, 1)
	passages := tiesOf(count, "the reports share a passage")
	count = map[[2]int]int{}
	link(func(s statement) []uint64 { return s.report.prints.quotes }, passagePrint)
	return append(passages, tiesOf(count, "the reports share a quotation word for word")...)
}

func tiesOf(count map[[2]int]int, why string) []tie {
	var found []tie
	for pair, n := range count {
		if n >= passagePrint {
			found = append(found, tie{a: pair[0], b: pair[1], why: why})
		}
	}
	slices.SortFunc(found, func(a, b tie) int { return slices.Compare([]int{a.a, a.b}, []int{b.a, b.b}) })
	return found
}

// sameSentences returns pairs of statements of different reports that say the
// number in the same words.
func sameSentences(all []statement) []tie {
	var found []tie
	last := map[uint64]int{}
	for i := range all {
		met := map[int]bool{}
		for _, hash := range all[i].grams {
			if j, ok := last[hash]; ok && all[j].report != all[i].report && !met[j] {
				met[j] = true
				found = append(found, tie{a: j, b: i, why: "the sentence is the same"})
			}
			last[hash] = i
		}
	}
	return found
}
