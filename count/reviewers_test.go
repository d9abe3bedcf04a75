package count_test

import (
	"testing"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/count"
)

// A difference counts where two people say so, however their names are spaced;
// so it is in a fresh count and in a session.
func TestADifferenceNeedsTwoPeople(t *testing.T) {
	tests := []struct {
		name string
		by   []string
		want int64
	}{
		{"nobody", nil, 4},
		{"one", []string{"m"}, 4},
		{"one twice", []string{"m", "m"}, 4},
		{"one with a space", []string{"m", "m "}, 4},
		{"one and a space", []string{"m", " "}, 4},
		{"two", []string{"m", " k"}, 7},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ev := atleast.Evidence{Sightings: []atleast.Sighting{
				{ID: "a", Low: 3, Status: atleast.Verified}, {ID: "b", Low: 4, Status: atleast.Verified},
			}}
			s, err := count.Open(ev, count.Options{})
			if err != nil {
				t.Fatal(err)
			}
			v := atleast.PairVerdict{A: "a", B: "b", Is: atleast.Different, By: tt.by}
			if got, err := s.Add(v); err != nil || *got != tt.want {
				t.Errorf("the session says %s (%v), want %d", show(got), err, tt.want)
			}
			ev.Verdicts = []atleast.PairVerdict{v}
			if got := mustCount(t, ev).Floor; *got != tt.want {
				t.Errorf("a count says %s, want %d", show(got), tt.want)
			}
		})
	}
}
