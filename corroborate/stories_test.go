package corroborate_test

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/atleast-desk/atleast/bench/claims/origins/stories"
	"github.com/atleast-desk/atleast/corroborate"
)

func readStories(t *testing.T) []stories.Story {
	t.Helper()
	all, err := stories.Read("testdata/stories")
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 60 {
		t.Fatalf("%d stories, want 60", len(all))
	}
	return all
}

// Independent origins behind sixty invented stories, from claims marked by hand.
func TestStories(t *testing.T) {
	var total stories.Score
	for _, s := range readStories(t) {
		score := s.ScoreOf(corroborate.Figures(s.Reports, corroborate.Options{}))
		if score.Found > score.Right {
			t.Logf("%s: %d origins found, of which %d are truly different", s.Name, score.Found, score.Right)
		}
		total = total.Add(score)
	}
	t.Logf("precision %.3f, recall %.3f", total.Precision(), total.Recall())
	if total.Precision() < 0.95 || total.Recall() < 0.80 {
		t.Errorf("precision %.3f and recall %.3f, want at least 0.95 and 0.80", total.Precision(), total.Recall())
	}
}

// Told all together, no two stories run into one figure, and no report counts
// towards another story's origins.
func TestStoriesTogether(t *testing.T) {
	var reports []corroborate.Report
	of := map[string]string{}
	for _, s := range readStories(t) {
		for _, r := range s.Reports {
			r.ID = s.Name + "/" + r.ID
			of[r.ID] = s.Name
			reports = append(reports, r)
		}
	}
	for _, f := range corroborate.Figures(reports, corroborate.Options{}) {
		for _, c := range f.Carriers[1:] {
			if a, b := of[f.Carriers[0].Report], of[c.Report]; a != b {
				t.Errorf("%s is carried by reports of %s and of %s", f.ID, a, b)
			}
		}
	}
}

// The order in which reports are handed over makes no difference.
func TestOrder(t *testing.T) {
	shuffled := rand.New(rand.NewPCG(1, 2))
	for _, s := range readStories(t) {
		want := corroborate.Figures(s.Reports, corroborate.Options{})
		for range 3 {
			shuffled.Shuffle(len(s.Reports), func(i, j int) { s.Reports[i], s.Reports[j] = s.Reports[j], s.Reports[i] })
			if diff := cmp.Diff(want, corroborate.Figures(s.Reports, corroborate.Options{})); diff != "" {
				t.Fatalf("%s: in another order:\n%s", s.Name, diff)
			}
		}
	}
}
