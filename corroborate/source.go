package corroborate

import (
	"strings"

	"github.com/atleast-desk/atleast"
)

// source is the one who makes a claim, as far as its own report says.
type source struct {
	Origin
	key     string // what two names of one source share; empty where it may be anyone
	outlet  string // the key of the outlet, where it is one
	silent  bool   // nobody is named or described: the report's own voice
	ownWork bool   // Grounds say how it knows
}

// findSource reads who makes the claim.
func (s *statement) findSource(outlets map[string]bool) source {
	speaker := strings.TrimSpace(s.claim.Speaker)
	switch {
	case speaker == "" || s.claim.SpeakerKind == atleast.OwnVoice || isPicture(speaker) || isTime(speaker) || isLabel(speaker):
		return s.ownVoice()
	case endsName(s.report.Outlet, speaker) && !isBody(s.report.Outlet):
		return s.outletSource(s.report.Outlet) // "the Post", in the Post itself
	case isOutlet(speaker, outlets):
		return s.outletSource(speaker)
	}
	return s.speakerSource(speaker)
}

// ownVoice is the source of what nobody is quoted for: the outlet's own work or
// the witness whose doings are told, where the sentence says so, else anyone.
func (s *statement) ownVoice() source {
	if s.report.Outlet != "" && speaksOfOwn(s.context(), s.report.Outlet) {
		if grounds, kind := ownWork(s.words()); grounds != "" {
			return outletAt(s.report.Outlet, kind, grounds)
		}
	}
	if src, ok := s.attributed(); ok {
		return src
	}
	if name, ok := s.byWitness(); ok {
		return source{Origin: Origin{Name: name, Kind: Witness, Known: true}, key: nameKey(name)}
	}
	if isBody(s.report.Outlet) {
		return s.bodySource()
	}
	return source{Origin: Origin{Name: "not said", Kind: Unknown}, silent: true}
}

// isLabel reports whether what a claim names as its speaker is the head of a section:
// "PAKISTAN: Eighteen passengers died".
func isLabel(speaker string) bool {
	return len(speaker) > labelLetters && speaker == strings.ToUpper(speaker) && speaker != strings.ToLower(speaker) && allSide(speaker)
}

// labelLetters is how long the name of a country in capitals is more than: "US" and
// "UK" speak.
const labelLetters = 3

func (s *statement) outletSource(name string) source {
	grounds, kind := ownWork(s.words())
	src := outletAt(name, kind, grounds)
	src.Known = hasName(name)
	return src
}

// bodySource is the body that published the report, as the one who says what stands
// in it.
func (s *statement) bodySource() source {
	told := *s
	told.claim.Spans.Source, told.claim.SpeakerKind = nil, atleast.Named
	return told.speakerSource(s.report.Outlet)
}

// outletAt is an outlet as a source: known by its work where there are grounds,
// else a voice that may repeat anyone.
func outletAt(name string, kind OriginKind, grounds string) source {
	key := outletKey(name)
	src := source{Origin: Origin{Name: name, Kind: OutletOwn, Known: true, Grounds: grounds}, key: "outlet " + key, outlet: key, ownWork: grounds != ""}
	if grounds != "" {
		src.Kind = kind
	}
	return src
}
