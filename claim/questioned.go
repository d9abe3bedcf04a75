package claim

import "strings"

// questioned reads who spoke from the sentence after a quotation that ends with a
// question or an outcry: “Who would have believed it?” Roe said, looking up. The
// words before the verb must be all there is to name the source.
func (d *document) questioned(s *sentence, cueFirst, cueLast int) (said span, ok bool) {
	if cueFirst == 0 || cueFirst > 14 || s.finiteBetween(0, cueFirst) || !s.startsName(0) {
		return span{}, false
	}
	for _, w := range s.words[:cueFirst] {
		if isQuote(w.Text) || w.Text == ":" {
			return span{}, false
		}
	}
	if cueLast+1 < len(s.words) && !s.frameCloses(cueLast+1) {
		return span{}, false
	}
	before := strings.TrimRight(d.text[d.paragraphs[s.paragraph].from:s.from], " \u00a0")
	end := d.paragraphs[s.paragraph].from + len(before)
	if before == "" {
		return span{}, false
	}
	q, quoted := d.quoteAt(end - 1)
	if !quoted || q.to != end || !strings.ContainsAny(lastFew(before), "?!") {
		return span{}, false
	}
	return q, true
}

// frameCloses reports whether nothing that is said can begin at word i.
func (s *sentence) frameCloses(i int) bool {
	w := s.words[i]
	return w.Text == "." || w.Text == "," || w.Tag == "RB" || notNames[w.Low] || w.Tag == "IN" && w.Low != "that" && w.Low != "if" && w.Low != "whether"
}

// lastFew is the end of s that a stop and its closing marks can take.
func lastFew(s string) string { return s[max(0, len(s)-4):] }
