package claim

import (
	"strings"

	"github.com/atleast-desk/atleast/place"
)

// couldBe reports whether a pronoun can stand for a name: "he" for no body, no place and nobody called Maria.
func couldBe(full, pronoun string) bool {
	parts := strings.Fields(strings.ToLower(full))
	if len(parts) < 2 || bodyNouns[strings.TrimSuffix(parts[len(parts)-1], "s")] || bodyNouns[parts[len(parts)-1]] {
		return false
	}
	for _, p := range parts {
		if p == "of" || p == "for" || p == "without" || p == "&" {
			return false
		}
	}
	if _, known := place.Lookup(full); known {
		return false
	}
	switch pronoun {
	case "he", "him", "his":
		return !womens[parts[0]]
	case "she", "her":
		return !mens[parts[0]]
	}
	return true
}

// bodyNouns end the names of bodies, places and events.
var bodyNouns = wordSet(`national party committee convention congress council caucus conference club association institute union guard forces
	force army ministry department service agency office commission governors senate house majority minority leadership campaign hospital
	university school college church mosque court bank group alliance front movement league society foundation network team company corporation
	corp inc ltd airlines observatory watch international nations crescent cross parliament assembly brigade battalion regiment division fleet fund
	trust organization organisation administration bureau board authority police street avenue square road river sea ocean bay island city county
	province region district state kingdom republic federation war act award prize cup games tribune times post news journal herald center centre
	program programme coalition initiative project party democrat republican`)

// mens and womens are first names that only men, only women bear, of the languages that reports from wars and elections
// name people in.
var (
	mens = wordSet(`aaron abu abdul abdullah abraham adam adnan ahmad ahmed alan albert aleksandr alexander alexei alfred ali amir anatoly andrei andrew andriy
		antonio anthony artem arthur ben benjamin bernie bill bob boris brian bruce carlos charles chris christopher chuck colin craig dan daniel
		david denis dennis dmitri dmitry dmytro don donald doug douglas ed eduardo edward eric evan felipe fernando francisco frank fred gabriel gary
		george gleb gordon greg gregory hamid harold harry hassan henry hugo hussein hussain ian ibrahim igor ihor ilya ivan jack jacob jake james jason
		jeff jeffrey jerry jim jimmy joe joel john jon jonathan jorge jose joseph josh joshua juan justin karl keith ken kenneth kevin khalid konstantin
		kyrylo larry lee leonid louis luis luke mahmoud marc marco marcus mario mark martin matt matthew maxim michael miguel mikhail mike mitch
		mohamed mohammad mohammed muhammad mustafa mykhailo mykola nathan neil nicholas nick nikolai oleg oleh oleksandr oleksiy omar oscar osama pablo
		patrick paul pavel pavlo pedro pete peter petro philip rafael ralph randy raul ray ricardo richard rick rob robert roger roman ron ronald
		rudy russell ryan salman sam samuel saad scott sean sergei sergey serhiy seth simon stanislav stephen steve steven syed stuart taras ted terry
		thomas tim timothy todd tom tomas tony tyler vadym valery vasily victor viktor vincent vitali vladimir vladyslav volodymyr vyacheslav walter warren
		wayne william yaroslav yevgeny yuri yuriy yusuf zac zachary`)
	womens = wordSet(`abigail aisha alexandra alice alina alla amanda amelia amina amy ana anastasia angela anita ann anna anne annie barbara beth
		betty brenda carly carol caroline catherine charlotte cheryl christina christine claire claudia cynthia daria deborah debbie diana diane donna
		dorothy elena elizabeth ellen emily emma erin eva fatima fiona frances gloria grace hannah heather heidi helen hillary inna irina iryna isabel
		jane janet jennifer jenny jessica jill joan joanna joyce judith judy julia julie kate katerina katherine kathleen kathryn katie
		katrina kimberly kristen laila larysa laura lauren layla lena leila linda lisa liz loretta lucy lyudmila madeleine margaret maria mariam
		marie marina martha mary maryam maya megan melania melanie melissa michelle miriam monica nadia nancy natalia natalie nataliya nicole nina nora
		oksana olena olga olha oxana pamela patricia paula polina rachel rebecca rita rosa ruth sabrina samantha sandra sara sarah sharon sheila shirley
		sofia sonia sophia sophie stephanie susan svetlana svitlana tamara tatiana tatyana tetiana teresa theresa tiffany valentina vanessa vera victoria
		viktoria virginia wendy yana yulia zainab zoya`)
)

