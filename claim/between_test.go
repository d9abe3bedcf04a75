package claim

import (
	"strings"
	"testing"
)

// A day or a channel may stand between the cue and what is said; what happened,
// where and when are read with it.
func TestBetweenCueAndContent(t *testing.T) {
	for _, test := range []struct {
		text, speaker, event, from, place string
		low                               float64
	}{
		{"The New York Times reported on August 18 that 320 prisoners from Kursk oblast were held in one prison.", "The New York Times", "hold", "", "Kursk oblast", 320},
		{"Military sources said on social media that about 50 Russian soldiers surrendered at the Sudzha crossing on the first day.", "Military sources", "surrender", "", "Sudzha", 50},
		{"The Telegram project Khochu Nayti said on August 7 that drone footage shows 32 captured soldiers.", "Khochu Nayti", "capture", "", "", 32},
		{"Oleksandr Syrskyi said on August 27 that Ukraine had captured 594 Russian soldiers in the direction of Kursk.", "Oleksandr Syrskyi", "capture", "", "Kursk", 594},
		{"A source in the Security Service of Ukraine told Reuters that Ukraine captured 102 Russian soldiers in one group on Wednesday, August 14.", "Security Service of Ukraine", "capture", "2024-08-14", "", 102},
		{"The Washington Post said that visuals it verified show at least 247 captured Russian soldiers.", "The Washington Post", "capture", "", "", 247},
	} {
		found := false
		for _, c := range Read(Report{Name: "t.txt", Text: test.text, Date: "2024-08-28"}) {
			if c.Quantity == nil || c.Quantity.Low == nil || *c.Quantity.Low != test.low {
				continue
			}
			found = true
			if !strings.Contains(c.Speaker, test.speaker) {
				t.Errorf("%s\nspeaker %q, want %q", test.text, c.Speaker, test.speaker)
			}
			if c.Event != test.event {
				t.Errorf("%s\nevent %q, want %q", test.text, c.Event, test.event)
			}
			if test.from != "" && (c.Time == nil || c.Time.From == nil || *c.Time.From != test.from) {
				t.Errorf("%s\ntime %+v, want from %s", test.text, c.Time, test.from)
			}
			if test.place != "" && (c.Place == nil || !strings.Contains(c.Place.Text, test.place)) {
				t.Errorf("%s\nplace %+v, want %s", test.text, c.Place, test.place)
			}
		}
		if !found {
			t.Errorf("%s\nno claim of %v", test.text, test.low)
		}
	}
}
