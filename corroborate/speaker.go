package corroborate

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/atleast-desk/atleast"
)

// speakerSource describes a person, a body or a group from its name and from
// what the report says of it.
func (s *statement) speakerSource(name string) source {
	descriptions := s.descriptions(name)
	src := source{Origin: Origin{Name: name, Kind: Unknown}, key: nameKey(name)}
	if r, ok := s.roleOf(name, descriptions); ok {
		src.Kind, src.Role = r.kind, r.word
	}
	if rank[src.Role] && possessed(name) {
		src.Kind = Unknown // "its director" speaks for a hospital as well as for an office
	}
	for _, d := range descriptions {
		if side := sideIn(tokens(d.text)); src.Side == "" && src.Kind != Witness {
			src.Side = side
		}
	}
	if src.Kind == Unknown && (allSide(name) || isTown(name)) {
		src.Kind = Official // "Ukraine", "Moscow", "the city"
	}
	if src.Kind == Official && rank[src.Role] && isBody(s.report.Outlet) {
		if r, ok := roleIn(headOf(s.report.Outlet)); ok {
			src.Kind = r.kind // the secretary of the union whose report it is
		}
	}
	if src.Kind == Official && isBusiness(src.Role) {
		src.Grounds = s.ownCount()
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
	if (src.Kind == Witness || src.Kind == Observer) && hearsay.MatchString(s.words()) {
		src.Kind, src.Role = Unknown, "" // whoever heard it on the radio repeats anyone
	}
	if src.Kind == Observer && remote[src.Role] {
		src.Grounds, _ = ownWork(s.words())
		src.Grounds = cmp.Or(src.Grounds, s.ownCount(), keptCount.FindString(s.words()))
	}
	src.Known = ofSide || allSide(name) || s.isKnown(name) || isTown(name)
	if !src.Known {
		src.key = ""
	}
	return src
}

// isTown reports whether a name is that of a town as the authority that it is: "the
// city", "the county".
func isTown(name string) bool {
	list := tokens(headOf(name))
	return len(list) == 2 && list[0] == "the" && towns[list[1]]
}

var towns = words("city town county district province prefecture borough municipality state")

// remote are the observers who speak of what they did not have before them, unless
// they say how they know it.
var remote = words("analyst expert professor academic historian fellow economist")

// keptCount is how an observer says that the number is their own.
var keptCount = regexp.MustCompile(`\b(?:documented|counted|recorded|compiled|registered|tallied|verified|identified|logged|treated|visited|interviewed|measured|calculated|estimated|geolocated|examined|analysed|analyzed|checked|keeps?|tracked)\b`)

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
	clause, degree := role{}, role{}
	for _, d := range descriptions {
		text := d.text
		if text == name {
			text = withoutSurname(name)
		}
		switch r, ok := roleIn(text); {
		case ok && d.text == name && degrees[r.word]:
			degree = r // "Doctor Simon Okwera" may be a director at the ministry
		case ok && r.word != "":
			return r, true
		case ok && clause.kind == "":
			clause = r
		}
	}
	if degree.kind != "" {
		return degree, true
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

// degrees are role words that stand before a name whatever its bearer does.
var degrees = words("doctor professor")

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

// possessed reports whether a description leaves it to the text of whom it speaks: "its director".
func possessed(name string) bool {
	list := tokens(name)
	return len(list) > 0 && (list[0] == "its" || list[0] == "his" || list[0] == "her" || list[0] == "their" || list[0] == "our")
}
