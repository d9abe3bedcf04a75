package corroborate

import (
	"testing"

	"github.com/atleast-desk/atleast"
)

func quantity(bound atleast.Bound, low, high float64, what string) atleast.Quantity {
	q := atleast.Quantity{Bound: bound, What: what}
	if low >= 0 {
		q.Low = &low
	}
	if high >= 0 {
		q.High = &high
	}
	return q
}

func TestAgainst(t *testing.T) {
	ofCase := Scope{Event: "capture", Noun: "soldier", Place: "Kursk oblast", From: "2024-08-06", To: "2024-08-14", Extent: Total}
	captured := func(q atleast.Quantity, change func(*Scope)) Figure {
		s := Scope{Event: "capture", Noun: "soldier", Place: "Kursk", From: "2024-08-06"}
		if change != nil {
			change(&s)
		}
		return Figure{Quantity: q, Scope: s}
	}
	floor := int64(101)
	for _, tc := range []struct {
		name   string
		figure Figure
		floor  *int64
		want   Standing
		share  float64
	}{
		{"the floor reaches it", captured(quantity(atleast.AtLeast, 100, -1, ""), nil), &floor, Shown, 1},
		{"a part of it", captured(quantity(atleast.AtLeast, 202, -1, ""), nil), &floor, PartlyShown, 0.5},
		{"more are proven than it allows", captured(quantity(atleast.AtMost, -1, 90, ""), nil), &floor, Contradicted, 1},
		{"an exact one below the floor", captured(quantity(atleast.Exact, 90, 90, ""), nil), &floor, Contradicted, 1},
		{"people hold the soldiers", captured(quantity(atleast.AtMost, -1, 90, ""), func(s *Scope) { s.Noun = "person" }), &floor, Contradicted, 1},
		{"one day of it only", captured(quantity(atleast.Exact, 90, 90, ""), func(s *Scope) { s.From, s.To = "2024-08-14", "2024-08-14" }), &floor, NotShown, 0},
		{"one group of it only", captured(quantity(atleast.Exact, 90, 90, ""), func(s *Scope) { s.From, s.Extent = "", Part }), &floor, NotShown, 0},
		{"another act", captured(quantity(atleast.Exact, 90, 90, ""), func(s *Scope) { s.Event = "hold" }), &floor, NotShown, 0},
		{"another place", captured(quantity(atleast.Exact, 90, 90, ""), func(s *Scope) { s.Place = "Bryansk" }), &floor, NotShown, 0},
		{"a claim without place or time", captured(quantity(atleast.Vague, 100, -1, ""), func(s *Scope) { s.Place, s.From = "", "" }), &floor, Shown, 1},
		{"contradicted evidence", captured(quantity(atleast.AtLeast, 10, -1, ""), nil), nil, NotShown, 0},
		{"nothing filmed", captured(quantity(atleast.AtLeast, 10, -1, ""), nil), new(int64), NotShown, 0},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got := tc.figure.Against(atleast.Tally{Floor: tc.floor}, ofCase)
			if got.Standing != tc.want || got.Share != tc.share {
				t.Errorf("got %+v, want %s with share %v", got, tc.want, tc.share)
			}
			if got.Why == "" {
				t.Error("no reason given")
			}
		})
	}
}

func TestScopeOfCase(t *testing.T) {
	for question, want := range map[string]Scope{
		"How many soldiers were captured in Kursk oblast since 6 August 2024?": {Place: "Kursk oblast", From: "2024-08-06"},
		"Kursk oblast, August 2024: how many soldiers were captured?":          {Place: "Kursk oblast"},
		"How many soldiers were captured in August?":                           {},
	} {
		want.Event, want.Noun, want.Extent = "capture", "soldier", Total
		c := atleast.Case{Question: question, What: "captured soldiers"}
		if got := ScopeOfCase(c, atleast.Evidence{}); got != want {
			t.Errorf("%s\ngot %+v, want %+v", question, got, want)
		}
	}
}
