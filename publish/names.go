package publish

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/atleast-desk/atleast"
)

// withoutNames returns the evidence with every analyst who did not agree to be
// named under a number, the same one everywhere: that two people agreed can
// still be seen.
func withoutNames(ev atleast.Evidence, agreed []string) (atleast.Evidence, pseudonyms) {
	under := map[string]string{}
	taken := map[string]bool{}
	for _, name := range agreed {
		name = strings.TrimSpace(name)
		under[name], taken[name] = name, true
	}
	hidden, next := 0, 0
	public := func(name string) string {
		name = strings.TrimSpace(name) // as the count tells people apart: " m.r" must not become a second one
		if name == "" {
			return ""
		}
		if _, known := under[name]; !known {
			hidden++
			for next++; taken[numbered(next)]; next++ {
			}
			under[name] = numbered(next)
		}
		return under[name]
	}
	ev.Sightings = slices.Clone(ev.Sightings)
	for i := range ev.Sightings {
		ev.Sightings[i].By = public(ev.Sightings[i].By)
	}
	ev.Verdicts = slices.Clone(ev.Verdicts)
	for i := range ev.Verdicts {
		by := slices.Clone(ev.Verdicts[i].By)
		for j := range by {
			by[j] = public(by[j])
		}
		ev.Verdicts[i].By = by
	}
	return ev, pseudonyms{under, hidden}
}

// pseudonyms are the names under which analysts stand in a release.
type pseudonyms struct {
	under  map[string]string
	hidden int // how many of them are not their own
}

// in replaces the names of those who did not agree wherever they stand as words
// of a text: grounds say who found what.
func (p pseudonyms) in(text string) string {
	for _, name := range slices.SortedFunc(maps.Keys(p.under), longestFirst) {
		if public := p.under[name]; public != name && len(name) > 1 && strings.Contains(text, name) {
			text = replaceWord(text, name, public)
		}
	}
	return text
}

func longestFirst(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) }

// replaceWord replaces a name where no letter or digit joins it on either side.
func replaceWord(text, name, public string) string {
	var b strings.Builder
	for {
		at := strings.Index(text, name)
		if at < 0 {
			return b.String() + text
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(name):])
		b.WriteString(text[:at])
		if joins(before) || joins(after) {
			b.WriteString(name)
		} else {
			b.WriteString(public)
		}
		text = text[at+len(name):]
	}
}

func joins(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// inEvidence replaces the names in all grounds.
func (p pseudonyms) inEvidence(ev atleast.Evidence) atleast.Evidence {
	ev.Sightings, ev.Verdicts = slices.Clone(ev.Sightings), slices.Clone(ev.Verdicts)
	for i := range ev.Sightings {
		ev.Sightings[i].Why = p.in(ev.Sightings[i].Why)
	}
	for i := range ev.Verdicts {
		ev.Verdicts[i].Why = p.in(ev.Verdicts[i].Why)
	}
	return ev
}

// inCertificate replaces the names in the reasons why pairs are different.
func (p pseudonyms) inCertificate(c *atleast.Certificate) *atleast.Certificate {
	if c == nil {
		return nil
	}
	public := *c
	public.Pairs = slices.Clone(c.Pairs)
	for i := range public.Pairs {
		public.Pairs[i].Why = p.in(public.Pairs[i].Why)
	}
	return &public
}

func numbered(n int) string { return "analyst " + strconv.Itoa(n) }
