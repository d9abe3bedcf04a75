package web

import (
	"html"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/corroborate"
)

// overruled is the form for claim c1 as a page gives it, before anything is
// changed in it.
func overruled() url.Values {
	return url.Values{"on": {"claim"}, "a": {"c1"}, "is": {"instead"}, "speaker": {"Ukrainian authorities"}, "speaker_kind": {"group"}, "via": {""},
		"bound": {"exact"}, "low": {"102"}, "high": {""}, "what": {"soldiers"}, "why": {"the second sentence"}, "by": {"o.k"}}
}

// Only what a person changed in the form becomes a correction.
func TestOverruleClaim(t *testing.T) {
	for name, test := range map[string]struct {
		change url.Values
		right  func(atleast.Correction) bool
	}{
		"speaker": {url.Values{"speaker": {"Ada Brunn"}, "speaker_kind": {"named"}}, func(c atleast.Correction) bool {
			return *c.Speaker == "Ada Brunn" && c.Kind == atleast.Named && c.Via == nil && c.Quantity == nil
		}},
		"own voice": {url.Values{"speaker": {""}, "speaker_kind": {"own_voice"}}, func(c atleast.Correction) bool { return *c.Speaker == "" && c.Kind == atleast.OwnVoice }},
		"via": {url.Values{"via": {"Ukrainska Pravda\r\n\r\n A Wire "}}, func(c atleast.Correction) bool {
			return slices.Equal(*c.Via, []string{"Ukrainska Pravda", "A Wire"}) && c.Speaker == nil
		}},
		"number": {url.Values{"low": {"1,020"}}, func(c atleast.Correction) bool {
			return *c.Quantity.Low == 1020 && *c.Quantity.High == 1020 && c.Quantity.Start == 43 && c.Speaker == nil
		}},
		"bound": {url.Values{"bound": {"at_most"}, "low": {"102"}}, func(c atleast.Correction) bool { return c.Quantity.Low == nil && *c.Quantity.High == 102 }},
		"range": {url.Values{"bound": {"range"}, "high": {"120"}}, func(c atleast.Correction) bool { return *c.Quantity.Low == 102 && *c.Quantity.High == 120 }},
		"noun": {url.Values{"what": {"conscripts"}}, func(c atleast.Correction) bool {
			return c.Quantity.What == "conscripts" && c.Quantity.Bound == atleast.Exact
		}},
	} {
		t.Run(name, func(t *testing.T) {
			desk, pages := serve(t)
			values := overruled()
			for field, value := range test.change {
				values[field] = value
			}
			w := post(t, pages, "/case/kursk/verdicts", values)
			if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/case/kursk/claims/c1" {
				t.Fatalf("status %d to %q:\n%s", w.Code, w.Header().Get("Location"), w.Body)
			}
			v := desk.verdicts[3]
			if v.Is != atleast.Wrong || v.Instead == nil || !test.right(*v.Instead) {
				t.Fatalf("recorded %+v, instead %+v", v, v.Instead)
			}
			page := get(t, pages, "/case/kursk/claims/c1").Body.String()
			if !strings.Contains(page, "Instead: "+correctionWords(*v.Instead)) || !strings.Contains(page, "1 person: o.k") {
				t.Errorf("the page does not say who reads it how:\n%s", page)
			}
		})
	}
}

func TestOverruleRefused(t *testing.T) {
	for want, change := range map[string]url.Values{
		"This is what the machine read":   {},
		"Say which number":                {"low": {""}},
		"is not a number of zero or more": {"low": {"-3"}},
		"low, 102, is above high, 50":     {"bound": {"range"}, "high": {"50"}},
		"is none that a report":           {"bound": {"nearly"}},
		"want named, group, unnamed or":   {"speaker_kind": {"oracle"}, "speaker": {"x"}},
		"Choose what you conclude":        {"is": {""}},
		`"same" is none of`:               {"is": {"same"}},
		"Write the grounds":               {"why": {""}},
	} {
		desk, pages := serve(t)
		values := overruled()
		for field, value := range change {
			values[field] = value
		}
		w := post(t, pages, "/case/kursk/verdicts", values)
		body := html.UnescapeString(w.Body.String())
		if w.Code != http.StatusUnprocessableEntity || !strings.Contains(body, want) || len(desk.verdicts) != 3 {
			t.Errorf("%v: status %d, %d verdicts; want 422 with %q:\n%s", change, w.Code, len(desk.verdicts), want, body)
		}
	}
}

// Whose word a claim is can be told wherever it stands.
func TestJudgedClaims(t *testing.T) {
	speaker := "Ada Brunn"
	claim := []atleast.ReadClaim{{ID: "c1", Claim: atleast.Claim{Speaker: "Officials"}}}
	say := func(by string, is atleast.Judgement, instead *atleast.Correction) atleast.Verdict {
		return atleast.Verdict{On: atleast.OnClaim, A: "c1", By: by, Is: is, Instead: instead}
	}
	correction := &atleast.Correction{Speaker: &speaker}
	for name, test := range map[string]struct {
		said               []atleast.Verdict
		by                 []string
		corrected, dropped bool
	}{
		"nobody":        {nil, nil, false, false},
		"confirmed":     {[]atleast.Verdict{say("a", "right", nil), say("b", "right", nil)}, []string{"a", "b"}, false, false},
		"corrected":     {[]atleast.Verdict{say("a", "right", nil), say("b", "wrong", correction)}, []string{"b"}, true, false},
		"left out":      {[]atleast.Verdict{say("a", "wrong", correction), say("b", "wrong", nil)}, []string{"b"}, false, true},
		"changed again": {[]atleast.Verdict{say("a", "wrong", correction), say("a", "right", nil)}, []string{"a"}, false, false},
	} {
		got := judgedClaims(claim, test.said)[0]
		if !slices.Equal(got.By, test.by) || got.Corrected() != test.corrected || got.Dropped() != test.dropped || got.Machine.Speaker != "Officials" {
			t.Errorf("%s: by %q, corrected %t, dropped %t", name, got.By, got.Corrected(), got.Dropped())
		}
		if (got.Speaker == speaker) != test.corrected {
			t.Errorf("%s: spoken by %q", name, got.Speaker)
		}
	}
}

