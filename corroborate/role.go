package corroborate

import (
	"slices"
	"strings"
)

// role is what somebody is said to be.
type role struct {
	kind OriginKind
	word string // that says so, singular: "nurse"
}

// presence are the verbs by which "who ..." tells that the speaker was there.
var presence = words("carried pulled hauled dragged led brought lifted lay laid drove walked opened rang filmed photographed lost waited lives lived saw heard watched escaped fled hid survived ran sells sold works worked witnessed felt counted helped owns runs keeps jumped climbed crawled swam stood sheltered farms slept spent held buried dug fired hands teaches taught gave found stayed")

// offices are the verbs by which it tells of a post, or only that somebody
// spoke.
var offices = words("heads headed chairs chaired represents represented speaks spoke commands commanded oversees oversaw advises advised studies studied monitors monitored coordinates coordinated directs directed governs governed serves served declined asked requested insisted wanted wished refused briefed announced declared visited took became resigned said told is are be been has have can could will would may might does did do edits wrote writes covers follows tracks investigates investigated manages managed maintains requires acts leads supervises supervised administers administered presides presided compiles compiled collates collated collects collected tallies tallied records recorded answers answered handles handled signs signed releases released issues issued updates updated publishes published organises organised organizes organized negotiates negotiated plans planned controls controlled regulates regulated certifies certified owns owned insures insured operates operated sits sat chaired deals dealt arrived arrives returned inspected inspects toured tours")

// posts are those of them whose object says for whom somebody speaks.
var posts = words("heads headed chairs chaired represents represented coordinates coordinated directs directed leads led runs ran manages managed")

// bodies are the role words that name an office or a body even without the
// name of anyone: a police force is one origin, "officials" may be anybody.
var bodies = words("government ministry department police army military navy service administration council parliament kremlin cabinet command agency bureau regulator hospital observatory institute union unicef osce iaea unhcr ocha msf amnesty crescent cross federation association intelligence coalition prosecutor coastguard guard clinic staff operator company municipality")

// prepositions end the head of a description: "head of the miners' union".
var prepositions = words("of for at in from with on to near who whose which that where when whom under behind by")

// roleIn reads what a description says its subject is, from the head of its
// first phrase; where the head is a mere rank ("head", "spokesman") and a body
// follows, the body decides.
func roleIn(description string) (role, bool) {
	list := tokens(description)
	found := role{}
	for i, w := range list {
		if prepositions[w] && (found.kind != "" || relative[w]) {
			if relative[w] && found.kind == "" {
				return clauseRole(list[i:])
			}
			if kind, ok := roleOfBody(list[i+1:]); ok && found.kind == Official {
				found.kind = kind
			} else if firm := businessIn(list[i+1:]); firm != "" && rank[found.word] {
				found.word = firm // "the director of the shipping company"
			}
			if found.word == coordinator && officeIn(list[i+1:]) {
				found.kind = Official
			}
			return found, found.kind != ""
		}
		if cyrillic(w) && found.kind != "" {
			if slavicRank(found.word) && found.kind == Official && slavicSociety(list[i:]) {
				found.kind = Observer // "голова профспілки"
			} else if firm := businessIn(list[i:]); firm != "" && found.kind == Official {
				found.word = firm
			}
			break // what follows a Slavic head depends on it
		}
		w = singular(w)
		kind, ok := roleOf(w)
		if kind == Observer && i > 0 && public[list[i-1]] && !bodies[w] {
			kind = Official // "the cantonal engineer"
		}
		if w == coordinator && officeIn(list[:i]) {
			kind = Official // "the county emergency coordinator"
		}
		mereRank := rank[w] && kind == Official && (found.kind == Observer || business[found.word])
		if ok && !mereRank {
			found = role{kind, w} // the last word is the head, but a mere rank speaks for the body before it
		}
	}
	return found, found.kind != ""
}

// slavicRank reports whether a Slavic word is the head of a description that leaves
// it to the body whether they speak for an office.
func slavicRank(word string) bool {
	return slices.ContainsFunc(slavicRanks, func(start string) bool { return strings.HasPrefix(word, start) })
}

// slavicSociety reports whether the words right behind such a head name a body that
// is no office.
func slavicSociety(list []string) bool {
	for _, w := range list[:min(len(list), 3)] {
		for _, start := range slavicSocieties {
			if strings.HasPrefix(w, start) {
				return true
			}
		}
	}
	return false
}

