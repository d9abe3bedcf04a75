package claim

import (
	"strings"
	"unicode"

	"github.com/atleast-desk/atleast/claim/syntax"
)

// Ukrainian and Russian are read without a tree: their cues are few, they mark
// what is said with a conjunction or a dash, and the cases tell who speaks.

func (d *document) slavicSentences(from, to int) []*sentence {
	var out []*sentence
	for _, words := range syntax.Sentences(d.text, from, to) {
		words = hyphened(words)
		for i := range words {
			words[i].Low = strings.NewReplacer("’", "'", "ʼ", "'", "‘", "'").Replace(strings.ToLower(words[i].Text))
		}
		out = append(out, &sentence{span: span{words[0].Start, words[len(words)-1].End}, paragraph: len(d.paragraphs), words: words, children: make([][]int, len(words))})
	}
	return out
}

// hyphened joins words that a hyphen holds together into one: "пресс-служба".
func hyphened(words []syntax.Word) []syntax.Word {
	out := words[:0]
	for i := 0; i < len(words); i++ {
		w, n := words[i], len(out)
		if n > 0 && i+1 < len(words) && w.Text == "-" && out[n-1].End == w.Start && w.End == words[i+1].Start && endsInLetter(out[n-1].Text) && endsInLetter(words[i+1].Text) {
			out[n-1].Text += "-" + words[i+1].Text
			out[n-1].End = words[i+1].End
			i++
			continue
		}
		out = append(out, w)
	}
	return out
}

func endsInLetter(w string) bool { return unicode.IsLetter(lastRune(w)) }

// slavicAttributions finds those in a paragraph, given those before it.
func (d *document) slavicAttributions(p paragraph, before []*attribution) []*attribution {
	g := slavicGrammars[p.lang]
	if g == nil {
		return nil
	}
	var out []*attribution
	for _, s := range p.sentences {
		for _, a := range d.slavicSentence(s, g, p.lang) {
			if whom := s.pronounIn(a, g); whom != 0 {
				a.who = s.lastPerson(append(before[max(0, len(before)-reachOfTurns):len(before):len(before)], out...), whom)
			}
			out = append(out, a)
		}
	}
	return out
}

// slavicSentence reads the attributions of a sentence, from left to right.
func (d *document) slavicSentence(s *sentence, g *slavicGrammar, lang string) []*attribution {
	if a := d.slavicDisclaimer(s, g); a != nil {
		return []*attribution{a}
	}
	var out []*attribution
	for i := 0; i < len(s.words); i++ {
		if _, quoted := d.quoteAt(s.words[i].Start); quoted {
			continue
		}
		a := d.slavicFrame(s, i, g, lang)
		if a == nil {
			continue
		}
		out = append(out, d.slavicFinish(a, s, g, lang))
		next := s.wordAfter(a.content().to)
		if next <= i {
			return out // what is said stands before: it is all that the sentence says
		}
		i = next - 1
	}
	return out
}

// slavicFrame reads the attribution whose cue begins at word i, or nil.
func (d *document) slavicFrame(s *sentence, i int, g *slavicGrammar, lang string) *attribution {
	if a := d.slavicAccording(s, i, g, lang); a != nil {
		return a
	}
	if g.verbs[s.words[i].Low] || g.finds[s.words[i].Low] {
		if a := d.slavicVerb(s, i, g, lang); a != nil {
			return a
		}
		if a := d.slavicOfThis(s, i, lang); a != nil {
			return a
		}
		if a := d.slavicAbout(s, i, g, lang); a != nil {
			return a
		}
	}
	if g.finds[s.words[i].Low] {
		return d.slavicFinding(s, i, g, lang)
	}
	if s.words[i].Text == ":" {
		return d.slavicHeading(s, i, lang)
	}
	return d.slavicSigned(s, i, lang)
}

// phraseAt reports how many words a phrase takes at word i; 0 if it is not there.
func (s *sentence) phraseAt(i int, phrase string) int {
	parts := strings.Fields(phrase)
	if i+len(parts) > len(s.words) {
		return 0
	}
	for k, p := range parts {
		if s.words[i+k].Low != p {
			return 0
		}
	}
	return len(parts)
}

// phraseAround is phraseAt for a phrase with one of the words after its first: "за його словами".
func (s *sentence) phraseAround(i int, phrase string, words map[string]standsFor) int {
	first, rest, ok := strings.Cut(phrase, " ")
	if !ok || i+1 >= len(s.words) || s.words[i].Low != first || words[s.words[i+1].Low] == 0 {
		return 0
	}
	if n := s.phraseAt(i+2, rest); n > 0 {
		return n + 2
	}
	return 0
}

// slavicAccording reads "за словами Сирського, …" and "…, по данным Генштаба".
func (d *document) slavicAccording(s *sentence, i int, g *slavicGrammar, lang string) *attribution {
	for _, phrase := range g.by {
		if !strings.HasPrefix(phrase, s.words[i].Low) {
			continue
		}
		var cue, from, to, end int // the cue's last word, the source, and where both end
		if n := s.phraseAt(i, phrase); n > 0 {
			cue, from, to = i+n-1, i+n, s.untilBreak(i+n)
			end = to
		} else if n := s.phraseAround(i, phrase, g.pronouns); n > 0 {
			cue, from, to, end = i+n-1, i+1, i+1, i+n-1
		} else {
			continue
		}
		if to < from {
			return nil
		}
		a := slavicCue(s, i)
		a.lemma, a.cue, a.why = phrase, s.bytes(i, cue), []string{"cue:" + phrase}
		d.slavicSource(a, s, from, to, true, lang)
		if end+2 < len(s.words) && s.words[end+1].Text == "," && i < 3 {
			a.contents = []span{d.grow(s.bytes(end+2, s.trimRight(end+2, len(s.words)-1)))}
		} else if left, ok := s.leftOf(d, i); ok {
			a.contents = []span{left}
		} else {
			return nil
		}
		return a
	}
	return nil
}

