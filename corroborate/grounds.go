package corroborate

import (
	"regexp"
	"strings"
)

// What shows an outlet's own work in a sentence: pictures, and what was done
// with them; or its own people, and what they did.
var (
	pictures  = `(?:footage|videos?|visuals?|photos?|photographs?|images?|imagery|pictures?|clips?|recordings?|frames?|drone shots?)`
	workOn    = `(?:verif\w+|review\w+|geolocat\w+|analy[sz]\w+|examin\w+|authenticat\w+|count\w+|inspect\w+|obtained and checked|seen)`
	ownPeople = `(?:reporters?|correspondents?|journalists?|photographers?|team|crew)`
	ownDeeds  = `(?:counted|saw|visited|witnessed|count\b|seen|observed)`

	pictureName = regexp.MustCompile(`(?i)\b` + pictures + `$`)
	footageWork = regexp.MustCompile(`(?i)\b(?:` + pictures + `\b[^.]{0,100}\b` + workOn + `|` + workOn + `\b[^.]{0,40}\b` + pictures + `)\b`)
	peopleWork  = regexp.MustCompile(`(?i)\b(?:` + ownPeople + `\b[^.]{0,100}\b` + ownDeeds + `|` + ownDeeds + ` by (?:\w+ ){0,4}` + ownPeople + `)`)
)

// ownWork returns the words of a sentence that say how an outlet knows a number
// itself, and whether from pictures or by its people.
func ownWork(sentence string) (grounds string, kind OriginKind) {
	if words := footageWork.FindString(sentence); words != "" {
		return words, Footage
	}
	if words := peopleWork.FindString(sentence); words != "" {
		return words, OutletOwn
	}
	return "", ""
}

// speaksOfOwn reports whether a sentence names the outlet, by its name, the
// last word of it or as itself.
func speaksOfOwn(sentence, outlet string) bool {
	list := tokens(sentence)
	if key := outletKey(outlet); len(key) >= nameLetters && strings.Contains(strings.Join(list, ""), key) {
		return true
	}
	names := []string{"this newspaper", "our", "its own", "we", "the outlet", "the newspaper", "the publication"}
	if own := outletWords(outlet); len(own) > 0 {
		names = append(names, own[len(own)-1])
	}
	spaced := " " + strings.Join(list, " ") + " "
	for _, name := range names {
		if strings.Contains(spaced, " "+name+" ") {
			return true
		}
	}
	return false
}

// nameLetters is how long a name must be to be looked for across the spaces
// between words: "ap" is in "a prison".
const nameLetters = 6

// isPicture reports whether what a claim names as its speaker is a picture:
// "drone footage of the bridge" shows, and somebody else looked.
func isPicture(speaker string) bool {
	return pictureName.MatchString(strings.TrimSpace(headOf(speaker)))
}
