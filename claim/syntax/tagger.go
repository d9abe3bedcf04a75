package syntax

import "strings"

// Word is one word of a sentence with its place in it: its part of speech (Penn
// tags), the word it depends on and how (Universal Dependencies).
type Word struct {
	Start, End int    // byte offsets in the text
	Text       string // as it stands
	Low        string // lower case, straight quotes
	Lemma      string // dictionary form of verbs
	Tag        string
	Head       int // index in the sentence; -1 for the root
	Rel        string
	form       uint64
	kin        kinship
	quoted     uint64 // 2 between quotation marks, else 1
	shape      uint64
	tag        uint64
	rel        uint64
}

// prepare computes what the features are made of.
func (w *Word) prepare() {
	w.Low = normal(w.Text)
	w.form = hashOf(formOf(w.Low))
	w.shape = hashOf(shapeOf(w.Text))
}

// normal writes a word the way dictionaries do.
func normal(s string) string {
	switch s {
	case "“", "”", "„", "«", "»", "``", "''":
		return `"`
	case "‘", "’":
		return "'"
	case "—", "–", "--":
		return "-"
	}
	return strings.ReplaceAll(strings.ToLower(s), "’", "'")
}

// formOf makes all numbers one word, years another.
func formOf(low string) string {
	if low == "" || low[0] < '0' || low[0] > '9' {
		return low
	}
	if len(low) == 4 && (low[:2] == "19" || low[:2] == "20") && allDigits(low) {
		return "!year"
	}
	return "!number"
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// shapeOf is "Xx" for Word, "X" for NATO, "d" for 12 and so on: runs are one letter.
func shapeOf(s string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range s {
		c := r
		switch {
		case r >= '0' && r <= '9':
			c = 'd'
		case r >= 'A' && r <= 'Z':
			c = 'X'
		case r >= 'a' && r <= 'z', r > 0x7f:
			c = 'x'
		}
		if c != last {
			b.WriteRune(c)
		}
		last = c
	}
	return b.String()
}

// tagger gives words their parts of speech, from left to right.
type tagger struct{ *weights }

// tag tags a sentence. What is known of a word beforehand is put right at once, so
// that the words after it see the right tag.
func (t tagger) tag(sentence []Word, named func(string) bool) {
	scores := make([]int32, len(t.classes))
	features := make([]uint64, 0, 32)
	for i := range sentence {
		features = tagFeatures(features[:0], sentence, i)
		t.score(features, scores)
		sentence[i].setTag(t.classes[best(scores, anyClass)])
		settle(&sentence[i], named)
	}
}

func (w *Word) setTag(tag string) {
	w.Tag = tag
	w.tag = hashOf(tag)
}

func suffix(s string, n int) uint64 {
	if len(s) > n {
		s = s[len(s)-n:]
	}
	return hashOf(s)
}

// Words and tags beyond the ends of a sentence.
const (
	before = 11
	after  = 12
)

func tagFeatures(f []uint64, s []Word, i int) []uint64 {
	word := func(j int) (form, shape uint64, low string) {
		switch {
		case j < 0:
			return before, before, ""
		case j >= len(s):
			return after, after, ""
		}
		return s[j].form, s[j].shape, s[j].Low
	}
	tag := func(j int) uint64 {
		if j < 0 {
			return before
		}
		return s[j].tag
	}
	w, shape, low := word(i)
	w1, shape1, low1 := word(i + 1)
	p1, _, lowp := word(i - 1)
	w2, _, _ := word(i + 2)
	p2, _, _ := word(i - 2)
	first := uint64(0)
	if i == 0 || s[i-1].Low == `"` {
		first = 1
	}
	prefix := low
	if len(prefix) > 3 {
		prefix = prefix[:3]
	}
	t1, t2 := tag(i-1), tag(i-2)
	kin := func(j int) kinship {
		switch {
		case j < 0:
			return kinBefore
		case j >= len(s):
			return kinAfter
		}
		return s[j].kin
	}
	g, g1, g2, gp := kin(i), kin(i+1), kin(i+2), kin(i-1)
	f = append(f, mix(40, g.use), mix(41, g.useWide), mix(42, g1.use), mix(43, gp.use), mix(44, g.use, t1), mix(45, g.useWide, g1.useWide),
		mix(46, g.use, g1.use), mix(47, g.useWide, t1, t2), mix(48, t1, g1.use), mix(49, g2.use), mix(50, g.use, shape, first),
		mix(51, t1, g.useWide, g1.useWide, g2.useWide), mix(60, g.theme), mix(61, g.themeWide), mix(62, g.themeWide, g.useWide), mix(63, g.theme, shape, first))
	return append(f,
		mix(0), mix(1, w), mix(2, suffix(low, 3)), mix(3, suffix(low, 2)), mix(4, suffix(low, 1)), mix(5, hashOf(prefix)),
		mix(6, shape, first), mix(7, t1), mix(8, t1, t2), mix(9, t1, w), mix(10, p1), mix(11, suffix(lowp, 3)),
		mix(12, p2), mix(13, w1), mix(14, suffix(low1, 3)), mix(15, w2), mix(16, w, w1), mix(17, p1, w),
		mix(18, t1, suffix(low, 3)), mix(19, shape1, shape), mix(20, suffix(low, 4), first), mix(21, t1, w1), mix(22, t2, t1, w),
		mix(23, suffix(low, 3), suffix(low1, 3)), mix(24, shape, shape1, t1), mix(25, w1, w2))
}
