package corroborate

import (
	"regexp"
	"strings"

	"github.com/atleast-desk/atleast"
)

// Where a claim has no speaker, its sentence may still be plain about who says
// so: "…, the head of the ambulance service, Odile Brandt, said." Only the two
// plainest forms are read here, at the end of a sentence and at its beginning.
const (
	sayings = `(?:said|says|told|reported|announced|confirmed|wrote|added|stated|recalled|recalls|remembers|remembered|estimated|put)`
	// what those who know a number themselves do with it
	keeping = `(?:(?:has|have|had) )?(?:documented|counted|recorded|compiled|registered|tallied|listed|verified|identified|logged|treated|admitted|received|took in|kept)`
	nameOf  = `(?:\p{Lu}[\p{L}’'.-]+ ){1,3}\p{Lu}[\p{L}’'-]+`
	front   = `^(?:[^.]{0,60} [-–—] )?`

	slavicSaying  = `(?:рассказал|сообщил|заявил|уточнил|отметил|повідоми|розпові|заяви|уточни|зазначи|сказа)\p{L}*`
	slavicKeeping = `(?:составил|зафиксировал|задокументировал|насчитал|подтвердил|подсчитал|склав|скла[лв]|зафіксува|задокументува|нарахува|підтверди|порахува)\p{L}*`
)

var (
	saidLast  = regexp.MustCompile(`, ([^,;“”"]{3,120}|[^,;“”"]{3,120}, ` + nameOf + `,) ` + sayings + `\b[^,;“”"]{0,60}[.]?$`)
	saidFirst = regexp.MustCompile(front + `([^,;:“”"]{3,80}(?:, [^,;:“”"]{2,120}){0,3},?) (?:` + sayings + `|` + keeping + `)\b`)
	saidAs    = regexp.MustCompile(`^(?:Как|Як) ` + slavicSaying + ` ([^,]{3,120}),`)
	keptFirst = regexp.MustCompile(`^([^,;:«“"][^,;:]{2,80}(?:, [^,;:]{2,100}){0,2},?) (?:` + slavicKeeping + ` |` + slavicSaying + `[ ,])`)
	lastName  = regexp.MustCompile(`, (` + nameOf + `),?$`)
	endName   = regexp.MustCompile(`(` + nameOf + `),?$`)
	firstName = regexp.MustCompile(`^(?:[\p{L}’'-]+ ){0,5}?(` + nameOf + `)(?:,|$)|^[^,]{3,60}, (` + nameOf + `)(?:,|$)`)
)

// attributed returns whom the sentence of a claim without a speaker names or
// describes as saying it.
func (s *statement) attributed() (source, bool) {
	sentence := s.words()
	if hearsay.MatchString(sentence) {
		return source{}, false
	}
	at := s.claim.Quantity.Start - s.sentence[0]
	if m := saidLast.FindStringSubmatchIndex(sentence); m != nil && at < m[2] {
		if src, ok := s.spokenBy(sentence[m[2]:m[3]], endName); ok {
			return src, true
		}
	}
	for _, form := range []struct{ said, named *regexp.Regexp }{{saidFirst, firstName}, {saidAs, endName}, {keptFirst, firstName}} {
		if m := form.said.FindStringSubmatchIndex(sentence); m != nil && at >= m[1] {
			return s.spokenBy(sentence[m[2]:m[3]], form.named)
		}
	}
	return source{}, false
}

// timeWords end what is no speaker: "pulled out alive after nine hours".
var timeWords = words("hour day minute week month year metre meter mile kilometre")

// isTime reports whether what a claim names as its speaker is a length of time.
func isTime(speaker string) bool {
	list := tokens(speaker)
	return len(list) > 0 && len(list) <= 3 && timeWords[singular(list[len(list)-1])] && speaker == strings.ToLower(speaker)
}

// spokenBy describes the subject of a verb of saying: by its name, where the
// pattern finds one in it, else by its words where these are a description.
func (s *statement) spokenBy(subject string, named *regexp.Regexp) (source, bool) {
	told := *s
	told.claim.Spans.Source = nil
	told.claim.Speaker, told.claim.SpeakerKind = strings.Trim(subject, " ,"), atleast.Unnamed
	m := named.FindStringSubmatch(subject)
	if m == nil {
		m = lastName.FindStringSubmatch(subject)
	}
	if m == nil && strings.ContainsAny(subject, "0123456789") {
		return source{}, false // a clause, and nobody's description
	}
	if m != nil {
		told.claim.Speaker, told.claim.SpeakerKind = m[len(m)-1], atleast.Named
		if told.claim.Speaker == "" {
			told.claim.Speaker = m[1]
		}
	}
	src := told.speakerSource(told.claim.Speaker)
	return src, src.Kind != Unknown
}
