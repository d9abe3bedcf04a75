package syntax

// weights is a linear classifier: every feature, named by its hash, votes for
// some classes. An open-addressed table finds the votes, which lie one after another;
// where there are few classes they are in the table itself.
type weights struct {
	classes []string
	slots   []slot
	votes   []vote
	brief   []briefSlot
}

type slot struct {
	key   uint32 // 0 is an empty slot
	first uint32
	count uint32
}

type vote struct {
	class  uint16
	weight int16
}

// fewClasses is how many classes have room in the table.
const fewClasses = 3

type briefSlot struct {
	key   uint32 // 0 is an empty slot
	votes [fewClasses]int16
}

// most is how many features any decision has.
const most = 112

// score adds up the votes of the features in scores, which it clears first. It
// looks all of them up before it counts, so that the memory can answer for many
// at once: waiting for it is nearly all the time that parsing takes.
func (w *weights) score(features []uint64, scores []int32) {
	clear(scores)
	if w.brief != nil {
		w.scoreBrief(features, scores)
		return
	}
	var found [most]slot
	mask := uint32(len(w.slots) - 1)
	for i, f := range features {
		found[i] = w.slots[keyOf(f)&mask]
	}
	for i, f := range features {
		key := keyOf(f)
		for at := key & mask; found[i].key != key && found[i].key != 0; {
			at = (at + 1) & mask
			found[i] = w.slots[at]
		}
	}
	for _, s := range found[:len(features)] {
		if s.key == 0 {
			continue
		}
		for _, v := range w.votes[s.first : s.first+s.count] {
			scores[v.class] += int32(v.weight)
		}
	}
}

// scoreBrief is score for few classes.
func (w *weights) scoreBrief(features []uint64, scores []int32) {
	var found [most]briefSlot
	mask := uint32(len(w.brief) - 1)
	for i, f := range features {
		found[i] = w.brief[keyOf(f)&mask]
	}
	var sum [fewClasses]int32
	for i, f := range features {
		key, s := keyOf(f), found[i]
		for at := key & mask; s.key != key && s.key != 0; {
			at = (at + 1) & mask
			s = w.brief[at]
		}
		sum[0] += int32(s.votes[0])
		sum[1] += int32(s.votes[1])
		sum[2] += int32(s.votes[2])
	}
	copy(scores, sum[:])
}

// keyOf shortens the hash of a feature to what a row is stored under; never zero.
// One unknown feature in some thousands is taken for a known one, which costs
// less than longer keys.
func keyOf(f uint64) uint32 { return max(1, uint32(f>>32)) }

// best returns the class with the highest score among those allowed; the first
// of equals, so that the same input always gives the same answer.
func best(scores []int32, allowed func(int) bool) int {
	found := -1
	for c, s := range scores {
		if allowed(c) && (found < 0 || s > scores[found]) {
			found = c
		}
	}
	return found
}

func anyClass(int) bool { return true }

// mix hashes the parts of a feature; which is the number of its template.
func mix(which uint64, parts ...uint64) uint64 {
	h := (which + 1) * 0x9E3779B97F4A7C15
	for _, p := range parts {
		h ^= p + 0x9E3779B97F4A7C15 + (h << 6) + (h >> 2)
		h *= 0xff51afd7ed558ccd
		h ^= h >> 33
	}
	return h
}

// hashOf is FNV-1a.
func hashOf(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// newWeights puts rows into a table.
func newWeights(classes []string, r rows) *weights {
	w := &weights{classes: classes}
	if len(classes) <= fewClasses {
		w.brief = placeBrief(r)
		return w
	}
	w.slots, w.votes = make([]slot, tableSize(len(r.keys))), r.votes
	mask := uint32(len(w.slots) - 1)
	first := uint32(0)
	for i, key := range r.keys {
		at := key & mask
		for w.slots[at].key != 0 {
			at = (at + 1) & mask
		}
		w.slots[at] = slot{key, first, r.ends[i] - first}
		first = r.ends[i]
	}
	return w
}

// placeBrief puts the rows of a classifier of few classes into a table.
func placeBrief(r rows) []briefSlot {
	table := make([]briefSlot, tableSize(len(r.keys)))
	mask := uint32(len(table) - 1)
	first := uint32(0)
	for i, key := range r.keys {
		at := key & mask
		for table[at].key != 0 {
			at = (at + 1) & mask
		}
		table[at].key = key
		for _, v := range r.votes[first:r.ends[i]] {
			table[at].votes[v.class] = v.weight
		}
		first = r.ends[i]
	}
	return table
}

// tableSize is a power of two that leaves a third of the table free or more.
func tableSize(rows int) int {
	size := 16
	for 2*size < 3*rows {
		size *= 2
	}
	return size
}
