package claim

import "strings"

// meant returns the outlet or body that "the agency" at a byte offset stands for, or
// "" where that could be either.
func (n *names) meant(noun string, at int) string {
	outlet := ""
	if outletNouns[noun] {
		outlet = n.lastOutlet(at)
	}
	body := ""
	if bodyNouns[noun] {
		body = n.body(noun, at)
	}
	if outlet != "" && body != "" && outlet != body {
		return ""
	}
	return max(outlet, body)
}

// body returns the body that "the ministry" at a byte offset stands for: the one of
// the names before it that ends so, where no other does.
func (n *names) body(noun string, at int) string {
	found := ""
	for i, full := range n.byLast[noun] {
		switch {
		case i == mostNamesakes:
			return ""
		case !strings.Contains(full, " "), n.first[full] > at:
			continue
		case found != "" && strangers(found, full):
			return ""
		}
		found = full
	}
	return found
}
