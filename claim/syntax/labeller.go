package syntax

// labeller names the relation of every word to its head once the tree stands.
type labeller struct{ *weights }

func (l labeller) label(words []Word) {
	tree := familyOf(words)
	scores := make([]int32, len(l.classes))
	features := make([]uint64, 0, 40)
	for i := range words {
		features = labelFeatures(features[:0], words, tree, i)
		l.score(features, scores)
		words[i].Rel = l.classes[best(scores, anyClass)]
	}
}

// family holds for each word its outermost dependents and its neighbours under the same head.
type family struct {
	first, last, before, after []int
	children                   []uint8
}

func familyOf(words []Word) family {
	n := len(words)
	f := family{make([]int, n), make([]int, n), make([]int, n), make([]int, n), make([]uint8, n)}
	newest := make([]int, n+1)
	for i := range newest {
		newest[i] = none
	}
	for i := range words {
		f.first[i], f.last[i], f.before[i], f.after[i] = none, none, none, none
	}
	for i := range words {
		h := words[i].Head
		under := h
		if h < 0 {
			under = n
		}
		if before := newest[under]; before >= 0 {
			f.before[i] = before
			f.after[before] = i
		}
		newest[under] = i
		if h < 0 {
			continue
		}
		if f.first[h] == none {
			f.first[h] = i
		}
		f.last[h] = i
		f.children[h] = min(f.children[h]+1, 6)
	}
	return f
}

func labelFeatures(f []uint64, words []Word, tree family, i int) []uint64 {
	form := func(j int) uint64 {
		if j < 0 || j >= len(words) {
			return before
		}
		return words[j].form
	}
	tag := func(j int) uint64 {
		if j < 0 || j >= len(words) {
			return before
		}
		return words[j].tag
	}
	h := words[i].Head
	far := uint64(0)
	grand := none
	if h >= 0 {
		far = uint64(max(-8, min(8, h-i)) + 20)
		grand = words[h].Head
	}
	toLeft := uint64(0)
	if h >= 0 && h < i {
		toLeft = 1
	}
	w, t, wh, th := form(i), tag(i), form(h), tag(h)
	c1, cn := tree.first[i], tree.last[i]
	b, a := tree.before[i], tree.after[i]
	hFirst, hLast := none, none
	if h >= 0 {
		hFirst, hLast = tree.first[h], tree.last[h]
	}
	return append(f,
		mix(0), mix(1, w, toLeft), mix(2, t, toLeft), mix(3, wh, toLeft), mix(4, th, toLeft), mix(5, w, th, toLeft), mix(6, t, wh, toLeft), mix(7, t, th, toLeft),
		mix(8, w, wh), mix(9, far, t, th), mix(10, form(c1), t, toLeft), mix(11, tag(c1), t, th, toLeft), mix(12, tag(cn), t, th), mix(13, form(c1), th, t),
		mix(14, tag(b), t, th), mix(15, tag(a), t, th), mix(16, form(b), t), mix(17, form(a), t), mix(18, tag(i-1), t, th, toLeft), mix(19, tag(i+1), t, th, toLeft),
		mix(20, form(i-1), t, th), mix(21, form(i+1), t, th), mix(22, tag(grand), th, t), mix(23, uint64(tree.children[i]), t, th), mix(24, tag(hFirst), th, t),
		mix(25, tag(hLast), th, t), mix(26, form(hFirst), th, t, toLeft), mix(27, form(c1), wh), mix(28, tag(b), tag(a), t), mix(29, words[i].shape, th, t),
		mix(30, form(hLast), w, toLeft), mix(31, tag(c1), tag(cn), t, toLeft), mix(32, form(cn), t, th))
}
