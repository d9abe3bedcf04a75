package web

import (
	"fmt"
	"html/template"
	"time"

	"github.com/atleast-desk/atleast"
)

// stay is when something was seen.
type stay struct {
	Label string
	Time  atleast.Span
}

const (
	clockLeft       = 96.0
	clockLeftNarrow = 64.0
	clockRow        = 24.0
	clockHead       = 40.0
)

// drawClock draws each stay as a bar from the earliest to the latest moment it
// can mean, on one line of time read in zone. A moment is a tick.
func drawClock(stays []stay, zone *time.Location, width float64) template.HTML {
	height := clockHead + clockRow*float64(len(stays)) + 8
	s := newSVG("chart clock", fmt.Sprintf("When %s were seen", plural(len(stays), "sighting", "sightings")), width, height)
	if len(stays) == 0 {
		return s.done()
	}
	from, to := stays[0].Time.From, stays[0].Time.To
	for _, st := range stays {
		if st.Time.From.Before(from) {
			from = st.Time.From
		}
		if st.Time.To.After(to) {
			to = st.Time.To
		}
	}
	left := clockLeft
	if s.narrow() {
		left = clockLeftNarrow
	}
	whole := max(to.Sub(from), time.Minute)
	x := func(t time.Time) float64 {
		return left + float64(t.Sub(from))/float64(whole)*(width-left-16)
	}
	for _, mark := range spaced(timeTicks(from, from.Add(whole), zone), x) {
		s.line("grid", x(mark), clockHead-12, x(mark), height-4)
		if x(mark) < width-40 {
			s.text("tick", "start", x(mark)+3, clockHead-16, tickWords(mark, whole))
		}
	}
	for i, st := range stays {
		y := clockHead + clockRow*(float64(i)+0.5)
		s.text("figure", "end", left-10, y+4, clip(st.Label, int(left/8)))
		s.rect("bar", x(st.Time.From), y-4, x(st.Time.To)-x(st.Time.From), 8)
		s.line("exact", x(st.Time.From), y-8, x(st.Time.From), y+8)
		s.line("exact", x(st.Time.To), y-8, x(st.Time.To), y+8)
	}
	return s.done()
}

// timeSteps are the distances between marks on a line of time.
var timeSteps = []time.Duration{
	time.Minute, 5 * time.Minute, 15 * time.Minute, time.Hour, 3 * time.Hour, 6 * time.Hour, 12 * time.Hour,
}

// timeTicks returns up to about six round times from from to to, in zone.
func timeTicks(from, to time.Time, zone *time.Location) []time.Time {
	whole := to.Sub(from)
	for _, step := range timeSteps {
		if whole <= 6*step && whole <= dayMarks {
			return clockTicks(from, to, step, zone)
		}
	}
	days := 1
	for time.Duration(days)*24*time.Hour*6 < whole {
		days *= 2
	}
	var marks []time.Time
	local := from.In(zone)
	day := time.Date(local.Year(), local.Month(), local.Day(), 0, 0, 0, 0, zone)
	for ; !day.After(to); day = day.AddDate(0, 0, days) {
		if !day.Before(from) {
			marks = append(marks, day)
		}
	}
	return marks
}

func clockTicks(from, to time.Time, step time.Duration, zone *time.Location) []time.Time {
	local := from.In(zone)
	at := time.Date(local.Year(), local.Month(), local.Day(), 0, 0, 0, 0, zone)
	var marks []time.Time
	for ; !at.After(to); at = at.Add(step) {
		if !at.Before(from) {
			marks = append(marks, at)
		}
	}
	return marks
}

// dayMarks is how long a line of time is at least that is marked by days.
const dayMarks = 36 * time.Hour

func tickWords(t time.Time, whole time.Duration) string {
	if whole > dayMarks {
		return t.Format("2 Jan")
	}
	return t.Format("15:04")
}
