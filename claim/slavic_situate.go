package claim

import (
	"strings"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/place"
)

var slavicMonths = map[string]int{
	"січня": 1, "січні": 1, "лютого": 2, "лютому": 2, "березня": 3, "березні": 3, "квітня": 4, "квітні": 4, "травня": 5, "травні": 5, "червня": 6, "червні": 6, "липня": 7, "липні": 7, "серпня": 8, "серпні": 8,
	"вересня": 9, "вересні": 9, "жовтня": 10, "жовтні": 10, "листопада": 11, "листопаді": 11, "грудня": 12, "грудні": 12,
	"января": 1, "январе": 1, "февраля": 2, "феврале": 2, "марта": 3, "марте": 3, "апреля": 4, "апреле": 4, "мая": 5, "мае": 5, "июня": 6, "июне": 6, "июля": 7, "июле": 7, "августа": 8, "августе": 8,
	"сентября": 9, "сентябре": 9, "октября": 10, "октябре": 10, "ноября": 11, "ноябре": 11, "декабря": 12, "декабре": 12,
}

// slavicSituate fills in what happened, place and time.
func (d *document) slavicSituate(c *atleast.Claim, s *sentence, lang string) {
	if slavicGrammars[lang] == nil {
		return
	}
	at, what := -1, ""
	if c.Quantity != nil {
		at, what = c.Quantity.Start, c.Quantity.What
	}
	c.Event = asDone(s.slavicEventNear(c.Start, c.End, at), what)
	for i := s.wordAfter(c.Start); i < len(s.words) && s.words[i].End <= c.End; i++ {
		if c.Time == nil {
			c.Time = d.slavicDate(s, i)
		}
		if c.Time == nil {
			c.Time = d.slavicWeekday(s, i)
		}
		if c.Place == nil && i > 0 && wherePrepositions[s.words[i-1].Low] {
			c.Place = d.slavicPlace(s, i, c.End)
		}
	}
	for i := s.wordAfter(c.Start); c.Place == nil && i < len(s.words) && s.words[i].End <= c.End; i++ {
		if i > 0 && spotPrepositions[s.words[i-1].Low] {
			c.Place = d.slavicSpot(s, i, c.End)
		}
	}
}

var wherePrepositions = wordSet("у в на під біля поблизу з із до під возле около под из вблизи недалеко від от")

// spotPrepositions are those that hardly anything but a place follows.
var spotPrepositions = wordSet("у в на під біля поблизу возле около под вблизи")

func (d *document) slavicPlace(s *sentence, i, end int) *atleast.NamedPlace {
	for last := min(i+1, len(s.words)-1); last >= i; last-- {
		text := d.text[s.words[i].Start:s.words[last].End]
		if site, ok := place.Lookup(text); ok && s.words[last].End <= end && text != strings.ToLower(text) {
			p := &atleast.NamedPlace{Text: text}
			if site.Point {
				p.Lat, p.Lon = &site.Lat, &site.Lon
			}
			return p
		}
	}
	return nil
}

// slavicDate reads "14 серпня 2024 року" and "14 августа".
func (d *document) slavicDate(s *sentence, i int) *atleast.NamedTime {
	if i+1 >= len(s.words) {
		return nil
	}
	month := slavicMonths[s.words[i+1].Low]
	day := dayNumber(s.words[i].Text)
	if month == 0 || day == 0 {
		return nil
	}
	last := i + 1
	year := 0
	if last+1 < len(s.words) && len(s.words[last+1].Text) == 4 {
		if t, err := time.Parse("2006", s.words[last+1].Text); err == nil {
			year = t.Year()
			last++
		}
	}
	named := &atleast.NamedTime{Text: d.text[s.words[i].Start:s.words[last].End]}
	if ref, err := time.Parse(time.DateOnly, d.report.Date); year == 0 && err == nil {
		year = ref.Year()
		if time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).After(ref) {
			year--
		}
	}
	if year > 0 {
		at := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		named.From, named.To = &at, &at
	}
	return named
}

func dayNumber(s string) int {
	if len(s) == 0 || len(s) > 2 {
		return 0
	}
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0
		}
		n = 10*n + int(r-'0')
	}
	if n > 31 {
		return 0
	}
	return n
}
