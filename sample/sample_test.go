package sample_test

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/atleast-desk/atleast/desk"
	"github.com/atleast-desk/atleast/media"
	"github.com/atleast-desk/atleast/sample"
)

func TestMain(m *testing.M) {
	media.Child(desk.Tasks()...)
	os.Exit(m.Run())
}

// The sample says what can be proven from public reporting, and no more: the 29
// on the road may be among the 40 at the crossing until an assumption says
// otherwise, and what nobody verified does not count.
func TestSampleAnswers(t *testing.T) {
	ctx := context.Background()
	d, err := desk.Open(ctx, desk.Config{Dir: t.TempDir(), Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	steps := 0
	if err := sample.Fill(ctx, d, func(string) { steps++ }); err != nil {
		t.Fatal(err)
	}
	if steps != sample.Steps() {
		t.Errorf("Fill took %d steps, Steps says %d", steps, sample.Steps())
	}
	for _, want := range []struct {
		id             string
		floor, assumed int64
	}{
		{"kursk", 40, 69},
		{"practice", 12, 13},
	} {
		tally, err := d.Tally(ctx, want.id)
		if err != nil {
			t.Fatal(err)
		}
		if tally.Floor == nil || *tally.Floor != want.floor {
			t.Errorf("%s: floor %v, want %d", want.id, tally.Floor, want.floor)
		}
		if len(tally.Assumed) != 1 || tally.Assumed[0].Floor == nil || *tally.Assumed[0].Floor != want.assumed {
			t.Errorf("%s: assumed %+v, want %d", want.id, tally.Assumed, want.assumed)
		}
	}

	// Of the two photographs of the market somebody has to say what they are.
	alike, err := d.Lookalikes(ctx, "practice")
	if err != nil || len(alike) != 1 || !alike[0].Open() {
		t.Errorf("look alike: %+v, %v; want one pair that waits", alike, err)
	}

	// Filling twice changes nothing.
	before, err := d.LedgerSize(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := sample.Fill(ctx, d, func(string) {}); err != nil {
		t.Fatal(err)
	}
	if after, err := d.LedgerSize(ctx); err != nil || after != before {
		t.Errorf("filled again the ledger has %d entries, had %d (%v)", after, before, err)
	}
}

// The figures of the sample are those that the public reporting gives.
func TestSampleFigures(t *testing.T) {
	ctx := context.Background()
	d, err := desk.Open(ctx, desk.Config{Dir: t.TempDir(), Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if err := sample.Fill(ctx, d, func(string) {}); err != nil {
		t.Fatal(err)
	}
	claims, err := d.Claims(ctx, "kursk")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []struct {
		low     float64
		speaker string
	}{
		{102, "Security Service of Ukraine"},
		{100, "Oleksandr Syrskyi"},
		{100, "Volodymyr Zelensky"},
		{265, "Geschlittert"},
		{247, "The Washington Post"},
		{594, "Oleksandr Syrskyi"},
		{1348, "Vladimir Putin"},
		{320, "The New York Times"},
	} {
		found := false
		for _, c := range claims {
			found = found || c.Quantity != nil && c.Quantity.Low != nil && *c.Quantity.Low == want.low && strings.Contains(c.Speaker, want.speaker)
		}
		if !found {
			t.Errorf("no claim of %v by %s", want.low, want.speaker)
		}
	}
}
