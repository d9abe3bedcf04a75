package corroborate

import (
	"strings"

	"github.com/atleast-desk/atleast"
)

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
