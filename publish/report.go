package publish

import (
	"bytes"
	_ "embed" // the report's page
	"fmt"
	"html/template"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // whoever checks a report must read the same hours from it

	"github.com/atleast-desk/atleast"
)

//go:embed report.html
var reportPage string

var reportTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New(reportFile).Parse(reportPage))
})

// reportView is what the page shows, already in words.
type reportView struct {
	Case      atleast.Case
	Answer    string
	Because   string
	Floor     string
	AddsUp    bool
	Summands  []summand
	Apart     []apartRow
	ApartLeft int64
	RestsOn   []fallRow
	Assumed   []fallRow
	Ceiling   string
	Figures   []figureRow // of what the answer counts
	Others    []figureRow // other numbers in the reports
	Chart     template.HTML
	Ledger    string
	Proofs    int
	Withheld  []string
	Published string
	Zone      string
}

type summand struct{ ID, Low, Weight, When, Why string }
type apartRow struct{ A, B, Because string }
type fallRow struct{ What, Without string }
type figureRow struct{ Sentence, Reports, Origins, Standing, Why string }

// report renders the page. The same content gives the same bytes.
func (c content) report() ([]byte, error) {
	var b bytes.Buffer
	err := reportTemplate().Execute(&b, c.view())
	return b.Bytes(), err
}

func (c content) view() reportView {
	v := reportView{
		Case: c.manifest.Case, Answer: answer(c.tally.Floor), AddsUp: addsUp(c.tally.Certificate),
		Ledger: c.manifest.Ledger, Proofs: len(c.manifest.Proofs),
		Published: c.manifest.Published.In(c.zone()).Format("2 January 2006, 15:04"), Zone: c.zone().String(),
		Summands: c.summands(), RestsOn: c.restsOn(), Chart: chart(c.figures, c.tally.Floor),
		Ceiling: c.ceiling(), Withheld: c.manifest.Withheld.words(),
	}
	v.Because = because(c.tally, v.AddsUp, len(v.Summands))
	if c.tally.Floor != nil {
		v.Floor = grouped(*c.tally.Floor)
	}
	v.Apart, v.ApartLeft = apartRows(c.tally.Certificate)
	for _, a := range c.tally.Assumed {
		v.Assumed = append(v.Assumed, fallRow{a.Name, number(a.Floor)})
	}
	for _, f := range c.figures {
		row := figureRow{f.Sentence, strconv.Itoa(f.Reports), between(f.AtLeast, f.AtMost), f.Standing, f.Why}
		if f.Compared {
			v.Figures = append(v.Figures, row)
		} else {
			v.Others = append(v.Others, row)
		}
	}
	return v
}

func answer(floor *int64) string {
	if floor == nil {
		return "No answer yet"
	}
	return "At least " + grouped(*floor)
}

// because is the shortest reason for the answer.
func because(t atleast.Tally, simple bool, n int) string {
	switch {
	case t.Floor == nil:
		return "The verdicts contradict one another, so nothing can be said until one of them is withdrawn."
	case *t.Floor == 0:
		return "No verified footage shows anybody yet."
	case n == 1:
		return "Because one verified sighting shows that many."
	case simple:
		return fmt.Sprintf("Because %d verified sightings show people of whom nobody is in two of them, so their numbers add up.", n)
	default:
		return fmt.Sprintf("Because of how %d verified sightings may overlap: however the people in them are the same, fewer could not have been seen.", n)
	}
}

// summands are the sightings with weight, in the order of the evidence.
func (c content) summands() []summand {
	weight := map[string]string{}
	if c.tally.Certificate != nil {
		for _, w := range c.tally.Certificate.Weights {
			weight[w.ID] = w.Y
		}
	}
	carry := weightsOf(c.tally.Certificate)
	var rows []summand
	for _, s := range c.evidence.Sightings {
		if carry[s.ID] {
			rows = append(rows, summand{s.ID, grouped(s.Low), weight[s.ID], spanWords(s.Time, c.zone()), s.Why})
		}
	}
	return rows
}

// maxApart is how many pairs the page explains; the data holds all.
const maxApart = 100

func apartRows(cert *atleast.Certificate) (rows []apartRow, left int64) {
	if cert == nil {
		return nil, 0
	}
	for _, p := range cert.Pairs[:min(maxApart, len(cert.Pairs))] {
		rows = append(rows, apartRow{p.A, p.B, grounds(p)})
	}
	return rows, cert.Omitted + int64(len(cert.Pairs)-len(rows))
}

