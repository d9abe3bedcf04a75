package corroborate

import (
	"strings"
)

// roles are the words by which reports say what a speaker is.
var roles = index(map[string]string{
	string(Official): "president minister governor mayor spokesman spokeswoman spokesperson chief general commander colonel major captain official authority government ministry department police policeman sheriff coroner commissioner prosecutor army military navy force staff service administration administrator council councillor senator deputy lawmaker chairman chairwoman chair head director secretary parliament ambassador envoy kremlin cabinet superintendent inspector magistrate prefect brigade command agency bureau regulator chancellor leader officer marshal intelligence security",
	string(Witness):  "witness eyewitness resident survivor neighbour neighbor villager farmer shopkeeper driver passenger teacher student nurse fisherman local worker labourer relative miner pilgrim tourist mother father wife husband brother son daughter shepherd baker waiter waitress cleaner janitor trader vendor porter commuter guest customer fishmonger musician parishioner sailor deckhand tailor carpenter electrician welder beekeeper hiker student evacuee guide",
	string(Observer): "analyst expert professor researcher monitor observatory observer ngo charity institute fellow hospital doctor surgeon medic paramedic union unicef osce iaea unhcr ocha msf amnesty crescent cross federation association volunteer activist geolocator watch academic seismologist coalition",
})

// presence are the verbs by which "who ..." tells that the speaker was there.
var presence = words("carried pulled hauled dragged led brought lifted lay laid drove walked opened rang filmed photographed lost waited lives lived saw heard watched escaped fled hid survived ran sells sold works worked was witnessed felt counted helped owns runs keeps jumped climbed crawled swam stood sheltered")

// bodies are the role words that name an office or a body even without the
// name of anyone: a police force is one origin, "officials" may be anybody.
var bodies = words("government ministry department police army military navy service administration council parliament kremlin cabinet command agency bureau regulator hospital observatory institute union unicef osce iaea unhcr ocha msf amnesty crescent cross federation association intelligence coalition prosecutor")

// prepositions end the head of a description: "head of the miners' union".
var prepositions = words("of for at in from with on to")

// roleIn reads what a description says its subject is, from the head of its
// first phrase; where the head is a mere rank ("head", "spokesman") and a body
// follows, the body decides.
func roleIn(description string) (OriginKind, bool) {
	var found OriginKind
	list := tokens(description)
	for i, w := range list {
		if prepositions[w] && found != "" {
			if rest, ok := roleOfBody(list[i+1:]); ok && found == Official {
				return rest, true
			}
			return found, true
		}
		if (w == "who" || w == "whose") && i+1 < len(list) && found == "" {
			if presence[list[i+1]] {
				return Witness, true
			}
			return "", false
		}
		role, ok := roleOf(singular(w))
		mereRank := rank[w] && role == Official && found == Observer
		if ok && !mereRank {
			found = role // the last word is the head, but a mere rank speaks for the body before it
		}
	}
	return found, found != ""
}

// rank are the heads of a description that leave it to the body whether they
// speak for an office: "lawyers' association chairwoman".
var rank = words("spokesman spokeswoman spokesperson chairman chairwoman chair head director secretary chief leader president")

// trades are the endings of words for what somebody does for a living.
var trades = []string{"keeper", "maker", "smith", "monger", "herd", "wright", "taker", "grower", "breeder", "rower", "rider", "owner", "builder", "worker", "postman", "postwoman"}

// players are the trades in -ist of people who are seldom asked as experts.
var players = words("accordionist violinist pianist guitarist organist florist cyclist motorist tourist motorcyclist machinist receptionist stylist")

// roleOf reads one word of a description.
func roleOf(word string) (OriginKind, bool) {
	if role, ok := roles[word]; ok {
		return OriginKind(role), true
	}
	if players[word] {
		return Witness, true
	}
	for _, ending := range trades {
		if len(word) > len(ending)+1 && strings.HasSuffix(word, ending) || word == ending {
			return Witness, true
		}
	}
	return "", false
}

// roleOfBody returns the kind of the body that the words name, where that is
// not an office.
func roleOfBody(list []string) (OriginKind, bool) {
	for _, w := range list {
		if role := OriginKind(roles[singular(w)]); bodies[singular(w)] && role == Observer {
			return role, true
		}
	}
	return "", false
}

// described returns what the text says of the one it names: the words of the
// name itself, those in apposition behind it, and those in front of it, most
// telling first.
func described(text, name string) []string {
	var found []string
	for from := 0; len(found) < 6; {
		at := strings.Index(text[from:], name)
		if at < 0 || name == "" {
			break
		}
		at += from
		end := at + len(name)
		found = append(found, behind(text[end:]), before(text[:at]))
		from = end
	}
	return found
}

// reach is how many bytes around a name may describe it.
const reach = 140

// behind returns an apposition, with what follows of who its subject is: ", 43,
// the postwoman of Marl, who watched the slope,". An age says nothing.
func behind(rest string) string {
	rest, ok := strings.CutPrefix(rest, ",")
	if !ok {
		return ""
	}
	rest = rest[:min(reach, len(rest))]
	for {
		part, more, found := strings.Cut(rest, ",")
		switch {
		case !found:
			part, _, _ = strings.Cut(part, ".")
			return part
		case strings.Trim(part, " 0123456789") == "":
		case strings.HasPrefix(more, " who "):
			clause, _, _ := strings.Cut(more, ",")
			return part + clause
		default:
			return part
		}
		rest = more
	}
}

// before returns the words in front of a name: all of an apposition that ends
// with a comma ("the Army Chief of Ukraine, "), else the last four.
func before(text string) string {
	text = text[max(0, len(text)-reach):]
	text = text[strings.LastIndexAny(text, ".;:!?\n\"“”")+1:]
	trimmed := strings.TrimRight(text, " ")
	most := 4
	if cut, ok := strings.CutSuffix(trimmed, ","); ok {
		trimmed, most = cut, 10
	}
	trimmed = trimmed[strings.LastIndexByte(trimmed, ',')+1:]
	list := strings.Fields(trimmed)
	return strings.Join(list[max(0, len(list)-most):], " ")
}
