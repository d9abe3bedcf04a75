package claim

import (
	"testing"

	"github.com/atleast-desk/atleast"
)

// TestPolls reads what a poll or an average of polls found, wherever it stands.
func TestPolls(t *testing.T) {
	for _, c := range []struct{ name, text, quantity string }{
		{"which polls", "She was 40 points ahead of Holm in polls taken in May.", "40 points"},
		{"their average", "Berg leads by 9 points in the Guild average of harbour polls.", "9 points"},
		{"within the subject", "Support for the quay in the latest Guild poll stands at a low 53 percent.", "53 percent"},
		{"on a day", "She is no weaver, but a Guild survey released Friday had her at 4 percent.", "4 percent"},
		{"others it counts", "In a Guild poll, 38 percent of bakers said they sleep badly, while 60 percent said they do not.", "60 percent"},
		{"whom it counts", "Polls show as many as 12 percent of bakers say they will leave.", "as many as 12 percent"},
		{"participle", "With a Guild poll giving Berg a lead of 30 points, she left.", "30 points"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if kind := kindOf(c.text, c.quantity); kind != atleast.Unnamed && kind != atleast.Named && kind != atleast.Group {
				t.Errorf("%s\ngot kind %q, want somebody's", c.text, kind)
			}
		})
	}
	if kind := kindOf("The barge trails by 12 lengths in the polls.", "12 lengths"); kind != atleast.OwnVoice {
		t.Errorf("got kind %q of what nobody's polls say, want the report's own voice", kind)
	}
}

// kindOf returns whose a quantity is, or "".
func kindOf(text, quantity string) atleast.SpeakerKind {
	for _, c := range Read(Report{Name: "invented", Text: text, Lang: "en"}) {
		if c.Quantity != nil && c.Quantity.Text == quantity {
			return c.SpeakerKind
		}
	}
	return ""
}
