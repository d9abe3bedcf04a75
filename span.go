package atleast

import (
	"encoding/json"
	"fmt"
	"time"
)

// Span is an interval of time that surely holds the moment. Both ends are set.
type Span struct {
	From time.Time
	To   time.Time
}

// bareDate is a day without a clock time.
const bareDate = "2006-01-02"

// ParseSpan reads two times as RFC 3339, or as bare dates, each of which stands
// for its whole day in zone: from its first moment, to the first moment of the
// next day.
func ParseSpan(from, to string, zone *time.Location) (Span, error) {
	start, _, err := parseMoment(from, zone)
	if err != nil {
		return Span{}, fmt.Errorf("from: %w", err)
	}
	ending, end, err := parseMoment(to, zone)
	if err != nil {
		return Span{}, fmt.Errorf("to: %w", err)
	}
	// The day before ends with the very moment at which the next begins: that is
	// no span of no length, but two days the wrong way round.
	if end.Before(start) || end.Equal(start) && ending.Before(start) {
		return Span{}, fmt.Errorf("to: %s is before from: %s", to, from)
	}
	return Span{From: start, To: end}, nil
}

// parseMoment returns the first and the last instant that s can mean.
func parseMoment(s string, zone *time.Location) (first, last time.Time, err error) {
	if len(s) == len(bareDate) {
		if day, err := time.ParseInLocation(bareDate, s, zone); err == nil {
			return day.UTC(), day.AddDate(0, 0, 1).UTC(), nil
		}
	}
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		return t, t, fmt.Errorf("%q is neither a date (2024-08-14) nor an RFC 3339 time (2024-08-14T06:30:00+03:00)", s)
	}
	return t.UTC(), t.UTC(), nil
}

// Valid reports whether both ends are set, in order.
func (s Span) Valid() bool { return !s.From.IsZero() && !s.To.Before(s.From) }

type spanText struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// MarshalJSON writes both ends as RFC 3339 in UTC.
func (s Span) MarshalJSON() ([]byte, error) {
	return json.Marshal(spanText{s.From.UTC().Format(time.RFC3339Nano), s.To.UTC().Format(time.RFC3339Nano)})
}

// UnmarshalJSON reads what MarshalJSON writes; bare dates are days in UTC. To
// read a document that states its own zone use ParseEvidence.
func (s *Span) UnmarshalJSON(b []byte) error {
	var text spanText
	if err := json.Unmarshal(b, &text); err != nil {
		return err
	}
	parsed, err := ParseSpan(text.From, text.To, time.UTC)
	if err != nil {
		return err
	}
	*s = parsed
	return nil
}
