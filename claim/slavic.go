package claim

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/claim/syntax"
)

// Ukrainian and Russian are read without a tree: their cues are few, they mark
// what is said with a conjunction or a dash, and the cases tell who speaks.

// slavicGrammar is what attribution needs of a language.
type slavicGrammar struct {
	verbs    map[string]bool // of saying and thinking, in the forms news uses
	that     map[string]bool
	by       []string // "according to", before a genitive
	as       map[string]bool
	citing   []string // before a relay
	hedges   map[string]bool
	blocked  []string // "could not be verified"
	promises map[string]bool
	denials  map[string]bool
}

var slavicGrammars = map[string]*slavicGrammar{
	"uk": {
		verbs: wordSet(`повідомив повідомила повідомили повідомило повідомляє повідомляють заявив заявила заявили заявило заявляє заявляють сказав сказала сказали каже кажуть говорить
			розповів розповіла розповіли розповідає розповідають зазначив зазначила зазначили зазначає зазначають наголосив наголосила наголосили підкреслив підкреслила уточнив уточнила уточнили
			додав додала додали пояснив пояснила пояснили стверджує стверджують стверджував стверджувала визнав визнала визнали визнає написав написала написали пише пишуть оголосив оголосила оголосили
			вважає вважають очікує очікують припускає припускають підтвердив підтвердила підтвердили підтверджує заперечив заперечила заперечили заперечує спростував спростувала
			пообіцяв пообіцяла пообіцяли обіцяє попередив попередила попередили поінформував поінформувала інформує звітує звітував відзначив відзначила відповів відповіла нагадав нагадала оцінює оцінив`),
		that: wordSet("що ніби начебто"), by: []string{"за словами", "за даними", "за інформацією", "на думку", "за оцінками", "за оцінкою", "згідно з даними", "за повідомленням", "за версією", "відповідно до"},
		as: wordSet("як"), citing: []string{"з посиланням на", "посилаючись на", "в інтерв'ю", "у інтерв'ю", "в коментарі", "у коментарі", "цитує"},
		hedges:   wordSet("нібито начебто ймовірно можливо напевно очевидно мабуть"),
		blocked:  []string{"не вдалося незалежно", "не вдалося перевірити", "не може незалежно", "не змогли незалежно", "не зміг незалежно", "неможливо незалежно"},
		promises: wordSet("пообіцяв пообіцяла пообіцяли обіцяє"), denials: wordSet("заперечив заперечила заперечили заперечує спростував спростувала"),
	},
	"ru": {
		verbs: wordSet(`сообщил сообщила сообщили сообщило сообщает сообщают заявил заявила заявили заявило заявляет заявляют сказал сказала сказали говорит говорят
			рассказал рассказала рассказали рассказывает отметил отметила отметили отмечает подчеркнул подчеркнула подчеркнули уточнил уточнила уточнили уточняет
			добавил добавила добавили пояснил пояснила пояснили объяснил объяснила утверждает утверждают утверждал утверждала признал признала признали признает признаёт написал написала написали пишет пишут объявил объявила объявили
			считает считают ожидает ожидают предполагает предполагают подтвердил подтвердила подтвердили подтверждает опроверг опровергла опровергли отрицает отрицают
			пообещал пообещала пообещали обещает предупредил предупредила предупредили проинформировал информирует ответил ответила напомнил напомнила оценивает оценил`),
		that: wordSet("что будто якобы"), by: []string{"по словам", "по данным", "по информации", "по мнению", "по оценкам", "по оценке", "согласно данным", "по сообщению", "по версии", "согласно"},
		as: wordSet("как"), citing: []string{"со ссылкой на", "ссылаясь на", "в интервью", "в комментарии", "цитирует"},
		hedges:   wordSet("якобы предположительно вероятно возможно видимо очевидно"),
		blocked:  []string{"не удалось независимо", "не удалось проверить", "не может независимо", "не смогли независимо", "не смог независимо", "невозможно независимо"},
		promises: wordSet("пообещал пообещала пообещали обещает"), denials: wordSet("опроверг опровергла опровергли отрицает отрицают"),
	},
}

func (d *document) slavicSentences(from, to int) []*sentence {
	var out []*sentence
	for _, words := range syntax.Sentences(d.text, from, to) {
		for i := range words {
			words[i].Low = strings.NewReplacer("’", "'", "ʼ", "'", "‘", "'").Replace(strings.ToLower(words[i].Text))
		}
		out = append(out, &sentence{span: span{words[0].Start, words[len(words)-1].End}, paragraph: len(d.paragraphs), words: words, children: make([][]int, len(words))})
	}
	return out
}

func (d *document) slavicAttributions(p paragraph) []*attribution {
	g := slavicGrammars[p.lang]
	if g == nil {
		return nil
	}
	var out []*attribution
	for _, s := range p.sentences {
		if a := d.slavicSentence(s, g, p.lang); a != nil {
			out = append(out, a)
		}
	}
	return out
}

