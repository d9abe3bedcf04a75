package web

import (
	"slices"
	"unicode/utf8"

	"github.com/atleast-desk/atleast"
)

// longestText is how many bytes of a report one page shows.
const longestText = 256 << 10

// markedText is a report's text in pieces, with the claims that cover each.
type markedText struct {
	Pieces []piece
	Cut    int // bytes that the page leaves out
}

// piece is a run of text. Claims are the numbers, from 1, of the claims that
// cover all of it; Begins are those that begin with it.
type piece struct {
	Text   string
	Claims []int
	Begins []int
	Figure bool // the words of a quantity
}

// Class is how a covered piece is drawn.
func (p piece) Class() string {
	switch {
	case p.Figure:
		return "figure"
	case len(p.Claims) > 1:
		return "nested"
	}
	return ""
}

// markText cuts the text wherever a claim or its quantity begins or ends, so
// that claims within claims are marked without crossing elements.
func markText(text string, claims []atleast.ReadClaim) markedText {
	marked := markedText{}
	if len(text) > longestText {
		end := longestText
		for end > 0 && !utf8.RuneStart(text[end]) {
			end--
		}
		marked.Cut, text = len(text)-end, text[:end]
	}
	for cuts := cutsOf(len(text), claims); len(cuts) > 1; cuts = cuts[1:] {
		from, to := cuts[0], cuts[1]
		p := piece{Text: text[from:to]}
		for i, c := range claims {
			if c.Start <= from && to <= c.End {
				p.Claims = append(p.Claims, i+1)
			}
			if c.Start == from && from < c.End {
				p.Begins = append(p.Begins, i+1)
			}
			if q := c.Quantity; q != nil && q.Start <= from && to <= q.End {
				p.Figure = true
			}
		}
		marked.Pieces = append(marked.Pieces, p)
	}
	return marked
}

// cutsOf returns, in order and once each, every offset within size where
// something begins or ends.
func cutsOf(size int, claims []atleast.ReadClaim) []int {
	cuts := []int{0, size}
	for _, c := range claims {
		cuts = append(cuts, c.Start, c.End)
		if c.Quantity != nil {
			cuts = append(cuts, c.Quantity.Start, c.Quantity.End)
		}
	}
	cuts = slices.DeleteFunc(cuts, func(at int) bool { return at < 0 || at > size })
	slices.Sort(cuts)
	return slices.Compact(cuts)
}
