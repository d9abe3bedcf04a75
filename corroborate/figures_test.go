package corroborate

import (
	"strings"
	"testing"

	"github.com/atleast-desk/atleast"
)

// telling is a report of one sentence with one claim in it.
func telling(id, outlet, day, text, quote, speaker string, change func(*atleast.Claim)) Report {
	n := 14.0
	c := atleast.Claim{
		Report: id, Quote: quote, Speaker: speaker, SpeakerKind: atleast.Named, Stance: atleast.Asserted, Event: "kill",
		Quantity: &atleast.Quantity{Text: "14 miners", Bound: atleast.Exact, Low: &n, High: &n, What: "miners"},
		Place:    &atleast.NamedPlace{Text: "Torvik"},
	}
	c.Start = strings.Index(text, quote)
	c.End = c.Start + len(quote)
	if speaker == "" {
		c.SpeakerKind = atleast.OwnVoice
	}
	if change != nil {
		change(&c)
	}
	return Report{ID: id, Name: id, Outlet: outlet, Published: day, Text: text, Claims: []atleast.ReadClaim{{ID: id + "-claim", Claim: c}}}
}

func one(t *testing.T, reports []Report, o Options) Figure {
	t.Helper()
	figures := Figures(reports, o)
	if len(figures) != 1 {
		t.Fatalf("%d figures, want one: %+v", len(figures), figures)
	}
	return figures[0]
}

func governor(id, outlet, day string, change func(*atleast.Claim)) Report {
	return telling(id, outlet, day, "14 miners were killed in Torvik, governor Ilya Marek said in "+outlet+".", "14 miners were killed", "Ilya Marek", change)
}

func villager(id, outlet, day string) Report {
	return telling(id, outlet, day, "Ada Brunn, a resident, counted. 14 miners died in Torvik, she told "+outlet+".", "14 miners died", "Ada Brunn", nil)
}

func TestAnalystsOverrule(t *testing.T) {
	reports := []Report{governor("a", "Herald", "2031-03-03", nil), villager("b", "Courier", "2031-03-04")}
	if f := one(t, reports, Options{}); f.AtLeast != 2 || f.AtMost != 2 {
		t.Fatalf("at least %d, at most %d, want 2 and 2", f.AtLeast, f.AtMost)
	}
	wrong := atleast.Verdict{On: atleast.OnClaim, A: "b-claim", Is: atleast.Wrong}
	if f := one(t, reports, Options{Judged: []atleast.Verdict{wrong}}); f.AtMost != 1 || len(f.Carriers) != 1 {
		t.Errorf("a claim judged wrong still counts: %+v", f)
	}
	right := wrong
	right.Is = atleast.Right
	if f := one(t, reports, Options{Judged: []atleast.Verdict{wrong, right}}); f.AtLeast != 2 || f.Carriers[1].Judged != atleast.Right {
		t.Errorf("the later verdict does not hold: %+v", f)
	}
}

func TestAnalystsTieAndUntieReports(t *testing.T) {
	silent := func(id, outlet string) Report {
		return telling(id, outlet, "2031-03-04", "In Torvik 14 miners died underground, and "+outlet+" went to print.", "14 miners died", "", nil)
	}
	reports := []Report{silent("a", "Herald"), silent("b", "Courier")}
	on := func(is atleast.Judgement) Options {
		return Options{Judged: []atleast.Verdict{{On: atleast.OnItems, A: "b", B: "a", Is: is}}}
	}
	for _, tc := range []struct {
		name        string
		o           Options
		least, most int
	}{
		{"nobody said anything", Options{}, 1, 2},
		{"one repeats the other", on(atleast.Same), 1, 1},
		{"written independently", on(atleast.Different), 2, 2},
	} {
		if f := one(t, reports, tc.o); f.AtLeast != tc.least || f.AtMost != tc.most {
			t.Errorf("%s: at least %d, at most %d, want %d and %d", tc.name, f.AtLeast, f.AtMost, tc.least, tc.most)
		}
	}
}

