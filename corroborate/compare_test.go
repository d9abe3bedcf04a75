package corroborate

import (
	"testing"

	"github.com/atleast-desk/atleast"
)

func TestCompare(t *testing.T) {
	killed := Scope{Event: "kill", Noun: "miner", Place: "Torvik", From: "2031-03-03", To: "2031-03-03"}
	with := func(s Scope, change func(*Scope)) Scope { change(&s); return s }
	marek := []Origin{{Name: "Ilya Marek", Kind: Official, Known: true}}
	figure := func(q atleast.Quantity, s Scope, day string, origins []Origin) Figure {
		return Figure{Quantity: q, Scope: s, Origins: origins, Carriers: []Carrier{{Published: day}}}
	}
	for _, tc := range []struct {
		name string
		a, b Figure
		want RelationKind
	}{
		{"the same", figure(quantity(atleast.Exact, 14, 14, ""), killed, "", nil), figure(quantity(atleast.Exact, 14, 14, ""), killed, "", nil), Agrees},
		{"sharper", figure(quantity(atleast.Exact, 14, 14, ""), killed, "", nil), figure(quantity(atleast.AtLeast, 10, -1, ""), killed, "", nil), Refines},
		{"another number", figure(quantity(atleast.Exact, 14, 14, ""), killed, "", nil), figure(quantity(atleast.Exact, 9, 9, ""), killed, "", nil), Conflicts},
		{"the same origin later", figure(quantity(atleast.Exact, 14, 14, ""), killed, "2031-03-05", marek), figure(quantity(atleast.Exact, 9, 9, ""), killed, "2031-03-03", marek), Revises},
		{"a part above the whole", figure(quantity(atleast.Exact, 14, 14, ""), killed, "", nil), figure(quantity(atleast.AtMost, -1, 9, ""), with(killed, func(s *Scope) { s.To = "2031-03-09" }), "", nil), Conflicts},
		{"a part below the whole", figure(quantity(atleast.Exact, 14, 14, ""), killed, "", nil), figure(quantity(atleast.AtLeast, 40, -1, ""), with(killed, func(s *Scope) { s.To = "2031-03-09" }), "", nil), Agrees},
		{"miners among people", figure(quantity(atleast.Exact, 14, 14, ""), killed, "", nil), figure(quantity(atleast.Exact, 9, 9, ""), with(killed, func(s *Scope) { s.Noun = "person" }), "", nil), Conflicts},
		{"another act", figure(quantity(atleast.Exact, 14, 14, ""), killed, "", nil), figure(quantity(atleast.Exact, 9, 9, ""), with(killed, func(s *Scope) { s.Event = "injure" }), "", nil), NotComparable},
		{"other days", figure(quantity(atleast.Exact, 14, 14, ""), killed, "", nil), figure(quantity(atleast.Exact, 9, 9, ""), with(killed, func(s *Scope) { s.From, s.To = "2031-04-01", "2031-04-02" }), "", nil), NotComparable},
		{"elsewhere", figure(quantity(atleast.Exact, 14, 14, ""), killed, "", nil), figure(quantity(atleast.Exact, 9, 9, ""), with(killed, func(s *Scope) { s.Place = "Kelm" }), "", nil), NotComparable},
		{"no day given", figure(quantity(atleast.Exact, 14, 14, ""), killed, "", nil), figure(quantity(atleast.Exact, 9, 9, ""), with(killed, func(s *Scope) { s.From, s.To = "", "" }), "", nil), Conflicts},
		{"neither place nor day given", figure(quantity(atleast.Exact, 14, 14, ""), killed, "", nil), figure(quantity(atleast.Exact, 9, 9, ""), Scope{Event: "kill", Noun: "miner"}, "", nil), NotComparable},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := Compare(tc.a, tc.b); got.Is != tc.want || got.Why == "" {
				t.Errorf("got %+v, want %s", got, tc.want)
			}
		})
	}
}

func TestPlaces(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		want position
	}{
		{"Kursk", "Russia's Kursk region", equal},
		{"the Russian city of Kursk", "Kursk", equal},
		{"Russia's Kursk region", "Russia", inside},
		{"Russia", "Kursk, Russia", containing},
		{"Kursk", "Bryansk", apart},
		{"Torvik", "Kursk", unclear},
		{"Sudzha", "Kursk", unclear}, // the city, or the region that lies around both
		{"Sudzha", "Kursk oblast", inside},
		{"Суджі", "the Kursk region of Russia", inside},
		{"Курській області", "Russia's Kursk region", equal},
		{"Kursk oblast", "Судже", containing},
		{"Sudzha", "Belgorod region", apart},
		{"Kursk, Russia", "Kharkiv, Ukraine", apart},
		{"", "Kursk", unclear},
		{"Kyiv", "Ukraine", inside},
	} {
		if got := placeOf(tc.a).against(placeOf(tc.b)); got != tc.want {
			t.Errorf("%q against %q: %d, want %d", tc.a, tc.b, got, tc.want)
		}
	}
}

