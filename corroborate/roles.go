package corroborate

import (
	_ "embed" // the table of roles
	"strings"
	"sync"
)

//go:embed roles.txt
var rolesTable string

// nobody is the kind of words that are made like one for a person and are none.
const nobody OriginKind = "nobody"

// roleWords are the words by which reports say what a speaker is.
type roleWords struct {
	of     map[string]OriginKind // whole words, singular
	slavic []slavicRole          // how all forms of a word begin, in order
}

// slavicRole is how the forms of a Ukrainian or Russian word begin, folded.
type slavicRole struct {
	start string
	kind  OriginKind
}

var roles = sync.OnceValue(func() roleWords {
	r := roleWords{of: map[string]OriginKind{}}
	for line := range strings.Lines(rolesTable) {
		kind, list, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for word := range strings.FieldsSeq(list) {
			if word = fold(word); cyrillic(word) {
				r.slavic = append(r.slavic, slavicRole{word, OriginKind(kind)})
				continue
			}
			if other, taken := r.of[word]; taken && other != OriginKind(kind) {
				panic("corroborate: " + word + " is in two roles: " + string(other) + " and " + kind)
			}
			r.of[word] = OriginKind(kind)
		}
	}
	return r
})

// cyrillic reports whether a folded word is written in Cyrillic letters.
func cyrillic(word string) bool {
	return word != "" && (word[0] == 0xd0 || word[0] == 0xd1 || word[0] == 0xd2)
}

// longRole is from how many bytes on the start of a Slavic word tells whatever
// follows; a shorter one stands for itself with at most one short ending.
const longRole = 10

// slavicRoleOf reads one folded word in Cyrillic letters. The longest start that
// fits decides.
func slavicRoleOf(word string) (OriginKind, bool) {
	best := slavicRole{}
	for _, r := range roles().slavic {
		rest, ok := strings.CutPrefix(word, r.start)
		if ok && len(r.start) > len(best.start) && (len(r.start) >= longRole || len(rest) <= 4) {
			best = r
		}
	}
	return best.kind, best.kind != ""
}

// agentive are the endings of words for people by what they do.
var agentive = []string{"keeper", "er", "or", "man", "woman", "eer", "stress", "tress", "smith", "wright", "herd", "ist", "ian"}

// learned are those of words for people who are asked because they know.
var learned = []string{"ologist", "onomist", "icist"}

// roleOf reads one word of a description.
func roleOf(word string) (OriginKind, bool) {
	if cyrillic(word) {
		return slavicRoleOf(word)
	}
	kind, ok := roles().of[word]
	return kind, ok && kind != nobody
}

// tradeOf reads a word for a person that is in no table by how it is made:
// whoever is presented as "a glazier" speaks for nobody else.
func tradeOf(word string) (OriginKind, bool) {
	if roles().of[word] == nobody || calendar[word] || things[word] || len(word) < 5 {
		return "", false
	}
	for _, ending := range learned {
		if strings.HasSuffix(word, ending) {
			return Observer, true
		}
	}
	for _, ending := range agentive {
		if len(word) > len(ending)+1 && strings.HasSuffix(word, ending) {
			return Witness, true
		}
	}
	return "", false
}
