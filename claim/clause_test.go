package claim

import "testing"

// TestClauses reads what is said where the frame leaves no "that" and no quotation
// mark to go by.
func TestClauses(t *testing.T) {
	for _, c := range []struct{ name, text, speaker, quantity string }{
		{"set between commas", "The ferry, Anna Berg said, was boarded by 1,900 people.", "Anna Berg", "1,900 people"},
		{"as reported", "As The Times reported, the mill would use 71 percent of the water.", "The Times", "71 percent"},
		{"verb tagged as participle", "The club says 4,410 rowers living upriver cut reeds.", "The club", "4,410 rowers"},
		{"there", "Berg says there needs to be a bridge that joins the two largest mills.", "Berg", "two largest mills"},
		{"according to, list after the comma", "According to the Mill Union, 306 of the 920 weavers joined Berg.", "Mill Union", "920 weavers"},
		{"according to, phrase after the comma", "According to a fresh poll by the Mill Union, in a 15 boat race, Berg leads.", "a fresh poll by the Mill Union", "15 boat race"},
		{"poll of a week", "A Mill Union poll out this week shows Berg with a lead of 14 points.", "A Mill Union poll out this week", "14 points"},
		{"question", "“Did anybody think we could bake 640 loaves?” Berg said, wiping her hands.", "Berg", "640 loaves"},
		{"question in straight marks", `"Where did they hide 85 barrels?" Anna Berg asked.`, "Anna Berg", "85 barrels"},
	} {
		t.Run(c.name, func(t *testing.T) { saysOf(t, c.text, c.speaker, c.quantity) })
	}
}

// TestNoFrame leaves alone what only looks like such a frame.
func TestNoFrame(t *testing.T) {
	for _, text := range []string{
		"“Who goes?” Berg left, and 12 people followed.",
		"As the mill burned, 12 people fled.",
		"The song, which Berg wrote, was heard by 12 people.",
	} {
		saysOf(t, text, "", "12 people")
	}
}

// saysOf checks who is read to state a quantity.
func saysOf(t *testing.T, text, speaker, quantity string) {
	t.Helper()
	for _, c := range Read(Report{Name: "invented", Text: text, Lang: "en"}) {
		if c.Quantity != nil && c.Quantity.Text == quantity {
			if c.Speaker != speaker {
				t.Errorf("%q: speaker %q, want %q", text, c.Speaker, speaker)
			}
			return
		}
	}
	t.Errorf("%q: no quantity %q", text, quantity)
}
