package claim

import (
	"strings"

	"github.com/atleast-desk/atleast"
)

// bodiesIn goes through the bodies that the passage describes rather than names: "the U.N. refugee agency".
func (d *document) bodiesIn(yield func(name) bool) {
	for _, s := range d.sentences {
		for i, w := range s.words {
			if w.Tag != "NN" || !bodyNouns[w.Low] || !s.hasThe(i) {
				continue
			}
			first := i
			for first > 0 && s.partOfPhrase(first-1) {
				first--
			}
			if i-first < 2 {
				continue // "the agency" itself
			}
			if !yield(name{full: s.textOf(first, i), at: s.words[first].Start, body: true}) {
				return
			}
		}
	}
}

// reachOfBody is how many bytes back "the ministry" can point.
const reachOfBody = 20_000

// meant returns the body or outlet that "the agency" at a byte offset stands for, or "" where that could be either.
func (d *document) meant(n *names, noun string, at int) (string, atleast.SpeakerKind) {
	body, kind := "", atleast.Named
	if bodyNouns[noun] {
		body, kind = d.bodyBefore(n, noun, at)
	}
	if !outletNouns[noun] {
		return body, kind
	}
	switch outlet := n.lastOutlet(at); {
	case body == "":
		return outlet, atleast.Named
	case outlet == "" || kind == atleast.Group:
		return body, kind
	default:
		return "", atleast.Unnamed
	}
}

// bodyBefore returns which body "the ministry" at a byte offset is: the only one called a ministry before, in full.
// Where two are, or another without a name is spoken of in between, it cannot be decided.
func (d *document) bodyBefore(n *names, noun string, at int) (string, atleast.SpeakerKind) {
	found := ""
	kind := atleast.Named
	after := n.before(at)
	for i := after - 1; i >= max(0, after-reachOfNoun); i-- {
		c := n.order[i]
		if at-c.at > reachOfBody {
			break
		}
		if c.unnamed || !strings.Contains(c.full, noun[1:]) || !calledBy(c.full, noun) {
			continue
		}
		full := c.full
		if !c.body {
			full = n.fullest(c.full)
		}
		if found != "" && !strings.EqualFold(found, full) {
			return "", atleast.Unnamed
		}
		if between := strings.ToLower(d.text[c.at:at]); found == "" && (strings.Contains(between, "another "+noun) || strings.Contains(between, " a "+noun) || strings.Contains(between, " an "+noun)) {
			return "", atleast.Unnamed
		}
		found = full
		if c.body {
			kind = atleast.Group
		}
	}
	return found, kind
}

// calledBy reports whether a noun is the head of a name: "Centre for Civil Liberties", "Interior Ministry".
func calledBy(full, noun string) bool {
	words := strings.Fields(strings.ToLower(full))
	head := ""
	for _, w := range words {
		if w == "of" || w == "for" || w == "in" || w == "on" {
			break
		}
		head = w
	}
	return head == noun && len(words) > 1
}
