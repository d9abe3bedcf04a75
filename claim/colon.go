package claim

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/claim/syntax"
)

// labelled reads "Caddell: Voters are worried", "Q: Why?" and "Poll: Most agree":
// a paragraph that begins with who speaks and a colon.
func (d *document) labelled(p paragraph, known map[string]bool) *attribution {
	if len(p.sentences) == 0 {
		return nil
	}
	s := p.sentences[0]
	first := 0
	if isQuote(s.words[0].Text) {
		first = 1 // a transcript quoted paragraph by paragraph
	}
	colon := first
	for colon < len(s.words) && colon < first+5 && s.words[colon].Text != ":" {
		r, _ := utf8.DecodeRuneInString(s.words[colon].Text)
		if !unicode.IsUpper(r) && !labels[s.words[colon].Low] && s.words[colon].Tag != "POS" {
			return nil
		}
		colon++
	}
	if colon == first || colon >= len(s.words)-1 || s.words[colon].Text != ":" || s.words[colon+1].Start == s.words[colon].End {
		return nil
	}
	last := s.words[colon-1]
	if interview := colon == first+1 && (last.Text == "Q" || last.Text == "A" || shouted(last.Text) && (!hasAny(last.Low, "ed", "ing", "ly") && len(last.Text) > 3 || d.takesTurns(last, known))); !labels[last.Low] && !known[last.Text] && !interview {
		return nil
	}
	end := p.sentences[len(p.sentences)-1].to
	if !p.tells() {
		return nil
	}
	a := &attribution{sentence: s, head: colon - 1, verb: colon, lemma: ":", stance: atleast.Asserted, source: s.bytes(first, colon-1),
		cue: s.bytes(colon, colon), contents: []span{{s.words[colon+1].Start, end}}, why: []string{"cue:colon"}}
	if last.Text == "Q" || last.Text == "A" {
		a.source, a.head, a.passive = span{}, -1, true // whoever asks, whoever answers
	}
	return a
}

// tells reports whether a paragraph holds a word besides names, numbers and marks:
// a result ("Roe: 1,769") is not what anybody said.
func (p paragraph) tells() bool {
	for _, s := range p.sentences {
		for _, w := range s.words {
			if w.Rel != "punct" && w.Tag != "CD" && !strings.HasPrefix(w.Tag, "NNP") && w.Text != ":" {
				return true
			}
		}
	}
	return false
}

// takesTurns reports whether a word in capitals before a colon is somebody: named elsewhere, or with another turn nearby.
// "BUSTED:" is neither.
func (d *document) takesTurns(w syntax.Word, known map[string]bool) bool {
	const nearby = 20_000
	r, size := utf8.DecodeRuneInString(w.Text)
	around := d.text[max(0, w.Start-nearby):min(len(d.text), w.End+nearby)]
	return known[string(r)+strings.ToLower(w.Text[size:])] || strings.Count(around, w.Text+":") > 1
}

// shouted reports whether a word is a name in capitals, as transcripts set them.
func shouted(word string) bool {
	for _, r := range word {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return utf8.RuneCountInString(word) >= 3 && !headings[strings.ToLower(word)]
}

// headings stand in capitals before a colon and name nobody.
var headings = wordSet("update updated note breaking watch video photo photos more related read correction exclusive analysis opinion live listen also story dateline boom wow alert report shock must bombshell warning urgent")

// labels are what stands before a colon as a source without being a name.
var labels = wordSet(`report reports poll polls study survey analysis source sources official officials police expert experts government minister ministry
	army military governor mayor president premier prosecutor prosecutors hospital hospitals rescuers firefighters spokesman spokeswoman spokesperson guard office union
	company monitor monitors authorities witnesses residents un court lawyer lawyers agency service services activists media commander ambassador envoy morgue
	department ngo ngos aid observatory authority`)

// introduced gives the paragraphs of direct speech that follow a colon at the end
// of a paragraph to the cue before it: "Caddell continued:".
func (d *document) introduced(all []*attribution) []*attribution {
	by := map[int]*attribution{}
	for _, a := range all {
		by[a.sentence.paragraph] = a
	}
	for i := 0; i+1 < len(d.paragraphs); i++ {
		p := d.paragraphs[i]
		if len(p.sentences) == 0 || !strings.HasSuffix(strings.TrimRight(d.text[p.from:p.to], " \u00a0"), ":") {
			continue
		}
		last := p.sentences[len(p.sentences)-1]
		said := d.spoken(i + 1)
		if a := d.openCue(last); a != nil {
			if len(said) == 0 && excerpted[a.lemma] {
				said = []span{d.trimmed(i + 1)}
			}
			if len(said) == 0 {
				said = d.listed(i + 1)
			}
			if a.contents = said; len(said) > 0 {
				all = append(all, a)
			}
		}
	}
	return all
}

// openCue reads a cue whose content comes after the sentence.
func (d *document) openCue(s *sentence) *attribution {
	for c := len(s.words) - 1; c >= 0; c-- {
		w := s.words[c]
		if !strings.HasPrefix(w.Tag, "V") || !can(w.Lemma, speech) || !s.finite(c) && w.Tag != "VBG" {
			continue
		}
		a := &attribution{sentence: s, verb: c, lemma: w.Lemma, stance: atleast.Asserted, why: []string{"cue:" + w.Lemma, "colon"}}
		if a.head = s.subjectOf(s.chain(c)); a.head < 0 {
			return nil
		}
		cueFirst, cueLast := s.cueSpan(s.chain(c), c)
		f, l := s.sourcePhrase(a.head, cueFirst, cueLast)
		a.source, a.cue = s.bytes(f, l), s.bytes(cueFirst, cueLast)
		if !s.soundSource(a) {
			return nil
		}
		return a
	}
	return nil
}

// excerpted are the verbs after which a colon brings in a passage of what is
// written elsewhere, set as a paragraph without quotation marks.
var excerpted = wordSet("write report note explain say add continue state read")

// trimmed returns paragraph i without the space around it.
func (d *document) trimmed(i int) span {
	p := d.paragraphs[i].span
	text := d.text[p.from:p.to]
	from := p.from + len(text) - len(strings.TrimLeft(text, " \u00a0\t"))
	return span{from, p.from + len(strings.TrimRight(text, " \u00a0\t"))}
}

// spoken returns the direct speech that paragraph i and those after it hold
// nothing else besides.
func (d *document) spoken(i int) []span {
	var out []span
	for end := min(len(d.paragraphs), i+longestSpeech); i < end; i++ {
		p := d.trimmed(i)
		q, ok := d.quoteAt(p.from)
		if !ok || q.from != p.from || q.to < p.to {
			break
		}
		out = append(out, p)
		if closed(d.text[p.from:p.to]) {
			break
		}
	}
	return out
}

// listed returns the points of a list that paragraph i begins.
func (d *document) listed(i int) []span {
	var out []span
	for end := min(len(d.paragraphs), i+longestSpeech); i < end && d.paragraphs[i].lang == "en"; i++ {
		p := d.trimmed(i)
		text := strings.TrimLeft(d.text[p.from:p.to], "•·▪*–—- \t\u00a0")
		if text == "" || len(text) == p.to-p.from {
			break
		}
		out = append(out, span{p.to - len(text), p.to})
	}
	return out
}

// longestSpeech is how many paragraphs one cue can bring in; without a bound, a page
// of nothing but such cues would take quadratic time.
const longestSpeech = 100

// closed reports whether a paragraph of speech ends with a quotation mark.
func closed(s string) bool {
	return hasAny(s, "”", `"`, "''", "»") && len(s) > 2
}
