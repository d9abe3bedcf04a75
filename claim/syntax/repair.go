package syntax

// repair corrects the tags of words that news uses and web pages hardly do, so
// that the tagger has not met them, and of the report's own names.
func repair(words []Word, named func(string) bool) {
	for i := range words {
		w := &words[i]
		if tag := settled[w.Low]; tag != "" {
			w.setTag(tag)
		}
		if tag := showing[w.Low]; tag != "" && w.Tag[0] == 'N' && i > 0 && i+1 < len(words) && beginsObject(words[i+1]) {
			w.setTag(tag)
		}
		if closing[w.Low] && i > 1 && i+2 >= len(words) && words[i-1].Tag == "NNP" {
			w.setTag("VBZ")
		}
		if named != nil && w.Tag[0] != 'J' && w.Tag != "NNPS" && named(w.Text) {
			w.setTag("NNP")
		}
	}
}

// settled are words that are only ever one thing.
var settled = map[string]string{
	"visuals": "NNS", "spokesman": "NN", "spokeswoman": "NN", "spokesperson": "NN", "footage": "NN", "spokesmen": "NNS",
	"tweeted": "VBD", "pollster": "NN", "lawmaker": "NN", "lawmakers": "NNS", "livestream": "NN",
}

// showing are verbs of which the tagger often makes nouns.
var showing = map[string]string{
	"show": "VBP", "shows": "VBZ", "finds": "VBZ", "claims": "VBZ", "reports": "VBZ", "estimates": "VBZ", "notes": "VBZ", "suggest": "VBP",
}

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
