package claim

import (
	"strings"

	"github.com/atleast-desk/atleast"
)

// speaker names the source of an attribution in full, and says what kind it is.
func (d *document) speaker(a *attribution, n *names) (string, atleast.SpeakerKind) {
	if a.who != nil {
		return a.who.name, a.who.kind
	}
	if a.source.empty() {
		return "", atleast.Unnamed
	}
	s, head := a.sentence, a.head
	w := s.words[head]
	switch w.Low {
	case "who":
		return d.relative(a, n)
	case "he", "she", "him", "her", "his":
		return n.personBefore(a.source.from, w.Low)
	case "it", "they", "we", "i", "them", "us":
		return "", atleast.Unnamed
	}
	if first, last := s.nameIn(a.source, head); last >= first {
		text := s.textOf(first, last)
		if isOutlet(text) {
			return n.outlet(text), atleast.Named
		}
		return n.nameOf(text, a.source.from), atleast.Named
	}
	if s.hasThe(head) {
		if who, kind := d.meant(n, w.Low, w.Start); who != "" {
			return who, kind
		}
	}
	kind := atleast.Group
	if w.Tag == "NN" || w.Tag == "CD" {
		kind = atleast.Unnamed
	}
	return d.description(a), kind
}

// relative names the source of "a nurse at the clinic, who said": what the "who" stands for.
func (d *document) relative(a *attribution, n *names) (string, atleast.SpeakerKind) {
	s := a.sentence
	head, phrase := s.antecedent(a.head)
	if head < 0 || phrase.empty() {
		return "", atleast.Unnamed
	}
	if first, last := s.nameIn(phrase, head); last >= first {
		return n.nameOf(s.textOf(first, last), phrase.from), atleast.Named
	}
	if s.words[head].Tag == "NNS" {
		return d.text[phrase.from:phrase.to], atleast.Group
	}
	return d.text[phrase.from:phrase.to], atleast.Unnamed
}

func (s *sentence) hasThe(head int) bool {
	c := s.child(head, "det")
	return c >= 0 && s.words[c].Low == "the"
}

// nameIn returns the name of the source: the name that is its head, or else one
// set beside it, "the army chief, Oleksandr Syrskyi".
func (s *sentence) nameIn(source span, head int) (first, last int) {
	first, last = 0, -1
	for i := s.wordAfter(source.from); i < len(s.words) && s.words[i].End <= source.to; i++ {
		f, l := s.nameAt(i)
		if l < f {
			continue
		}
		i = l
		if l == f && len(s.words[f].Text) < 3 || f > 0 && s.words[f-1].Text == "(" {
			continue
		}
		if s.names(head, f, l) || f > 0 && s.words[f-1].Text == "," && f > head {
			first, last = f, l
			if !officeOnly(s, l) {
				return first, last
			}
		}
	}
	return first, last
}

// officeOnly reports whether a name is an office rather than who holds it.
func officeOnly(s *sentence, last int) bool {
	return titles[s.words[last].Low] || s.child(last, "appos") > last
}

// names reports whether the words first..last are the name of the head, and not
// of something else in its phrase.
func (s *sentence) names(head, first, last int) bool {
	if first <= head && head <= last {
		return true
	}
	for i := first; i <= last; i++ {
		if s.words[i].Head == head && (s.words[i].Rel == "flat" || s.words[i].Rel == "appos") {
			return true
		}
	}
	return false
}

// description is the source as the report describes it, without what is told about it.
func (d *document) description(a *attribution) string {
	s := a.sentence
	from, to := a.source.from, a.source.to
	for i, w := range s.words {
		if w.Start > from && w.End <= to && (w.Rel == "acl:relcl" || w.Rel == "acl") {
			first, _ := s.reach(i, nil)
			if s.words[first].Start > from && s.words[first].Start < to {
				to = s.words[first].Start
				break
			}
		}
	}
	text := d.text[from:to]
	for _, relative := range []string{", who ", ", which ", ", whose "} {
		text, _, _ = strings.Cut(text, relative)
	}
	return strings.TrimRight(text, " ,;:\u00a0")
}
