package web

import (
	"cmp"
	"strings"

	"github.com/atleast-desk/atleast"
)

// standingWords says what a status means for the count.
func standingWords(s atleast.Status) string {
	switch s {
	case atleast.Verified:
		return "it counts"
	case atleast.Unverified:
		return "it does not count yet"
	case atleast.Misattributed:
		return "real, but of another place, time or event; it does not count"
	case atleast.Manipulated:
		return "altered; it does not count"
	}
	return string(s)
}

// judgementWords says in a sentence's words what a verdict on a subject concludes.
func judgementWords(on atleast.Subject, j atleast.Judgement) string {
	switch {
	case on == atleast.OnSighting:
		return standingWords(atleast.Status(j))
	case j == atleast.Unsure:
		return "looked at, and undecided"
	case j == atleast.Right:
		return "read rightly"
	case j == atleast.Wrong:
		return "read wrongly"
	case j == atleast.Within:
		return "everyone in the first is also in the second"
	}
	return pairWords[on][j]
}

// pairWords say what same and different mean, by what is compared.
var pairWords = map[atleast.Subject]map[atleast.Judgement]string{
	atleast.OnPair:    {atleast.Same: "exactly the same people", atleast.Different: "nobody is in both"},
	atleast.OnItems:   {atleast.Same: "the same recording, or one text repeats the other", atleast.Different: "two recordings, or written independently"},
	atleast.OnClaims:  {atleast.Same: "both give one figure", atleast.Different: "two figures"},
	atleast.OnOrigins: {atleast.Same: "both go back to one origin", atleast.Different: "two origins"},
}

// correctionWords say what a person reads in place of the machine.
func correctionWords(c atleast.Correction) string {
	var words []string
	if c.Speaker != nil {
		words = append(words, "speaker: "+cmp.Or(*c.Speaker, "the report itself"))
	}
	if c.Kind != "" {
		words = append(words, "named as: "+speakerKindWords[c.Kind])
	}
	if c.Via != nil {
		words = append(words, "via: "+cmp.Or(strings.Join(*c.Via, ", "), "nobody"))
	}
	if c.Quantity != nil {
		words = append(words, "number: "+quantityWords(*c.Quantity))
	}
	return strings.Join(words, "; ")
}

// speakerKindWords say how a report names who speaks.
var speakerKindWords = map[atleast.SpeakerKind]string{
	atleast.Named: "a person or body by name", atleast.Group: "a group", atleast.Unnamed: "somebody it does not name", atleast.OwnVoice: "nobody: it says so itself",
}

// eventWords says what an entry of the ledger records.
func eventWords(k atleast.EventKind) string {
	what, done, found := strings.Cut(string(k), ".")
	if !found {
		return string(k)
	}
	return what + " " + done
}

// becauseWords says where a difference comes from.
func becauseWords(b atleast.Because) string {
	switch b {
	case atleast.ByVerdict:
		return "people compared them"
	case atleast.ByPlaceTime:
		return "nobody is in two places at once"
	case atleast.ByKind:
		return "they are of kinds that exclude each other"
	case atleast.ByAssumption:
		return "assumed"
	}
	return string(b)
}

// speakerWords names who speaks; a report in its own voice speaks itself.
func speakerWords(c atleast.Claim) string {
	switch {
	case c.Speaker != "":
		return c.Speaker
	case c.SpeakerKind == atleast.OwnVoice:
		return "the report itself"
	}
	return "somebody the report does not name"
}

// stanceWords says how firmly a claim is put, with its hedges.
func stanceWords(c atleast.Claim) string {
	words := string(c.Stance)
	if len(c.Hedges) > 0 {
		words += ": “" + strings.Join(c.Hedges, "”, “") + "”"
	}
	return words
}
