package claim

import (
	"slices"
	"strings"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/place"
)

// relays names who passed on what the source said: "told the Financial Times".
func (d *document) relays(a *attribution, n *names) []string {
	s := a.sentence
	if a.who != nil {
		return a.via
	}
	var out []string
	if a.lemma == "tell" && a.verb >= 0 {
		if o := d.outletAfter(s, a.verb, n); o != "" {
			out = append(out, o)
		}
	}
	if o := d.outletInSource(a, n); o != "" {
		out = append(out, o)
	}
	return out
}

// outletAfter returns the outlet that is told: "told the Financial Times".
func (d *document) outletAfter(s *sentence, verb int, n *names) string {
	for i := verb + 1; i < len(s.words) && i < verb+8; i++ {
		w := s.words[i]
		if w.Low == "that" || isPunctuation(w.Text) || isQuote(w.Text) {
			break
		}
		if o := d.outletAt(s, i, n); o != "" {
			return o
		}
		if f, l := s.nameAt(i); l >= f && i == verb+2 && s.words[i-1].Low == "the" && hearsNews(s.textOf(f, l)) {
			return n.outlet(s.textOf(f, l))
		}
	}
	return ""
}

// hearsNews reports whether whoever is "told the Lantern" is an outlet, though its name does not say so: no parliament or
// court, and no place.
func hearsNews(name string) bool {
	low := strings.ToLower(name)
	last := low[strings.LastIndexByte(low, ' ')+1:]
	_, known := place.Lookup(name)
	return !known && !strings.Contains(name, ".") && !bodyNouns[last] && !strings.HasSuffix(last, "s")
}

// outletInSource returns the outlet through whose work the source is heard:
// "soldiers in films that the Herald examined".
func (d *document) outletInSource(a *attribution, n *names) string {
	s := a.sentence
	for i := s.wordAfter(a.source.from); i+1 < len(s.words) && s.words[i].End <= a.source.to; i++ {
		w := s.words[i]
		if w.Low != "by" && w.Low != "with" || i == 0 || !relayWork[s.words[i-1].Low] {
			continue
		}
		for j := i + 1; j < len(s.words) && j <= i+2; j++ {
			if o := d.outletAt(s, j, n); o != "" {
				return o
			}
		}
	}
	return ""
}

// relayWork is what an outlet does with what it did not witness.
var relayWork = wordSet("analyzed analysed seen reviewed obtained interviewed quoted cited verified published contacted reached surveyed interview conversation")

// outletAt returns the outlet that word i begins to name, or "".
func (d *document) outletAt(s *sentence, i int, n *names) string {
	if f, l := s.nameAt(i); l >= f {
		if text := s.textOf(f, l); isOutlet(text) {
			return n.outlet(text)
		}
		return ""
	}
	if outletNouns[s.words[i].Low] {
		return n.lastOutlet(s.words[i].Start)
	}
	return ""
}

// carried is what the claim before leaves to the next: who speaks, through whom,
// and in which paragraph of the report.
type carried struct {
	speaker   string
	via       []string
	paragraph int
}

// carryRelay hands a relay on: who goes on speaking in the next paragraph speaks
// to the same outlet.
func (d *document) carryRelay(last *carried, c *atleast.Claim) {
	if c.Speaker != "" && c.Speaker == last.speaker && len(c.Via) == 0 && len(last.via) > 0 &&
		d.first+d.paragraphAt(c.Start)-last.paragraph <= 1 {
		c.Via = append(c.Via, last.via...)
		c.Why = append(c.Why, "via:carried over")
	}
	*last = carried{c.Speaker, slices.Clone(c.Via), d.first + d.paragraphAt(c.End)}
}

// passedOn adds those who published the whole report before: a forwarded message
// comes by way of the channel that wrote it. What a member of a group writes is the
// member's own word, or comes by way of the member.
func (d *document) passedOn(c atleast.Claim) atleast.Claim {
	if author := d.report.Author; author != "" && c.SpeakerKind == atleast.OwnVoice {
		c.Speaker, c.SpeakerKind = author, atleast.Named
		c.Why = append(c.Why, "author")
	} else if author != "" {
		c = relayed(c, author, "via:author")
	}
	for _, relay := range d.report.Via {
		why := "via:forwarded"
		if relay == d.report.Forwarder {
			why = "via:forwarder"
		}
		c = relayed(c, relay, why)
	}
	return c
}

// relayed adds a relay where it is neither there yet nor the speaker.
func relayed(c atleast.Claim, relay, why string) atleast.Claim {
	if !slices.Contains(c.Via, relay) && c.Speaker != relay {
		c.Via = append(c.Via, relay)
		c.Why = append(c.Why, why)
	}
	return c
}
