package corroborate

import (
	"cmp"
	"fmt"
	"strings"
)

// Apart is a pair of a figure's origins (indexes) that are proven different,
// and why.
type Apart struct {
	A   int      `json:"a"`
	B   int      `json:"b"`
	Why string   `json:"why"`
	By  []string `json:"by,omitempty"` // who said so, where it is not read from the reports
}

// reason is why two origins are surely two.
type reason int

// The reasons.
const (
	mayBeOne  reason = iota
	twoKinds         // a witness is no office
	twoSides         // they speak for different sides
	twoPeople        // two names
	twoTrades        // a nurse is no taxi driver
	twoCounts        // a company that counted for itself is no authority
)

// differ reports whether two origins are surely two.
func differ(a, b Origin) bool {
	return reasonOf(a, b, nameKey(a.Name), nameKey(b.Name)) != mayBeOne
}

// reasonOf is why two origins, with their folded names, are surely two. An
// unknown origin may be anyone of its description, so it differs only from what
// its description excludes.
func reasonOf(a, b Origin, keyA, keyB string) reason {
	if order(a.Kind) > order(b.Kind) {
		a, b, keyA, keyB = b, a, keyB, keyA
	}
	switch {
	case a.Kind == Unknown || b.Kind == Unknown:
		return mayBeOne
	case a.Known && b.Known && samePerson(keyA, keyB):
		return mayBeOne // two reports describe one person in two ways
	case a.Kind == OutletOwn && a.Grounds == "" || b.Kind == OutletOwn && b.Grounds == "":
		return mayBeOne // an outlet that does not say how it knows may repeat the other
	case a.Kind == b.Kind:
		return reasonAlike(a, b, keyA, keyB)
	case a.Kind == Party && b.Kind == Official:
		return reasonBySide(a, b)
	case b.Kind == Observer && (!b.Known && !b.attends() || b.Known && remote[b.Role] && b.Grounds == ""):
		return mayBeOne // "experts" may be quoting the other
	case a.Kind == Official && b.Kind == Observer && a.mouthpiece():
		return mayBeOne // a spokesman of nobody knows whom
	case a.Kind == Official && b.Kind == Witness && b.crew():
		return mayBeOne // "rescuers said": their service did
	case a.Kind == OutletOwn && b.Kind == Footage:
		return mayBeOne // one outlet's two ways of working, or pictures of what its people saw
	default:
		return twoKinds
	}
}

func reasonAlike(a, b Origin, keyA, keyB string) reason {
	switch {
	case a.Kind == Party || a.Kind == Official:
		return reasonBySide(a, b)
	case a.Kind == Footage || a.Kind == OutletOwn:
		return mayBeOne // two outlets may have worked on the same pictures
	case a.Known && b.Known && (nearName(keyA, keyB) || a.Kind == Observer && memberOf(a, b)):
		return mayBeOne
	case a.Known && b.Known:
		return twoPeople
	case a.single() && b.single() && trade(a.Role) != trade(b.Role):
		return twoTrades
	}
	return mayBeOne
}

// reasonBySide tells apart two who speak for different sides, and a company that
// counted for itself from an authority; two offices of one side speak with one
// voice.
func reasonBySide(a, b Origin) reason {
	if countedApart(a, b) {
		return twoCounts
	}
	if a.Side == "" || b.Side == "" || a.Side == b.Side || !a.Known || !b.Known || abroad[a.Role] || abroad[b.Role] {
		return mayBeOne
	}
	return twoSides
}

// abroad are those who speak of what happened in a country for another: an embassy
// repeats what it was told there.
var abroad = words("embassy consulate consul ambassador envoy")

