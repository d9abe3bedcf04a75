package claim

import (
	"cmp"
	"regexp"
	"sort"
	"strings"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/claim/calendar"
)

// times are the times that a passage names.
type times struct {
	all []calendar.Mention
	day time.Time // of the report
}

// times reads the calendar of the passage.
func (d *document) times() times {
	if len(d.paragraphs) == 0 {
		return times{}
	}
	from := d.paragraphs[0].from
	all := calendar.Find(d.text[from:d.paragraphs[len(d.paragraphs)-1].to], d.day)
	for i := range all {
		all[i].Start, all[i].End = all[i].Start+from, all[i].End+from
	}
	return times{all, d.day}
}

// within returns the time named in the bytes from start to end, the first one
// that is a date in full where there is one. What is told of something else than
// the number at a byte, if there is one, is left out; at is -1 where there is none.
// The day of a dateline is given only where no other is.
func (t times) within(text string, start, end, at int) *atleast.NamedTime {
	var filed *atleast.NamedTime // the day of the dateline, where no other is named
	first := sort.Search(len(t.all), func(i int) bool { return t.all[i].Start >= start })
	for _, m := range t.all[first:] {
		if m.Start >= end {
			break
		}
		if m.End > end || at >= 0 && ofAnother(text, m, at) || asOf(text, m) || takesTime(m) || smallMonth(m) || m.Month == 0 && m.Year != 0 && !prepositional(text[:m.Start]) {
			continue
		}
		named := t.named(text[start:], m, start)
		if !inDateline(text, m) {
			return named
		}
		filed = cmp.Or(filed, named)
	}
	return filed
}

// named puts a mention into words and days; text begins at a byte, before which no
// preposition is its.
func (t times) named(text string, m calendar.Mention, begins int) *atleast.NamedTime {
	from := m.Start - begins - leadWidth(text[:m.Start-begins])
	named := &atleast.NamedTime{Text: text[from : m.End-begins]}
	if len(m.Readings) == 0 {
		return named
	}
	r := t.reading(m)
	if !r.From.IsZero() {
		s := r.From.Format(time.DateOnly)
		named.From = &s
	}
	if !r.To.IsZero() {
		s := lastDay(m, r.To).Format(time.DateOnly)
		named.To = &s
	}
	return named
}

// reading is the span that a mention means in news. A weekday that is the report's
// own is that day, and not the one a week before: "on Monday", printed on a Monday.
func (t times) reading(m calendar.Mention) calendar.Days {
	if m.Weekday != "" && len(m.Readings) == 2 && !t.day.IsZero() && m.Readings[1].From.Equal(t.day) {
		return m.Readings[1]
	}
	return m.Readings[0]
}

// ofAnother reports whether a mention says when something else was than what the
// number at a byte counts: "swept up on Sunday, a day after a blast that left 31
// dead", "37 vehicles, nine of them wrecked in October".
func ofAnother(text string, m calendar.Mention, at int) bool {
	if m.End <= at {
		return anchored.MatchString(text[m.End:at])
	}
	if at < m.Start {
		return otherCount.MatchString(text[at:m.Start])
	}
	return false
}

var (
	anchored   = regexp.MustCompile(`\b(?:days?|weeks?|months?|years?|hours?) (?:after|before|since)\b|^[^,]{0,20} after (?:an? |the |his |her |its |their |[a-z]+ that |[a-z]+s )`)
	otherCount = regexp.MustCompile(`, (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|most|some|many|half) of (?:them|whom|which|those)\b`)
)

// inDateline reports whether a mention stands in the dateline of a paragraph: it is
// the day of the report, and not that of what it tells.
func inDateline(text string, m calendar.Mention) bool {
	line := m.Start - max(0, m.Start-datelineReach)
	before := text[m.Start-line : m.Start]
	if at := strings.LastIndexByte(before, '\n'); at >= 0 {
		before = before[at+1:]
	} else if line == datelineReach {
		return false
	}
	return datelineFront.MatchString(before) && datelineRest.MatchString(text[m.End:min(len(text), m.End+datelineReach)])
}

// datelineReach is how many bytes a dateline has at most before its day, and after.
const datelineReach = 60

var (
	datelineFront = regexp.MustCompile(`^(?:\(\p{Lu}[\p{L} -]+\) [-–—]+ )?(?:\p{Lu}[\p{L}.’'-]*[ ,]*(?:\(\p{Lu}[\p{L} ]+\)[ ,]*)?)+$`)
	datelineRest  = regexp.MustCompile(`^,? ?(?:\d{4})? ?(?:\([\p{L}/. -]{2,30}\)|[-–—]{1,2} )`)
)

// asOf reports whether a mention says up to when somebody counted.
func asOf(text string, m calendar.Mention) bool {
	return strings.HasSuffix(strings.ToLower(text[max(0, m.Start-len("as of ")):m.Start]), "as of ") || strings.HasPrefix(strings.ToLower(m.Text), "as of ")
}

// takesTime reports whether a mention is how long something took rather than when
// it will be: "had passed through it in ten days".
func takesTime(m calendar.Mention) bool {
	return strings.HasPrefix(strings.ToLower(m.Text), "in ") && m.Month == 0 == (m.Year == 0) || m.Day && strings.HasPrefix(strings.ToLower(m.Text), "in ")
}

// smallMonth reports whether a mention is no month but a word spelt like one: "at
// the march in Lorma".
func smallMonth(m calendar.Mention) bool {
	return m.Month != 0 && m.Date == 0 && m.Year == 0 && (strings.HasSuffix(m.Text, "march") || strings.HasSuffix(m.Text, "may"))
}

// lastDay returns the last day of a span that ends before to. "By August 12"
// takes the twelfth in, "before August 12" does not.
func lastDay(m calendar.Mention, to time.Time) time.Time {
	low := strings.ToLower(m.Text)
	if m.Date > 0 && (strings.HasPrefix(low, "by ") || strings.HasPrefix(low, "until ") || strings.HasPrefix(low, "till ")) {
		return to
	}
	return to.AddDate(0, 0, -1)
}

// prepositional reports whether a bare year stands where a time does.
func prepositional(before string) bool {
	switch strings.ToLower(lastWordOf(before)) {
	case "in", "since", "until", "by", "before", "after", "during", "of", "from", "early", "late", "year":
		return true
	}
	return false
}

// leadWidth is how many bytes the preposition before a time takes.
func leadWidth(before string) int {
	w := lastWordOf(before)
	switch strings.ToLower(w) {
	case "on", "in", "since", "until", "by", "during", "from", "at":
		return len(before) - strings.LastIndex(before, w)
	}
	return 0
}
