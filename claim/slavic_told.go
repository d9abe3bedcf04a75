package claim

import (
	"slices"
	"strings"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/place"
)

// slavicAbout reads what is told of rather than said: "Министерство сообщило о 200 пленных".
func (d *document) slavicAbout(s *sentence, i int, g *slavicGrammar, lang string) *attribution {
	for k := i + 1; k < len(s.words) && k <= i+8; k++ {
		if isPunctuation(s.words[k].Text) {
			return nil
		}
		if g.about[s.words[k].Low] && k+1 < len(s.words) {
			return d.slavicObject(s, i, k, k+1, g, lang)
		}
	}
	return nil
}

// slavicFinding reads what somebody found himself: "Поліція підтвердила загибель 12 людей".
func (d *document) slavicFinding(s *sentence, i int, g *slavicGrammar, lang string) *attribution {
	if i+1 >= len(s.words) || isPunctuation(s.words[i+1].Text) {
		return nil
	}
	return d.slavicObject(s, i, i+1, i+1, g, lang)
}

// slavicObject is the attribution by the verb at i of what begins at word from, to whom the words before the verb
// name, or those after it and before word until: "Как сообщил мэр о".
func (d *document) slavicObject(s *sentence, i, until, from int, g *slavicGrammar, lang string) *attribution {
	last := i - 1
	for last > 0 && slavicOpeners[s.words[last].Low] && !slavicTurns[s.words[last].Low] && !slavicFollowsYear[s.words[last].Low] {
		last--
	}
	first := last + 1
	for first > 0 && !isPunctuation(s.words[first-1].Text) && !isQuote(s.words[first-1].Text) && !slavicOpeners[s.words[first-1].Low] {
		first--
	}
	if first > last {
		first, last = i+1, until-1
	}
	if reflexive := strings.HasSuffix(s.words[i].Low, "ся") || strings.HasSuffix(s.words[i].Low, "сь"); first > last && reflexive {
		return d.slavicSaid(s, i, from, g)
	}
	if first > last || slavicRelatives[s.words[first].Low] {
		return nil
	}
	a := slavicCue(s, i)
	d.slavicSource(a, s, first, last, false, lang)
	a.contents = []span{d.grow(s.bytes(from, s.trimRight(from, s.slavicClauseEnd(from, g))))}
	return a
}

// slavicSaid reads what is said without a word on who says it: "Сообщалось о 31 погибшем".
func (d *document) slavicSaid(s *sentence, i, from int, g *slavicGrammar) *attribution {
	a := slavicCue(s, i)
	a.contents = []span{d.grow(s.bytes(from, s.trimRight(from, s.slavicClauseEnd(from, g))))}
	return a
}

// slavicRelatives begin a clause about somebody named before it.
var slavicRelatives = wordSet(`который которая которое которые що який яка яке які что кто хто это це`)

// slavicClauseEnd returns the last word of the clause that begins at word from: it ends before a semicolon, and
// before "а", "но", "але" after a comma where somebody else begins to speak.
func (s *sentence) slavicClauseEnd(from int, g *slavicGrammar) int {
	for k := from + 1; k < len(s.words); k++ {
		if s.words[k].Text == ";" || s.words[k-1].Text == "," && slavicTurns[s.words[k].Low] && s.speaksWithin(k, 8, g) {
			return k - 1
		}
	}
	return len(s.words) - 1
}

var slavicTurns = wordSet("а но однако але проте тогда тоді натомість")

func (s *sentence) speaksWithin(from, reach int, g *slavicGrammar) bool {
	for k := from; k < len(s.words) && k < from+reach; k++ {
		if g.verbs[s.words[k].Low] || g.finds[s.words[k].Low] {
			return true
		}
	}
	return false
}

// slavicCue is an attribution by the verb at i, who speaks and what is said still open.
func slavicCue(s *sentence, i int) *attribution {
	return &attribution{sentence: s, verb: i, head: -1, lemma: s.words[i].Low, cue: s.bytes(i, i), stance: atleast.Asserted, why: []string{"cue:" + s.words[i].Low}}
}

// slavicSource sets words first..last as the source; "в больнице", "у ДСНС" name it after a preposition, "в сообщении
// пресс-службы" after the statement too.
func (d *document) slavicSource(a *attribution, s *sentence, first, last int, oblique bool, lang string) {
	if first < last && slavicAt[s.words[first].Low] {
		first, oblique = first+1, true
		if first < last && hasPrefixOf(s.words[first].Low, slavicStatements) {
			first++
		}
	}
	a.source = s.bytes(first, last)
	a.who = d.slavicSpeaker(s, first, last, oblique, lang)
}

var slavicAt = wordSet("в у во")

var slavicStatements = strings.Fields("сообщени заявлени отчет отчёт доклад сводк пресс-релиз релиз повідомленн заяв звіт зведенн прес-реліз публікаці публикаци")

func hasPrefixOf(w string, starts []string) bool {
	return slices.ContainsFunc(starts, func(start string) bool { return strings.HasPrefix(w, start) })
}

