package desk_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/atleast-desk/atleast"
)

const statement = `The army said on Wednesday that it had captured 102 soldiers near Sudzha.

Officials told Reuters that hundreds of soldiers had surrendered.
`

func TestReportIsRead(t *testing.T) {
	d := open(t)
	kept := add(t, d, file("statement.txt", []byte(statement)))
	if kept.Trouble != "" || kept.Item.Kind != atleast.Report {
		t.Fatalf("kept %+v; want a report without trouble", kept)
	}
	wantKinds(t, d, atleast.CaseOpened, atleast.ItemPreserved, atleast.ClaimsRead)
	text, err := d.Text(t.Context(), kept.Item.Digest)
	if err != nil || text != statement {
		t.Errorf("Text = %q, %v; want the statement as it stands", text, err)
	}
	claims, err := d.Claims(t.Context(), "kursk")
	if err != nil || len(claims) < 2 {
		t.Fatalf("Claims = %v, %v; want at least the two numbers", claims, err)
	}
	ids := map[string]bool{}
	for _, c := range claims {
		if err := c.Validate(text); err != nil {
			t.Error(err)
		}
		if ids[c.ID] || !strings.HasPrefix(c.ID, kept.Item.Digest.Short()) || c.Item != kept.Item.Digest {
			t.Errorf("claim %q of item %s: want an ID of its own that begins like the item", c.ID, c.Item)
		}
		ids[c.ID] = true
	}
	figures, err := d.Figures(t.Context(), "kursk")
	if err != nil || len(figures) == 0 {
		t.Fatalf("Figures = %v, %v; want some", figures, err)
	}
	if again := add(t, d, file("statement.txt", []byte(statement))); again.Trouble != "" {
		t.Errorf("handed in again: %q", again.Trouble)
	}
	wantKinds(t, d, atleast.CaseOpened, atleast.ItemPreserved, atleast.ClaimsRead)
}

func TestClaimJudgedWrongCarriesNoFigure(t *testing.T) {
	d := open(t)
	add(t, d, file("statement.txt", []byte(statement)))
	carried := func() (ids []string) {
		t.Helper()
		figures, err := d.Figures(t.Context(), "kursk")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range figures {
			for _, c := range f.Carriers {
				ids = append(ids, c.ID)
			}
		}
		return ids
	}
	before := carried()
	if len(before) == 0 {
		t.Fatal("no claim carries a figure")
	}
	judge(t, d, atleast.Verdict{On: atleast.OnClaim, A: before[0], Is: atleast.Wrong, By: "m.r"})
	for _, id := range carried() {
		if id == before[0] {
			t.Errorf("claim %s was judged wrong and still carries a figure", id)
		}
	}
}

func TestBrokenReportIsKeptWithItsTrouble(t *testing.T) {
	d := open(t)
	kept := add(t, d, file("broken.pdf", []byte("%PDF-1.7\nnothing of it is left")))
	if kept.Item.Type != "application/pdf" || !strings.Contains(kept.Trouble, "could not be read") {
		t.Errorf("kept %+v; want a PDF that could not be read", kept)
	}
	wantKinds(t, d, atleast.CaseOpened, atleast.ItemPreserved, atleast.ClaimsRead)
	if err := d.Audit(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestSeeds(t *testing.T) {
	seeds, err := filepath.Glob("../../shared/seeds/*.txt")
	if err != nil || len(seeds) == 0 {
		t.Skip("needs ../shared/seeds, which this checkout does not have")
	}
	d := open(t)
	for _, path := range seeds {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if kept := add(t, d, file(filepath.Base(path), content)); kept.Trouble != "" {
			t.Errorf("%s: %s", path, kept.Trouble)
		}
	}
	numbers := 0
	claims, err := d.Claims(t.Context(), "kursk")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range claims {
		if c.Quantity != nil {
			numbers++
		}
	}
	if numbers < 9 {
		t.Errorf("%d numbers were read from the two articles; want the nine that they state", numbers)
	}
	if figures, err := d.Figures(t.Context(), "kursk"); err != nil || len(figures) == 0 {
		t.Errorf("Figures = %v, %v; want some", figures, err)
	}
	if err := d.Audit(t.Context()); err != nil {
		t.Error(err)
	}
}
