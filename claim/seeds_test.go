package claim_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/claim"
)

func needs(t *testing.T, path string) string {
	t.Helper()
	path = filepath.Join("../../shared", path)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("needs %s, which this checkout does not have", path)
	}
	return path
}

// goldClaim is a claim as an editor wrote it down.
type goldClaim struct {
	Report     string
	Start, End int
	Quote      string
	Speaker    string
	Via        []string
	Quantity   *atleast.Quantity
}

func seedGold(t *testing.T) []goldClaim {
	t.Helper()
	in, err := os.Open(needs(t, "gold/seeds.claims.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var out []goldClaim
	for lines := bufio.NewScanner(in); lines.Scan(); {
		var g goldClaim
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		out = append(out, g)
	}
	return out
}

func readSeed(t *testing.T, name string) []atleast.Claim {
	t.Helper()
	raw, err := os.ReadFile(needs(t, "seeds/"+name))
	if err != nil {
		t.Fatal(err)
	}
	r, err := claim.Extract(name, raw)
	if err != nil {
		t.Fatal(err)
	}
	claims := claim.Read(r)
	for _, c := range claims {
		if err := c.Validate(r.Text); err != nil {
			t.Error(err)
		}
	}
	return claims
}

// plainName leaves out articles and case.
func plainName(s string) string {
	s = strings.ToLower(s)
	for _, article := range []string{"the ", "a ", "an "} {
		s = strings.TrimPrefix(s, article)
	}
	return s
}

func sameSpeaker(c atleast.Claim, g goldClaim) bool {
	return plainName(c.Speaker) == plainName(g.Speaker) &&
		slices.EqualFunc(c.Via, g.Via, func(a, b string) bool { return plainName(a) == plainName(b) })
}

func sameQuantity(a, b *atleast.Quantity) bool {
	same := func(x, y *float64) bool { return x == nil && y == nil || x != nil && y != nil && *x == *y }
	return a != nil && a.Bound == b.Bound && same(a.Low, b.Low) && same(a.High, b.High) && a.What == b.What && a.Unit == b.Unit
}

// The two seed articles: every quantity must be right, all but three of the
// statements, and nobody may be given words that another spoke.
func TestSeeds(t *testing.T) {
	read := map[string][]atleast.Claim{}
	quantities, statements, missed := 0, 0, 0
	for _, g := range seedGold(t) {
		if read[g.Report] == nil {
			read[g.Report] = readSeed(t, g.Report)
		}
		found := false
		for _, c := range read[g.Report] {
			if c.Start >= g.End || g.Start >= c.End {
				continue
			}
			if g.Quantity == nil {
				found = found || sameSpeaker(c, g)
			} else if sameQuantity(c.Quantity, g.Quantity) && sameSpeaker(c, g) {
				found = true
			}
		}
		switch {
		case g.Quantity != nil && found:
			quantities++
		case g.Quantity != nil:
			t.Errorf("missed %q by %q via %q", g.Quote, g.Speaker, g.Via)
		case found:
			statements++
		default:
			missed++
			t.Logf("missed %q by %q via %q", g.Quote, g.Speaker, g.Via)
		}
	}
	t.Logf("%d quantities, %d statements, %d statements missed", quantities, statements, missed)
	if missed > 3 {
		t.Errorf("%d statements missed, at most 3 may be", missed)
	}
}
