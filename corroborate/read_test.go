package corroborate_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/claim"
	"github.com/atleast-desk/atleast/corroborate"
)

// The seeds from bytes to origins, with the claims as the desk reads them.
func TestSeedsAsRead(t *testing.T) {
	paths, err := filepath.Glob("../../shared/seeds/*.txt")
	if err != nil || len(paths) == 0 {
		t.Skip("needs ../shared/seeds, which this checkout does not have")
	}
	var reports []corroborate.Report
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		text, err := claim.Extract(filepath.Base(path), b)
		if err != nil {
			t.Fatal(err)
		}
		r := corroborate.Report{ID: text.Name, Name: text.Name, Text: text.Text}
		for _, c := range claim.Read(text) {
			r.Claims = append(r.Claims, atleast.ReadClaim{Claim: c})
		}
		reports = append(reports, r)
	}
	figures := corroborate.Figures(reports, corroborate.Options{})
	captured := map[string]corroborate.Figure{}
	for _, f := range figures {
		captured[f.Quantity.String()] = f
	}
	ukraine, officials, post, putin := captured["102"], captured["hundreds"], captured["at least 247"], captured["1348"]
	for _, want := range []struct {
		figure corroborate.Figure
		origin string
		kind   corroborate.OriginKind
	}{
		{ukraine, "Ukrainian authorities", corroborate.Party},
		{officials, "Officials", corroborate.Official},
		{post, "The Washington Post", corroborate.Footage},
		{putin, "Vladimir Putin", corroborate.Party},
	} {
		if len(want.figure.Origins) != 1 {
			t.Fatalf("%s: origins %+v, want %s alone", want.figure.ID, want.figure.Origins, want.origin)
		}
		if o := want.figure.Origins[0]; o.Name != want.origin || o.Kind != want.kind {
			t.Errorf("%s: origin %+v, want %s, %s", want.figure.ID, o, want.origin, want.kind)
		}
	}
	for _, pair := range [][2]corroborate.Figure{{ukraine, officials}, {ukraine, post}, {officials, post}} {
		if r := corroborate.Compare(pair[0], pair[1]); !r.Is.Compatible() {
			t.Errorf("%s and %s: %s, %s; want them to agree", r.A, r.B, r.Is, r.Why)
		}
		if r := corroborate.Compare(pair[0], putin); r.Is != corroborate.NotComparable {
			t.Errorf("%s and %s: %s, %s; want another scope", r.A, r.B, r.Is, r.Why)
		}
	}
	if b := corroborate.Behind(ukraine, officials, post); b.AtLeast != 2 || b.AtMost != 3 {
		t.Errorf("behind the captures: at least %d, at most %d, want 2 and 3", b.AtLeast, b.AtMost)
	}
}