// grounds says in words why a pair is different.
func grounds(p atleast.Apart) string {
	said := map[atleast.Because]string{
		atleast.ByVerdict:    "analysts compared them",
		atleast.ByPlaceTime:  "nobody could have been in both places in that time",
		atleast.ByKind:       "what they show cannot be the same thing",
		atleast.ByAssumption: "it is assumed",
	}[p.Because]
	if p.Why == "" || p.Because == atleast.ByPlaceTime {
		return said // the reason may state a position that was widened
	}
	return said + ": " + p.Why
}

func (c content) restsOn() []fallRow {
	var rows []fallRow
	for _, s := range c.tally.RestsOn {
		what := "sighting " + s.Sighting
		if s.Verdict != nil {
			what = fmt.Sprintf("the verdict on %s and %s", s.Verdict[0], s.Verdict[1])
		}
		rows = append(rows, fallRow{what, number(s.FloorWithout)})
	}
	return rows
}

func (c content) ceiling() string {
	switch {
	case c.tally.Floor == nil:
		return ""
	case c.tally.Ceiling == nil:
		return "There is no highest number: what was not filmed cannot be counted, and some sightings have no upper limit."
	default:
		return fmt.Sprintf("The footage counted here shows at most %s; what was not filmed cannot be counted.", grouped(*c.tally.Ceiling))
	}
}

// words says what was withheld.
func (w withheld) words() []string {
	var said []string
	if w.Names > 0 {
		said = append(said, fmt.Sprintf("%s not named; each stands under the same number everywhere.", several(w.Names, "analyst is", "analysts are")))
	}
	if w.Members > 0 {
		said = append(said, fmt.Sprintf("%s not named; each stands under the same number everywhere.", several(w.Members, "sender of messages or letters is", "senders of messages or letters are")))
	}
	if w.Positions > 0 {
		said = append(said, fmt.Sprintf("The position of %s was widened to discs on a grid of a tenth of a degree; the answer follows from the wider ones too.", several(w.Positions, "sighting", "sightings")))
	}
	if len(w.Exact) > 0 {
		said = append(said, "The positions of "+strings.Join(w.Exact, ", ")+" stand as they were coded, because the answer needs them.")
	}
	return said
}

func several(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

func between(low, high int) string {
	if low == high {
		return strconv.Itoa(low)
	}
	return fmt.Sprintf("%d to %d", low, high)
}

func number(n *int64) string {
	if n == nil {
		return "none"
	}
	return grouped(*n)
}

// grouped prints a number with commas between thousands.
func grouped(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// zone is the case's time zone, or UTC where this machine does not know it.
func (c content) zone() *time.Location {
	if zone, err := time.LoadLocation(c.manifest.Case.Zone); err == nil {
		return zone
	}
	return time.UTC
}

// spanWords puts a span into words, in days where it begins and ends with one.
func spanWords(s *atleast.Span, zone *time.Location) string {
	if s == nil {
		return "not known"
	}
	from, to := s.From.In(zone), s.To.In(zone)
	layout := "2 Jan 2006 15:04"
	if midnight(from) && midnight(to) && to.After(from) {
		layout, to = "2 Jan 2006", to.AddDate(0, 0, -1) // a day ends with the first moment of the next
	}
	if first, last := from.Format(layout), to.Format(layout); first != last {
		return first + " to " + last
	}
	return from.Format(layout)
}

func midnight(t time.Time) bool {
	return t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 && t.Nanosecond() == 0
}

// printedFloor finds the answer on a page, whichever version wrote it.
var printedFloor = regexp.MustCompile(`<strong id="floor">([^<]*)</strong>`)

// checkReport compares the number that the page prints with the tally, and the
// whole page with what the data gives where this program's page wrote it.
func (f folder) checkReport(c content, found *Findings) {
	page := f[reportFile]
	switch printed := printedFloor.FindAllSubmatchIndex(page, -1); {
	case len(printed) != 1:
		found.add(reportFile, 0, "it states the answer %d times, not once", len(printed))
	case string(page[printed[0][2]:printed[0][3]]) != answer(c.tally.Floor):
		found.add(reportFile, lineAt(page, int64(printed[0][2])), "it says %q, and the tally proves %q", page[printed[0][2]:printed[0][3]], answer(c.tally.Floor))
	}
	if c.manifest.Page != pageDigest() {
		return // an older or newer page: its wording is its own
	}
	again, err := c.report()
	if err != nil {
		found.add(reportFile, 0, "%v", err)
		return
	}
	if line := firstDifference(page, again); line > 0 {
		found.add(reportFile, line, "it does not say what the data says")
	}
}

// pageDigest tells versions of the page apart.
func pageDigest() string { return atleast.DigestOf([]byte(reportPage)).String() }
