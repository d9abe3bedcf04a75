package web

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/atleast-desk/atleast"
)

// Whatever claims are read, the text comes out whole and in order, and a piece
// carries exactly the claims that cover it.
func TestMarkText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-zäж ]{0,40}`).Draw(t, "text")
		var claims []atleast.ReadClaim
		for range rapid.IntRange(0, 5).Draw(t, "claims") {
			start := rapid.IntRange(0, len(text)).Draw(t, "start")
			end := rapid.IntRange(start, len(text)).Draw(t, "end")
			c := atleast.ReadClaim{Claim: atleast.Claim{Start: start, End: end}}
			if rapid.Bool().Draw(t, "counts") {
				c.Quantity = &atleast.Quantity{Start: start, End: end}
			}
			claims = append(claims, c)
		}
		var whole strings.Builder
		for _, p := range markText(text, claims).Pieces {
			for i, c := range claims {
				from, to := whole.Len(), whole.Len()+len(p.Text)
				if covered := c.Start <= from && to <= c.End; covered != slices.Contains(p.Claims, i+1) {
					t.Fatalf("piece %q at %d: claim %d from %d to %d, marked %v", p.Text, from, i+1, c.Start, c.End, p.Claims)
				}
			}
			whole.WriteString(p.Text)
		}
		if whole.String() != text {
			t.Fatalf("%q came out as %q", text, whole.String())
		}
	})
}

func TestMarkTextCut(t *testing.T) {
	text := strings.Repeat("ж", longestText)
	marked := markText(text, nil)
	if shown := len(marked.Pieces[0].Text); shown+marked.Cut != len(text) || shown > longestText || shown%2 != 0 {
		t.Errorf("%d bytes shown and %d cut of %d", shown, marked.Cut, len(text))
	}
}
