package desk_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/desk"
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

func TestCorrectedClaimCarriesWhatAPersonRead(t *testing.T) {
	d := open(t)
	add(t, d, file("statement.txt", []byte(statement)))
	claims, err := d.Claims(t.Context(), "kursk")
	if err != nil {
		t.Fatal(err)
	}
	speaker, n := "Ada Brunn", 104.0
	instead := &atleast.Correction{Speaker: &speaker, Kind: atleast.Named, Quantity: &atleast.Quantity{Bound: atleast.Exact, Low: &n, High: &n, What: "soldiers"}}
	judge(t, d, atleast.Verdict{On: atleast.OnClaim, A: claims[0].ID, Is: atleast.Wrong, By: "m.r", Instead: instead})
	figures, err := d.Figures(t.Context(), "kursk")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range figures {
		for _, c := range f.Carriers {
			if c.ID == claims[0].ID {
				if f.Quantity.String() != "104" || f.Origins[c.Origin].Name != speaker || c.Judged != atleast.Right {
					t.Errorf("the corrected claim carries %s of %q, judged %q", f.Quantity, f.Origins[c.Origin].Name, c.Judged)
				}
				again, err := d.Claims(t.Context(), "kursk")
				if err != nil || again[0].Speaker == speaker {
					t.Errorf("what the machine read is now %q (%v)", again[0].Speaker, err)
				}
				if err := d.Audit(t.Context()); err != nil {
					t.Error(err)
				}
				return
			}
		}
	}
	t.Fatal("the corrected claim carries no figure")
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

// pdf writes a PDF of one page with one line.
func pdf(line string) []byte {
	drawn := fmt.Sprintf("BT /F1 12 Tf 72 720 Td (%s) Tj ET", line)
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var offsets []int
	for n, object := range []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(drawn), drawn),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
	} {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n+1, object)
	}
	start := b.Len()
	b.WriteString("xref\n0 6\n0000000000 65535 f \n")
	for _, offset := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", start)
	return b.Bytes()
}

func TestPDFIsReadInAChild(t *testing.T) {
	d := open(t)
	kept := add(t, d, file("statement.pdf", pdf("The army said it had captured 102 soldiers.")))
	if strings.Contains(kept.Trouble, "no_sandbox") {
		t.Skip("this machine does not confine children: " + kept.Trouble)
	}
	if kept.Trouble != "" {
		t.Fatal(kept.Trouble)
	}
	claims, err := d.Claims(t.Context(), "kursk")
	if err != nil || len(claims) == 0 || claims[0].Quantity == nil || *claims[0].Quantity.Low != 102 {
		t.Errorf("Claims = %+v, %v; want 102", claims, err)
	}
}

func TestTextIsKeptAsClaimsPointIntoIt(t *testing.T) {
	d := open(t)
	kept := add(t, d, file("odd.pdf", pdf(`The army \000 said it had captured 102 soldiers.`)))
	if strings.Contains(kept.Trouble, "no_sandbox") {
		t.Skip("this machine does not confine children: " + kept.Trouble)
	}
	text, err := d.Text(t.Context(), kept.Item.Digest)
	if err != nil || !strings.Contains(text, "army \uFFFD said") {
		t.Fatalf("Text = %q, %v; want the null replaced", text, err)
	}
	claims, err := d.Claims(t.Context(), "kursk")
	if err != nil || len(claims) == 0 {
		t.Fatalf("Claims = %v, %v; want some", claims, err)
	}
	for _, c := range claims {
		if err := c.Validate(text); err != nil {
			t.Error(err)
		}
	}
	if err := d.Audit(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestReportTooLargeToRead(t *testing.T) {
	d := open(t)
	kept := add(t, d, file("log.txt", bytes.Repeat([]byte("nothing to see\n"), desk.MaxReport/15+1)))
	if !strings.Contains(kept.Trouble, "reports are read up to") {
		t.Errorf("kept with trouble %q; want it too large to read", kept.Trouble)
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

// The charset that somebody stated for a report is kept with where it was found,
// and it is read by that; where it is guessed, its reader is told.
func TestStatedCharsetIsKept(t *testing.T) {
	d := open(t)
	short, err := charmap.KOI8U.NewEncoder().String("Мер: 12 їх.")
	if err != nil {
		t.Fatal(err)
	}
	sent := file("statement.txt", []byte(short))
	sent.Served = "text/plain; charset=koi8-u"
	kept := add(t, d, sent)
	if text, err := d.Text(t.Context(), kept.Item.Digest); err != nil || text != "Мер: 12 їх." {
		t.Errorf("Text = %q, %v", text, err)
	}
	if finds, err := d.Finds(t.Context(), kept.Item.Digest); err != nil || len(finds) != 1 || finds[0].Served != sent.Served {
		t.Errorf("found %+v, %v; want the stated charset", finds, err)
	}
	long, err := charmap.Windows1251.NewEncoder().String(strings.Repeat("Мер заявив, що загинули 12 людей.\n", 9))
	if err != nil {
		t.Fatal(err)
	}
	sent = file("other.txt", []byte(long))
	sent.Served = "text/plain" // says nothing that the bytes do not
	guessed := add(t, d, sent)
	caveats, err := d.Caveats(t.Context(), "kursk")
	if err != nil || len(caveats) != 1 || !strings.Contains(caveats[guessed.Item.Digest], "windows-1251") {
		t.Errorf("caveats %v, %v; want the guess alone", caveats, err)
	}
	if finds, err := d.Finds(t.Context(), guessed.Item.Digest); err != nil || finds[0].Served != "" {
		t.Errorf("found %+v, %v; want nothing stated", finds, err)
	}
	if err := d.Audit(t.Context()); err != nil {
		t.Error(err)
	}
}