// slavicSentence reads the attribution that holds most of a sentence, or nil.
func (d *document) slavicSentence(s *sentence, g *slavicGrammar, lang string) *attribution {
	if a := d.slavicDisclaimer(s, g); a != nil {
		return a
	}
	for i, w := range s.words {
		if _, quoted := d.quoteAt(w.Start); quoted {
			continue
		}
		if a := d.slavicAccording(s, i, g, lang); a != nil {
			return d.slavicFinish(a, s, g, lang)
		}
		if g.verbs[w.Low] {
			if a := d.slavicVerb(s, i, g, lang); a != nil {
				return d.slavicFinish(a, s, g, lang)
			}
		}
	}
	return nil
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

// slavicAccording reads "за словами Сирського, …" and "…, по данным Генштаба".
func (d *document) slavicAccording(s *sentence, i int, g *slavicGrammar, lang string) *attribution {
	for _, phrase := range g.by {
		n := s.phraseAt(i, phrase)
		if n == 0 {
			continue
		}
		from := i + n
		to := s.untilBreak(from)
		if to < from {
			return nil
		}
		a := &attribution{sentence: s, verb: i, head: -1, lemma: phrase, cue: s.bytes(i, from-1), source: s.bytes(from, to), stance: atleast.Asserted, why: []string{"cue:" + phrase}}
		a.who = d.slavicSpeaker(s, from, to, true, lang)
		if to+2 < len(s.words) && s.words[to+1].Text == "," && i < 3 {
			a.contents = []span{d.grow(s.bytes(to+2, s.trimRight(to+2, len(s.words)-1)))}
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
	a := &attribution{sentence: s, verb: i, head: -1, lemma: s.words[i].Low, cue: s.bytes(i, i), stance: atleast.Asserted, why: []string{"cue:" + s.words[i].Low}}
	if from := s.thatClause(i, g); from > 0 {
		first := s.slavicSubjectStart(i)
		if first < i {
			a.source = s.bytes(first, i-1)
			a.who = d.slavicSpeaker(s, first, i-1, false, lang)
		} else if to := s.untilBreak(i + 1); to > i {
			a.source = s.bytes(i+1, to)
			a.who = d.slavicSpeaker(s, i+1, to, false, lang)
		}
		a.contents = []span{d.grow(s.bytes(from, s.trimRight(from, len(s.words)-1)))}
		return a
	}
	before := i - 1
	if before >= 0 && g.as[s.words[before].Low] {
		before--
	}
	if before >= 2 && (isPunctuation(s.words[before].Text) || isQuote(s.words[before].Text)) && s.words[before].Text != "." {
		to := s.untilBreak(i + 1)
		if to <= i {
			return nil
		}
		a.source = s.bytes(i+1, to)
		a.who = d.slavicSpeaker(s, i+1, to, false, lang)
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
			a.source = s.bytes(first, i-1)
			a.who = d.slavicSpeaker(s, first, i-1, false, lang)
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
		if t.Text == "." || t.Text == ";" || t.Text == ":" || t.Text == "—" || t.Text == "–" || isQuote(t.Text) && !s.quotedName(first-1) {
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

func (s *sentence) quotedName(int) bool { return false }

// slavicOpeners begin a sentence without being part of its subject.
var slavicOpeners = wordSet("раніше водночас також при цьому ранее также при этом однако але але проте тим часом тем временем і и а втім накануне напередодні вчора вчера сьогодні сегодня")

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

// slavicSpeaker names the source in words first..last; oblique says that a case
// other than the nominative is wanted there.
func (d *document) slavicSpeaker(s *sentence, first, last int, oblique bool, lang string) *speaker {
	var name []string
	for i := last; i >= first; i-- {
		r, _ := utf8.DecodeRuneInString(s.words[i].Text)
		if !unicode.IsUpper(r) {
			if len(name) > 0 {
				break
			}
			continue
		}
		name = append([]string{s.words[i].Text}, name...)
	}
	if n := len(name); n > 2 && name[n-2] != strings.ToUpper(name[n-2]) && name[n-1] != strings.ToUpper(name[n-1]) {
		name = name[n-2:] // what stands before is an office and whose it is
	}
	full := d.text[s.words[first].Start:s.words[last].End]
	if len(name) == 0 || len(name) == 1 && first == last && s.words[first].Start == s.from && !slavicName(name[0]) {
		return &speaker{strings.TrimSpace(full), atleast.Group}
	}
	out := strings.Join(name, " ")
	if oblique {
		out = d.nominative(name, lang)
	}
	return &speaker{d.slavic.of(out), atleast.Named}
}

// slavicName reports whether a word that begins a sentence is a name by its ending.
func slavicName(w string) bool {
	return hasAny(strings.ToLower(w), "ський", "ский", "енко", "ук", "юк", "ов", "ев", "ін", "ин", "ко", "ич") || !startsCyrillic(w)
}

func startsCyrillic(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.Is(unicode.Cyrillic, r)
}
