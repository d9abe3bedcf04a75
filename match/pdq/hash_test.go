package pdq_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/atleast-desk/atleast/match/luma"
	"github.com/atleast-desk/atleast/match/mangle"
	"github.com/atleast-desk/atleast/match/pdq"
)

func hashes() *rapid.Generator[pdq.Hash] {
	return rapid.Custom(func(t *rapid.T) (h pdq.Hash) {
		copy(h[:], rapid.SliceOfN(rapid.Byte(), len(h), len(h)).Draw(t, "hash"))
		return h
	})
}

func TestHashText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := hashes().Draw(t, "h")
		back, err := pdq.Parse(h.String())
		if err != nil || back != h {
			t.Fatalf("%s reads as %s, %v", h, back, err)
		}
	})
	for _, bad := range []string{"", "00", string(make([]byte, 64))} {
		if _, err := pdq.Parse(bad); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}

func TestDistanceIsAMetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := hashes().Draw(t, "a"), hashes().Draw(t, "b"), hashes().Draw(t, "c")
		if a.Distance(a) != 0 || a.Distance(b) != b.Distance(a) || a.Distance(c) > a.Distance(b)+b.Distance(c) {
			t.Fatal("not a metric")
		}
		if (a.Distance(b) == 0) != (a == b) {
			t.Fatal("different hashes at no distance")
		}
	})
}

// The eight fingerprints from one spectrum are those of the turned pictures.
func TestTurnedSpectrum(t *testing.T) {
	p := luma.FromImage(mangle.Scene(7, 300, 200))
	points, _ := pdq.Reduce(luma.Of(p))
	for turn, got := range points.Spectrum().Hashes() {
		want, _ := pdq.Sum(luma.Of(p.Turned(luma.Turn(turn))))
		if d := got.Distance(want); d > 24 { // sampling points are not symmetric
			t.Errorf("turn %d: %d bits from the turned picture's", turn, d)
		}
	}
}

func TestTooSmall(t *testing.T) {
	if h, quality := pdq.Sum(luma.Of(luma.NewPlane(4, 300))); h != (pdq.Hash{}) || quality != 0 {
		t.Errorf("four pixels wide: %s, quality %d", h, quality)
	}
	if _, quality := pdq.Sum(luma.Of(luma.NewPlane(300, 300))); quality != 0 {
		t.Errorf("a black picture has quality %d", quality)
	}
}