// What a person says of two claims goes before what they look like.
func TestAnalystsJoinAndPartClaims(t *testing.T) {
	other := telling("c", "Gazette", "2031-03-04", "In Kelm 9 nurses were hurt, said doctor Lea Voss.", "9 nurses were hurt", "Lea Voss", func(c *atleast.Claim) {
		n := 9.0
		c.Quantity = &atleast.Quantity{Text: "9 nurses", Bound: atleast.Exact, Low: &n, High: &n, What: "nurses"}
		c.Place, c.Event = nil, "hurt"
	})
	reports := []Report{governor("a", "Herald", "2031-03-03", nil), villager("b", "Courier", "2031-03-04"), other}
	on := func(a, b string, is atleast.Judgement) atleast.Verdict {
		return atleast.Verdict{On: atleast.OnClaims, A: a + "-claim", B: b + "-claim", Is: is}
	}
	for _, tc := range []struct {
		name   string
		judged []atleast.Verdict
		want   int
	}{
		{"nobody said anything", nil, 2},
		{"two figures", []atleast.Verdict{on("a", "b", atleast.Different)}, 3},
		{"one figure", []atleast.Verdict{on("c", "a", atleast.Same)}, 1},
		{"undecided", []atleast.Verdict{on("a", "b", atleast.Unsure)}, 2},
		{"the later one holds", []atleast.Verdict{on("a", "b", atleast.Different), on("b", "a", atleast.Same)}, 2},
	} {
		if got := Figures(reports, Options{Judged: tc.judged}); len(got) != tc.want {
			t.Errorf("%s: %d figures, want %d", tc.name, len(got), tc.want)
		}
	}
}

func TestLostHedge(t *testing.T) {
	hedged := governor("a", "Herald", "2031-03-03", func(c *atleast.Claim) { c.Stance, c.Hedges = atleast.Hedged, []string{"apparently"} })
	flat := telling("b", "Courier", "2031-03-04", "14 miners died in Torvik, the Herald reported.", "14 miners died", "Herald", nil)
	f := one(t, []Report{flat, hedged}, Options{})
	if len(f.LostHedges) != 1 {
		t.Fatalf("lost hedges: %+v, want one", f.LostHedges)
	}
	lost := f.LostHedges[0]
	if f.Carriers[lost.From].Report != "a" || f.Carriers[lost.To].Report != "b" || lost.Hedges[0] != "apparently" {
		t.Errorf("got %+v, want the hedge of a lost in b", lost)
	}
	if f.AtMost != 1 || f.Origins[0].Name != "Ilya Marek" {
		t.Errorf("origins %+v, want the governor alone: the Courier cites the Herald", f.Origins)
	}
}

func TestRing(t *testing.T) {
	cites := func(id, outlet, other string) Report {
		return telling(id, outlet, "2031-03-03", "14 miners died in Torvik, "+other+" reported, while "+outlet+" slept.", "14 miners died", other, nil)
	}
	f := one(t, []Report{cites("a", "Herald", "Courier"), cites("b", "Courier", "Gazette"), cites("c", "Gazette", "Herald")}, Options{})
	if len(f.Cycles) != 1 || strings.Join(f.Cycles[0], " ") != "Courier Gazette Herald" {
		t.Errorf("cycles %q, want Courier, Gazette, Herald", f.Cycles)
	}
	if f.AtLeast != 1 || f.AtMost != 1 {
		t.Errorf("at least %d, at most %d origins, want 1 and 1: they only cite each other", f.AtLeast, f.AtMost)
	}
}

func TestDenialCarriesNothing(t *testing.T) {
	denied := telling("b", "Courier", "2031-03-04", "It is not so that 14 miners died in Torvik, said mine owner Greta Holm.", "14 miners died", "Greta Holm", func(c *atleast.Claim) { c.Stance = atleast.Denied })
	f := one(t, []Report{governor("a", "Herald", "2031-03-03", nil), denied}, Options{})
	if len(f.Carriers) != 1 || len(f.Denials) != 1 || f.AtMost != 1 {
		t.Errorf("carriers %d, denials %d, at most %d, want one each", len(f.Carriers), len(f.Denials), f.AtMost)
	}
	if want := "Ilya Marek says 14 miners were killed in Torvik; Greta Holm denies it."; f.Sentence() != want {
		t.Errorf("got %q, want %q", f.Sentence(), want)
	}
}

