package publish

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/atleast-desk/atleast"
)

// chatted is the sample with what members of a group wrote and passed on.
func chatted(t *testing.T) Input {
	in := sample(t)
	said := func(speaker string, via, why []string, quote string) atleast.ReadClaim {
		return atleast.ReadClaim{Item: atleast.DigestOf([]byte(quote)), ID: atleast.DigestOf([]byte(quote)).Short(), Claim: atleast.Claim{
			Report: "result.json#1", Quote: quote, Speaker: speaker, SpeakerKind: atleast.Named, Via: via, Why: why, Stance: atleast.Asserted}}
	}
	in.Claims = append(in.Claims,
		said("olena river", nil, []string{"author"}, "12 taken, wrote olena river"),
		said("the mayor", []string{"Sudzha News", "Ihor Field"}, []string{"speaker", "via:forwarded", "via:forwarder"}, "30 taken"),
		said("a driver", []string{"Reuters", "Ada Open"}, []string{"via:author"}, "40 taken"),
		said("Ihor Fielding", nil, []string{"speaker"}, "50 taken, and Ada Open says so"),
	)
	in.Figures[0].Sentence = "Olena river says 12 were taken."
	in.Figures[0].Detail = json.RawMessage(`{"id":"x","low":12.50,"origins":[{"name":"olena river"}],"ties":["the same as Ihor Field"]}`)
	return in
}

func TestMembersAreNotNamed(t *testing.T) {
	in := chatted(t)
	dir := published(t, in)
	for _, name := range []string{"claims.jsonl", "claims.csv", "figures.json", "report.html"} {
		for _, private := range []string{"lena river", "Ihor Field\"", "Ihor Field;", "Ada Open"} {
			if strings.Contains(read(t, dir, name), private) {
				t.Errorf("%s names %q", name, private)
			}
		}
	}
	figures := read(t, dir, "figures.json")
	for _, want := range []string{"member 1 says 12 were taken.", "the same as member 2", "12.50"} {
		if !strings.Contains(figures, want) {
			t.Errorf("figures.json lacks %q:\n%s", want, figures)
		}
	}
	claims := read(t, dir, "claims.jsonl")
	for _, public := range []string{"the mayor", "Sudzha News", "Reuters", "Ihor Fielding", "wrote member 1"} {
		if !strings.Contains(claims, public) {
			t.Errorf("claims.jsonl lacks %q", public)
		}
	}
	if !strings.Contains(read(t, dir, "report.html"), "3 senders of messages or letters are not named") {
		t.Error("the report does not say that names are withheld")
	}
	if found := checked(t, dir); !found.Holds() {
		t.Errorf("%v", found.Problems)
	}
}

// Who agreed is named, and who is a speaker elsewhere was named already.
func TestMembersWhoAreNamed(t *testing.T) {
	in := chatted(t)
	in.Show.Names = []string{"olena river"}
	in.Claims = append(in.Claims, atleast.ReadClaim{ID: "y", Claim: atleast.Claim{Report: "y", Speaker: "Ada Open", Quote: "60", Stance: atleast.Asserted}})
	claims := read(t, published(t, in), "claims.jsonl")
	for _, want := range []string{"olena river", "Ada Open", "member 1"} {
		if !strings.Contains(claims, want) {
			t.Errorf("claims.jsonl lacks %q", want)
		}
	}
	if strings.Contains(claims, `"Ihor Field"`) {
		t.Error("Ihor Field did not agree")
	}
	if in.Claims[2].Via[1] != "Ihor Field" {
		t.Error("the claims of the input were changed")
	}
}
