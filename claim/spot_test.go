package claim

import "testing"

// Places that no gazetteer knows are read where only a place can stand, and what
// stands there and is none is not.
func TestSpots(t *testing.T) {
	for text, want := range map[string]string{
		"The storm left 13 dead in the village of Oshoba, police said.":               "Oshoba",
		"A ferry caught fire off Korrin, and 27 people were rescued.":                 "Korrin",
		"In Karst's main square, gunmen killed 14 people.":                            "Karst",
		"Two people died in Valdora prison.":                                          "Valdora",
		"Twelve people were killed in Marek's attack.":                                "",
		"The blast at the Old Queen coal mine killed 14 miners.":                      "",
		"Three people were killed in Operation Dawn in Kursk.":                        "Kursk",
		"Forty people were hurt, the agency said in Parliament.":                      "",
		"У Старому Броді внаслідок обстрілу загинули 9 людей.":                        "Старому Броді",
		"В шахте «Северная» под Карамышем погибли 16 горняков.":                       "Карамышем",
		"В МЧС насчитали 16 погибших.":                                                "",
		"У Міністерстві оборони нарахували 16 загиблих, а в Генштабі таких не бачать": "",
	} {
		got := ""
		for _, c := range Read(Report{Name: "t.txt", Text: text}) {
			if c.Quantity != nil && c.Place != nil {
				got = c.Place.Text
			}
		}
		if got != want {
			t.Errorf("%s\nplace %q, want %q", text, got, want)
		}
	}
}
