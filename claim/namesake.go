package claim

import "strings"

// nameOf returns the fullest name of whom a report calls by a short one at a byte
// offset. Where two people of that surname were named before, nobody can tell which
// of them is meant, and the name stays as it stands.
func (n *names) nameOf(short string, at int) string {
	key := lastPart(short)
	if strings.Contains(short, " ") {
		return n.fullest(short)
	}
	who := ""
	for i, full := range n.byLast[key] {
		switch {
		case i == mostNamesakes:
			return n.fullest(short)
		case !strings.Contains(full, " "), n.first[full] > at:
			continue
		case who == "":
			who = full
		case strangers(who, full):
			return short
		}
	}
	if who == "" {
		return n.fullest(short)
	}
	return n.fullest(who)
}

// strangers reports whether two names share nothing but their last word.
func strangers(a, b string) bool {
	words := strings.Fields(strings.ToLower(a))
	for _, w := range strings.Fields(strings.ToLower(b[:strings.LastIndexByte(b, ' ')])) {
		for _, own := range words[:len(words)-1] {
			if own == w {
				return false
			}
		}
	}
	return true
}
