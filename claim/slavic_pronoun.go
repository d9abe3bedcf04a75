package claim

import (
	"strings"

	"github.com/atleast-desk/atleast"
)

// standsFor is whom a pronoun, or a noun used like one, can stand for.
type standsFor uint8

const (
	aMan standsFor = iota + 1
	aWoman
	nobody // several, or a thing: whom cannot be told
)

func pronounsOf(his, hers, others string) map[string]standsFor {
	out := map[string]standsFor{}
	for i, list := range []string{his, hers, others} {
		for _, w := range strings.Fields(list) {
			out[w] = standsFor(i + 1)
		}
	}
	return out
}

// pronounIn says whom the source of an attribution can stand for, where it is a pronoun; 0 where it is none.
func (s *sentence) pronounIn(a *attribution, g *slavicGrammar) standsFor {
	i := s.wordAfter(a.source.from)
	if i >= len(s.words) || s.bytes(i, i) != a.source {
		return 0
	}
	return g.pronouns[s.words[i].Low]
}

// reachOfTurns is how many attributions and paragraphs back a pronoun can point.
const reachOfTurns = 2

// lastPerson is who a pronoun in the sentence stands for: whoever of those before was named last and can be it.
func (s *sentence) lastPerson(before []*attribution, whom standsFor) *speaker {
	for i := len(before) - 1; i >= 0; i-- {
		a := before[i]
		if a.who != nil && a.who.kind == atleast.Named && s.paragraph-a.sentence.paragraph <= reachOfTurns && couldStand(a.who.name, whom) {
			return a.who
		}
	}
	return &speaker{"", atleast.Unnamed}
}

// couldStand reports whether a name is that of a man or a woman, by first name and surname: no body, and no surname alone.
func couldStand(name string, whom standsFor) bool {
	first, surname, both := strings.Cut(name, " ")
	if !both || whom == nobody || first == strings.ToUpper(first) || surname == strings.ToLower(surname) || slavicBody(first) != "" {
		return false
	}
	low := strings.ToLower(first)
	hers := hasAny(low, "а", "я") && !mensInA[low] || womens[low]
	return hers == (whom == aWoman)
}

// mensInA are first names of men that end as those of women do.
var mensInA = wordSet("микола ілля илья никита микита лука кузьма фома хома сава савва данила данило ярема сашко олекса муса абдулла мустафа")
