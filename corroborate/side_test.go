package corroborate

import (
	"testing"

	"github.com/atleast-desk/atleast"
)

// captured is a report in which speaker says that 102 soldiers were captured.
func captured(id, speaker string, kind atleast.SpeakerKind, text string) Report {
	return telling(id, id, "2031-08-14", text, "102 soldiers were captured on the border", speaker, func(c *atleast.Claim) {
		n := 102.0
		c.SpeakerKind, c.Event, c.Place = kind, "capture", nil
		c.Quantity = &atleast.Quantity{Text: "102 soldiers", Bound: atleast.Exact, Low: &n, High: &n, What: "soldiers"}
	})
}

// However many offices of one side say so, it is one party's word.
func TestOneSideIsOneVoice(t *testing.T) {
	kenya := []Report{
		captured("a", "Kenya", atleast.Named, "Kenya said 102 soldiers were captured on the border."),
		captured("b", "Kenyan authorities", atleast.Group, "102 soldiers were captured on the border, Kenyan authorities said."),
		captured("c", "a source in the Kenyan army", atleast.Unnamed, "102 soldiers were captured on the border, a source in the Kenyan army said."),
		captured("d", "Peter Otieno", atleast.Named, "102 soldiers were captured on the border, said the Kenyan army chief, Peter Otieno."),
	}
	f := one(t, kenya, Options{})
	if f.AtLeast != 1 || f.AtMost != 1 || f.Origins[0].Side != "kenya" {
		t.Errorf("at least %d, at most %d, origins %+v; want Kenya alone", f.AtLeast, f.AtMost, f.Origins)
	}
	other := captured("e", "Somali authorities", atleast.Group, "102 soldiers were captured on the border, Somali authorities said.")
	if f := one(t, append(kenya, other), Options{}); f.AtLeast != 2 || f.AtMost != 2 {
		t.Errorf("with the other side: at least %d, at most %d, want 2 and 2", f.AtLeast, f.AtMost)
	}
	if f := one(t, append(kenya, captured("f", "Officials", atleast.Group, "Officials said 102 soldiers were captured on the border.")), Options{}); f.AtLeast != 1 || f.AtMost != 2 {
		t.Errorf("with officials of nobody knows which side: at least %d, at most %d, want 1 and 2", f.AtLeast, f.AtMost)
	}
}

func TestRoles(t *testing.T) {
	for _, tc := range []struct {
		text, name string
		want       OriginKind
	}{
		{"said Governor Ilya Marek.", "Ilya Marek", Official},
		{"According to the Army Chief of Ukraine, Oleksandr Syrskyi, it has", "Oleksandr Syrskyi", Official},
		{"Marta Ode, 43, who sells fish at the port, said", "Marta Ode", Witness},
		{"Marta Ode, a survivor, said", "Marta Ode", Witness},
		{"Dara Massicot, a Russian military expert at the Carnegie Endowment, told", "Dara Massicot", Observer},
		{"Aksel Friis, head of the dockers' union, said", "Aksel Friis", Observer},
		{"Lena Holt, head of the police, said", "Lena Holt", Official},
		{"Nobody knows who Kim Ho is.", "Kim Ho", ""},
	} {
		var got OriginKind
		for _, d := range described(tc.text, tc.name) {
			if r, ok := roleIn(d.text); ok && got == "" {
				got = r.kind
			}
		}
		if got != tc.want {
			t.Errorf("%q: %s is %q, want %q", tc.text, tc.name, got, tc.want)
		}
	}
}

func TestSentences(t *testing.T) {
	single := one(t, []Report{captured("a", "a source in the army", atleast.Unnamed, "102 soldiers were captured on the border, a source in the army said.")}, Options{})
	if want := "A source in the army who is not named says 102 soldiers were captured."; single.Sentence() != want {
		t.Errorf("got %q, want %q", single.Sentence(), want)
	}
	silent := one(t, []Report{captured("a", "", atleast.OwnVoice, "102 soldiers were captured on the border.")}, Options{})
	if want := "Reports that name no source say 102 soldiers were captured."; silent.Sentence() != want {
		t.Errorf("got %q, want %q", silent.Sentence(), want)
	}
	vague := one(t, []Report{captured("a", "The project", atleast.Unnamed, "102 soldiers were captured on the border, the project said.")}, Options{})
	if want := "Reports that name no source say 102 soldiers were captured."; vague.Sentence() != want {
		t.Errorf("got %q, want %q", vague.Sentence(), want)
	}
	both := one(t, []Report{governor("a", "Herald", "2031-03-03", nil), villager("b", "Courier", "2031-03-04")}, Options{})
	if want := "Ilya Marek and Ada Brunn say 14 miners were killed in Torvik, independently of each other."; both.Sentence() != want {
		t.Errorf("got %q, want %q", both.Sentence(), want)
	}
	hedged := one(t, []Report{governor("a", "Herald", "", func(c *atleast.Claim) { c.Stance, c.Hedges = atleast.Hedged, []string{"appears"} })}, Options{})
	if want := "Ilya Marek says 14 miners were killed in Torvik (put with caution: “appears”)."; hedged.Sentence() != want {
		t.Errorf("got %q, want %q", hedged.Sentence(), want)
	}
}

// Where a figure can only be told in a claim's own words, they are words of the
// origin that the sentence names.
func TestSentenceQuotesWhoItNames(t *testing.T) {
	f := Figure{
		Scope:   Scope{Event: "gather"},
		Origins: []Origin{{Name: "not said", Kind: Unknown}, {Name: "The Mirror", Kind: Footage, Known: true}},
		Carriers: []Carrier{
			{Report: "a", Quote: "8,000 gathered, police said.", Origin: 0},
			{Report: "b", Quote: "about 8,000 had gathered.", Origin: 1},
		},
		AtLeast: 1, AtMost: 2,
	}
	want := "Footage checked by The Mirror shows “about 8,000 had gathered”; 2 reports carry it, and all may go back to one source."
	if got := f.Sentence(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
