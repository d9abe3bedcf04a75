package corroborate

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/atleast-desk/atleast"
)

// What drawn reports tell of.
var (
	drawnTowns   = strings.Fields("Torvik Kelm Sarn Orrin Bressa Halden Quill Nevara Ilmen Tallow Gorse Pemba")
	drawnActs    = []string{"kill", "injure", "capture", "rescue"}
	drawnNouns   = strings.Fields("miners soldiers people villagers")
	drawnBounds  = []atleast.Bound{atleast.Exact, atleast.Exact, atleast.Exact, atleast.AtLeast, atleast.About, atleast.MoreThan}
	drawnOutlets = strings.Fields("Herald Courier Gazette Tribune Chronicle Observer")
)

// drawnReports invents n reports of three or four claims each, all in one
// pattern of sentence: the worst case, for any two of them may be of one figure.
// Each day perDay of them appear.
func drawnReports(n, perDay int) []Report {
	draw := rand.New(rand.NewPCG(7, uint64(n)))
	var reports []Report
	for i := range n {
		published := time.Date(2031, 1, 1+i/perDay, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		r := Report{ID: fmt.Sprintf("r%05d", i), Outlet: drawnOutlets[draw.IntN(len(drawnOutlets))], Published: published}
		for range 3 + draw.IntN(2) {
			r.Claims = append(r.Claims, atleast.ReadClaim{ID: fmt.Sprintf("%s-%d", r.ID, len(r.Claims)), Claim: drawnClaim(&r, draw)})
		}
		reports = append(reports, r)
	}
	return reports
}

// drawnClaim writes one more sentence into the report and returns the claim in it.
func drawnClaim(r *Report, draw *rand.Rand) atleast.Claim {
	town, act, n := drawnTowns[draw.IntN(len(drawnTowns))], drawnActs[draw.IntN(len(drawnActs))], float64(2+draw.IntN(500))
	what, speaker := drawnNouns[draw.IntN(len(drawnNouns))], fmt.Sprintf("Ilya Mar%c%c", 'a'+draw.IntN(26), 'a'+draw.IntN(26))
	quote := fmt.Sprintf("%.0f %s were %sed in %s", n, what, act, town)
	c := atleast.Claim{
		Report: r.ID, Quote: quote, Start: len(r.Text), End: len(r.Text) + len(quote), Speaker: speaker, SpeakerKind: atleast.Named,
		Stance: atleast.Asserted, Event: act, Place: &atleast.NamedPlace{Text: town},
		Quantity: &atleast.Quantity{Text: quote[:strings.Index(quote, " were")], Bound: drawnBounds[draw.IntN(len(drawnBounds))], Low: &n, What: what},
	}
	if draw.IntN(2) == 0 {
		c.Time = &atleast.NamedTime{From: &r.Published, To: &r.Published}
	}
	r.Text += quote + ", governor " + speaker + " told the " + r.Outlet + ".\n"
	return c
}

// BenchmarkFigures shows how the time grows with the number of reports: of a
// long story with 20 reports a day, and of one in which all appear within 30 days.
func BenchmarkFigures(b *testing.B) {
	Figures(drawnReports(1, 1), Options{}) // unpacks the gazetteer
	for _, n := range []int{500, 1000, 2000, 4000} {
		for name, reports := range map[string][]Report{"long": drawnReports(n, 20), "dense": drawnReports(n, n/nearDays+1)} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				for b.Loop() {
					Figures(reports, Options{})
				}
			})
		}
	}
}