func TestPromisesAndDisclaimersAreNoFigures(t *testing.T) {
	for _, stance := range []atleast.Stance{atleast.Promised, atleast.Disclaimer} {
		if f := Figures([]Report{governor("a", "Herald", "", func(c *atleast.Claim) { c.Stance = stance })}, Options{}); len(f) != 0 {
			t.Errorf("%s: %+v, want no figure", stance, f)
		}
	}
}

// One outlet's word, without how it knows, may be anyone's: it never adds.
func TestOutletsWordMayBeAnyones(t *testing.T) {
	word := telling("b", "", "2031-03-04", "14 miners died in Torvik, The Lorn Gazette reported.", "14 miners died", "The Lorn Gazette", nil)
	f := one(t, []Report{villager("a", "Herald", "2031-03-03"), word}, Options{})
	if f.AtLeast != 1 || f.AtMost != 2 {
		t.Errorf("at least %d, at most %d, want 1 and 2", f.AtLeast, f.AtMost)
	}
}

// Many events have three dead on one day.
func TestSmallNumbersOfTwoEvents(t *testing.T) {
	dead := func(id, text, place string) Report {
		return telling(id, id, "2031-03-04", text, "three people died", "", func(c *atleast.Claim) {
			n, day := 3.0, "2031-03-03"
			c.Quantity = &atleast.Quantity{Text: "three people", Bound: atleast.Exact, Low: &n, High: &n, What: "people"}
			c.Place, c.Time = nil, &atleast.NamedTime{From: &day, To: &day}
			if place != "" {
				c.Place = &atleast.NamedPlace{Text: place}
			}
		})
	}
	fire := dead("a", "In a fire in Torvik three people died.", "Torvik")
	for name, tc := range map[string]struct {
		other Report
		want  int
	}{
		"another town":      {dead("b", "In a flood in Kelm three people died.", "Kelm"), 2},
		"no town, no name":  {dead("b", "On the roads three people died.", ""), 2},
		"no town, one name": {dead("b", "In the fire that the mayor of Torvik watched three people died.", ""), 1},
	} {
		if got := len(Figures([]Report{fire, tc.other}, Options{})); got != tc.want {
			t.Errorf("%s: %d figures, want %d", name, got, tc.want)
		}
	}
}

// Offsets that a reader could not have written do not bring the house down.
func FuzzFigures(f *testing.F) {
	f.Add("14 miners were killed in Torvik, governor Ilya Marek said.", "Ilya Marek", "killed miners", "Torvik, Lorn", 0, 21)
	f.Add("“Oh”", "the", "’s", ",,", -4, 900)
	f.Fuzz(func(t *testing.T, text, speaker, what, place string, start, end int) {
		if len(text) > 1<<14 {
			return
		}
		n := 14.0
		c := atleast.Claim{Quote: text, Start: start, End: end, Speaker: speaker, SpeakerKind: atleast.Named, Place: &atleast.NamedPlace{Text: place},
			Spans:    atleast.Spans{Source: &[2]int{end, start}},
			Quantity: &atleast.Quantity{Low: &n, What: what, Bound: atleast.AtLeast, Start: end}}
		reports := []Report{{ID: "a", Outlet: speaker, Text: text, Claims: []atleast.ReadClaim{{Claim: c}, {Claim: c}}}, {ID: "b", Text: what + text, Claims: []atleast.ReadClaim{{Claim: c}}}}
		for _, figure := range Figures(reports, Options{}) {
			if figure.AtLeast < 1 || figure.AtLeast > figure.AtMost || figure.AtMost > len(figure.Origins) || figure.Sentence() == "" {
				t.Errorf("at least %d, at most %d of %d origins", figure.AtLeast, figure.AtMost, len(figure.Origins))
			}
		}
	})
}
