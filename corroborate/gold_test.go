package corroborate

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/atleast-desk/atleast"
)

const sharedDir = "../../shared"

// goldClaim is a claim as the hand-made gold writes it: its place is bare text,
// and it leaves the kind of speaker to be seen from the name.
type goldClaim struct {
	atleast.Claim
	Place string             `json:"place"`
	Time  *atleast.NamedTime `json:"time"`
}

// seedReports returns the two seed articles with their claims by hand.
func seedReports(t *testing.T) []Report {
	t.Helper()
	file, err := os.Open(filepath.Join(sharedDir, "gold", "seeds.claims.jsonl"))
	if err != nil {
		t.Skip("needs ../shared/gold, which this checkout does not have")
	}
	defer file.Close()
	reports := map[string]*Report{}
	var names []string
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var g goldClaim
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		c := g.Claim
		c.Time = g.Time
		if g.Place != "" {
			c.Place = &atleast.NamedPlace{Text: g.Place}
		}
		c.SpeakerKind = kindByName(c.Speaker)
		r := reports[c.Report]
		if r == nil {
			text, err := os.ReadFile(filepath.Join(sharedDir, "seeds", c.Report))
			if err != nil {
				t.Skip("needs ../shared/seeds, which this checkout does not have")
			}
			r = &Report{ID: c.Report, Name: c.Report, Text: string(text)}
			reports[c.Report] = r
			names = append(names, c.Report)
		}
		r.Claims = append(r.Claims, atleast.ReadClaim{Claim: c})
	}
	var all []Report
	for _, name := range names {
		all = append(all, *reports[name])
	}
	return all
}

func kindByName(speaker string) atleast.SpeakerKind {
	switch {
	case speaker == "":
		return atleast.OwnVoice
	case speaker == "Officials":
		return atleast.Unnamed
	case strings.Contains(speaker, "authorities"), strings.Contains(speaker, "experts"), strings.Contains(speaker, "analysts"):
		return atleast.Group
	default:
		return atleast.Named
	}
}
