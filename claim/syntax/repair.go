package syntax

import "strings"

// settle corrects the tag of a word that news uses and web pages hardly do, so that
// the tagger has not met it, and of the report's own names.
func settle(w *Word, named func(string) bool) {
	if tag := settled[w.Low]; tag != "" {
		w.setTag(tag)
	}
	if named != nil && w.Tag[0] != 'J' && w.Tag != "NNPS" && named(w.Text) {
		w.setTag("NNP")
	}
}

// repair corrects the tags of verbs that are taken for nouns, by what stands around
// them.
func repair(words []Word) {
	for i := range words {
		w := &words[i]
		if tag := showing[w.Low]; tag != "" && w.Tag[0] == 'N' && i > 0 && i+1 < len(words) && beginsObject(words[i+1]) {
			w.setTag(tag)
		}
		if i > 1 && i+2 >= len(words) && (closing[w.Low] && words[i-1].Tag == "NNP" || speaking[w.Low] && words[i-1].Tag[0] == 'N') {
			w.setTag("VBZ")
		}
		if w.Tag == "NNS" && commenting[w.Low] && comments(words, i) {
			w.setTag("VBZ")
		}
		if w.Tag[0] == 'N' && takesPronoun(words, i) {
			w.setTag("VBP")
		}
		if tag := showing[w.Low]; tag != "" && w.Tag == "VB" && unbidden(words, i) {
			w.setTag(tag)
		}
		if w.Tag == "VBZ" && counted(words, i) {
			w.setTag("NNS")
		}
		if w.Tag == "VBN" && tells(words, i) {
			w.setTag("VBD")
		}
		if w.Tag == "VBD" && describes(words, i) {
			w.setTag("VBN")
		}
	}
}

// unbidden reports whether nothing before word i asks for the bare form of a verb, as
// "to", "will", "did" and "helped" do: then somebody does what it says, as in "images it
// checked show 12 boats".
func unbidden(words []Word, i int) bool {
	if i < 2 || i+1 >= len(words) || !beginsObject(words[i+1]) {
		return false
	}
	for _, w := range words[:i] {
		if w.Tag == "TO" || w.Tag == "MD" || bidding[w.Lemma] {
			return false
		}
	}
	return true
}

// bidding are the verbs after which another stands in its bare form.
var bidding = map[string]bool{"do": true, "make": true, "let": true, "help": true, "have": true, "see": true, "watch": true, "hear": true}

// counted reports whether word i is what a number counts: after one, a single noun
// does nothing, it belongs to the next, as in "Two bus stops".
func counted(words []Word, i int) bool {
	if i < 2 || words[i-1].Tag != "NN" || words[i-2].Tag != "CD" || words[i-2].Low == "one" || showing[words[i].Low] != "" {
		return false
	}
	return words[i-2].Text[0] > '9' && !strings.HasSuffix(words[i-2].Low, "illion") && words[i-1].Low != "percent" && (i == 2 || words[i-3].Tag == "IN" || words[i-3].Tag[0] == 'V')
}

// commenting are verbs set after a clause with whoever says it: "12 died, the poll shows, and".
var commenting = map[string]bool{"indicates": true, "shows": true, "finds": true, "suggests": true, "says": true, "notes": true, "adds": true, "reports": true}

// comments reports whether word i is such a verb: a noun before it, a comma or stop
// after it, and before the noun a comma that ends a clause.
func comments(words []Word, i int) bool {
	if i < 4 || i+1 >= len(words) || words[i+1].Text != "," && words[i+1].Text != "." || words[i-1].Tag[0] != 'N' {
		return false
	}
	comma := i - 1
	for comma > 0 && comma > i-8 && words[comma].Text != "," {
		comma--
	}
	for _, w := range words[:comma] {
		if words[comma].Text == "," && (w.Tag == "VBD" || w.Tag == "VBZ" || w.Tag == "VBP" || w.Tag == "MD") {
			return true
		}
	}
	return false
}

// describes reports whether the past form at word i says of what kind those counted
// before it are: "show 247 captured soldiers" has its verb already.
func describes(words []Word, i int) bool {
	if i < 2 || i+1 >= len(words) || words[i-1].Tag != "CD" || words[i+1].Tag[0] != 'N' && words[i+1].Tag[0] != 'J' {
		return false
	}
	for _, w := range words[max(0, i-6) : i-1] {
		if w.Tag[0] == 'V' {
			return true
		}
	}
	return false
}

// takesPronoun reports whether word i stands where only a verb can: "12 men row it".
func takesPronoun(words []Word, i int) bool {
	if i < 1 || i+1 >= len(words) || words[i-1].Tag != "NNS" {
		return false
	}
	next := words[i+1].Low
	return next == "it" || next == "him" || next == "them"
}

// tells reports whether the participle at word i is the verb of its sentence: nothing
// before it is one, and what it is about follows it, as in "media released photos".
func tells(words []Word, i int) bool {
	if i < 1 || i+2 >= len(words) || words[i-1].Tag[0] != 'N' || words[i+1].Tag != "NNS" || words[i+2].Tag != "IN" {
		return false
	}
	for _, w := range words[:i] {
		if w.Tag[0] == 'V' || w.Tag == "MD" {
			return false
		}
	}
	return true
}

// settled are words that are only ever one thing.
var settled = map[string]string{
	"visuals": "NNS", "spokesman": "NN", "spokeswoman": "NN", "spokesperson": "NN", "footage": "NN", "spokesmen": "NNS",
	"tweeted": "VBD", "pollster": "NN", "lawmaker": "NN", "lawmakers": "NNS", "livestream": "NN", "chief": "NN",
	"wrote": "VBD", "aides": "NNS", "aide": "NN", "staffer": "NN", "staffers": "NNS", "pollsters": "NNS", "superdelegates": "NNS",
}

// showing are verbs of which the tagger often makes nouns.
var showing = map[string]string{
	"show": "VBP", "shows": "VBZ", "finds": "VBZ", "claims": "VBZ", "reports": "VBZ", "estimates": "VBZ", "notes": "VBZ", "suggest": "VBP",
	"calls": "VBZ", "suggests": "VBZ", "plans": "VBZ", "hopes": "VBZ", "wants": "VBZ", "trails": "VBZ", "says": "VBZ", "warns": "VBZ",
}

// speaking are verbs that end a sentence after whoever says it, named or not.
var speaking = map[string]bool{"says": true, "writes": true, "adds": true, "argues": true, "asks": true, "answers": true, "explains": true, "insists": true, "warns": true, "recalls": true}

// closing are verbs that end a sentence after the name of who says it.
var closing = map[string]bool{"reports": true, "says": true, "writes": true, "notes": true, "adds": true, "claims": true, "argues": true}

// beginsObject reports whether what a verb is about can begin with the word, as
// what follows a noun cannot.
func beginsObject(w Word) bool {
	switch w.Low {
	case "that", "at", "the", "a", "an", "how", "what", "he", "she", "it", "they", "there", "more":
		return true
	}
	return w.Tag == "CD" || w.Tag == "PRP$"
}