// because puts a reason into words.
func because(r reason, a, b Origin) string {
	if order(a.Kind) > order(b.Kind) {
		a, b = b, a
	}
	switch r {
	case twoKinds:
		return fmt.Sprintf("%s is %s, %s is %s", a.Name, a.describe(), b.Name, b.describe())
	case twoSides:
		return fmt.Sprintf("%s speaks for one side, %s for another", a.Name, b.Name)
	case twoPeople:
		return fmt.Sprintf("%s and %s are two people or bodies, each %s", a.Name, b.Name, a.describe())
	case twoCounts:
		return fmt.Sprintf("%s and %s are a company and an authority, and one counted for itself (“%s”)", a.Name, b.Name, cmp.Or(a.Grounds, b.Grounds))
	case twoTrades:
		return fmt.Sprintf("%s and %s are two people: one is a %s, the other a %s", a.Name, b.Name, a.Role, b.Role)
	default:
		return ""
	}
}

// order puts the kinds in the order in which differ looks at a pair.
func order(k OriginKind) int {
	for i, kind := range []OriginKind{Unknown, Party, Official, Witness, OutletOwn, Footage, Observer} {
		if k == kind {
			return i
		}
	}
	return 0
}

// single reports whether an origin is one person, by name or as the one who does
// something that another hardly does too: a nurse is no taxi driver, while a
// resident may be either.
func (o Origin) single() bool {
	if o.Role == "" || anybody[o.Role] || o.Kind != Witness {
		return false
	}
	return o.Known || singleUnknown(o.Name)
}

// trades gathers the words by which two reports may call what one person does.
var trades = index(map[string]string{
	"trader":  "trader vendor seller shopkeeper stallholder merchant owner",
	"nurse":   "nurse orderly paramedic medic attendant",
	"teacher": "teacher instructor",
	"sailor":  "sailor deckhand fisherman boatman ferryman",
	"farmer":  "farmer shepherd",
	"driver":  "driver cabbie conductor",
	"waiter":  "waiter waitress barman cook chef bartender baker",
	"porter":  "cleaner janitor caretaker porter watchman",
	"student": "student pupil",
	"fireman": "firefighter fireman",
})

// trade is what a word for a person comes down to.
func trade(word string) string { return cmp.Or(trades[word], word) }

// anybody are the words for people that fit whatever else they are.
var anybody = words("witness eyewitness bystander onlooker resident inhabitant survivor neighbour neighbor villager local evacuee refugee pensioner man woman boy girl youth teenager relative mother father wife husband widow widower brother sister son daughter uncle aunt cousin nephew niece grandmother grandfather grandson granddaughter bride groom parent worker labourer passenger guest customer tourist commuter pilgrim prisoner inmate detainee hostage owner rescuer")

// attends reports whether an observer who is not named is one person who had
// those counted before them: a doctor, not "experts".
func (o Origin) attends() bool {
	return o.Kind == Observer && attending[o.Role] && singleUnknown(o.Name)
}

// attending are the observers who do more than watch.
var attending = words("doctor physician surgeon medic volunteer priest undertaker lawyer engineer")

// crew reports whether an origin is several who are not named and serve an office:
// "rescuers", "firefighters".
func (o Origin) crew() bool {
	return !o.Known && (serving[o.Role] || beginsAny(o.Role, slavicServing)) && !singleUnknown(o.Name)
}

var slavicServing = folded("рятувальник спасател пожежник пожарн медик")

var serving = words("rescuer firefighter fireman paramedic lifeguard medic worker")

// mouthpiece reports whether all that is known of an origin is that it speaks
// for somebody: "a spokesman".
func (o Origin) mouthpiece() bool {
	return !o.Known && strings.HasPrefix(o.Role, "spokes") && len(tokens(o.Name)) <= 2
}

// describe says in words what an origin is.
func (o Origin) describe() string {
	switch o.Kind {
	case Party:
		return "a party to it"
	case Official:
		return "an official source"
	case Witness:
		return "a witness"
	case Observer:
		return "an observer who is no side of it"
	case OutletOwn:
		return "an outlet's own reporting"
	case Footage:
		return "own work on footage"
	default:
		return "not known"
	}
}
