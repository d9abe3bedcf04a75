package claim

import "testing"

// TestTurns ends what one source says where another begins to speak.
func TestTurns(t *testing.T) {
	for _, c := range []struct{ name, text, said, speaker string }{
		{"joined", "Roe said the mill burned, but Poe said 12 barns held.", "the mill burned", "Roe"},
		{"adverb between", "The guild said the mill burned, and now Poe says 12 barns held.", "the mill burned", "The guild"},
		{"semicolon", "Roe said the mill burned; Poe said 12 barns held.", "the mill burned", "Roe"},
		{"clause before the main one", "While Roe says 12 barns held, Poe says 14 barns broke.", "12 barns held", "Roe"},
		{"main clause", "While Roe says 12 barns held, Poe says 14 barns broke.", "14 barns broke", "Poe"},
		{"that goes on", "Roe said that the mill burned and that Poe said 12 barns held.", "the mill burned and that Poe said 12 barns held", "Roe"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, got := range Read(Report{Name: "invented", Text: c.text, Lang: "en"}) {
				if got.Quote == c.said {
					if got.Speaker != c.speaker {
						t.Errorf("speaker %q, want %q", got.Speaker, c.speaker)
					}
					return
				}
			}
			t.Errorf("nobody says %q", c.said)
		})
	}
}
