package corroborate

import (
	"strings"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/place"
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
	case speaker == "" || s.claim.SpeakerKind == atleast.OwnVoice || isPicture(speaker):
		return s.ownVoice()
	case endsName(s.report.Outlet, speaker):
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
	return source{Origin: Origin{Name: "not said", Kind: Unknown}, silent: true}
}

func (s *statement) outletSource(name string) source {
	grounds, kind := ownWork(s.words())
	src := outletAt(name, kind, grounds)
	src.Known = hasName(name)
	return src
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

// speakerSource describes a person, a body or a group from its name and from
// what the report says of it.
func (s *statement) speakerSource(name string) source {
	descriptions := s.descriptions(name)
	src := source{Origin: Origin{Name: name, Kind: Unknown}, key: nameKey(name)}
	if r, ok := s.roleOf(name, descriptions); ok {
		src.Kind, src.Role = r.kind, r.word
	}
	for _, d := range descriptions {
		if side := sideIn(tokens(d.text)); src.Side == "" && src.Kind != Witness {
			src.Side = side
		}
	}
	if src.Kind == Unknown && allSide(name) {
		src.Kind = Official // "Ukraine", "Moscow"
	}
	if src.Kind == Official && src.Side == "" {
		src.Side = s.sideOfOwner()
		if src.Side == "" && s.armedAct() {
			src.Side = sideOfSeat(descriptions)
		}
	}
	ofSide := src.Kind == Official && src.Side != "" && s.armedAct()
	if ofSide {
		src.key = "side " + src.Side // whichever office speaks, it is one party's word
		if s.partyTo(src.Side) {
			src.Kind = Party
		}
	}
	src.Known = ofSide || allSide(name) || s.isKnown(name)
	if !src.Known {
		src.key = ""
	}
	return src
}

// descriptions are what the report says of a speaker: the name itself, what
// stands around it, and the same of the words that name it in this place.
func (s *statement) descriptions(name string) []description {
	all := append([]description{{text: name}}, s.report.described(name)...)
	if span := s.claim.Spans.Source; span != nil && span[0] >= 0 && span[0] <= span[1] && span[1] <= len(s.report.Text) {
		words := s.report.Text[span[0]:span[1]]
		all = append(all, description{text: words})
		if words != name {
			all = append(all, s.report.described(words)...)
		}
	}
	return all
}

// roleOf reads what a speaker is: from a word for it, else from what a clause
// tells of them, else from how they are presented, else from what they say of
// themselves.
func (s *statement) roleOf(name string, descriptions []description) (role, bool) {
	clause := role{}
	for _, d := range descriptions {
		text := d.text
		if text == name {
			text = withoutSurname(name)
		}
		switch r, ok := roleIn(text); {
		case ok && r.word != "":
			return r, true
		case ok && clause.kind == "":
			clause = r
		}
	}
	if clause.kind != "" {
		return clause, true
	}
	for _, d := range descriptions {
		if r, ok := presented(d.text); ok {
			return r, true
		}
		if r, ok := titled(d.text); ok && d.front {
			return r, true
		}
	}
	if s.claim.SpeakerKind != atleast.Group && firstHand(s.context()) {
		return role{kind: Witness}, true
	}
	return role{}, false
}

// withoutSurname drops the last word of a person's name, which may be spelled
// like a trade: "Tom Baker".
func withoutSurname(name string) string {
	fields := strings.Fields(name)
	if len(fields) < 2 {
		return name
	}
	for _, f := range fields[len(fields)-2:] {
		if f == strings.ToLower(f) {
			return name // a description, or a body
		}
	}
	return strings.Join(fields[:len(fields)-1], " ")
}

// sideOfSeat returns the country of the place whose office somebody holds, as
// far as the gazetteer knows it: "Rostov governor".
func sideOfSeat(descriptions []description) string {
	for _, d := range descriptions {
		for _, w := range wordsOf(d.text) {
			name := d.text[w.start:w.end]
			if _, role := roleOf(singular(w.text)); role || titles[w.text] || name == strings.ToLower(name) {
				continue
			}
			for _, seat := range []string{name + " region", name} {
				if side := countryOf(seat); side != "" {
					return side
				}
			}
		}
	}
	return ""
}

// countryOf returns the country in which a place of the gazetteer lies, of the
// two whose regions it knows.
func countryOf(name string) string {
	site, ok := place.Lookup(name)
	if !ok {
		return ""
	}
	for _, country := range []string{"Russia", "Ukraine"} {
		if land, known := place.Lookup(country); known && site.Lies(land) == place.Inside {
			side, _ := sideOf(fold(country))
			return side
		}
	}
	return ""
}

// sideOfOwner returns the side of which the sentence says that the speaker is
// its own: "Russia destroyed 37 vehicles, its defence ministry said".
func (s *statement) sideOfOwner() string {
	span := s.claim.Spans.Source
	if span == nil || span[0] < s.sentence[0] || span[1] > s.sentence[1] || span[0] > span[1] {
		return ""
	}
	front := tokens(s.report.Text[s.sentence[0]:span[1]])
	for i, w := range front {
		if w == "its" && i >= len(front)-phraseWords {
			return sideIn(front[:i])
		}
	}
	return ""
}

// isKnown reports whether a name can be told from others of its description.
func (s *statement) isKnown(name string) bool {
	switch s.claim.SpeakerKind {
	case atleast.Unnamed:
		return hasName(headOf(name)) || namesBody(name)
	case atleast.Group:
		return namesBody(name)
	default:
		return hasName(name) || namesBody(name)
	}
}

// namesBody reports whether a description is that of one body: "the coast
// guard", "the miners' union"; of "officials of the ministry" any may speak.
func namesBody(name string) bool {
	list := tokens(headOf(name))
	if len(list) == 0 {
		return false
	}
	head := list[len(list)-1]
	return bodies[head] || cyrillic(head) && hasAcronym(name)
}

// hasAcronym reports whether some word of a name is written in capitals alone:
// "ДСНС".
func hasAcronym(name string) bool {
	for f := range strings.FieldsSeq(name) {
		if len(f) > 4 && f == strings.ToUpper(f) {
			return true
		}
	}
	return false
}

// armedAct reports whether the claim is about what sides do to each other.
func (s *statement) armedAct() bool {
	return armed[s.scope.Event] || s.scope.Event == "kill" && s.scope.Noun == "soldier"
}

// headOf returns a description up to its first preposition or comma: "a
// resident" of "a resident of Torvik".
func headOf(description string) string {
	for _, w := range wordsOf(description) {
		if prepositions[w.text] {
			return description[:w.start]
		}
	}
	head, _, _ := strings.Cut(description, ",")
	return head
}

// partyTo reports whether a side speaks of its own deeds or losses.
func (s *statement) partyTo(side string) bool {
	if side == s.scope.Side {
		return true
	}
	list := tokens(s.claim.Quote)
	if len(list) > 0 && selves[list[0]] {
		return true
	}
	for _, w := range list {
		if named, _ := sideOf(w); named == side {
			return true
		}
	}
	return false
}

// selves are the words by which a speaker speaks of its own side.
var selves = words("it they we our its their his her")

// allSide reports whether a name says nothing but a side.
func allSide(name string) bool {
	for _, w := range tokens(name) {
		if _, ok := sideOf(w); !ok && w != "the" {
			return false
		}
	}
	return true
}

// hasName reports whether some word of the name is capitalised and is no mere
// role: "Officials" begins a sentence, "Marek" is somebody.
func hasName(name string) bool {
	if strings.ContainsAny(name, "«“„") {
		return true // what stands in quotation marks is a name, whatever the word
	}
	for _, w := range wordsOf(name) {
		first := name[w.start:w.end]
		_, role := roleOf(singular(w.text))
		_, side := sideOf(w.text)
		if role || side || titles[w.text] || nameless[w.text] {
			continue
		}
		if first != strings.ToLower(first) {
			return true
		}
	}
	return false
}

// nameless are words for outlets that name none.
var nameless = words("media outlet outlets newspaper newspapers press channel channels broadcaster publication local state reports sources source")
