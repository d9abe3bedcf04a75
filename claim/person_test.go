package claim

import "testing"

// Whoever speaks in the last clause of each report.
func TestPronounsStandForPersons(t *testing.T) {
	for text, want := range map[string]string{
		"Harbour master Jan Orvik arrived. The Unity Party left. He said 12 men drowned.":                          "Jan Orvik",
		"Maria Kessler met Peter Arrel in the port. She said 12 men drowned.":                                      "Maria Kessler",
		"Peter Arrel came. A man from Kell hid in the port. He said 12 men drowned.":                               "A man from Kell",
		"Peter Arrel came. A woman from Kell hid in the port. He said 12 men drowned.":                             "Peter Arrel",
		"Fisherman Tomas Arrel said 12 men drowned.":                                                               "Tomas Arrel",
		"Abu Tariq left. According to a diplomat, it was quiet. She said 12 men drowned.":                          "a diplomat",
		"The Star of Hope sank. She said 12 men drowned.":                                                          "",
		"Police spokesman Captain Ilan Dreve told Reuters by telephone that six men left. He said 12 men drowned.": "Ilan Dreve",
		"The Unity Party met. A nurse at St Brigid's Hospital, who asked not to be named, said 12 men drowned.":    "A nurse at St Brigid's Hospital",
		"The Unity Party met. Lena Orvik, who said 12 men drowned, left.":                                          "Lena Orvik",
	} {
		got := "no claim of it"
		for _, c := range Read(Report{Name: "t.txt", Text: text}) {
			if c.Quantity != nil && *c.Quantity.Low == 12 {
				got = c.Speaker
			}
		}
		if got != want {
			t.Errorf("%s\n got %q, want %q", text, got, want)
		}
	}
}
