package claim

import (
	"strings"

	"github.com/atleast-desk/atleast"
)

// claim puts together what is known of one statement or quantity. by is nil
// where the report speaks in its own voice.
func (d *document) claim(by *attribution, q *atleast.Quantity, n *names) atleast.Claim {
	c := atleast.Claim{Report: d.report.Name, Quantity: q, Stance: atleast.Asserted, SpeakerKind: atleast.OwnVoice, Via: []string{}, Hedges: []string{}, Why: []string{}}
	if by == nil {
		d.ownVoice(&c)
		return c
	}
	where := by.content()
	c.Start, c.End = d.statement(where)
	if q != nil && (q.Start < c.Start || q.End > c.End) {
		c.Start, c.End = min(q.Start, c.Start), max(q.End, c.End)
	}
	c.Quote = d.text[c.Start:c.End]
	c.Why = append(c.Why, by.why...)
	if by.own {
		return c
	}
	c.Speaker, c.SpeakerKind = d.speaker(by, n)
	c.Cue = d.text[by.cue.from:by.cue.to]
	c.Stance = by.stance
	c.Hedges = append(c.Hedges, by.hedges...)
	c.Spans = atleast.Spans{Source: by.source.pair(), Cue: by.cue.pair(), Content: where.pair()}
	c.Via = append(c.Via, d.relays(by, n)...)
	d.passOn(&c, by, n)
	d.throughOutlet(&c, by, n)
	return c
}

// ownVoice gives a quantity that nobody is said to have stated the clause it stands in.
func (d *document) ownVoice(c *atleast.Claim) {
	c.Start, c.End = c.Quantity.Start, c.Quantity.End
	for _, s := range d.paragraphs[d.paragraphAt(c.Start)].sentences {
		if s.from <= c.Start && c.End <= s.to {
			c.Start, c.End = s.from, s.to
			break
		}
	}
	c.Quote = d.text[c.Start:c.End]
	c.Why = append(c.Why, "own voice")
}

// statement leaves out the "that" before what is said, and the quotation marks around it.
func (d *document) statement(s span) (from, to int) {
	text := d.text[s.from:s.to]
	rest := text
	for _, word := range []string{"that ", "що ", "что "} {
		rest = strings.TrimPrefix(rest, word)
	}
	return s.to - len(rest), s.to
}