func TestJudgeClaimsAndItems(t *testing.T) {
	desk, pages := serve(t)
	a, b := desk.items[1].Digest.String(), desk.items[2].Digest.String()
	for _, test := range []struct {
		values url.Values
		leads  string
	}{
		{url.Values{"on": {"claims"}, "a": {"c1"}, "b": {"other-capture-soldier-102"}, "is": {"different"}}, "/case/kursk/claims/c1"},
		{url.Values{"on": {"origins"}, "a": {"c1"}, "b": {"other-capture-soldier-102"}, "is": {"same"}}, "/case/kursk/claims/c1"},
		{url.Values{"on": {"items"}, "a": {a}, "b": {b}, "is": {"different"}}, "/case/kursk/compare?a=" + a + "&b=" + b},
		{url.Values{"on": {"claim"}, "a": {"c1"}, "is": {"right"}}, "/case/kursk/claims/c1"},
	} {
		test.values.Set("why", "looked at both")
		test.values.Set("by", "o.k")
		if w := post(t, pages, "/case/kursk/verdicts", test.values); w.Header().Get("Location") != test.leads {
			t.Errorf("%v leads to %q (%d), want %q", test.values, w.Header().Get("Location"), w.Code, test.leads)
		}
	}
	if body := get(t, pages, "/case/kursk/claims/c1").Body.String(); !strings.Contains(body, "both go back to one origin") {
		t.Errorf("the claim's page does not say whose origin is its own:\n%s", body)
	}
	for path, want := range map[string]string{
		"/case/kursk/compare?a=" + b[:12] + "&b=street.png":  "different</strong>",
		"/case/kursk/claims/c1":                              "two figures",
		"/case/kursk/claims":                                 "1 person: o.k",
		"/case/kursk/items/" + desk.items[0].Digest.String(): "What people said",
		"/case/kursk/figures/capture-soldier-102":            "confirmed by o.k",
		"/case/kursk/verdicts":                               "/case/kursk/compare?a=",
	} {
		if body := get(t, pages, path).Body.String(); !strings.Contains(body, want) {
			t.Errorf("%s does not say %q:\n%s", path, want, body)
		}
	}
}

// Figures of one origin are joined in the order in which they were said; one
// that takes the place of another says so.
func TestJoins(t *testing.T) {
	said := func(id, origin, day, about string, n float64) corroborate.Figure {
		q := atleast.Quantity{Bound: atleast.Exact, Low: &n, High: &n, What: "soldiers"}
		return corroborate.Figure{ID: id, Quantity: q, Scope: corroborate.Scope{Event: "capture", Noun: "soldier", Place: "Kursk", From: about, To: about},
			Carriers: []corroborate.Carrier{{Published: day, Quantity: q}}, Origins: []corroborate.Origin{{Name: origin, Known: true}}}
	}
	figures := []corroborate.Figure{
		said("first", "Syrskyi", "2024-08-14", "2024-08-14", 100), said("other", "Zelensky", "2024-08-15", "2024-08-15", 120),
		said("second", "Syrskyi", "2024-08-20", "2024-08-20", 300), said("revised", "Syrskyi", "2024-08-16", "2024-08-14", 102),
	}
	want := []join{{"revised", "second", false}, {"first", "revised", true}}
	if got := joinsOf(figures); !slices.Equal(got, want) {
		t.Errorf("joined %v, want %v", got, want)
	}
}

// Whoever may all be among the people of another sighting is named with it.
func TestAmong(t *testing.T) {
	for _, test := range []struct {
		world []atleast.Share
		want  [][2]string
	}{
		{nil, nil},
		{[]atleast.Share{{People: 5, SeenIn: []string{"a"}}, {People: 3, SeenIn: []string{"b"}}}, nil},
		{[]atleast.Share{{People: 3, SeenIn: []string{"b", "a"}}, {People: 5, SeenIn: []string{"a"}}}, [][2]string{{"b", "a"}}},
		{[]atleast.Share{{People: 3, SeenIn: []string{"a", "b"}}}, [][2]string{{"b", "a"}}},
		{[]atleast.Share{{People: 3, SeenIn: []string{"a", "b"}}, {People: 1, SeenIn: []string{"b", "c"}}, {People: 9, SeenIn: []string{"a"}}}, [][2]string{{"c", "b"}}},
	} {
		if got := among(test.world); !slices.Equal(got, test.want) {
			t.Errorf("%v: %v, want %v", test.world, got, test.want)
		}
	}
	people := make([]atleast.Share, pageRows+1)
	for i := range people {
		people[i] = atleast.Share{People: 1, SeenIn: []string{"a"}}
	}
	if drawWorld(people, wideChart) != "" {
		t.Error("a world of too many shares is drawn")
	}
}
