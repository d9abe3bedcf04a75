package claim

import "testing"

// What happened, and when, decides which figures can be compared.
func TestEventAndDaysOfAClaim(t *testing.T) {
	for _, test := range []struct {
		text, event, from, to string
		low                   float64
	}{
		{"The Washington Post said that visuals it verified show at least 247 Russian prisoners since August 6.", "show", "2024-08-06", "", 247},
		{"The head of a prison told The Washington Post that 320 prisoners had passed through it in ten days.", "pass", "", "", 320},
		{"The analyst Geschlittert told Militarnyi that the published videos show at least 265 Russian soldiers captured by August 12.", "capture", "", "2024-08-12", 265},
		{"Officials said on August 15 that 12 people were wounded by 14 August.", "wound", "", "2024-08-14", 12},
	} {
		for _, c := range Read(Report{Name: "t.txt", Text: test.text, Date: "2024-08-26"}) {
			if c.Quantity == nil || c.Quantity.Low == nil || *c.Quantity.Low != test.low {
				continue
			}
			from, to := "", ""
			if c.Time != nil && c.Time.From != nil {
				from = *c.Time.From
			}
			if c.Time != nil && c.Time.To != nil {
				to = *c.Time.To
			}
			if c.Event != test.event || from != test.from || to != test.to {
				t.Errorf("%s\nevent %q from %q to %q, want %q from %q to %q", test.text, c.Event, from, to, test.event, test.from, test.to)
			}
		}
	}
}