func TestNouns(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		want position
	}{
		{"Russian soldiers", "captured servicemen", equal},
		{"Russian soldiers", "Ukrainian troops", apart},
		{"soldiers", "people", inside},
		{"people", "hikers", containing},
		{"miners", "workers", unclear},
		{"soldiers", "civilians", apart},
		{"elephants", "people", apart},
		{"towns and villages", "settlements", equal},
		{"14 dead", "people", equal},
		{"", "people", unclear},
	} {
		if got := nounOf(tc.a).against(nounOf(tc.b)); got != tc.want {
			t.Errorf("%q against %q: %d, want %d", tc.a, tc.b, got, tc.want)
		}
	}
}

func TestIntervalOf(t *testing.T) {
	for _, tc := range []struct {
		q    atleast.Quantity
		ok   []float64
		not  []float64
		name string
	}{
		{quantity(atleast.Exact, 102, 102, ""), []float64{102}, []float64{101, 103}, "exact"},
		{quantity(atleast.AtLeast, 100, -1, ""), []float64{100, 1e9}, []float64{99}, "at least"},
		{quantity(atleast.MoreThan, 82, -1, ""), []float64{83}, []float64{82}, "more than, of what can be counted"},
		{quantity(atleast.AtMost, -1, 5, ""), []float64{0, 5}, []float64{6}, "at most"},
		{quantity(atleast.LessThan, -1, 5, ""), []float64{4}, []float64{5}, "less than"},
		{quantity(atleast.About, 50, 50, ""), []float64{45, 55}, []float64{44, 56}, "about"},
		{quantity(atleast.Range, 3, 4, ""), []float64{3, 4}, []float64{2, 5}, "range"},
		{quantity(atleast.Vague, 100, -1, ""), []float64{100, 900}, []float64{99}, "hundreds"},
	} {
		i := IntervalOf(tc.q)
		for _, n := range tc.ok {
			if !i.Overlaps(Interval{n, n}) {
				t.Errorf("%s: %v does not allow %v", tc.name, i, n)
			}
		}
		for _, n := range tc.not {
			if i.Overlaps(Interval{n, n}) {
				t.Errorf("%s: %v allows %v", tc.name, i, n)
			}
		}
	}
	measured := quantity(atleast.MoreThan, 483, -1, "")
	measured.Unit = "square mile"
	if got := IntervalOf(measured).Low; got != 483 {
		t.Errorf("more than 483 square miles begins at %v, want 483: measures are not whole", got)
	}
}

func TestNames(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		want bool
	}{
		{"Volodymyr Zelenskyy", "President Zelensky", true},
		{"Mathieu Boulègue", "Boulegue", true},
		{"Oleksandr Syrskyi", "Gen. Syrskiy", true},
		{"John Smith", "Mary Smith", false},
		{"Marek", "Marko", false},
		{"", "Marek", false},
	} {
		if got := samePerson(nameKey(tc.a), nameKey(tc.b)); got != tc.want {
			t.Errorf("%q and %q: %v, want %v", tc.a, tc.b, got, tc.want)
		}
	}
}

func TestWireCredit(t *testing.T) {
	for text, want := range map[string]string{
		"TORVIK, March 3 (AFP) - Fourteen miners":                        "afp",
		"KELM (AP) — Nine people":                                        "ap",
		"Nine people died.\nReporting by Reuters":                        "reuters",
		"Nine people died.\n— Agence France-Presse":                      "afp",
		"Nine people died.\nAFP":                                         "afp",
		"The governor told AFP, and the ferry (the Halcyon) rolled over": "",
		"Nine people died, with apologies to all":                        "",
	} {
		if got := wireCredit(text); got != want {
			t.Errorf("%q: credits %q, want %q", text, got, want)
		}
	}
}

func TestOutlets(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		same bool
	}{
		{"The Washington Post", "washingtonpost.com", true},
		{"WaPo", "Washington Post", true},
		{"Agence France-Presse", "AFP", true},
		{"www.kyivindependent.com", "The Kyiv Independent", true},
		{"pravda.com.ua", "Pravda", true},
		{"The Post", "The Washington Post", false},
	} {
		if got := outletKey(tc.a) == outletKey(tc.b); got != tc.same {
			t.Errorf("%q and %q: %v, want %v", tc.a, tc.b, got, tc.same)
		}
	}
	for name, want := range map[string]bool{
		"The Lorn Gazette": true, "BBC News Ukrainian": true, "Times of Sarn": true, "Reuters": true,
		"Governor's press office": false, "Security Service of Ukraine": false, "Oleksandr Syrskyi": false,
	} {
		if got := isOutlet(name, nil); got != want {
			t.Errorf("%q is an outlet: %v, want %v", name, got, want)
		}
	}
}
