package claim

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// name is a person or body that the report names.
type name struct {
	full    string
	at      int // byte offset
	outlet  bool
	subject bool // it does what the sentence says
	unnamed bool // no name: "a man from Kell"
	body    bool // likewise: "the refugee agency"
}

// nameAt returns the words of the name that begins at word i, titles left out.
func (s *sentence) nameAt(i int) (first, last int) {
	if !s.isName(i) {
		return i, i - 1
	}
	first, last = i, i
	for last+1 < len(s.words) && (s.isName(last+1) || s.nameJoint(last+1)) && s.words[last+1].Start-s.words[last].End <= 1 {
		last++
	}
	for last > first && !s.isName(last) {
		last--
	}
	first = s.afterTitles(first, last)
	if first > 0 && adjectival[s.words[first-1].Text+" "+s.words[first].Text] {
		first--
	}
	if first > 0 && first <= last && s.words[first-1].Text == "The" && isOutlet("The "+s.textOf(first, last)) {
		first--
	}
	return first, last
}

// afterTitles returns where a name begins behind the titles that words first..last begin with. Words that only say of
// what an office is ("Human Rights Commissioner Roe") are part of a name where none follows: "Human Rights Watch".
func (s *sentence) afterTitles(first, last int) int {
	name := first
	for i := first; i < last && (titles[s.words[i].Low] || i == 0 && last >= 2 && isPersonNoun(s.words[i].Low)); i++ {
		if low := s.words[i].Low; !domains[low] || sides[low] && last-i == 2 && s.allNames(i+1, last) {
			name = i + 1
		}
	}
	return name
}

// adjectival are the beginnings of names whose first word is an adjective where a sentence begins.
var adjectival = map[string]bool{"Human Rights": true, "Associated Press": true, "United Nations": true, "United States": true, "Red Cross": true, "Red Crescent": true}

// allNames reports whether words first..last are those of a person: none is a noun of the language.
func (s *sentence) allNames(first, last int) bool {
	for i := first; i <= last; i++ {
		if s.words[i].Tag != "NNP" || bodyNouns[s.words[i].Low] {
			return false
		}
	}
	return true
}

// domains are the words in titles that name no office but what it is over.
var domains = wordSet(`army navy police human rights parliament for of the ex former russian ukrainian american british french german chinese israeli
	iranian turkish polish estonian republican democratic democrat state defense foreign interior press campaign senate house majority minority
	u.s. us uk eu`)

// sides are the domains that stand before a person's name without an office: "Democrat Jane Roe".
var sides = wordSet("republican democrat democratic russian ukrainian american british french german chinese israeli iranian turkish polish estonian former ex")

func (s *sentence) isName(i int) bool {
	w := s.words[i]
	r, _ := utf8.DecodeRuneInString(w.Text)
	if !unicode.IsUpper(r) || notNames[w.Low] {
		return false
	}
	return strings.HasPrefix(w.Tag, "NNP") || strings.HasPrefix(w.Tag, "NN") && (i > 0 || s.nameFollows(i))
}

// nameFollows reports whether the word after i has a capital too, so that i
// begins a name even where a sentence begins.
func (s *sentence) nameFollows(i int) bool {
	if i+1 >= len(s.words) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.words[i+1].Text)
	return unicode.IsUpper(r) && strings.HasPrefix(s.words[i+1].Tag, "NN")
}

// nameJoint holds together "Carnegie Endowment for International Peace" and "Jean-Luc".
func (s *sentence) nameJoint(i int) bool {
	if i+1 >= len(s.words) || !s.isName(i+1) {
		return false
	}
	switch s.words[i].Low {
	case "of", "for", "without", "-", "de", "van", "von", "al", "bin", "&", "del", "la", "da", "ibn":
		return true
	}
	return false
}

var notNames = wordSet(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
	october november december`)

// titles stand before a name and are no part of it.
var titles = wordSet(`president vice minister prime sen. rep. gov. mr. mrs. ms. dr. senator representative governor secretary general gen. lt. lt
	col. col maj. maj capt. capt sgt. sir king queen prince princess pope chancellor ambassador commissioner chairman chairwoman chairperson
	chief director professor prof. judge justice attorney congressman congresswoman mayor speaker deputy first lady candidate nominee
	spokesman spokeswoman spokesperson commander commander-in-chief colonel major captain sergeant army navy police officer human rights
	parliament for of the reporter correspondent host anchor analyst strategist pollster adviser advisor aide manager lawyer leader former ex
	russian ukrainian american british french german chinese israeli iranian turkish polish estonian republican democratic democrat state defense
	foreign interior press campaign senate house majority minority u.s. us uk eu`)

func (s *sentence) textOf(first, last int) string {
	var b strings.Builder
	for i := first; i <= last; i++ {
		if i > first && s.words[i].Start > s.words[i-1].End {
			b.WriteByte(' ')
		}
		b.WriteString(s.words[i].Text)
	}
	return b.String()
}

// isSubject reports whether one of the words is the subject of its clause.
func (s *sentence) isSubject(first, last int) bool {
	if s.afterPreposition(first) {
		return false
	}
	for i := first; i <= last; i++ {
		w := s.words[i]
		if strings.HasPrefix(w.Rel, "nsubj") || (w.Rel == "appos" || w.Rel == "flat") && w.Head >= 0 && strings.HasPrefix(s.words[w.Head].Rel, "nsubj") {
			return true
		}
	}
	return false
}

// afterPreposition reports whether the phrase whose name begins at word first stands
// behind a preposition: what fell "at Holm Mill" did not do what the sentence says.
func (s *sentence) afterPreposition(first int) bool {
	i := first - 1
	for i > 0 && (s.words[i].Tag == "DT" || strings.HasPrefix(s.words[i].Tag, "JJ")) {
		i--
	}
	return i > 0 && placePrepositions[s.words[i].Low]
}

var placePrepositions = wordSet("at in on near from of by with into through over under to off")
