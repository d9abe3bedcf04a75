package claim

import "testing"

// Every quantity of a headline as "speaker: number".
func TestHeadlines(t *testing.T) {
	for text, want := range map[string]string{
		"At least 14 killed in strike on market - officials":              "officials: 14",
		"Twelve hurt as bus overturns near Lviv — police":                 "police: 12",
		"120 feared dead in mine collapse – state media":                  "state media: 120",
		"Interior ministry: 12 detained":                                  "Interior ministry: 12",
		"Governor's office: 3 dead":                                       "Governor's office: 3",
		"UN: 300,000 displaced":                                           "UN: 300000",
		"Monitors Say 23 Detained at Border; Government Puts Figure at 9": "Monitors: 23; : 9",
		"A good year - 12 wins":                                           ": 12",
		"Wins: 12":                                                        ": 12",
	} {
		if got := toldIn(text); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}
