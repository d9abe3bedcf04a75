package syntax

import (
	"bufio"
	"encoding/binary"
	"slices"
)

// groups tell of words, by the short hash of their lower case, which groups they
// belong to. What a treebank does not hold is understood by its group.
type groups map[uint32]grouping

// grouping is two groups of a word: of words that are used alike, and of words that
// are met beside the same ones. Each is part of a wider one.
type grouping struct {
	use, theme uint16
	known      bool // often enough in the treebank for anything to be known of the word itself
}

// kinship is a grouping as features take it.
type kinship struct{ use, useWide, theme, themeWide uint64 }

// Those of a word that is in no group, and of places beyond the ends of a sentence.
var (
	stranger  = kinship{13, 13, 13, 13}
	kinBefore = kinship{before, before, before, before}
	kinAfter  = kinship{after, after, after, after}
)

// rare is the form of all words of which nothing but their groups is known.
const rare = 14

// mark gives every word its groups.
func (g groups) mark(words []Word) {
	for i := range words {
		w := &words[i]
		of := g[keyOf(w.form)]
		if !of.known {
			w.form = rare
		}
		w.kin = stranger
		if of.use > 0 {
			w.kin = kinship{uint64(of.use) + 100, uint64(of.use/fineGroups) + 100, uint64(of.theme) + 100, uint64(of.theme/fineGroups) + 100}
		}
	}
}

func (g groups) write(out *bufio.Writer) error {
	keys := make([]uint32, 0, len(g))
	for key := range g {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	buf := binary.AppendUvarint(nil, uint64(len(keys)))
	last := uint32(0)
	for _, key := range keys {
		buf = binary.AppendUvarint(buf, uint64(key-last))
		known := uint64(0)
		if g[key].known {
			known = 1
		}
		buf = binary.AppendUvarint(buf, uint64(g[key].use)*2+known)
		buf = binary.AppendUvarint(buf, uint64(g[key].theme))
		last = key
	}
	_, err := out.Write(buf)
	return err
}

func readGroups(in *bufio.Reader) (groups, error) {
	r := reader{in: in}
	n := r.count(1 << 20)
	g := make(groups, n)
	key := uint32(0)
	for range n {
		key += uint32(r.count(1<<32 - 1))
		use, theme := r.count(1<<17-1), r.count(1<<16-1)
		g[key] = grouping{uint16(use / 2), uint16(theme), use%2 == 1}
	}
	return g, r.err
}
