package check

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/atleast-desk/atleast"
)

// evidence reads the JSON of evidence whose times are RFC 3339.
func evidence(t *testing.T, text string) atleast.Evidence {
	t.Helper()
	var ev atleast.Evidence
	if err := json.Unmarshal([]byte(text), &ev); err != nil {
		t.Fatal(err)
	}
	return ev
}

func tally(t *testing.T, text string) atleast.Tally {
	t.Helper()
	read, err := ReadTally(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return read
}

// Five groups around a table, each different from its two neighbours: two
// people cannot be everybody, and halves prove it.
const pentagon = `{"sightings":[
	{"id":"a","low":1,"status":"verified"},{"id":"b","low":1,"status":"verified"},
	{"id":"c","low":1,"status":"verified"},{"id":"d","low":1,"status":"verified"},
	{"id":"e","low":1,"status":"verified"}],
	"verdicts":[
	{"a":"a","b":"b","is":"different","by":["m","o"]},{"a":"b","b":"c","is":"different","by":["m","o"]},
	{"a":"c","b":"d","is":"different","by":["m","o"]},{"a":"d","b":"e","is":"different","by":["m","o"]},
	{"a":"e","b":"a","is":"different","by":["m","o"]}]}`

const pentagonTally = `{"floor":3,"ceiling":null,"exact":true,"least_world":3,
	"certificate":{"weights":[{"id":"a","y":"1/2"},{"id":"b","y":"1/2"},{"id":"c","y":"1/2"},{"id":"d","y":"1/2"},{"id":"e","y":"1/2"}],
	"pairs":[{"a":"a","b":"b","because":"verdict"}]},
	"world":[{"people":1,"seen_in":["a","c"]},{"people":1,"seen_in":["b","d"]},{"people":1,"seen_in":["e"]}],
	"rests_on":[{"sighting":"a","floor_without":2},{"verdict":["a","b"],"floor_without":2}]}`

// A whole of four people, three parts of which are different and a fourth that
// is different from one: 2+2 fit, and the high of the whole keeps it at four.
const whole = `{"sightings":[
	{"id":"w","low":0,"high":4,"status":"verified"},{"id":"p","low":2,"status":"verified"},
	{"id":"q","low":2,"status":"verified"},{"id":"x","low":1,"high":1,"status":"verified"}],
	"verdicts":[{"a":"p","b":"w","is":"within"},{"a":"q","b":"w","is":"within"},
	{"a":"p","b":"q","is":"different","by":["m","o"]},{"a":"x","b":"w","is":"different","by":["m","o"]}]}`

const wholeTally = `{"floor":5,"ceiling":5,"exact":true,"least_world":5,
	"certificate":{"weights":[{"id":"p","y":"1"},{"id":"q","y":"1"},{"id":"x","y":"1"}],"pairs":[]},
	"world":[{"people":2,"seen_in":["w","p"]},{"people":2,"seen_in":["q","w"]},{"people":1,"seen_in":["x"]}]}`

// At least two, and one seen in both p and q: the tree says so in two leaves.
const pair = `{"sightings":[{"id":"p","low":2,"high":3,"status":"verified"},{"id":"q","low":2,"status":"verified"}]}`

const pairTally = `{"floor":2,"ceiling":null,"exact":true,"least_world":2,
	"certificate":{"weights":[],"pairs":[],"parts":[{"tree":{"split":{"a":"p","b":"q","k":1},
		"at_most":{"weights":[{"id":"p","y":"1"},{"id":"q","y":"1"}],"terms":["1"]},
		"at_least":{"terms":["1"]}}}]},
	"world":[{"people":2,"seen_in":["p","q"]}]}`

const clash = `{"sightings":[{"id":"s","low":2,"status":"verified"},{"id":"t","low":0,"high":5,"status":"verified"},{"id":"u","low":1,"high":1,"status":"verified"}],
	"verdicts":[{"a":"s","b":"t","is":"within"},{"a":"t","b":"u","is":"same"}]}`

const clashTally = `{"floor":null,"ceiling":null,"exact":false,"least_world":null,
	"contradictions":[{"verdicts":[["s","t"],["t","u"]],"sightings":["s","u"]}]}`

func TestTally(t *testing.T) {
	for _, test := range []struct {
		name, evidence, tally string
		from, to              string // a change to the tally
		options               Options
		want                  string // part of the error; none where the tally holds
	}{
		{name: "pentagon", evidence: pentagon, tally: pentagonTally},
		{name: "floor too high", evidence: pentagon, tally: pentagonTally, from: `"floor":3`, to: `"floor":4`, want: "floor: 4 is printed, but the certificate proves 3"},
		{name: "floor too low", evidence: pentagon, tally: pentagonTally, from: `"floor":3`, to: `"floor":2`, want: "floor: 2"},
		{name: "weight too high", evidence: pentagon, tally: pentagonTally, from: `"id":"a","y":"1/2"`, to: `"id":"a","y":"2/3"`, want: "would weigh more than 6/6"},
		{name: "unknown weight", evidence: pentagon, tally: pentagonTally, from: `"id":"a","y"`, to: `"id":"z","y"`, want: `certificate.weights[0]: "z"`},
		{name: "no fraction", evidence: pentagon, tally: pentagonTally, from: `"1/2"`, to: `"0.5"`, want: "certificate.weights[0]"},
		{name: "z in place of y", evidence: pentagon, tally: pentagonTally, from: `"id":"a","y":"1/2"`, to: `"id":"a","z":"1/2"`, want: "certificate proves 2"},
		{name: "false reason", evidence: pentagon, tally: pentagonTally, from: `"b":"b","because":"verdict"`, to: `"b":"b","because":"kind"`, want: "certificate.pairs[0]"},
		{name: "pair not different", evidence: pentagon, tally: pentagonTally, from: `"b":"b","because"`, to: `"b":"c","because"`, want: "certificate.pairs[0]"},
		{name: "not exact", evidence: pentagon, tally: pentagonTally, from: `"exact":true`, to: `"exact":false`, want: "exact:"},
		{name: "ceiling invented", evidence: pentagon, tally: pentagonTally, from: `"ceiling":null`, to: `"ceiling":9`, want: "ceiling:"},
		{name: "world with neighbours", evidence: pentagon, tally: pentagonTally, from: `["a","c"]`, to: `["a","c","b"]`, want: `"a" and "b" are different`},
		{name: "world too small", evidence: pentagon, tally: pentagonTally, from: `["e"]`, to: `["d"]`, want: `"e" shows 0`},
		{name: "support that rises", evidence: pentagon, tally: pentagonTally, from: `"floor_without":2`, to: `"floor_without":4`, want: "rests_on[0]"},
		{name: "verdict nobody gave", evidence: pentagon, tally: pentagonTally, from: `["a","b"],"floor`, to: `["a","c"],"floor`, want: "rests_on[1]"},
		{name: "one reviewer", evidence: strings.Replace(pentagon, `["m","o"]`, `["m","m "]`, 1), tally: pentagonTally, want: "would weigh more"},
		{name: "one reviewer, and another", evidence: strings.Replace(pentagon, `"by":["m","o"]`, `"by":["m"]},{"a":"b","b":"a","is":"different","by":["o"]`, 1), tally: pentagonTally},
		{name: "one reviewer allowed", evidence: strings.Replace(pentagon, `["m","o"]`, `["m"]`, 1), tally: pentagonTally, options: Options{SingleReview: true}},
		{name: "unverified", evidence: strings.Replace(pentagon, `"verified"`, `"unverified"`, 1), tally: pentagonTally, want: "weights[0]"},
		{name: "unverified allowed", evidence: strings.Replace(pentagon, `"verified"`, `"unverified"`, 1), tally: pentagonTally, options: Options{Unverified: true}},
		{name: "manipulated", evidence: strings.Replace(pentagon, `"verified"`, `"manipulated"`, 1), tally: pentagonTally, options: Options{Unverified: true}, want: "weights[0]"},

		{name: "whole", evidence: whole, tally: wholeTally},
		{name: "part outside its whole", evidence: whole, tally: wholeTally, from: `["q","w"]`, to: `["q"]`, want: "within"},
		{name: "ceiling too low", evidence: whole, tally: wholeTally, from: `"ceiling":5`, to: `"ceiling":4`, want: "ceiling:"},
		{name: "ceiling too high", evidence: whole, tally: wholeTally, from: `"ceiling":5`, to: `"ceiling":6`, want: "ceiling:"},
		{name: "whole and part weigh two", evidence: whole, tally: wholeTally, from: `[{"id":"p"`, to: `[{"id":"w","y":"1"},{"id":"p"`, want: "would weigh more"},

		{name: "tree", evidence: pair, tally: pairTally},
		{name: "other split", evidence: pair, tally: pairTally, from: `"k":1`, to: `"k":0`, want: "floor: 2"},
		{name: "negative split", evidence: pair, tally: pairTally, from: `"k":1`, to: `"k":-1`, want: "tree.split"},
		{name: "missing term", evidence: pair, tally: pairTally, from: `"terms":["1"]}}`, to: `"terms":[]}}`, want: "at_least.terms"},
		{name: "heavy term", evidence: pair, tally: pairTally, from: `"at_least":{"terms":["1"]`, to: `"at_least":{"terms":["2"]`, want: "at_least: weights"},
		{name: "not impossible", evidence: pair, tally: pairTally, from: `"terms":["1"]}}`, to: `"terms":["1"],"impossible":true}}`, want: "more than 0/1"},

		{name: "clash", evidence: clash, tally: clashTally},
		{name: "half a clash", evidence: clash, tally: clashTally, from: `["s","u"]`, to: `["u"]`, want: "a world agrees"},
		{name: "clash without verdict", evidence: clash, tally: clashTally, from: `["s","t"]`, to: `["s","u"]`, want: "no verdict that counts"},
		{name: "contradiction denied", evidence: clash, tally: clashTally, from: `"contradictions":[`, to: `"assumed":[`, want: ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := strings.Replace(test.tally, test.from, test.to, 1)
			if test.name == "contradiction denied" {
				text = `{"floor":null,"ceiling":null,"exact":false,"least_world":null}`
				test.want = "no contradiction is named"
			}
			if test.from != "" && text == test.tally {
				t.Fatalf("the tally does not hold %q", test.from)
			}
			err := Tally(evidence(t, test.evidence), test.options, tally(t, text))
			if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
}

func TestBadEvidence(t *testing.T) {
	for name, text := range map[string]string{
		"twins":        `{"sightings":[{"id":"a","status":"verified"},{"id":"a","status":"verified"}]}`,
		"low above":    `{"sightings":[{"id":"a","low":2,"high":1,"status":"verified"}]}`,
		"negative low": `{"sightings":[{"id":"a","low":-1,"status":"verified"}]}`,
		"no globe":     `{"sightings":[{"id":"a","place":{"lat":91,"lon":0,"radius_m":0},"status":"verified"}]}`,
		"stranger":     `{"sightings":[{"id":"a","status":"verified"}],"verdicts":[{"a":"a","b":"b","is":"same"}]}`,
		"itself":       `{"sightings":[{"id":"a","status":"verified"}],"verdicts":[{"a":"a","b":"a","is":"same"}]}`,
		"judgement":    `{"sightings":[{"id":"a","status":"verified"},{"id":"b","status":"verified"}],"verdicts":[{"a":"a","b":"b","is":"wrong"}]}`,
		"one kind":     `{"sightings":[],"exclusive":[["tank","tank"]]}`,
		"speed":        `{"sightings":[],"speed_kmh":-5}`,
	} {
		if err := Tally(evidence(t, text), Options{}, atleast.Tally{}); err == nil || !strings.HasPrefix(err.Error(), "evidence: ") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

// A certificate whose search would take too long is refused as such.
func TestBudget(t *testing.T) {
	s := search{weight: make([]int64, 4), near: make([][]uint64, 4), forced: make([][]int, 4), steps: new(int)}
	for i := range s.near {
		s.weight[i], s.near[i] = 1, []uint64{15 &^ (1 << i)}
	}
	if _, err := s.exceeds(3); !errors.Is(err, ErrBudget) {
		t.Errorf("got %v, want %v", err, ErrBudget)
	}
}
