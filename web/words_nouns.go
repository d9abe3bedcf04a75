package web

import (
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

// judgementWords says in a sentence's words what a verdict concludes.
func judgementWords(j atleast.Judgement) string {
	switch j {
	case atleast.Same:
		return "exactly the same people"
	case atleast.Within:
		return "everyone in the first is also in the second"
	case atleast.Different:
		return "nobody is in both"
	case atleast.Unsure:
		return "looked at, and undecided"
	case atleast.Right:
		return "read rightly"
	case atleast.Wrong:
		return "read wrongly"
	}
	return standingWords(atleast.Status(j))
}

// relationWords says how one item comes from another.
func relationWords(r atleast.Relation) string {
	switch r {
	case atleast.Reference:
		return "the fullest or earliest known"
	case atleast.SameBytes:
		return "the same bytes"
	case atleast.Clip:
		return "a clip of it"
	case atleast.Compilation:
		return "a compilation that quotes it"
	}
	return strings.ReplaceAll(string(r), "_", " ")
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