// slavicToldOf reports whether what comes after a verb at word i is what is told and not who tells it.
func (s *sentence) slavicToldOf(i int, g *slavicGrammar) bool {
	if i >= len(s.words) {
		return false
	}
	w := s.words[i]
	return g.about[w.Low] || slavicEventOf(w.Low) != "" || hasPrefixOf(w.Low, slavicTolls) || strings.ContainsAny(w.Text, "0123456789")
}

// slavicTolls begin the words for how many died: "гибель 12 человек", "кількість жертв".
var slavicTolls = strings.Fields("числ количеств кількіст гибел загибел смерт жертв факт")

// slavicOfThis reads the sentence that says who said what stands before it: "Об этом сообщил губернатор".
func (d *document) slavicOfThis(s *sentence, i int, lang string) *attribution {
	this, hearer := i-2, ""
	if i > 2 && slavicOutlets[s.words[i-1].Low] != "" {
		this, hearer = i-3, slavicOutlets[s.words[i-1].Low]
	}
	if this < 0 || this > 2 || !slavicThis[s.words[this].Low+" "+s.words[this+1].Low] {
		return nil
	}
	from, to := s.slavicSubjectAfter(i)
	said := d.slavicBefore(s)
	if to < from || said.to == 0 {
		return nil
	}
	a := slavicCue(s, i)
	d.slavicSource(a, s, from, to, false, lang)
	a.contents = []span{said}
	if hearer != "" {
		a.via = append(a.via, hearer)
	}
	return a
}

var slavicThis = map[string]bool{"об этом": true, "про это": true, "о чем": true, "о чём": true, "про це": true, "про що": true}

// slavicBefore is what the paragraph says before sentence s, or the paragraph before where s begins one.
func (d *document) slavicBefore(s *sentence) span {
	at := s.paragraph
	if at >= len(d.paragraphs) {
		return span{}
	}
	first := d.paragraphs[at].sentences[0]
	if first == s {
		if at == 0 || len(d.paragraphs[at-1].sentences) == 0 {
			return span{}
		}
		before := d.paragraphs[at-1].sentences
		return span{before[0].from, before[len(before)-1].to}
	}
	last := first
	for _, other := range d.paragraphs[at].sentences {
		if other == s {
			break
		}
		last = other
	}
	return span{first.from, last.to}
}

// quotedName returns the word that closes the quotation marks which open at word i, if they hold a name; else 0.
func (s *sentence) quotedName(i int) int {
	if i >= len(s.words) || !isQuote(s.words[i].Text) {
		return 0
	}
	for k := i + 1; k < len(s.words) && k < i+6; k++ {
		if isQuote(s.words[k].Text) {
			return k
		}
	}
	return 0
}

// slavicHeading reads a report under the name of whoever made it: "Генштаб: знищено 12 танків".
func (d *document) slavicHeading(s *sentence, colon int, lang string) *attribution {
	if colon == 0 || colon > 6 || colon+1 >= len(s.words) || !s.namesBody(0, colon-1) {
		return nil
	}
	a := slavicCue(s, colon)
	a.lemma, a.why = ":", []string{"heading"}
	d.slavicSource(a, s, 0, colon-1, false, lang)
	a.contents = []span{d.grow(s.bytes(colon+1, s.trimRight(colon+1, len(s.words)-1)))}
	return a
}

// slavicSigned reads a report that whoever made it signs after a dash: "загинуло 2 людини — ОВА".
func (d *document) slavicSigned(s *sentence, dash int, lang string) *attribution {
	last := s.trimRight(dash+1, len(s.words)-1)
	if t := s.words[dash].Text; t != "—" && t != "–" && t != "-" || dash < 2 || last <= dash || last-dash > 5 || !s.namesBody(dash+1, last) {
		return nil
	}
	left, ok := s.leftOf(d, dash)
	if !ok {
		return nil
	}
	a := slavicCue(s, dash)
	a.lemma, a.why = "—", []string{"signed"}
	d.slavicSource(a, s, dash+1, last, false, lang)
	a.contents = []span{left}
	return a
}

// namesBody reports whether words first..last are the name of an office, a body or a person, and no clause:
// an abbreviation, a body known by its noun, or a first name and a surname.
func (s *sentence) namesBody(first, last int) bool {
	for k := first; k <= last; k++ {
		if w := s.words[k]; isPunctuation(w.Text) && w.Text != "-" || strings.ContainsAny(w.Text, "0123456789") || slavicEventOf(w.Low) != "" {
			return false
		}
	}
	head := s.words[first].Text
	if slavicBody(head) != "" || len([]rune(head)) > 1 && head == strings.ToUpper(head) && head != strings.ToLower(head) {
		return true
	}
	for k := first; k <= last; k++ {
		if s.words[k].Text == s.words[k].Low {
			return false
		}
	}
	if last == first {
		_, known := place.Lookup(head)
		return first > 0 && !known && startsCyrillic(head)
	}
	return last-first <= 2 && startsCyrillic(head) && slavicName(s.words[last].Text)
}
