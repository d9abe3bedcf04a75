package pdq_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/atleast-desk/atleast/match/luma"
	"github.com/atleast-desk/atleast/match/pdq"
)

const corpora = "../../../shared/corpora"

// The published program's own output for some 500 photographs: at quality 80
// and more, 99 of 100 must lie within 10 bits.
func TestAgreesWithReference(t *testing.T) {
	f, err := os.Open(filepath.Join(corpora, "pdq/pdq.tsv"))
	if err != nil {
		t.Skip("needs ../shared/corpora, which this checkout does not have")
	}
	defer f.Close()
	far, sharp, exact, worst := 0, 0, 0, 0
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		fields := strings.Split(lines.Text(), "\t")
		quality, err := strconv.Atoi(fields[1])
		if err != nil {
			continue // the heading
		}
		b, err := os.ReadFile(filepath.Join(corpora, fields[0]))
		if err != nil {
			t.Fatal(err)
		}
		p, err := luma.Read(b, 0)
		if err != nil {
			t.Fatalf("%s: %v", fields[0], err)
		}
		got, gotQuality := pdq.Sum(p)
		want, err := pdq.Parse(fields[2])
		if err != nil {
			t.Fatal(err)
		}
		if quality < 80 {
			continue
		}
		sharp++
		d := got.Distance(want)
		worst = max(worst, d)
		if d > 10 {
			far++
			t.Logf("%s: %d bits apart", fields[0], d)
		}
		if d == 0 {
			exact++
		}
		if max(gotQuality-quality, quality-gotQuality) > 2 {
			t.Errorf("%s: quality %d, want %d", fields[0], gotQuality, quality)
		}
	}
	t.Logf("%d pictures, %d equal, worst %d bits", sharp, exact, worst)
	if sharp == 0 || far*100 > sharp {
		t.Errorf("%d of %d pictures are more than 10 bits from the reference", far, sharp)
	}
}
