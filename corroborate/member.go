package corroborate

import (
	"strings"
	"unicode/utf8"
)

// fields gathers the words for those of whom one may speak for the other: who is
// called a doctor in one report is the hospital in another.
var fields = index(map[string]string{
	"health":  "hospital clinic doctor physician surgeon medic morgue mortuary health undertaker",
	"labour":  "union federation association",
	"aid":     "cross crescent charity aid relief humanitarian ngo msf ocha unhcr unicef volunteer coalition",
	"law":     "lawyer rights advocate amnesty activist campaigner watch watchdog monitor monitoring observatory observer",
	"science": "expert professor academic researcher scientist institute fellow analyst historian economist meteorologist seismologist geologist engineer geolocator",
	"church":  "priest bishop imam rabbi",
})

// memberOf reports whether of two observers with different names one may be the
// body for which the other speaks, or both may be names of one body.
func memberOf(a, b Origin) bool {
	one, other := namesBody(a.Name), namesBody(b.Name)
	switch {
	case one && other:
		return initials(a.Name, b.Name) || a.Role == b.Role && (bareBody(a.Name) || bareBody(b.Name))
	case one || other:
		return anyBody(a.Role) || anyBody(b.Role) || a.Role == b.Role || fields[a.Role] == fields[b.Role]
	default:
		return speaksFor(a.Role, b.Role) || speaksFor(b.Role, a.Role)
	}
}

// speaksFor reports whether somebody with the one role may speak for a body with the other, whose name does not say that
// it is one: a coordinator for an aid group.
func speaksFor(person, body string) bool {
	return person != "" && anyBody(person) && (bodies[body] || societies[body])
}

// societies are roles that only bodies have.
var societies = words("aid charity relief humanitarian ngo rights watch watchdog monitoring group network coalition")

// anyBody reports whether a role is one that any body gives to whoever speaks for it: a director, a coordinator.
func anyBody(role string) bool { return role == "" || rank[role] || role == coordinator }

// bareBody reports whether a name says no more than what sort of body it is: "the
// union".
func bareBody(name string) bool { return len(strings.Fields(nameKey(name))) < 2 }

// initials reports whether one of two names is made of the first letters of the
// other: "MSF".
func initials(a, b string) bool { return len(initialsOf(a)) > 1 && initialsOf(a) == initialsOf(b) }

// initialsOf returns the first letters of a name of several words, and a name of
// one word as it is.
func initialsOf(name string) string {
	var first strings.Builder
	list := tokens(name)
	for _, w := range list {
		switch {
		case prepositions[w] || w == "the" || w == "and":
		case len(list) == 1 || len(list) == 2 && list[0] == "the":
			first.WriteString(w)
		default:
			r, _ := utf8.DecodeRuneInString(w)
			first.WriteRune(r)
		}
	}
	return first.String()
}

// nearName reports whether two keys of names may be one person's in two spellings:
// "oksana lysenko" and "oxana lisenko".
func nearName(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) < 2 || len(y) < 2 || cyrillic(a) != cyrillic(b) {
		return false
	}
	first, other := x[0], y[0]
	if len(first) > len(other) {
		first, other = other, first
	}
	return skeleton(x[len(x)-1]) == skeleton(y[len(y)-1]) && (skeleton(first) == skeleton(other) || len(first) == 1 && other[:1] == first)
}
