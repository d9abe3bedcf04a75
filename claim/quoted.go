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
			by[all[taken].sentence.paragraph] = all[taken]
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
