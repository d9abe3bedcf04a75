package claim

import "testing"

// Every quantity of a report as "speaker: number", where somebody counts, lists or gives a figure himself.
func TestTallies(t *testing.T) {
	for text, want := range map[string]string{
		"The office has verified 65 civilian deaths.":                     "The office: 65",
		"A day earlier, the ministry had given the toll as 15.":           "the ministry: 15",
		"Officials now count 88 dead.":                                    "Officials: 88",
		"The police chief gave a figure of 54.":                           "The police chief: 54",
		"Human Rights Watch documented 17 cases.":                         "Human Rights Watch: 17",
		"The mayor put the toll closer to 60.":                            "The mayor: 60",
		"The mayor put the toll at 40.":                                   "The mayor: 40",
		"Fifteen bodies have been recovered so far, per the coast guard.": "the coast guard: 15",
		"They earn 200 dollars per head, and police arrested 12 people.":  ": 200; : 12",
	} {
		if got := toldIn(text); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}
