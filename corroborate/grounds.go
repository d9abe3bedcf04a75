package corroborate

import (
	"regexp"
	"slices"
	"strings"
)

// What shows an outlet's own work in a sentence: pictures, and what was done
// with them; or its own people, and what they did.
const (
	pictures  = `(?:footage|videos?|visuals?|photos?|photographs?|images?|imagery|pictures?|clips?|recordings?|frames?|drone shots?|screenshots?|live ?streams?)`
	workOn    = `(?:verif\w+|review\w+|geolocat\w+|analy[sz]\w+|examin\w+|authenticat\w+|count\w*|inspect\w+|obtained and checked|seen|stud(?:y|ied)|compar\w+|check\w*|cross-?check\w*|match\w+|assess\w+|identif\w+|tall(?:y|ied)|catalogu?\w+|track\w+|went through|pored over|pieced together|collected|gathered|archived)`
	ownPeople = `(?:reporters?|correspondents?|journalists?|photographers?|team|crew|stringers?|freelancers?)`
	ownDeeds  = `(?:counted|saw|visited|witnessed|count\b|seen|observed|watched|walked|was shown|were shown)`

	slavicPictures = `(?:відео|видео|фото|знімк|снимк|кадр|зйомк|съ[её]мк)`
	slavicWork     = `(?:перевір|провер|проаналіз|проанализ|вивч|изуч|геолок|верифік|верифиц|порівн|сравн|дослід|исслед|нарах|насчит|порах|подсч|розгля|рассмотр|зібра|собра|установ|встанов)`
	slavicPeople   = `(?:кореспондент|корреспондент|журналіст|журналист|репортер|знімальн|съ[её]мочн)`
	slavicDeeds    = `(?:порах|подсч|насчит|нарах|побач|увид|бачи|видел|відвід|посет)`
)

var (
	pictureName = regexp.MustCompile(`(?i)\b` + pictures + `$|^` + slavicPictures)
	footageWork = regexp.MustCompile(`(?i)\b(?:` + pictures + `\b[^.]{0,120}\b` + workOn + `|` + workOn + `\b[^.]{0,60}\b` + pictures + `)\b` +
		`|` + slavicPictures + `[^.]{0,200}` + slavicWork + `|` + slavicWork + `[^.]{0,120}` + slavicPictures)
	peopleWork = regexp.MustCompile(`(?i)\b(?:` + ownPeople + `\b[^.]{0,100}\b` + ownDeeds + `|` + ownDeeds + ` by (?:\w+ ){0,4}` + ownPeople + `)` +
		`|` + slavicPeople + `[^.]{0,200}` + slavicDeeds)
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
	list := stems(tokens(sentence))
	own := stems(outletWords(outlet))
	if key := outletKey(outlet); len(key) >= nameLetters && strings.Contains(strings.Join(list, ""), strings.Join(own, "")) {
		return true
	}
	names := ownNames
	if len(own) > 0 {
		names = append(slices.Clone(names), own[len(own)-1])
	}
	spaced := " " + strings.Join(list, " ") + " "
	for _, name := range names {
		if strings.Contains(spaced, " "+name+" ") {
			return true
		}
	}
	return false
}

// ownNames are the words by which an outlet speaks of itself, Slavic ones
// without their endings.
var ownNames = append([]string{"this newspaper", "our", "its own", "we", "the outlet", "the newspaper", "the publication", "this publication", "this website"},
	stems([]string{"редакція", "редакция", "видання", "издание", "наші", "наши", "ми", "мы"})...)

// nameLetters is how long a name must be to be looked for across the spaces
// between words: "ap" is in "a prison".
const nameLetters = 6

// isPicture reports whether what a claim names as its speaker is a picture:
// "drone footage of the bridge" shows, and somebody else looked.
func isPicture(speaker string) bool {
	return pictureName.MatchString(strings.TrimSpace(headOf(speaker))) || workName.MatchString(speaker)
}

// workName is what is done with pictures, named as the one who speaks: "an
// analysis of aerial photographs".
var workName = regexp.MustCompile(`(?i)^(?:an?|the|its|our)? ?(?:\w+ )?(?:analysis|review|examination|comparison|study|count|inspection|investigation) of\b[^.]{0,60}\b` + pictures)
