package claim

import (
	"time"

	"github.com/atleast-desk/atleast/claim/calendar"
)

// dayOfReport returns the report's own day, or the one that the weekdays in it fix.
func (rd *reading) dayOfReport() time.Time {
	if day, err := time.Parse(time.DateOnly, rd.report.Date); err == nil {
		return day
	}
	clues := dayClues{seen: map[dateClue]bool{}}
	for _, at := range rd.passages {
		for _, m := range calendar.Find(rd.report.Text[at.from:at.to], time.Time{}) {
			clues.add(m)
		}
	}
	return clues.day()
}

// dayClues are the years and the dates with their weekdays that a report names.
type dayClues struct {
	latest int // year
	dates  []dateClue
	seen   map[dateClue]bool
}

// dateClue is a date whose weekday is named and whose year is not: "Wednesday, August 14".
type dateClue struct {
	weekday     string
	month, date int
}

func (c *dayClues) add(m calendar.Mention) {
	c.latest = max(c.latest, m.Year)
	one := dateClue{m.Weekday, m.Month, m.Date}
	if m.Weekday != "" && m.Month != 0 && m.Date != 0 && m.Year == 0 && !c.seen[one] {
		c.seen[one] = true
		c.dates = append(c.dates, one)
	}
}

// day returns the day of the first date that fits, in the first year not before
// any that the report names; the zero time where nothing fixes it.
func (c *dayClues) day() time.Time {
	if c.latest == 0 {
		return time.Time{}
	}
	for _, one := range c.dates {
		for y := c.latest; y < c.latest+6; y++ {
			day := time.Date(y, time.Month(one.month), one.date, 0, 0, 0, 0, time.UTC)
			if day.Weekday().String() == one.weekday {
				return day.AddDate(0, 0, 7) // what is said to come soon is not a year away
			}
		}
	}
	return time.Time{}
}
