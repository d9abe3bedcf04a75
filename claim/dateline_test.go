package claim

import "testing"

// TestDateline reads a sentence as if no dateline stood before it.
func TestDateline(t *testing.T) {
	for _, c := range []struct{ name, text, speaker, quantity, event string }{
		{"speaker behind an apposition", "HOLM, May 5 (AFP) - Fourteen bakers were injured when a kiln fell over at Holm on Friday, Berta Lind, a doctor at the harbour clinic, told AFP.", "Berta Lind", "Fourteen bakers", "injure"},
		{"number with a hyphen", "ORLE, June 9 (AFP) - Forty-one sailors were rescued from a wooden raft off Orle on Monday, harbour captain Odd Renn told AFP.", "Odd Renn", "Forty-one sailors", "rescue"},
		{"name behind an office", "Nine bakers died when the mill burned, the head of the fire guild, Ada Lind, said.", "Ada Lind", "Nine bakers", "die"},
		{"bus stops", "Three bus stops and a bench were burnt, Lind said.", "Lind", "Three bus stops", "be"},
		{"put at", "The guild put it at some 14,000.", "The guild", "some 14,000", ""},
		{"points after a colon", "The guild argued that:\n• 12 barns burned\n• the quay lost 14 barges", "The guild", "14 barges", "lose"},
		{"she is no place", "Berta Lind, a baker who came down a ladder at Orle Wharf, stayed until noon. She said that eleven boats were lost.", "Berta Lind", "eleven boats", "lose"},
	} {
		t.Run(c.name, func(t *testing.T) {
			saysOf(t, c.text, c.speaker, c.quantity)
			for _, one := range Read(Report{Name: "invented", Text: c.text, Lang: "en"}) {
				if one.Quantity != nil && one.Quantity.Text == c.quantity && one.Event != c.event {
					t.Errorf("event %q, want %q", one.Event, c.event)
				}
			}
		})
	}
}
