package claim

import "testing"

// contentOf checks what the first attribution of a text with some source holds.
func contentOf(t *testing.T, text, source, want string) {
	t.Helper()
	var have []string
	for _, c := range Read(Report{Name: "t.txt", Text: text, Lang: "en"}) {
		if c.Spans.Content == nil {
			continue
		}
		from := ""
		if s := c.Spans.Source; s != nil {
			from = text[s[0]:s[1]]
		}
		content := text[c.Spans.Content[0]:c.Spans.Content[1]]
		if from == source && content == want {
			return
		}
		have = append(have, from+": "+content)
	}
	t.Errorf("%s\ngot %q, want %s: %s", text, have, source, want)
}

// TestStop ends what is said where its speaker turns to another act of saying, and
// what others answered where it is compared.
func TestStop(t *testing.T) {
	for _, c := range []struct{ name, text, source, content string }{
		{"participle", "Berg argued that the quay would hold, calling the plan sound.", "Berg", "that the quay would hold"},
		{"its own speaker", "Berg left the hall in May, saying the quay would hold.", "Berg", "the quay would hold"},
		{"second verb", "Berg conceded that the quay leaked but noted that barges still moored.", "Berg", "that the quay leaked"},
		{"thing", "The guild has opposed the toll, but nobody in the harbour pays it.", "The guild", "the toll"},
		{"compared", "Nearly 60 percent of bakers said they were tired, compared with 12 percent of millers.", "Nearly 60 percent of bakers", "they were tired"},
		{"others", "Six in 10 bakers said they sleep badly, while 15 percent of millers do.", "Six in 10 bakers", "they sleep badly"},
		{"others joined", "A third of bakers said they sleep badly and one in four millers said they do.", "A third of bakers", "they sleep badly"},
		{"by how much", "Six in 10 bakers said they sleep badly, a 12-point rise over May.", "Six in 10 bakers", "they sleep badly"},
	} {
		t.Run(c.name, func(t *testing.T) { contentOf(t, c.text, c.source, c.content) })
	}
}

// TestStart begins what is said with whom it is about, and after who listens.
func TestStart(t *testing.T) {
	for _, c := range []struct{ name, text, source, content string }{
		{"whom a name is given", "Berg called Holm “a weaver of fog” in May.", "Berg", "Holm “a weaver of fog” in May"},
		{"half quoted", "The harbour office indicated 13 piles would be “enough” for now.", "The harbour office", "13 piles would be “enough” for now"},
		{"after an opening", "In a rare show of calm, Berg said that the toll, once paid, would fall.", "Berg", "that the toll, once paid, would fall"},
		{"on a show", "On “Harbour Hour,” Berg said the two barges were lost.", "Berg", "the two barges were lost"},
		{"wanted of others", "Berg wanted millers to pay for the quay.", "Berg", "millers to pay for the quay"},
	} {
		t.Run(c.name, func(t *testing.T) { contentOf(t, c.text, c.source, c.content) })
	}
}

// TestSpeakerAcross finds who speaks where words stand between them and their verb.
func TestSpeakerAcross(t *testing.T) {
	saysOf(t, "In a letter, Mayor Anna Berg (L) blasted the guild and said the town paid $26 million.", "Anna Berg", "$26 million")
	saysOf(t, "The weavers had said more than 300 looms were still.", "The weavers", "more than 300 looms")
	saysOf(t, "As reported by The Halden Herald, 14 barges were lost.", "The Halden Herald", "14 barges")
	saysOf(t, "“It holds 18 barges,” Berg said, referring to the quay. “It will hold 20 boats.”", "Berg", "20 boats")
}

// TestRunsOn follows what is said over a sentence's end in a quotation, past a frame
// between commas, past when it was and past a semicolon, and no further.
func TestRunsOn(t *testing.T) {
	for _, c := range []struct{ name, text, speaker, quantity string }{
		{"quotation", "Berg stated that the mill “must rest a while. It grinds 12 sacks.” The quay holds.", "Berg", "12 sacks"},
		{"frame between commas", "The toll is fair, Berg said, because 12 boats pay it.", "Berg", "12 boats"},
		{"when", "Berg agreed in 2011 to a toll of $12.", "Berg", "$12"},
		{"semicolon", "Guild records show that 12 barges sank; 14 were lost.", "Guild records", "14"},
		{"perfect", "Berg, however, has indicated she would sell 12 barges.", "Berg", "12 barges"},
		{"whoever asks", "When asked if 12 of them leak, Berg left.", "", "12"},
		{"vow", "I pledge to mend 12 boats.", "", "12 boats"},
		{"joined clause", "Berg agreed to mend the quay, and he put 12 barges there.", "", "12 barges"},
	} {
		t.Run(c.name, func(t *testing.T) { saysOf(t, c.text, c.speaker, c.quantity) })
	}
}

// TestAge knows the age beside a name for no quantity.
func TestAge(t *testing.T) {
	for _, c := range Read(Report{Name: "t.txt", Text: "Anna Berg, 51, left the hall.", Lang: "en"}) {
		if c.Quantity != nil {
			t.Errorf("got quantity %q, want none", c.Quantity.Text)
		}
	}
}

// TestSeeming puts down to nobody what only seems so.
func TestSeeming(t *testing.T) {
	claims := Read(Report{Name: "t.txt", Text: "The two millers seemed to know the road.", Lang: "en"})
	if len(claims) == 0 || claims[0].Speaker != "" || claims[0].Stance != "hedged" {
		t.Errorf("got %+v, want a hedged claim of nobody", claims)
	}
}

// TestNotSaid leaves out participles that describe or give a name, ages, who listens,
// what verbs do to a thing, remarks between dashes, and results set after a name.
func TestNotSaid(t *testing.T) {
	saysOf(t, "The quay draws an estimated 1,700 boats.", "", "an estimated 1,700 boats")
	saysOf(t, "A band called the Reeds led 12 millers home.", "", "12 millers")
	saysOf(t, "“We rest here,” Berg told a crowd of 1,300 on Monday after the bell rang.", "", "1,300")
	saysOf(t, "The town added around 12,000 looms in May.", "", "around 12,000 looms")
	saysOf(t, "Fees declined 40 percent in May.", "", "40 percent")
	saysOf(t, "Berg pledged to shut the mills — 14 in all — by May.", "", "14")
	saysOf(t, "Berg pledged to shut the mills — 14 in all — and 12 barns.", "Berg", "12 barns")
	saysOf(t, "The harbour counts 1,700 pledged boats.", "", "1,700 pledged boats")
	saysOf(t, "BERG met Holm.\nHolm: 1,769.", "", "1,769")
}
