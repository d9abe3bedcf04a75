package claim

import (
	"strings"
	"testing"
)

// Who says that twelve drowned, and through whom.
func TestCited(t *testing.T) {
	for text, want := range map[string]string{
		"The Unity Party put the toll at 12, citing hospital sources.":                      "hospital sources via Unity Party",
		"At least 12 drowned, state television reported, quoting the health minister.":      "the health minister via state television",
		"At least 12 drowned, the Herald reported, citing Lena Orvik, who leads the guard.": "Lena Orvik via Herald",
		"The company said 12 drowned, citing heavy weather.":                                "The company via ",
	} {
		var got []string
		for _, c := range Read(Report{Name: "t.txt", Text: text}) {
			if c.Quantity != nil {
				got = append(got, c.Speaker+" via "+strings.Join(c.Via, ", "))
			}
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s\n got %s\nwant %s", text, strings.Join(got, "; "), want)
		}
	}
}