// unnamedIn goes through the persons whom the passage brings in without a name, as subjects: "A man from Kell said".
func (d *document) unnamedIn(yield func(name) bool) {
	for _, s := range d.sentences {
		for i, w := range s.words {
			det := s.child(i, "det")
			if w.Tag != "NN" || !strings.HasPrefix(w.Rel, "nsubj") && !s.accordedTo(i) || det < 0 || !brings[s.words[det].Low] || !isPersonNoun(w.Low) || s.child(i, "appos", "flat") >= 0 {
				continue
			}
			first, last := s.reach(i, func(c int) bool { return c > i && s.words[c].Rel != "nmod" || s.words[c].Rel == "case" })
			if !yield(name{full: s.textOf(first, last), at: w.Start, subject: true, unnamed: true}) {
				return
			}
		}
	}
}

// accordedTo reports whether word i is who something is according to: "according to a Western diplomat".
func (s *sentence) accordedTo(i int) bool {
	first := i
	for first > 0 && s.partOfPhrase(first-1) {
		first--
	}
	return first > 1 && s.words[first-1].Low == "to" && s.words[first-2].Low == "according"
}

// brings are the determiners with which somebody new is brought in.
var brings = wordSet("a an one another")

// isPersonNoun tells the nouns of persons by their words and endings.
func isPersonNoun(low string) bool {
	return personNouns[low] || !thingsAlike[low] && hasAny(low, "man", "woman", "person", "worker", "maker", "teacher", "officer", "ist", "ian")
}

var (
	personNouns = wordSet(`man woman boy girl person nurse doctor medic official witness resident soldier commander driver survivor student teacher lawyer fisherman farmer
		priest imam diplomat prisoner detainee refugee migrant volunteer neighbor neighbour relative mother father brother sister son daughter wife husband
		minister mayor governor lawmaker senator judge prosecutor employee colleague aide adviser advisor expert professor researcher analyst reporter
		journalist paramedic firefighter rescuer captain sailor pilot passenger guard manager director owner voter supporter protester activist leader source`)
	thingsAlike = wordSet("list twist mist fist waist assist human german roman")
	ofMen       = wordSet("man boy father brother son husband fisherman priest imam")
	ofWomen     = wordSet("woman girl mother sister daughter wife")
)

// suits reports whether a pronoun can stand for somebody so described: no "she" for "a man from Kell".
func suits(described, pronoun string) bool {
	for _, w := range strings.Fields(strings.ToLower(described)) {
		switch {
		case ofMen[w] || strings.HasSuffix(w, "sman"):
			return pronoun == "he" || pronoun == "him" || pronoun == "his"
		case ofWomen[w] || strings.HasSuffix(w, "woman"):
			return pronoun == "she" || pronoun == "her"
		}
	}
	return true
}

// antecedent is whom the "who" at word i tells about: the noun that its clause hangs on, and the words of its phrase.
func (s *sentence) antecedent(i int) (head int, phrase span) {
	verb := s.words[i].Head
	if verb < 0 || !strings.HasPrefix(s.words[verb].Rel, "acl") {
		return -1, span{}
	}
	head = s.words[verb].Head
	if head < 0 || head >= i {
		return -1, span{}
	}
	first, _ := s.reach(head, nil)
	return head, s.bytes(first, s.trimRight(first, i-1))
}
