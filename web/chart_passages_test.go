package web

import (
	"testing"

	"github.com/atleast-desk/atleast"
)

// The table says of each part what the drawing shows.
func TestPassageWords(t *testing.T) {
	drawn := passagesOf(atleast.Item{Name: "a"}, atleast.Item{Name: "b"}, []atleast.Passage{
		{FromS: 0, ToS: 5, AtS: 12, Speed: 1}, {FromS: 5, ToS: 8, AtS: 10, Speed: -2}, {FromS: 8, ToS: 68, AtS: 0, Speed: 0.998},
	})
	for i, want := range []passageRow{
		{"0:00 to 0:05", "0:12 to 0:17", "forwards"},
		{"0:05 to 0:08", "0:04 to 0:10", "runs backwards, at 2 times the speed"},
		{"0:08 to 1:08", "0:00 to 1:00", "forwards"},
	} {
		if drawn.Rows[i] != want {
			t.Errorf("part %d: %+v, want %+v", i, drawn.Rows[i], want)
		}
	}
	if passagesOf(atleast.Item{}, atleast.Item{}, nil) != nil {
		t.Error("no parts are drawn all the same")
	}
}
