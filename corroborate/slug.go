package corroborate

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/atleast-desk/atleast"
)

// nameFigures gives each figure an ID made of what it counts, its number and
// what else tells it apart from the others: "capture-soldier-102".
func nameFigures(figures []Figure) {
	for i := range figures {
		figures[i].ID = slug(figures[i])
	}
	slices.SortStableFunc(figures, func(a, b Figure) int {
		return cmp.Or(
			cmp.Compare(a.ID, b.ID),
			cmp.Compare(len(b.Carriers), len(a.Carriers)),
			cmp.Compare(a.Carriers[0].Report, b.Carriers[0].Report),
			cmp.Compare(a.Carriers[0].Claim, b.Carriers[0].Claim),
		)
	})
	taken := map[string]int{}
	for i := range figures {
		id := figures[i].ID
		if taken[id]++; taken[id] > 1 {
			figures[i].ID += "-" + strconv.Itoa(taken[id])
		}
	}
}

// slug spells a figure in lower-case letters, digits and hyphens.
func slug(f Figure) string {
	n := strconv.FormatFloat(number(f.Quantity), 'f', -1, 64)
	if f.Quantity.Bound != atleast.Exact {
		n = strings.ReplaceAll(string(f.Quantity.Bound), "_", "-") + "-" + n
	}
	parts := []string{f.Scope.Event, cmp.Or(f.Scope.Noun, f.Scope.Unit), n, placeOf(f.Scope.Place).head, f.Scope.From}
	var kept []string
	for _, p := range parts {
		if p = strings.Map(plain, strings.ToLower(p)); p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, "-")
}

// plain keeps what may stand in an address.
func plain(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '-':
		return r
	case r == ' ', r == '.', r == '/':
		return '-'
	}
	return -1
}
