package claim

import "testing"

// TestSubjects finds who does what a verb says that has no subject of its own in its
// tree, or a wrong one.
func TestSubjects(t *testing.T) {
	for _, c := range []struct{ name, text, speaker, quantity string }{
		{"led to say", "The rain led Roe to say that 12 barns were lost.", "Roe", "12 barns"},
		{"required to explain", "The rules require individual guilds to explain that 12 barns were lost.", "individual guilds", "12 barns"},
		{"as a poll showed", "The fair opened as a new poll showed 12 percent of bakers tired.", "a new poll", "12 percent"},
		{"speaks on", "Roe said she welcomed the plan and added that 12 barns were safe.", "Roe", "12 barns"},
		{"amid a clause", "The quay, said Roe and others, will hold 12 barges.", "Roe", "12 barges"},
		{"the nearer clause", "Roe closed the mill, and Poe sued the guild, saying 12 barns were lost.", "Poe", "12 barns"},
		{"one subject", "Roe closed the mill and sold the quay, saying 12 barns were lost.", "Roe", "12 barns"},
		{"beside the main clause", "Poe left after Holm said that 12 barns were lost.", "Holm", "12 barns"},
	} {
		t.Run(c.name, func(t *testing.T) { saysOf(t, c.text, c.speaker, c.quantity) })
	}
}