// slavicVerb reads a verb of saying: with "that" after it, or after a quotation, a
// dash or a comma that closes what was said.
func (d *document) slavicVerb(s *sentence, i int, g *slavicGrammar, lang string) *attribution {
	a := slavicCue(s, i)
	if from := s.thatClause(i, g); from > 0 {
		first := s.slavicSubjectStart(i)
		if first < i {
			d.slavicSource(a, s, first, i-1, false, lang)
		} else if from, to := s.slavicSubjectAfter(i); to >= from {
			d.slavicSource(a, s, from, to, false, lang)
		}
		a.contents = []span{d.grow(s.bytes(from, s.trimRight(from, s.slavicClauseEnd(from, g))))}
		return a
	}
	if i == 1 && g.as[s.words[0].Low] {
		from, to := s.slavicSubjectAfter(i)
		if to < from || to+2 >= len(s.words) || s.words[to+1].Text != "," {
			return nil
		}
		d.slavicSource(a, s, from, to, false, lang)
		a.contents = []span{d.grow(s.bytes(to+2, s.trimRight(to+2, len(s.words)-1)))}
		return a
	}
	before := i - 1
	if before >= 0 && g.as[s.words[before].Low] {
		before--
	}
	if before >= 2 && !s.slavicToldOf(i+1, g) && (isPunctuation(s.words[before].Text) || isQuote(s.words[before].Text)) && s.words[before].Text != "." {
		from, to := s.slavicSubjectAfter(i)
		if to < from {
			return nil
		}
		d.slavicSource(a, s, from, to, false, lang)
		left, ok := s.leftOf(d, before+1)
		if !ok {
			return nil
		}
		a.contents = []span{left}
		return a
	}
	for k := i + 1; k < len(s.words) && k < i+8; k++ {
		if s.words[k].Text == ":" && k+1 < len(s.words) {
			first := s.slavicSubjectStart(i)
			if first >= i {
				return nil
			}
			d.slavicSource(a, s, first, i-1, false, lang)
			a.contents = []span{d.grow(s.bytes(k+1, s.trimRight(k+1, len(s.words)-1)))}
			return a
		}
	}
	return nil
}

// thatClause returns the word after a cue at which ", що" or ", что" begins what is said, or 0.
func (s *sentence) thatClause(i int, g *slavicGrammar) int {
	for k := i + 1; k < len(s.words) && k <= i+12; k++ {
		if g.that[s.words[k].Low] && s.words[k-1].Text == "," {
			return k
		}
	}
	return 0
}

// slavicSubjectStart returns where the words before a verb begin that name its subject.
func (s *sentence) slavicSubjectStart(verb int) int {
	first := verb
	for first > 0 {
		t := s.words[first-1]
		if t.Text == "," && first >= 2 && verb-first <= 1 {
			break
		}
		if t.Text == "." || t.Text == ";" || t.Text == ":" || t.Text == "—" || t.Text == "–" || isQuote(t.Text) {
			break
		}
		if slavicOpeners[t.Low] {
			break
		}
		first--
	}
	for first < verb && (isPunctuation(s.words[first].Text) || slavicOpeners[s.words[first].Low]) {
		first++
	}
	return first
}

// slavicSubjectAfter returns the words that name who speaks after the verb at i; to is before from where nobody does.
// An outlet between the two is who was told: "рассказал ТАСС капитан".
func (s *sentence) slavicSubjectAfter(i int) (from, to int) {
	from = i + 1
	if to = s.quotedName(from); to > from {
		return from, to
	}
	to = s.untilBreak(from)
	if to <= from || slavicOutlets[s.words[from].Low] == "" {
		return from, to
	}
	if next := s.words[from+1]; next.Text == next.Low || slavicName(next.Text) || slavicBody(next.Text) != "" {
		from++ // and not "РИА Новости"
	}
	return from, to
}

// slavicOpeners begin a sentence without being part of its subject.
var slavicOpeners = wordSet("раніше водночас також при цьому ранее также при этом однако але але проте тим часом тем временем і й и а втім накануне напередодні вчора вчера сьогодні сегодня")

// untilBreak returns the last word of a phrase that begins at word i and ends at
// punctuation, a hearer or an occasion.
func (s *sentence) untilBreak(i int) int {
	last := i - 1
	for k := i; k < len(s.words) && k < i+12; k++ {
		w := s.words[k]
		if isPunctuation(w.Text) || isQuote(w.Text) || k > i && slavicPrepositions[w.Low] {
			break
		}
		last = k
	}
	return last
}

var slavicPrepositions = wordSet("у в на під час з со про о об до для після после перед во при щодо що что в интервью під під'їзд под біля возле около поблизу через по від от из з із")
