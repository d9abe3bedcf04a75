// Package stories reads invented news stories, each told by several reports,
// and scores how many independent origins are found behind their figures.
package stories

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/corroborate"
)

// Story is one event as several reports tell it.
type Story struct {
	Name    string
	Mix     string // how the reports come from one another: "verbatim", "drops it"
	Reports []corroborate.Report
	Truth   []Claim
}

// Claim is a claim marked by hand, and the origin it goes back to in truth.
type Claim struct {
	Report string
	Claim  atleast.Claim
	Origin string
}

// Read returns the stories of a folder of txtar files, by name.
func Read(dir string) ([]Story, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.txtar"))
	if err != nil {
		return nil, err
	}
	var all []Story
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		story, err := parse(strings.TrimSuffix(filepath.Base(path), ".txtar"), string(b))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		all = append(all, story)
	}
	return all, nil
}

// section is the line that begins a file of an archive (golang.org/x/tools/txtar).
var section = regexp.MustCompile(`(?m)^-- (\S+) --\n`)

// parse reads a story: its first line names the mix, every section but "claims"
// is a report with its outlet and day on the first two lines.
func parse(name, archive string) (Story, error) {
	heads := section.FindAllStringSubmatchIndex(archive, -1)
	if heads == nil {
		return Story{}, errors.New("no sections")
	}
	_, rest, _ := strings.Cut(archive[:heads[0][0]], ": ")
	mix, _, _ := strings.Cut(rest, ".")
	story := Story{Name: name, Mix: mix}
	for i, head := range heads {
		end := len(archive)
		if i+1 < len(heads) {
			end = heads[i+1][0]
		}
		if err := story.add(archive[head[2]:head[3]], archive[head[1]:end]); err != nil {
			return story, fmt.Errorf("%s: %w", archive[head[2]:head[3]], err)
		}
	}
	return story, nil
}

// add reads one section.
func (s *Story) add(name, text string) error {
	if name == "claims" {
		for line := range strings.Lines(text) {
			if err := s.mark(strings.TrimSpace(line)); err != nil {
				return fmt.Errorf("%q: %w", line, err)
			}
		}
		return nil
	}
	head := strings.SplitN(text, "\n", 4)
	if len(head) != 4 {
		return errors.New("want outlet, day, an empty line and text")
	}
	s.Reports = append(s.Reports, corroborate.Report{ID: name, Name: name, Outlet: head[0], Published: head[1], Text: head[3]})
	return nil
}

// mark reads one claim: report | quote | speaker | kind | via | number | what |
// act | place | day | true origin.
func (s *Story) mark(line string) error {
	cells := strings.Split(line, "|")
	if len(cells) != 11 {
		return fmt.Errorf("%d cells, want 11", len(cells))
	}
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	report := s.report(cells[0])
	if report == nil {
		return fmt.Errorf("no report %q", cells[0])
	}
	at := strings.Index(report.Text, cells[1])
	if at < 0 {
		return fmt.Errorf("the report does not hold the quote")
	}
	quantity, err := quantityOf(cells[5], cells[6])
	if err != nil {
		return err
	}
	kind := map[string]atleast.SpeakerKind{"named": atleast.Named, "group": atleast.Group, "unnamed": atleast.Unnamed, "own": atleast.OwnVoice}[cells[3]]
	c := atleast.Claim{
		Report: cells[0], Start: at, End: at + len(cells[1]), Quote: cells[1], Speaker: cells[2], SpeakerKind: kind,
		Stance: atleast.Asserted, Quantity: quantity, Event: cells[7], Place: &atleast.NamedPlace{Text: cells[8]},
	}
	if cells[4] != "" {
		c.Via = strings.Split(cells[4], ",")
	}
	if cells[9] != "" {
		c.Time = &atleast.NamedTime{Text: cells[9], From: &cells[9], To: &cells[9]}
	}
	report.Claims = append(report.Claims, atleast.ReadClaim{Claim: c})
	s.Truth = append(s.Truth, Claim{cells[0], c, cells[10]})
	return nil
}

func (s *Story) report(name string) *corroborate.Report {
	for i := range s.Reports {
		if s.Reports[i].ID == name {
			return &s.Reports[i]
		}
	}
	return nil
}

// quantityOf reads "exact 14".
func quantityOf(number, what string) (*atleast.Quantity, error) {
	bound, digits, _ := strings.Cut(number, " ")
	n, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return nil, err
	}
	q := &atleast.Quantity{Text: digits, Bound: atleast.Bound(bound), Low: &n, What: what}
	if q.Bound == atleast.Exact || q.Bound == atleast.About {
		q.High = &n
	}
	return q, nil
}
