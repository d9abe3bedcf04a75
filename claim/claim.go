// Package claim reads reports: who says what, how many, where and when.
//
// Extract turns the bytes of a file into a Report; Read and Each turn a Report into
// claims. All are pure: the same bytes give the same claims, always. What cannot
// be decided is left empty.
package claim

import (
	"iter"
	"slices"
	"sort"

	"github.com/atleast-desk/atleast"
)

// Report is the text of one published piece.
type Report struct {
	Name      string   // of the file it came from
	Text      string   // UTF-8; all offsets of claims count its bytes
	Date      string   // the day it was published, "2024-08-15", or ""
	Outlet    string   // who published it, as the page names it, or ""
	Lang      string   // the language of the piece, "en", "uk" or "ru"; "" to detect it by paragraph
	Via       []string // who published it before, where the whole piece is passed on, the first one first
	Author    string   // who speaks where the piece speaks in its own voice, if not its outlet: the member of a group that a message is by
	Forwarder string   // the member of a group who passed the piece on, the last of Via; or ""
	Caveat    string   // what its reader should know of how the text was taken, or ""
}

// Read lists the claims of a report in the order in which they stand: one for
// every quantity, and one for every statement that holds none.
func Read(r Report) []atleast.Claim { return slices.Collect(Each(r)) }

// Each gives the claims that Read lists one by one. However long the report, what
// it holds besides the text does not grow with it, but for the names in it.
func Each(r Report) iter.Seq[atleast.Claim] {
	return func(yield func(atleast.Claim) bool) { begin(r).claims(yield) }
}

// claims lists those of one passage, relays from elsewhere left out.
func (d *document) claims(names *names) []atleast.Claim {
	said := d.attributions()
	when := d.times()
	var out []atleast.Claim
	held := map[*attribution]bool{}
	for _, q := range d.quantities() {
		by := holder(said, q.End)
		if by != nil {
			held[by] = true
		}
		out = append(out, d.claim(by, &q, names))
	}
	for _, a := range said {
		if !held[a] && (a.content() != span{}) {
			out = append(out, d.claim(a, nil, names))
		}
	}
	for i := range out {
		d.situate(&out[i], when)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

// situate fills in what happened, where and when.
func (d *document) situate(c *atleast.Claim, when times) {
	at := -1
	if c.Quantity != nil {
		at = c.Quantity.Start
	}
	s := d.sentenceAt(max(c.Start, at))
	c.Time = when.within(d.text, s.fromDateline(c.Start), c.End, at)
	if s == nil {
		return
	}
	if lang := d.paragraphs[d.paragraphAt(s.from)].lang; lang != "en" {
		d.slavicSituate(c, s, lang)
		return
	}
	c.Event = s.eventWithin(c.Start, c.End, at)
	c.Place = d.placeWithin(s, c.Start, c.End)
}

// holder returns the attribution whose content holds the end of a quantity; its
// bound may stand before: "accused of taking at least | two". said is in the order
// of the text, and few contents overlap.
func holder(said []*attribution, end int) *attribution {
	after := sort.Search(len(said), func(i int) bool { return said[i].content().from >= end })
	for i := after - 1; i >= 0 && i >= after-nearby; i-- {
		for _, s := range said[i].contents {
			if s.from < end && end <= s.to {
				return said[i]
			}
		}
	}
	return nil
}

// nearby is how many attributions before a place can reach over it.
const nearby = 12
