package claim

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/atleast-desk/atleast"
)

// Most places that news names are in no gazetteer: villages, valleys, streets. A
// name behind a word that only a place follows is taken for one; where it lies is
// not known.

// unknownPlace returns the first name between the bytes start and end that stands
// as a place does: "in Torvik", "off Port Ellery", "the village of Oshoba".
func (d *document) unknownPlace(s *sentence, start, end int) *atleast.NamedPlace {
	for i := s.wordAfter(start); i+1 < len(s.words) && s.words[i].End <= end; i++ {
		if !s.bringsPlace(i) {
			continue
		}
		first := i + 1
		for first+1 < len(s.words) && bearings[s.words[first].Low] {
			first++
		}
		last := s.placeName(first)
		if last >= first && s.words[last].End <= end {
			return &atleast.NamedPlace{Text: s.textOf(first, last)}
		}
	}
	return nil
}

// bringsPlace reports whether a name right behind word i is that of a place.
func (s *sentence) bringsPlace(i int) bool {
	switch s.words[i].Low {
	case "in", "near", "outside", "off", "at":
		return true
	case "of":
		return i > 0 && (settled[s.words[i-1].Low] || sites[s.words[i-1].Low])
	}
	return false
}

// placeName returns the last word of the name that begins at word i where nothing
// says that it is none of a place; else one before i.
func (s *sentence) placeName(i int) int {
	first, last := s.nameAt(i)
	if first != i || last < first || last > first+2 {
		return i - 1
	}
	for k := first; k <= last; k++ {
		w := s.words[k]
		if notPlaces[w.Low] || titles[w.Low] || len(w.Text) > 1 && len(w.Text) <= acronym && w.Text == strings.ToUpper(w.Text) {
			return i - 1
		}
	}
	if isOutlet(s.textOf(first, last)) || last+1 < len(s.words) && s.words[last+1].Tag == "POS" && !s.ownsSite(last+2) {
		return i - 1 // "in Marek's speech"
	}
	return last
}

// ownsSite reports whether the words from i on name a part of a place: "Karst's
// main square".
func (s *sentence) ownsSite(i int) bool {
	for k := i; k < min(i+3, len(s.words)); k++ {
		if w := s.words[k]; sites[w.Low] || settled[w.Low] {
			return true
		} else if !strings.HasPrefix(w.Tag, "JJ") && !strings.HasPrefix(w.Tag, "NN") {
			return false
		}
	}
	return false
}

// sites are the parts that any place may have.
var sites = wordSet("square market centre center harbour harbor streets street station airport hospital school stadium prison cathedral quarter waterfront docks")

// acronym is how many letters a body's initials have at most.
const acronym = 5

// bearings stand between a preposition and the name of a place.
var bearings = wordSet("northern southern eastern western central downtown north south east west upper lower mount lake")

// settled are the words for places that "of" follows.
var settled = wordSet("city town village hamlet port suburb outskirts district region province county valley island resort municipality commune settlement")

// notPlaces are names behind "in" and "at" that are none of a place.
var notPlaces = wordSet(`parliament congress senate operation ramadan easter christmas english french german spanish russian ukrainian arabic latin
	ministry department committee agency association union council court army navy police office university institute commission
	christ god islam instagram facebook twitter telegram tiktok youtube whatsapp zoom monday tuesday wednesday thursday friday saturday sunday
	january february march april june july august september october november december spring summer autumn fall winter`)

// slavicSpot returns the place that word i of a Ukrainian or Russian sentence
// names behind a preposition though no gazetteer knows it, as it stands there: "У
// Старому Броді".
func (d *document) slavicSpot(s *sentence, i, end int) *atleast.NamedPlace {
	if _, quoted := d.quoteAt(s.words[i].Start); quoted || !s.slavicSpotWord(i) {
		return nil
	}
	last := i
	if i+1 < len(s.words) && hasAny(s.words[i].Low, "ому", "ій", "ом", "ой", "их", "ых", "ого", "ої", "ую", "им", "ым") && s.slavicSpotWord(i+1) {
		last++
	}
	if s.words[last].End > end {
		return nil
	}
	return &atleast.NamedPlace{Text: d.text[s.words[i].Start:s.words[last].End]}
}

// slavicSpotWord reports whether word i is written like a name in Cyrillic letters
// and is not how an office begins.
func (s *sentence) slavicSpotWord(i int) bool {
	w := s.words[i]
	r, size := utf8.DecodeRuneInString(w.Text)
	if !unicode.Is(unicode.Cyrillic, r) || !unicode.IsUpper(r) || utf8.RuneCountInString(w.Text) < slavicSpotLetters {
		return false
	}
	second, _ := utf8.DecodeRuneInString(w.Text[size:])
	return unicode.IsLower(second) && !slices.ContainsFunc(slavicOffices, func(start string) bool { return strings.HasPrefix(w.Low, start) })
}

// slavicSpotLetters is how many letters a place's name has at least.
const slavicSpotLetters = 4

// slavicOffices are how the names of offices begin, and of what else stands behind
// "in" with a capital.
var slavicOffices = strings.Fields("мін офіс офис служб управл генштаб генеральн головн главн національн национальн державн государствен збройн вооруж верховн рад прокур поліц полиц слідч следствен телеграм фейсбук твіттер твиттер церкв бог січ лют берез квіт трав черв лип серп верес жовт листоп груд январ феврал март апрел июн июл август сентябр октябр ноябр декабр")
