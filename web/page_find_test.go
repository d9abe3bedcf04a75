package web

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/atleast-desk/atleast"
)

func TestFind(t *testing.T) {
	desk, pages := serve(t)
	body := get(t, pages, "/case/kursk/find?words=%D1%81%D1%83%D0%B4%D0%B6%D0%B0").Body.String()
	for _, want := range []string{
		`<a href="/case/kursk/items/` + desk.items[1].Digest.String() + `">street.png</a>`,
		`<mark>Суджа</mark> &lt;102&gt;`, "In text on the screen", `value="суджа"`, "1 item with",
	} {
		if !strings.Contains(body, want) {
			t.Errorf("does not say %q:\n%s", want, body)
		}
	}
}

func TestRuns(t *testing.T) {
	for name, c := range map[string]struct {
		snippet atleast.Snippet
		want    []run
	}{
		"no mark":          {atleast.Snippet{Text: "abc"}, []run{{"abc", false}}},
		"in the middle":    {atleast.Snippet{Text: "abc", Marks: [][2]int{{1, 2}}}, []run{{"a", false}, {"b", true}, {"c", false}}},
		"two":              {atleast.Snippet{Text: "abc", Marks: [][2]int{{0, 1}, {2, 3}}}, []run{{"", false}, {"a", true}, {"b", false}, {"c", true}, {"", false}}},
		"behind the end":   {atleast.Snippet{Text: "abc", Marks: [][2]int{{1, 4}}}, []run{{"abc", false}}},
		"backwards":        {atleast.Snippet{Text: "abc", Marks: [][2]int{{2, 1}}}, []run{{"abc", false}}},
		"one upon another": {atleast.Snippet{Text: "abc", Marks: [][2]int{{0, 2}, {1, 3}}}, []run{{"", false}, {"ab", true}, {"c", false}}},
	} {
		if diff := cmp.Diff(c.want, runs(c.snippet)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
