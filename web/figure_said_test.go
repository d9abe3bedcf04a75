package web

import (
	"net/http"
	"strings"
	"testing"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/corroborate"
)

// Beside what the machine tied stands who tied or parted it otherwise, and why;
// what contradicts itself is shown in full.
func TestFigureShowsWhoSaidWhat(t *testing.T) {
	desk, pages := serve(t)
	said := corroborate.Judged{ID: "v9", On: atleast.OnOrigins, A: "c1", B: "c2", Is: atleast.Different, Why: "two <men> of one name", By: "o.k"}
	aside := corroborate.Judged{ID: "v8", On: atleast.OnClaims, A: "c1", B: "c3", Is: atleast.Same, Why: "one count", By: "m.r", Aside: true}
	f := &desk.figures[0]
	f.Carriers[0].Said = []corroborate.Judged{said, aside}
	f.Clashes = []corroborate.Clash{{Verdicts: []corroborate.Judged{aside}}}
	f.Origins = append(f.Origins, corroborate.Origin{Name: "Ada Brunn", Kind: corroborate.Witness})
	f.Apart = append(f.Apart, corroborate.Apart{A: 0, B: 1, Why: "judged to be two origins", By: []string{"o.k"}})
	f.ApartSets = []corroborate.ApartSet{{Each: []int{0, 1}, Why: "two people"}}
	w := get(t, pages, "/case/kursk/figures/"+f.ID)
	if w.Code != http.StatusOK {
		t.Fatalf("status %d:\n%s", w.Code, w.Body)
	}
	for _, want := range []string{"o.k: two origins", "two &lt;men&gt; of one name", "set aside, see below", "What people said contradicts itself", "judged to be two origins (o.k)", "2 origins: two people"} {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("the page does not say %q:\n%s", want, w.Body)
		}
	}
}
