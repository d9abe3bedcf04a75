package claim

import "strings"

// records are what besides footage shows what happened.
var records = wordSet("records documents imagery data files logs images visuals maps charts radar")

// pictured returns the footage or records with which a sentence begins where verb c
// tells what they show, whatever is told about them in between: "images it checked
// show 12 boats". Trees of such sentences often give the verb to whoever checked them.
func (s *sentence) pictured(c int) (head int, ok bool) {
	if !can(s.words[c].Lemma, evidence) || !finiteTag(s.words[c].Tag) || s.words[c].Lemma == "project" {
		return 0, false
	}
	for head < c && s.partOfPhrase(head) && !s.isPicture(head) {
		head++
	}
	if head+1 >= c || !s.isPicture(head) || !s.describedUntil(head, c) {
		return 0, false
	}
	if own := s.child(c, "nsubj"); own > head && own < c && !strings.HasPrefix(s.words[own].Tag, "W") && s.words[own].Head == c && s.child(own, "cc") < 0 {
		return head, s.lookedAt(own)
	}
	return head, true
}

func (s *sentence) isPicture(i int) bool {
	return strings.HasPrefix(s.words[i].Tag, "N") && (footageNouns[s.words[i].Low] || records[s.words[i].Low])
}

// describedUntil reports whether nothing between a noun and verb c is a clause of its
// own: each verb there checks or makes the pictures, or belongs to "which" or "whose".
func (s *sentence) describedUntil(head, c int) bool {
	relative := false
	for i := head + 1; i < c; i++ {
		w := s.words[i]
		switch {
		case w.Tag == "IN" && (w.Low == "that" || subordinators[w.Low]), w.Text == ";", w.Text == ":", isQuote(w.Text):
			return false
		case strings.HasPrefix(w.Tag, "W"):
			relative = true
		case finiteTag(w.Tag) && !relative && !handling[w.Lemma] && !strings.HasPrefix(w.Rel, "aux"):
			return false
		}
	}
	return true
}

// lookedAt reports whether a noun, which the tree makes the subject of a verb,
// belongs to what is told about the pictures: by whom they were checked.
func (s *sentence) lookedAt(noun int) bool {
	for i := noun - 1; i > 0; i-- {
		if s.words[i].Low == "by" {
			return true
		}
		if !s.partOfPhrase(i) {
			return false
		}
	}
	return false
}

// pictureEnd returns where the words end that say what pictures they are, before it is
// told who made or checked them: "Video from the harbour camera, which ...".
func (s *sentence) pictureEnd(head, c int) int {
	last := head
	for i := head + 1; i < c; i++ {
		switch {
		case s.words[i].Low == "of", s.words[i].Low == "from":
		case i > head+1 && s.partOfPhrase(i):
			last = i
		default:
			return last
		}
	}
	return last
}

// handling are the verbs that tell how pictures came about and who looked at them.
var handling = wordSet(`verify review examine analyze analyse geolocate authenticate obtain take film record publish post share release circulate
	see check collect capture study inspect provide shoot upload broadcast gather get receive`)
