package corroborate_test

import (
	"cmp"
	"math/rand/v2"
	"testing"

	difference "github.com/google/go-cmp/cmp"

	"github.com/atleast-desk/atleast/bench/claims/origins/stories"
	"github.com/atleast-desk/atleast/corroborate"
)

func readStories(t *testing.T) []stories.Story { return readFolder(t, "stories", 60) }

func readFolder(t *testing.T, folder string, want int) []stories.Story {
	t.Helper()
	all, err := stories.Read("testdata/" + folder)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != want {
		t.Fatalf("%d stories in %s, want %d", len(all), folder, want)
	}
	return all
}

// Independent origins behind invented stories, from claims marked by hand and
// from claims as package claim reads them. "stories" served to write the rules;
// all others were each written and measured first, and their misses read
// afterwards, but for "blind" and "sealed": of them no miss was ever looked at. Their
// recall is held to about what it is, so that it does not fall unnoticed; and so is
// the precision of "sealed", two of whose origins are one with others as read.
func TestStories(t *testing.T) {
	for _, tc := range []struct {
		folder       string
		stories      int
		read         bool
		wantedRecall float64
		precision    float64 // 0.95 where it is not given
	}{
		{"stories", 60, false, 0.95, 0},
		{"stories", 60, true, 0.90, 0},
		{"heldout", 12, false, 0.95, 0},
		{"heldout", 12, true, 0.85, 0},
		{"unseen", 8, false, 0.95, 0},
		{"unseen", 8, true, 0.85, 0},
		{"fresh", 20, false, 0.95, 0},
		{"fresh", 20, true, 0.85, 0},
		{"last", 12, false, 0.95, 0},
		{"last", 12, true, 0.85, 0},
		{"final", 8, false, 0.90, 0},
		{"final", 8, true, 0.70, 0},
		{"blind", 8, false, 0.75, 0},
		{"blind", 8, true, 0.80, 0},
		{"newest", 12, false, 0.75, 0},
		{"newest", 12, true, 0.80, 0},
		{"sealed", 12, false, 0.75, 0},
		{"sealed", 12, true, 0.70, 0.88},
	} {
		var total stories.Score
		for _, s := range readFolder(t, tc.folder, tc.stories) {
			reports := s.Reports
			if tc.read {
				reports = s.Reread()
			}
			score := s.ScoreOf(corroborate.Figures(reports, corroborate.Options{}))
			if score.Found > score.Right {
				t.Logf("%s: %d origins found, of which %d are truly different", s.Name, score.Found, score.Right)
			}
			total = total.Add(score)
		}
		t.Logf("%s, read %v: precision %.3f, recall %.3f", tc.folder, tc.read, total.Precision(), total.Recall())
		precision := cmp.Or(tc.precision, 0.95)
		if total.Precision() < precision || total.Recall() < tc.wantedRecall {
			t.Errorf("%s, read %v: precision %.3f and recall %.3f, want at least %.2f and %.2f", tc.folder, tc.read, total.Precision(), total.Recall(), precision, tc.wantedRecall)
		}
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
			if diff := difference.Diff(want, corroborate.Figures(s.Reports, corroborate.Options{})); diff != "" {
				t.Fatalf("%s: in another order:\n%s", s.Name, diff)
			}
		}
	}
}
