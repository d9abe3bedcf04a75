package corroborate

import (
	"cmp"
	"strings"

	"github.com/atleast-desk/atleast"
)

// ScopeOf returns the scope of a claim that states a quantity.
func ScopeOf(c atleast.Claim) Scope {
	s := Scope{Extent: extentOf(around(c, extentReach))}
	if c.Quantity != nil {
		n := nounOf(c.Quantity.What)
		s.Noun, s.Side, s.Unit = n.class, n.side, c.Quantity.Unit
		s.Event = eventOf(c, n)
		if s.Noun == "prisoner" && (s.Event == "" || s.Event == "capture" || s.Event == "take") {
			s.Event, s.Noun = "capture", "person" // it is the capture that makes them prisoners
		}
		if lives[s.Noun] && s.Event == "kill" {
			s.Noun = "person"
		}
	}
	if c.Place != nil && saidOfNumber(c, c.Place.Text) {
		s.Place = c.Place.Text
	}
	if c.Time != nil && saidOfNumber(c, c.Time.Text) {
		s.From, s.To = day(c.Time.From), day(c.Time.To)
	}
	if s.Extent == "" && s.From != "" && s.To == "" {
		s.Extent = Total
	}
	return s
}

// eventOf returns what happened to the n that a claim counts: the act of its
// event; where that is none that is known to be done to anybody, the act that
// the noun states, or an idiom, or a word near the number ("is panicking after
// the surrender of at least 100").
func eventOf(c atleast.Claim, n noun) string {
	act := actOf(c.Event)
	if _, known := acts[act]; known || c.Quantity.Unit != "" {
		return cmp.Or(act, n.act)
	}
	if n.act != "" {
		return n.act
	}
	if counts(act, *c.Quantity) {
		act = ""
	}
	if told := idiomNear(around(c, idiomReach)); told != "" && n.tells(act) && n.suffers(told) {
		return told
	}
	if near := actNear(c.Quote, c.Quantity.Start-c.Start); near != "" && n.suffers(near) {
		return near
	}
	return act
}

// counts reports whether a lemma is that of a word for what is counted, or for
// the number, and none for what happened: "armoured" vehicles.
func counts(lemma string, q atleast.Quantity) bool {
	for _, w := range tokens(q.Text + " " + q.What) {
		if len(lemma) >= 4 && strings.HasPrefix(w, lemma) {
			return true
		}
	}
	return false
}

// lives are counted for those who lose them.
var lives = words("live life death body soul")

func day(d *string) string {
	if d == nil {
		return ""
	}
	return *d
}

// How far from its number, in bytes, a claim says whether it speaks of a part,
// and where and when. What stands farther off belongs to something else: "102
// in one day, the most since the invasion of Ukraine in February 2022".
const (
	extentReach = 60
	scopeReach  = 100
)

// around returns the words of a claim so many bytes around its number.
func around(c atleast.Claim, reach int) string {
	if !placed(c) {
		return c.Quote
	}
	from, to := c.Quantity.Start-c.Start-reach, c.Quantity.End-c.Start+reach
	return c.Quote[max(0, from):min(len(c.Quote), to)]
}

// saidOfNumber reports whether words of a claim stand near enough to its number
// to be said of it, or stand outside its quote, as a dateline does.
func saidOfNumber(c atleast.Claim, words string) bool {
	if !placed(c) || !strings.Contains(c.Quote, words) {
		return true
	}
	from, to := c.Quantity.Start-c.Start-scopeReach-len(words), c.Quantity.End-c.Start+scopeReach+len(words)
	return strings.Contains(c.Quote[max(0, from):min(len(c.Quote), to)], words)
}

// placed reports whether the number's place in the quote is known.
func placed(c atleast.Claim) bool {
	return c.Quantity != nil && c.Quantity.Start >= c.Start && c.Quantity.End > c.Quantity.Start && c.Quantity.End <= c.Start+len(c.Quote)
}

var (
	partWords  = []string{"in one go", "in one day", "in a single", "single group", "one group", "in a day", "at once", "at one time", "in a group", "largest group", "large group"}
	totalWords = []string{"total", "in all", "altogether", "so far", "overall", "to date", "since ", "toll", "cumulative"}
)

// extentOf reads from a claim's words whether it speaks of a part or of all.
func extentOf(quote string) Extent {
	quote = strings.ToLower(quote)
	for _, phrase := range partWords {
		if strings.Contains(quote, phrase) {
			return Part
		}
	}
	for _, phrase := range totalWords {
		if strings.Contains(quote, phrase) {
			return Total
		}
	}
	return ""
}
