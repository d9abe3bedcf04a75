package claim

import "testing"

// A number is given the day on which it was so: the report's own for its weekday,
// and none for what another number or a march is told of.
func TestDaysOfNumbers(t *testing.T) {
	const monday = "2035-03-12"
	for text, want := range map[string]string{
		"A blast killed 11 people on Monday, the fire service said.":                        monday,
		"A blast killed 11 people on Sunday, the fire service said.":                        "2035-03-11",
		"TORVIK, March 9 (AFP) - A blast killed 11 people on Sunday, the governor said.":    "2035-03-11",
		"Torvik (Lorn), March 9 (EFE).- A blast killed 11 people, the governor said.":       "2035-03-09",
		"(ANSA) - TORVIK, MARCH 9 - A blast killed 11 people on Sunday, the governor said.": "2035-03-11",
		"On March 9 a blast killed 11 people, the governor said.":                           "2035-03-09",
		"As of Sunday the list has 11 people who were arrested on Saturday.":                "2035-03-10",
		"Crews were damping down embers on Sunday after flames that destroyed 160 houses.":  "",
		"У середу під Торвіком загинули 11 людей, повідомив губернатор.":                    "2035-03-07",
		"Вчера под Торвиком погибли 11 человек, сообщил губернатор.":                        "2035-03-11",
		"Police arrested 129 people at the march in Lorma.":                                 "",
		"Police arrested 129 people in March in Lorma.":                                     "2035-03-01",
		"Traders swept up glass on Sunday, a day after an explosion that left 31 dead.":     "",
		"The footage shows 37 destroyed vehicles, nine of them already wrecked in October":  "",
	} {
		got := ""
		for _, c := range Read(Report{Name: "t.txt", Text: text, Date: monday}) {
			if c.Quantity != nil && c.Time != nil && c.Time.From != nil {
				got = *c.Time.From
			}
			if c.Quantity != nil {
				break
			}
		}
		if got != want {
			t.Errorf("%s\nday %q, want %q", text, got, want)
		}
	}
}
