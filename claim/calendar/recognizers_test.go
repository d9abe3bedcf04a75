package calendar_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/atleast-desk/atleast/claim/calendar"
)

type dateCase struct {
	Input   string
	Context struct{ ReferenceDateTime string }
	Results []struct {
		Text       string
		TypeName   string
		Resolution struct {
			Values []struct{ Value, Start, End, Mod string }
		}
	}
}

// outOfScope is what news does not count days by, or what names no day: holidays,
// fiscal and school years, business days, appointments by assistants' shorthand,
// and days left unresolved.
var outOfScope = regexp.MustCompile(`(?i)fiscal|school|\bfy|\bsy\b|cy ?\d\d\b|business|work ?(day|week)|christmas|xmas|easter|halloween|holiday|patrick|independence|thanksgiving|valentine|new year|` +
	`labou?r day|workers|mother|father|memorial|earth|eve\b|ramadan|juneteenth|columbus|martin luther|veteran|black friday|cyber|april fool|may ?day|king|fools|` +
	`fortnight|rest of|remain|spring|summer|autumn|fall|winter|\beod\b|\beom\b|\beoy\b|less than|more than|around|approx|about|on or|as early|than|otd|` +
	`day of the|\btmr\b|hundred|sabbath|morrow|first half|second half|ramadan|dawn|h1|h2|within|\bw/c\b`)

// The cases of DateTimeModel whose answers are all days or spans of days. A
// mention is right with the words, and with readings among those expected.
func TestDateTimeModel(t *testing.T) {
	path := filepath.Join("../../../shared/corpora/recognizers/DateTimeModel.json")
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Skipf("needs %s, which this checkout does not have", path)
	}
	var cases []dateCase
	if err := json.Unmarshal(bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf")), &cases); err != nil {
		t.Fatal(err)
	}
	right, all, skipped := 0, 0, 0
	for _, c := range cases {
		if !inScope(c) {
			skipped++
			continue
		}
		all++
		ref, err := time.Parse("2006-01-02", c.Context.ReferenceDateTime[:10])
		if err != nil {
			t.Fatal(err)
		}
		got := calendar.Find(c.Input, ref)
		if matches(c, got) {
			right++
			continue
		}
		t.Logf("%q from %s:\n\twant %+v\n\tgot %s", c.Input, c.Context.ReferenceDateTime[:10], c.Results, show(got))
	}
	t.Logf("%d of %d (%.1f %%), %d out of scope", right, all, 100*float64(right)/float64(all), skipped)
	if 100*right < 85*all {
		t.Errorf("%d of %d, want 85 %%", right, all)
	}
}

func inScope(c dateCase) bool {
	if len(c.Results) == 0 || len(c.Context.ReferenceDateTime) < 10 {
		return false
	}
	for _, r := range c.Results {
		if r.TypeName != "datetimeV2.date" && r.TypeName != "datetimeV2.daterange" || outOfScope.MatchString(r.Text) {
			return false
		}
		for _, v := range r.Resolution.Values {
			if v.Value == "not resolved" {
				return false
			}
		}
	}
	return true
}

func matches(c dateCase, got []calendar.Mention) bool {
	if len(got) != len(c.Results) {
		return false
	}
	for i, r := range c.Results {
		if bare(r.Text) != bare(got[i].Text) || len(got[i].Readings) == 0 {
			return false
		}
		wanted := map[string]bool{}
		for _, v := range r.Resolution.Values {
			if v.Value != "" {
				wanted[v.Value] = true
			}
			wanted[v.Start+"/"+v.End] = true
		}
		for _, d := range got[i].Readings {
			if !wanted[written(got[i], d)] {
				return false
			}
		}
	}
	return true
}

// bare leaves out the article, which the cases themselves now take in, now not.
func bare(s string) string { return strings.TrimPrefix(strings.ToLower(s), "the ") }

func written(m calendar.Mention, d calendar.Days) string {
	day := func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		return t.Format(time.DateOnly)
	}
	if m.Day {
		return day(d.From)
	}
	return day(d.From) + "/" + day(d.To)
}

func show(ms []calendar.Mention) string {
	var out []string
	for _, m := range ms {
		s := m.Text + " ="
		for _, d := range m.Readings {
			s += " " + written(m, d)
		}
		out = append(out, s)
	}
	return strings.Join(out, " | ")
}
