package corroborate

import (
	"regexp"
	"strings"
)

// A report may tell in its own voice what a witness did: "Nan Whitlow, a baker
// who opens at four, counted 17 men." Whoever is named and described so is where
// the number comes from.
var (
	namedSubject   = regexp.MustCompile(`^["“]?((?:\p{Lu}[\p{L}’'.-]+ ){1,3}\p{Lu}[\p{L}’'-]+),`)
	pronounSubject = regexp.MustCompile(`^["“]?(?:He|She)\b`)
	hearsay        = regexp.MustCompile(`\b(?:read|heard|was told|were told|learned|learnt|been told|be told) (?:\w+ )?(?:that|of|about|from|in|on|by)\b` +
		`|\b(?:told|informed) (?:him|her|them|us|me)\b|\b(?:aware of|had seen|citing|quoting|based on|repeated) (?:\w+ )?(?:reports?|figures?|police|officials?|government|ministry|authorities|media)\b` +
		`|\bas (?:the )?(?:\w+ )?(?:police|officials|ministry|administration|authorities|government) (?:had |have |has )?(?:said|announced|reported|confirmed)\b` +
		`|(?:прочита|дізна|узна|почу|услыша)\p{L}* (?:про|об|о|з|із|из|від|от|в|у|по|що|что|,)`)
)

// byWitness returns the witness whose doings the sentence of the claim tells.
func (s *statement) byWitness() (name string, ok bool) {
	sentence := s.words()
	if hearsay.MatchString(sentence) {
		return "", false
	}
	if pronounSubject.MatchString(sentence) {
		sentence = s.context()
	} else if at := s.claim.Quantity.Start - s.sentence[0]; withinSubject(sentence, at) {
		return "", false // "Milo Granger, 71, a fisherman"
	}
	return witnessIn(sentence)
}

// witnessIn reads the subject with which a sentence begins, where it is the
// name of somebody described as a witness.
func witnessIn(sentence string) (name string, ok bool) {
	m := namedSubject.FindStringSubmatchIndex(sentence)
	if m == nil {
		return "", false
	}
	r, _ := roleIn(behind(sentence[m[3]:]))
	return sentence[m[2]:m[3]], r.kind == Witness
}

// withinSubject reports whether the byte at lies in the name that begins a
// sentence or in what describes it.
func withinSubject(sentence string, at int) bool {
	m := namedSubject.FindStringSubmatchIndex(sentence)
	if m == nil {
		return false
	}
	described := behind(sentence[m[3]:])
	return at < m[3]+strings.Index(sentence[m[3]:], described)+len(described)
}

// firstPerson is how somebody tells in their own words what they did or had
// before them.
var firstPerson = regexp.MustCompile(`["“«][^"”»]*\b(?:I|[Mm]e|[Mm]y|[Ww]e (?:\w+ )?(?:` + firstDeeds + `))\b`)

const firstDeeds = `saw|heard|counted|carried|pulled|laid|lay|dug|found|buried|watched|ran|hid|waited|helped|took|heaved|dragged|lifted|wrapped`

// slavicFirst is the same in Ukrainian and Russian, where the verb tells who.
var slavicFirst = regexp.MustCompile(`[«"“„](?:[^»"”]*[\s«"“„])?(?:[Яя]|[Мм]ы|[Мм]и|[Мм]ені|[Мм]не|[Нн]ам)[\s,]`)

// firstHand reports whether a quotation in the words tells of the speaker's own
// doings.
func firstHand(words string) bool {
	return firstPerson.MatchString(secondHand.ReplaceAllString(words, "")) || slavicFirst.MatchString(words)
}

// secondHand is how somebody says what they were told, know or want, which is
// nothing that they did.
var secondHand = regexp.MustCompile(`\bI(?:['’](?:ve|d|ll|m)|\b)(?: (?:have|had|also|just|only|am|was|been|do|not))* (?:told|informed|confirm|confirmed|believe|think|hope|understand|regret|ask|asked|want|can|cannot|will|would|condemn|know|order|ordered|expect|fear|wish|must|should|assure|repeat|promise|demand|urge|instructed|appeal|received|learned|learnt)\b|\b(?:told|informed|tells|gave) me\b|\b[Mm]y (?:ministry|office|service|government|department|police|staff|officers|information|colleagues at)\b`)
