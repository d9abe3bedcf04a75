package count_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/count"
)

var update = flag.Bool("update", false, "write the golden files anew")

// A change of what is printed for a few small cases is to be seen, not to happen.
func TestTalliesStayAsTheyAre(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.json")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases in testdata: %v", err)
	}
	for _, path := range cases {
		t.Run(filepath.Base(path), func(t *testing.T) {
			got := tallied(t, path)
			golden := strings.TrimSuffix(path, ".json") + ".golden"
			if *update {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatalf("%v; run the test with -update", err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("the tally of %s has changed (-was +is); if that is right, run the test with -update\n%s", path, diff)
			}
		})
	}
}

func tallied(t *testing.T, path string) []byte {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	ev, err := atleast.ParseEvidence(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	tally, err := count.Count(ev, count.Options{})
	if err != nil {
		t.Fatal(err)
	}
	out, err := json.MarshalIndent(tally, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return append(out, '\n')
}
