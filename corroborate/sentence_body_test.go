package corroborate

import "testing"

// A body that a report describes needs no name in the sentence; a person does.
func TestSubjectOfBodies(t *testing.T) {
	for name, want := range map[string]string{
		"the maritime authority":          "the maritime authority",
		"The army of Sandoria":            "the army of Sandoria",
		"A nurse at St Brigid's Hospital": "a nurse at St Brigid's Hospital who is not named",
		"the driver":                      "the driver who is not named",
	} {
		if got := (Origin{Name: name}).subject(); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
