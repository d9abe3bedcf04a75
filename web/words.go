package web

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/atleast-desk/atleast"
)

// grouped writes a whole number with its thousands apart: 1,348.
func grouped(n int64) string {
	digits := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, digits = "−", digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return sign + digits
}

// plural writes "1 sighting", "3 sightings".
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return grouped(int64(n)) + " " + many
}

// bytesOf writes a size as people say it: 4.2 MB.
func bytesOf(n int64) string {
	const unit = 1000
	if n < unit {
		return grouped(n) + " bytes"
	}
	size, prefix := float64(n)/unit, 0
	for size >= unit && prefix < 4 {
		size, prefix = size/unit, prefix+1
	}
	return fmt.Sprintf("%.1f %cB", size, "kMGTP"[prefix])
}

// moment writes a time in zone: 14 Aug 2024, 06:30.
func moment(t time.Time, zone *time.Location) string {
	return t.In(zone).Format("2 Jan 2006, 15:04")
}

// spanWords writes a span in zone as people say it: whole days without their
// midnights, a moment once.
func spanWords(s atleast.Span, zone *time.Location) string {
	from, to := s.From.In(zone), s.To.In(zone)
	if midnight(from) && midnight(to) && to.After(from) {
		return daysWords(from, to.AddDate(0, 0, -1))
	}
	if from.Equal(to) {
		return moment(from, zone)
	}
	if from.Format(time.DateOnly) == to.Format(time.DateOnly) {
		return moment(from, zone) + " to " + to.Format("15:04")
	}
	return moment(from, zone) + " to " + moment(to, zone)
}

func midnight(t time.Time) bool {
	hour, minute, second := t.Clock()
	return hour == 0 && minute == 0 && second == 0 && t.Nanosecond() == 0
}

// daysWords writes the days from first to last, both of them meant.
func daysWords(first, last time.Time) string {
	switch {
	case first.Equal(last):
		return first.Format("2 Jan 2006")
	case first.Year() == last.Year() && first.Month() == last.Month():
		return first.Format("2") + " to " + last.Format("2 Jan 2006")
	case first.Year() == last.Year():
		return first.Format("2 Jan") + " to " + last.Format("2 Jan 2006")
	}
	return first.Format("2 Jan 2006") + " to " + last.Format("2 Jan 2006")
}

// hoursWords writes how long something lasts: 40 minutes, 18 hours, 3 days.
func hoursWords(d time.Duration) string {
	switch {
	case d < time.Minute:
		return "no time"
	case d < 2*time.Hour:
		return plural(int(d.Round(time.Minute)/time.Minute), "minute", "minutes")
	case d < 72*time.Hour:
		return plural(int(d.Round(time.Hour)/time.Hour), "hour", "hours")
	}
	return plural(int(d.Round(24*time.Hour)/(24*time.Hour)), "day", "days")
}

// regionWords writes a place as degrees and radius.
func regionWords(r atleast.Region) string {
	return fmt.Sprintf("%.4f, %.4f within %s", r.Lat, r.Lon, metres(r.RadiusM))
}

// metres writes a length: 500 m, 12 km.
func metres(m float64) string {
	if m < 1000 {
		return fmt.Sprintf("%.0f m", m)
	}
	return strconv.FormatFloat(m/1000, 'f', -1, 64) + " km"
}

// listWords joins words as a sentence does: a, b and c.
func listWords(words []string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
