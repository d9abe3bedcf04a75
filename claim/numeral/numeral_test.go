package numeral_test

import (
	"bufio"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/atleast-desk/atleast/claim/numeral"
)

// shared is where real corpora lie, if this checkout has them.
const shared = "../../../shared/corpora"

func needs(t *testing.T, path string) string {
	t.Helper()
	path = filepath.Join(shared, path)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("needs %s, which this checkout does not have", path)
	}
	return path
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(1, math.Abs(a), math.Abs(b)) }

func TestNumeralsCorpus(t *testing.T) {
	for _, lang := range []string{"en", "ru", "uk"} {
		t.Run(lang, func(t *testing.T) {
			in, err := os.Open(needs(t, "numerals/"+lang+".jsonl"))
			if err != nil {
				t.Fatal(err)
			}
			defer in.Close()
			right, all := 0, 0
			for lines := bufio.NewScanner(in); lines.Scan(); {
				var want struct {
					Text  string
					Value float64
				}
				if err := json.Unmarshal(lines.Bytes(), &want); err != nil {
					t.Fatal(err)
				}
				all++
				got := numeral.Numbers(want.Text, lang)
				if len(got) == 1 && near(got[0].Value, want.Value) {
					right++
				} else {
					t.Logf("%q: want %v, got %v", want.Text, want.Value, got)
				}
			}
			t.Logf("%d of %d", right, all)
			if 100*right < 99*all {
				t.Errorf("%d of %d, want 99 %%", right, all)
			}
		})
	}
}
