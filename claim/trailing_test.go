package claim

import "testing"

// Who closes a sentence is its speaker, whatever the tree makes of the rest.
func TestTrailing(t *testing.T) {
	for text, want := range map[string]string{
		"Some 8,000 people gathered in Cobalt Square on Saturday, police chief Odd Ranheim said.":                                   "Odd Ranheim",
		"Fifty-two people were hurt when a cloud of chlorine rolled over the pool, fire service spokeswoman Gwen Asher told AFP.":   "Gwen Asher",
		"Five visitors were injured when a gondola came loose, fire captain Jonas Weld told The Associated Press.":                  "Jonas Weld",
		"A boat brought sixty-one people picked up from a dinghy to Isola, coastguard commander Kostas Remy told AFP on Wednesday.": "Kostas Remy",
	} {
		claims := Read(Report{Name: "t.txt", Text: text})
		if len(claims) == 0 || claims[0].Speaker != want {
			t.Errorf("%s\ngot %+v, want %s", text, claims, want)
		}
	}
}
