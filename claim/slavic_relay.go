package claim

import (
	"strings"

	"github.com/atleast-desk/atleast"
)

// slavicFinish adds relays, stance and hedges.
func (d *document) slavicFinish(a *attribution, s *sentence, g *slavicGrammar, lang string) *attribution {
	if a.who == nil {
		a.who = &speaker{"", atleast.Unnamed}
	}
	content := a.content()
	for i, w := range s.words {
		inside := w.Start >= content.from && w.End <= content.to
		if inside && g.hedges[w.Low] {
			a.hedges = append(a.hedges, w.Low)
		}
		if who := d.slavicAfter(s, i, g.told, lang); who != nil && !inside {
			a.via = append(a.via, who.name)
		}
	}
	if o := s.slavicHearer(a); o != "" {
		a.via = append(a.via, o)
	}
	d.slavicCited(a, s, g, lang)
	switch {
	case g.promises[a.lemma]:
		a.stance = atleast.Promised
	case g.denials[a.lemma]:
		a.stance = atleast.Denied
	case len(a.hedges) > 0:
		a.stance = atleast.Hedged
	}
	return a
}

// slavicCited makes of whoever speaks the relay of whom he cites: "сообщает Интерфакс со ссылкой на губернатора".
func (d *document) slavicCited(a *attribution, s *sentence, g *slavicGrammar, lang string) {
	if a.who.name == "" {
		return
	}
	content := a.content()
	for i, w := range s.words {
		if who := d.slavicAfter(s, i, g.citing, lang); who != nil && (w.Start < content.from || w.Start >= content.to) {
			a.via = append([]string{a.who.name}, a.via...)
			a.who = who
			return
		}
	}
}

// slavicAfter is whoever is named after one of the phrases at word i; nil where none is.
func (d *document) slavicAfter(s *sentence, i int, phrases []string, lang string) *speaker {
	for _, phrase := range phrases {
		n := s.phraseAt(i, phrase)
		if n == 0 {
			continue
		}
		if to := s.untilBreak(i + n); to >= i+n {
			return d.slavicSpeaker(s, i+n, to, true, lang)
		}
	}
	return nil
}

// slavicHearer returns the outlet right after the verb: "розповів BBC", "рассказал «Медузе»".
func (s *sentence) slavicHearer(a *attribution) string {
	i := a.verb + 1
	if to := s.quotedName(i); to > i+1 && slavicOutlets[s.words[i+1].Low] != "" {
		return slavicOutlets[s.words[i+1].Low]
	}
	if i >= len(s.words) || a.source.from <= s.words[i].Start && s.words[i].End <= a.source.to {
		return ""
	}
	w := s.words[i]
	outlet := slavicOutlets[w.Low]
	if outlet == "" && (w.Text[0] < 'A' || w.Text[0] > 'Z') && !outletWords[w.Low] {
		return ""
	}
	if outlet != "" && !strings.EqualFold(outlet, w.Text) {
		return outlet
	}
	last := i
	for last+1 < len(s.words) && s.words[last+1].Text != s.words[last+1].Low && s.words[last+1].Start != a.source.from {
		last++
	}
	return s.textOf(i, last)
}

// slavicOutlets are the names of outlets, as they stand after a verb of telling, with their nominative.
var slavicOutlets = map[string]string{
	"суспільне": "Суспільне", "суспільному": "Суспільне", "правді": "Правда", "правда": "Правда", "укрінформу": "Укрінформ", "укрінформ": "Укрінформ",
	"уніан": "УНІАН", "риа": "РИА", "тасс": "ТАСС", "интерфаксу": "Интерфакс", "интерфакс": "Интерфакс", "медузе": "Медуза", "медуза": "Медуза",
	"рбк": "РБК", "дождю": "Дождь", "bbc": "BBC", "нв": "НВ", "тсн": "ТСН", "лиге": "Лига", "коммерсанту": "Коммерсантъ", "медіазоні": "Медіазона",
	"медиазоне": "Медиазона", "радіо": "Радіо", "укрінфо": "Укрінфо", "reuters": "Reuters", "afp": "AFP",
}

// slavicDisclaimer reads "не вдалося незалежно перевірити".
func (d *document) slavicDisclaimer(s *sentence, g *slavicGrammar) *attribution {
	for i := range s.words {
		for _, phrase := range g.blocked {
			if n := s.phraseAt(i, phrase); n > 0 {
				return &attribution{sentence: s, verb: i, head: -1, lemma: phrase, cue: s.bytes(i, i+n-1), stance: atleast.Disclaimer, disclaims: true,
					hedges: []string{phrase}, who: &speaker{"", atleast.OwnVoice}, contents: []span{s.bytes(0, s.trimRight(0, len(s.words)-1))}, why: []string{"disclaimer"}}
			}
		}
	}
	return nil
}
