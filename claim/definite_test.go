package claim

import (
	"strings"
	"testing"
)

// Who says each figure, the short form last.
func TestDefiniteBodies(t *testing.T) {
	for text, want := range map[string]string{
		"The Interior Ministry said 12 people were held. The ministry said 9 were released.":                                                  "Interior Ministry, Interior Ministry",
		"The Centre for Civil Liberties said 63 people were held. The centre, which has kept count since 2016, said that 5 people were hurt.": "Centre for Civil Liberties, Centre for Civil Liberties",
		"The U.N. refugee agency told AP that 90 people crossed. The agency said 40 were children.":                                           "The U.N. refugee agency, The U.N. refugee agency",
		"The Unity Party said 8 died. The Labour Party said 9 died. The party said 10 died.":                                                  "Unity Party, Labour Party, The party",
		"The Unity Party said 8 died. Another party said 9 died. The party said 10 died.":                                                     "Unity Party, Another party, The party",
		"Holm, Sandoria, May 2 (AFP) - At least 12 men drowned, the coast guard said.":                                                        "the coast guard",
		"(AFP) - HOLM, MAY 2 - A total of 12 men drowned, the coast guard said.":                                                              "the coast guard",
		"HOLM, May 2 (AFP) - At least 12 men drowned, the coast guard said.":                                                                  "the coast guard",
	} {
		var got []string
		for _, c := range Read(Report{Name: "t.txt", Text: text}) {
			if c.Quantity == nil {
				continue
			}
			got = append(got, c.Speaker)
			if strings.Contains(c.Quote, "AFP") {
				t.Errorf("%s\nthe dateline is in %q", text, c.Quote)
			}
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s\n got %s\nwant %s", text, strings.Join(got, ", "), want)
		}
	}
}
