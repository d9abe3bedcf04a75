package web

import (
	"fmt"
	"time"

	"github.com/atleast-desk/atleast"
)

// clockForms are the times of day that an analyst may type without a zone;
// they are read in the case's.
var clockForms = []string{"2006-01-02 15:04", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02T15:04:05"}

// parseTimes reads what was typed as the beginning and the end of a span. On
// an error, field names the one to change.
func parseTimes(from, to string, zone *time.Location) (span atleast.Span, field string, err error) {
	from, to = withZone(from, zone), withZone(to, zone)
	if _, err := atleast.ParseSpan(from, from, zone); err != nil {
		return span, "from", badTime(from)
	}
	if _, err := atleast.ParseSpan(to, to, zone); err != nil {
		return span, "to", badTime(to)
	}
	span, err = atleast.ParseSpan(from, to, zone)
	if err != nil {
		return span, "to", fmt.Errorf("the end, %s, is before the beginning, %s", to, from)
	}
	return span, "", nil
}

// withZone adds the zone's offset to a bare time of day and leaves anything
// else as it is.
func withZone(typed string, zone *time.Location) string {
	for _, form := range clockForms {
		if t, err := time.ParseInLocation(form, typed, zone); err == nil {
			return t.Format(time.RFC3339)
		}
	}
	return typed
}

func badTime(typed string) error {
	return fmt.Errorf("“%s” is neither a date (2024-08-14), a time in the case's zone (2024-08-14 06:30) nor one with its own (2024-08-14T06:30:00+03:00)", typed)
}

// zoneOf returns the case's time zone, or UTC where it states none.
func zoneOf(c atleast.Case) *time.Location {
	zone, err := time.LoadLocation(c.Zone)
	if err != nil {
		return time.UTC // a case is validated when it is opened; a machine may still lack its zone
	}
	return zone
}
