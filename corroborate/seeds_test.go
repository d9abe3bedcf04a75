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
		reports := map[string]bool{}
		for _, c := range f.Carriers {
			reports[c.Report] = true
		}
		if len(reports) != want.reports {
			t.Errorf("%s: %d reports carry it, want %d", f.ID, len(reports), want.reports)
		}
		if len(f.Origins) != 1 || f.AtLeast != 1 || f.AtMost != 1 {
			t.Fatalf("%s: %d origins, at least %d and at most %d, want one", f.ID, len(f.Origins), f.AtLeast, f.AtMost)
		}
		if o := f.Origins[0]; o.Name != want.origin || o.Kind != want.kind || o.Known != want.known {
			t.Errorf("%s: origin %+v, want %s, %s, known %v", f.ID, o, want.origin, want.kind, want.known)
		}
	}
}