var (
	slavicRanks     = folded("голов глав керівни руководител директор речни спикер представни представител секретар")
	slavicSocieties = folded("спілк профспіл профсоюз союз фонд асоціац ассоциац організац организац лікарн больниц госпітал госпитал")
)

// folded returns the words of a list, folded.
func folded(list string) []string {
	var all []string
	for w := range strings.FieldsSeq(list) {
		all = append(all, fold(w))
	}
	return all
}

// coordinator is who speaks for those whom they bring together: an office, or
// volunteers.
const coordinator = "coordinator"

// officeIn reports whether one of a few words is that of an office.
func officeIn(list []string) bool {
	for _, w := range list[:min(len(list), phraseWords)] {
		if kind, _ := roleOf(singular(w)); kind == Official || public[w] || w == "emergency" || w == "civil" || w == "disaster" {
			return true
		}
	}
	return false
}

// businessIn returns the first of a few words that is one for a company.
func businessIn(list []string) string {
	for _, w := range list[:min(len(list), phraseWords)] {
		if isBusiness(singular(w)) {
			return singular(w)
		}
	}
	return ""
}

// public are the words that make an expert an officer of some authority.
var public = words("city county state district provincial federal municipal regional national cantonal borough town chief")

// relative are the words that begin a clause about the one described.
var relative = words("who whose which that where when whom")

// clauseRole reads a clause about somebody: "who hands out the lamps at the
// pithead" was there, "who coordinates the volunteers" speaks for them.
func clauseRole(list []string) (role, bool) {
	if list[0] != "who" && list[0] != "whose" || len(list) < 2 {
		return role{}, false
	}
	verb := list[1]
	if posts[verb] {
		for _, w := range list[2:min(len(list), 2+phraseWords)] {
			if kind, ok := roleOf(singular(w)); ok && kind != Witness {
				return role{kind, singular(w)}, true
			}
		}
	}
	if participle := list[min(2, len(list)-1)]; (verb == "was" || verb == "were") && (strings.HasSuffix(participle, "ing") || onSpot[participle]) {
		return role{Witness, ""}, true
	}
	if verb == "had" || verb == "has" {
		verb = list[min(2, len(list)-1)]
	}
	acts := strings.HasSuffix(verb, "ed") || strings.HasSuffix(verb, "s") && !strings.HasSuffix(verb, "was")
	if presence[verb] || acts && !offices[verb] {
		return role{Witness, ""}, true
	}
	return role{}, false
}

// phraseWords is how many words a short phrase has.
const phraseWords = 5

// onSpot are the words by which "who was ..." says that somebody was there.
var onSpot = words("among in at on inside there near aboard present next one")

// rank are the heads of a description that leave it to the body whether they
// speak for an office: "lawyers' association chairwoman".
var rank = words("spokesman spokeswoman spokesperson chairman chairwoman chair head director secretary chief leader president manager founder adviser advisor aide supervisor dean rector")

// roleOfBody returns the kind of the body that the words name, where that is
// not an office.
func roleOfBody(list []string) (OriginKind, bool) {
	for _, w := range list {
		if kind, _ := roleOf(singular(w)); bodies[singular(w)] && kind == Observer {
			return kind, true
		}
	}
	return "", false
}

// presented reads what somebody is by how a word for it is made, where a
// description presents them with an article: "a seamstress from Lisbet".
func presented(description string) (role, bool) {
	list := tokens(description)
	if len(list) < 2 || !articles[list[0]] {
		return role{}, false
	}
	head := list[1]
	for i, w := range list[1:] {
		if prepositions[w] || i > 0 && strings.HasSuffix(w, "ed") {
			break // "a herder reached by telephone"
		}
		head = w
	}
	kind, ok := tradeOf(head)
	return role{kind, head}, ok
}

// articles begin a description of one person.
var articles = words("a an the one another his her their its our")

// titled reads the word right before a name, where that is made like one for a
// person: "potter Ulla Renn".
func titled(before string) (role, bool) {
	fields := strings.Fields(before)
	if len(fields) == 0 {
		return role{}, false
	}
	last := fields[len(fields)-1]
	if len(fields) > 1 && last != strings.ToLower(last) {
		return role{}, false // "Peter" of "Peter Marek"
	}
	kind, ok := tradeOf(fold(last))
	return role{kind, fold(last)}, ok
}
