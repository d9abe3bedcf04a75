package claim

import "sort"

// addQuotes gives direct speech that has no cue of its own to the one who is
// already speaking: further quotations in the paragraph of an attribution, and
// paragraphs that continue a quotation.
func (d *document) addQuotes(all []*attribution) {
	taken := 0
	by := map[int]*attribution{} // the last attribution of direct speech in each paragraph
	for _, q := range d.quotes {
		p := d.paragraphAt(q.from)
		for taken < len(all) && all[taken].content().from <= q.from {
			a := all[taken]
			if now := by[a.sentence.paragraph]; now == nil && a.head >= 0 && !a.doubted || d.direct(a) || now != nil && !d.direct(now) || !a.remarks() {
				by[a.sentence.paragraph] = a
			}
			taken++
		}
		speaker := by[p]
		if speaker == nil && p > 0 && q == d.trimmed(p) {
			speaker = by[p-1]
			by[p] = speaker
		}
		if speaker == nil || covered(all, q) || !d.standsAlone(q) {
			continue
		}
		if last := speaker.content(); last.to < q.from {
			speaker.contents = append(speaker.contents, q)
			speaker.why = append(speaker.why, "quotation continued")
		}
	}
}

// direct reports whether somebody's own words begin what is said: they go on to
// speak even where a remark on what they meant stands in between.
func (d *document) direct(a *attribution) bool {
	q, ok := d.quoteAt(a.content().from)
	return ok && q.to-a.content().from > 1 && can(a.lemma, speech)
}

// remarks reports whether a frame is a participle or noun, a remark on who speaks
// already: "…,” Roe said, referring to the mayor."
func (a *attribution) remarks() bool {
	return a.verb >= 0 && !finiteTag(a.sentence.words[a.verb].Tag)
}

// covered reports whether an attribution, in the order of the text, holds some of q.
func covered(all []*attribution, q span) bool {
	after := sort.Search(len(all), func(i int) bool { return all[i].content().from >= q.to })
	for i := after - 1; i >= 0 && i >= after-nearby; i-- {
		for _, c := range all[i].contents {
			if c.from < q.to && q.from < c.to {
				return true
			}
		}
	}
	return false
}

// standsAlone reports whether a quotation begins where a sentence does.
func (d *document) standsAlone(q span) bool {
	for _, s := range d.paragraphs[d.paragraphAt(q.from)].sentences {
		if s.from == q.from {
			return true
		}
	}
	return false
}

func (d *document) paragraphAt(at int) int {
	lo, hi := 0, len(d.paragraphs)-1
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if d.paragraphs[mid].from <= at {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return lo
}
