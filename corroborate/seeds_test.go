package corroborate

import "testing"

// find returns the one figure with the ID.
func find(t *testing.T, figures []Figure, id string) Figure {
	t.Helper()
	for _, f := range figures {
		if f.ID == id {
			return f
		}
	}
	var ids []string
	for _, f := range figures {
		ids = append(ids, f.ID)
	}
	t.Fatalf("no figure %q among %q", id, ids)
	return Figure{}
}

const (
	seed102      = "capture-soldier-102-kursk-2024-08-14"
	seedHundreds = "capture-soldier-vague-100"
	seed247      = "capture-soldier-at-least-247-kursk-2024-08-06"
	seed1348     = "hold-soldier-1348"
)

func TestSeedOrigins(t *testing.T) {
	figures := Figures(seedReports(t), Options{})
	for _, want := range []struct {
		id      string
		reports int
		origin  string
		kind    OriginKind
		known   bool
	}{
		{seed102, 2, "Ukrainian authorities", Party, true},
		{seedHundreds, 1, "Officials", Official, false},
		{seed247, 1, "The Washington Post", Footage, true},
		{seed1348, 1, "Vladimir Putin", Party, true},
	} {
		f := find(t, figures, want.id)
		if f.Reports() != want.reports {
			t.Errorf("%s: %d reports carry it, want %d", f.ID, f.Reports(), want.reports)
		}
		if len(f.Origins) != 1 || f.AtLeast != 1 || f.AtMost != 1 {
			t.Fatalf("%s: %d origins, at least %d and at most %d, want one", f.ID, len(f.Origins), f.AtLeast, f.AtMost)
		}
		if o := f.Origins[0]; o.Name != want.origin || o.Kind != want.kind || o.Known != want.known {
			t.Errorf("%s: origin %+v, want %s, %s, known %v", f.ID, o, want.origin, want.kind, want.known)
		}
	}
}

func TestSeedRelations(t *testing.T) {
	figures := Figures(seedReports(t), Options{})
	f102, hundreds, f247, f1348 := find(t, figures, seed102), find(t, figures, seedHundreds), find(t, figures, seed247), find(t, figures, seed1348)
	for _, pair := range [][2]Figure{{f102, hundreds}, {f102, f247}, {hundreds, f247}} {
		if r := Compare(pair[0], pair[1]); r.Is != Agrees {
			t.Errorf("%s and %s: %s (%s), want agrees", r.A, r.B, r.Is, r.Why)
		}
	}
	for _, f := range []Figure{f102, hundreds, f247} {
		if r := Compare(f, f1348); r.Is != NotComparable {
			t.Errorf("%s and %s: %s (%s), want not comparable: 1,348 is another scope", r.A, r.B, r.Is, r.Why)
		}
	}
	together := Behind(f102, hundreds, f247)
	if together.AtLeast != 2 || together.AtMost != 3 {
		t.Errorf("behind the captures: at least %d and at most %d origins (%+v), want 2 and 3", together.AtLeast, together.AtMost, together.Origins)
	}
	implied := "if you believe 102 on 14 August 2024, the wider count is at least 102"
	if r := Compare(f102, hundreds); r.Implies != implied {
		t.Errorf("102 implies %q, want %q", r.Implies, implied)
	}
}

func TestSeedSentences(t *testing.T) {
	figures := Figures(seedReports(t), Options{})
	for id, want := range map[string]string{
		seed102:      "Ukrainian authorities say 102 soldiers were captured in Kursk on 14 August 2024; both reports go back to that one source.",
		seedHundreds: "Officials who are not named say hundreds of Russian soldiers were captured.",
		seed247:      "Footage checked by The Washington Post shows at least 247 Russian soldiers were captured in Russia's Kursk region since 6 August 2024.",
		seed1348:     "Vladimir Putin says 1,348 Russian soldiers were held by 6 August 2024.",
	} {
		if got := find(t, figures, id).Sentence(); got != want {
			t.Errorf("%s:\n got %q\nwant %q", id, got, want)
		}
	}
}
