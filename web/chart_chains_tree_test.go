package web

import (
	"slices"
	"testing"
)

// Everyone stands below whoever they took the figure from, also who took it from
// two, and a ring comes to an end.
func TestTree(t *testing.T) {
	for name, test := range map[string]struct {
		chains chains
		want   []treeLine
	}{
		"a chain":    {chains{Links: []link{{"paper", "agency"}, {"agency", "office"}}}, []treeLine{{"office", -1, 0}, {"agency", 0, 1}, {"paper", 1, 2}}},
		"two behind": {chains{Links: []link{{"paper", "one"}, {"reader", "paper"}, {"paper", "two"}}}, []treeLine{{"one", -1, 0}, {"paper", 0, 1}, {"reader", 1, 2}, {"two", -1, 0}, {"paper", 3, 1}}},
		"a ring":     {chains{Links: []link{{"a", "b"}, {"b", "a"}}}, []treeLine{{"a", -1, 0}, {"b", 0, 1}, {"a", 1, 2}}},
		"alone":      {chains{Alone: []string{"paper"}}, []treeLine{{"paper", -1, 0}}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := test.chains.tree(); !slices.Equal(got, test.want) {
				t.Errorf("%v, want %v", got, test.want)
			}
		})
	}
}
