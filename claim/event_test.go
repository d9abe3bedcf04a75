package claim

import "testing"

// What happened is read from adjectives and tolls as well as from verbs.
func TestEventsWithoutVerb(t *testing.T) {
	for text, want := range map[string]string{
		"14 dead, 32 injured in warehouse fire in Dolna.":                   "die",
		"The death toll from the collapse rose to 14, the mayor said.":      "die",
		"The toll has reached 14, with 32 injured.":                         "die",
		"The road toll was raised to 14 euros.":                             "raise",
		"Nineteen miners missing after a pit collapse at Hollow Quarry.":    "miss",
		"Sixty-three guests fell ill after eating canned fish.":             "sicken",
		"Twelve people were confirmed dead in Lowmoor, the sheriff said.":   "die",
		"Twelve people were found in Lowmoor, the sheriff said.":            "find",
		"A rescue worker said his team carried out 18 dead miners at dawn.": "die",
		"The fire left 40 families homeless, the mayor said.":               "displace",
		"The list holds the names of 134 people who were detained.":         "detain",
		"The ministry showed 32 captured soldiers to reporters.":            "capture",
	} {
		got := ""
		for _, c := range Read(Report{Name: "t.txt", Text: text}) {
			if c.Quantity != nil {
				got = c.Event
				break
			}
		}
		if got != want {
			t.Errorf("%s\nevent %q, want %q", text, got, want)
		}
	}
}
