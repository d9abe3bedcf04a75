package claim

import "testing"

// TestVerbs reads what verbs bring in where the tree of the sentence is wrong, or
// where what is said is a sum, a gerund or an infinitive.
func TestVerbs(t *testing.T) {
	for _, c := range []struct{ name, text, speaker, quantity string }{
		{"sum", "Berg asked for $3 million to mend the quay.", "Berg", "$3 million"},
		{"gerund", "Anna Berg reported losing and finding 14 sheep.", "Anna Berg", "14 sheep"},
		{"infinitive", "The union vowed to be harder on the 17 mills that burn peat.", "The union", "17 mills"},
		{"after another frame", "“Good,” Berg said after Holm announced it was hiring 60 hands.", "Holm", "60 hands"},
		{"relative clause before the verb", "The guild, which has 19 halls, said it would close 13 of them.", "The guild", "13"},
		{"relative clause in what is said", "A Guild poll shows Berg with 47 percent versus Holm, who has 31 percent.", "A Guild poll", "31 percent"},
		{"introduced", "For instance, a Guild poll last week had Berg at 11 percent.", "a Guild poll last week", "11 percent"},
		{"any verb with that", "The guild determined that 23 barrels leaked.", "The guild", "23 barrels"},
		{"before its sentence", "After arguing that the 19 halls were full, the guild left.", "the guild", "19 halls"},
		{"beyond where", "Berg alleged in the suit that Holm sold 12 barns.", "Berg", "12 barns"},
		{"many words", "Bakers mill 12 sacks a day, a study by the Guild of Millers found.", "Guild of Millers", "12 sacks"},
		{"source unseen", "Softly said that Berg sold 12 barns.", "", "12 barns"},
		{"poll after its finding", "Eighty barrels have leaked, the survey found.", "the survey", "Eighty barrels"},
		{"after a short word", "Now, Berg says, at least 44 barrels are leaking.", "Berg", "at least 44 barrels"},
	} {
		t.Run(c.name, func(t *testing.T) { saysOf(t, c.text, c.speaker, c.quantity) })
	}
}

// TestParenthesis ends the source of "according to" and "in a poll" where the
// sentence goes on.
func TestParenthesis(t *testing.T) {
	saysOf(t, "While most held, according to a harbour guard, two in the last row broke.", "a harbour guard", "two")
	saysOf(t, "But, according to the guard, 46 percent of the piles held.", "the guard", "46 percent")
	saysOf(t, "In a Guild survey released last May, 79 percent of bakers said they were tired.", "a Guild survey released last May", "79 percent")
	saysOf(t, "The barge trails the ferry in the polls, and 12 men row it.", "", "12 men")
}

// TestWithheld leaves open who says what in a clause that depends on another.
func TestWithheld(t *testing.T) {
	saysOf(t, "Holm, who wants to build 12 barns, left.", "", "12 barns")
	saysOf(t, "He mocked her promise to build 12 barns.", "", "12 barns")
}

// TestContinued gives a paragraph that is all quotation, or set after a colon, to
// whoever spoke before it.
func TestContinued(t *testing.T) {
	saysOf(t, "“We are afraid,” Berg told the Guild.\n“It takes 18 oars.”", "Berg", "18 oars")
	saysOf(t, "Anna Berg writes:\nThe quay holds 18 barges.\nIt was built in May.", "Anna Berg", "18 barges")
}

// TestNoSaying leaves alone verbs that bring a clause about, or a thing.
func TestNoSaying(t *testing.T) {
	for _, text := range []string{
		"The rain meant that 12 barns burned.",
		"The crowd gathered at a hall with 12 barns.",
		"The dairy offers 12 barns.",
		"The dairy continued to buy 12 barns.",
		"Berg won the race, claiming 12 barns.",
	} {
		saysOf(t, text, "", "12 barns")
	}
}

// TestNouns reads what a noun of saying holds where nobody owns it, where words stand
// between, and where it is said to be.
func TestNouns(t *testing.T) {
	for _, c := range []struct{ name, text, content string }{
		{"time between", "Holm's pledge last month to hire 60 hands surprised the guild.", "to hire 60 hands"},
		{"nobody's", "Berg waited in the hope that 60 hands would come.", "that 60 hands would come"},
		{"equated", "The concern within the guild is that if it rains, 60 hands will leave.", "that if it rains, 60 hands will leave"},
	} {
		t.Run(c.name, func(t *testing.T) { contentOf(t, c.text, "", c.content) })
	}
}

// TestParticiples reads what a participle behind a noun criticises, and what somebody
// does "with plans to" do.
func TestParticiples(t *testing.T) {
	contentOf(t, "Anyone questioning her lead of 12 boats can count them.", "", "her lead of 12 boats")
	contentOf(t, "The guild is hiring, with plans to send 12 weavers home.", "", "to send 12 weavers home")
}
