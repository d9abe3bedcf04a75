package web

import (
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// forms are every form of the desk, filled in with something that cannot be
// recorded, and the address that it is sent to.
var forms = map[string]struct {
	to, problem string
	values      url.Values
}{
	"open a case": {"/cases", "unknown time zone", url.Values{"question": {"How <b>many</b>?"}, "what": {`"soldiers"`}, "id": {"x-y"}, "zone": {"Mars/Olympus"},
		"speed_kmh": {"90"}, "exclusive": {"tank truck\ntank bus"}, "notice": {"Practice & play"}, "by": {"o'k"}}},
	"code a sighting": {"/case/kursk/sightings", "fewer than at least 12", url.Values{"footage": {"<i>clip</i>"}, "low": {"12"}, "high": {"3"}, "kind": {"soldier"}, "lat": {"51,2"},
		"lon": {"35.5"}, "radius_m": {"200"}, "from": {"2024-08-14"}, "to": {"2024-08-15"}, "why": {"a <b>\nb"}, "by": {"o'k"}}},
	"verify a sighting": {"/case/kursk/verdicts", "Write the grounds", url.Values{"on": {"sighting"}, "a": {"s1"}, "is": {"verified"}, "why": {" "}, "by": {"<o.k>"}}},
	"judge a pair":      {"/case/kursk/verdicts", "Say who", url.Values{"on": {"pair"}, "a": {"s1"}, "b": {"s2"}, "is": {"contains"}, "why": {"a & b"}, "by": {""}}},
	"overrule a claim": {"/case/kursk/verdicts", "not a number", url.Values{"on": {"claim"}, "a": {"c1"}, "is": {"instead"}, "speaker": {"Ada <Brunn>"}, "speaker_kind": {"named"},
		"via": {"The Herald\nA Wire"}, "bound": {"range"}, "low": {"many"}, "high": {"120"}, "what": {"soldiers"}, "why": {"it says so"}, "by": {"m.r"}}},
	"compare two claims": {"/case/kursk/verdicts", "Choose the claim", url.Values{"on": {"claims"}, "a": {"c1"}, "is": {"same"}, "why": {"one <count>"}, "by": {"m.r"}}},
	"compare origins":    {"/case/kursk/verdicts", "Choose the claim", url.Values{"on": {"origins"}, "a": {"c1"}, "is": {"same"}, "why": {"one <voice>"}, "by": {"m.r"}}},
	"name an assumption": {"/case/kursk/assumptions", "is not a pair", url.Values{"name": {"one <day>"}, "pairs": {"s1 s1\ns2 s3"}, "by": {"m.r"}}},
}

// A form that cannot be recorded comes back with everything that was typed, its
// problem, and a way to it.
func TestFormsKeepWhatWasTyped(t *testing.T) {
	for name, form := range forms {
		t.Run(name, func(t *testing.T) {
			desk, pages := serve(t)
			comesBack(t, post(t, pages, form.to, form.values).Body.String(), form.values, form.problem)
			if len(desk.cases) != 1 || len(desk.sightings) != 4 || len(desk.verdicts) != 3 || len(desk.evidence.Assumptions) != 1 {
				t.Error("something was recorded")
			}
		})
	}
	t.Run("judge two items", func(t *testing.T) {
		desk, pages := serve(t)
		values := url.Values{"on": {"items"}, "a": {desk.items[1].Digest.String()}, "b": {desk.items[2].Digest.String()}, "is": {"same"}, "why": {"one <street>"}, "by": {""}}
		w := post(t, pages, "/case/kursk/verdicts", values)
		if w.Code != http.StatusUnprocessableEntity {
			t.Errorf("status %d", w.Code)
		}
		comesBack(t, w.Body.String(), values, "Say who")
	})
}

func comesBack(t *testing.T, page string, values url.Values, problem string) {
	t.Helper()
	if !strings.Contains(html.UnescapeString(page), problem) || !strings.Contains(page, `role="alert"`) {
		t.Errorf("does not say %q:\n%s", problem, page)
	}
	for field, want := range values {
		if got := valuesOf(page, field); !contained(got, strings.TrimSpace(want[0])) {
			t.Errorf("%s: %q comes back as %q", field, want[0], got)
		}
	}
	for _, link := range regexp.MustCompile(`<li><a href="#([^"]+)"`).FindAllStringSubmatch(page, -1) {
		if !strings.Contains(page, `id="`+link[1]+`"`) {
			t.Errorf("the summary leads to %s, which is not there", link[1])
		}
	}
}

func contained(all []string, one string) bool {
	for _, s := range all {
		if s == one {
			return true
		}
	}
	return false
}

// valuesOf returns what the fields of that name hold: typed, chosen or picked.
func valuesOf(page, field string) (values []string) {
	name := ` name="` + regexp.QuoteMeta(field) + `"`
	for _, pattern := range []string{
		`<input(?: id="[^"]*"| type="hidden")?` + name + `(?: list="[^"]*")? value="([^"]*)"`,
		`<textarea[^>]*` + name + `[^>]*>([^<]*)</textarea>`,
		`<input type="(?:radio|checkbox)"` + name + ` value="([^"]*)"[^>]* checked`,
		`<select[^>]*` + name + `[^>]*>(?:<option value="[^"]*">[^<]*</option>)*<option value="([^"]*)" selected>`,
	} {
		for _, found := range regexp.MustCompile(pattern).FindAllStringSubmatch(page, -1) {
			values = append(values, html.UnescapeString(found[1]))
		}
	}
	return values
}
