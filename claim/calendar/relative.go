package calendar

import (
	"strings"
	"time"
)

// relative reads "last week", "this month", "next year", "the following quarter", "this weekend".
func (p *parser) relative() (moment, bool) {
	if !p.known {
		return moment{}, false
	}
	if p.takeAny("year to date", "ytd") != "" {
		return exactly(date(p.ref.Year(), 1, 1), p.ref), true
	}
	if p.takeAny("month to date", "mtd") != "" {
		return exactly(date(p.ref.Year(), int(p.ref.Month()), 1), p.ref), true
	}
	half := p.takeAny("later", "earlier")
	if half != "" {
		p.take("in")
	}
	shift, said := p.which()
	switch {
	case said != "" || p.peek(0).low == "weekend":
	case p.take("same"):
	case p.take("the") && (half != "" || p.peek(0).low == "weekend" || p.peek(-2).low == "of" || p.peek(-2).low == "for" || p.peek(-2).low == "in"):
	default:
		return moment{}, false
	}
	p.take("calendar")
	unit := p.takeAny("weekend", "week", "month", "quarter", "year", "decade", "century")
	if unit == "" && said == "" && half == "" && p.take("day") {
		return dayOf(p.ref), true
	}
	span, ok := p.block(unit, shift)
	if !ok {
		return moment{}, false
	}
	if unit == "week" && said == "" && p.take("after next") {
		span, _ = p.block(unit, 2)
	}
	switch half {
	case "later":
		span.From = latest(p.ref, middle(unit, span))
	case "earlier":
		if mid := middle(unit, span); unit == "year" || mid.After(p.ref) {
			span.To = p.ref
		} else {
			span.To = mid
		}
	}
	return moment{readings: []Days{span}}, true
}

// middle returns where the second half of a week, month or year begins.
func middle(unit string, d Days) time.Time {
	switch unit {
	case "week":
		return d.From.AddDate(0, 0, 3)
	case "month":
		return d.From.AddDate(0, 0, 15)
	}
	return d.From.AddDate(0, 6, 0)
}

func latest(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// block returns the week, month, quarter, year or decade that lies shift steps
// from the one that holds the reference day.
func (p *parser) block(unit string, shift int) (Days, bool) {
	y, m := p.ref.Year(), int(p.ref.Month())
	switch unit {
	case "week":
		start := monday(p.ref).AddDate(0, 0, 7*shift)
		return Days{start, start.AddDate(0, 0, 7)}, true
	case "weekend":
		start := monday(p.ref).AddDate(0, 0, 7*shift+5)
		return Days{start, start.AddDate(0, 0, 2)}, true
	case "month":
		return monthSpan(y, m+shift), true
	case "quarter":
		first := (m-1)/3*3 + 1 + 3*shift
		return Days{date(y, first, 1), date(y, first+3, 1)}, true
	case "year":
		return yearSpan(y + shift), true
	case "decade":
		first := y/10*10 + 10*shift
		return Days{date(first, 1, 1), date(first+10, 1, 1)}, true
	case "century":
		first := y/100*100 + 100*shift
		return Days{date(first, 1, 1), date(first+100, 1, 1)}, true
	}
	return Days{}, false
}

// relativeCount reads "last 3 months", "the next two days", "past two quarters", "5 upcoming years".
func (p *parser) relativeCount() (moment, bool) {
	if !p.known {
		return moment{}, false
	}
	first := p.peek(0)
	if past := p.peek(1).low == "past" || p.peek(1).low == "previous" || p.peek(1).low == "last"; first.number > 0 && past {
		p.at += 2
		l, ok := p.unit()
		return exactly(length{l.days * first.number, l.months * first.number}.before(p.ref), p.ref), ok
	}
	if first.number > 0 && first.digits < 3 && (p.peek(1).low != "next" || strings.HasSuffix(p.peek(2).low, "s")) && (p.peek(1).low == "upcoming" || p.peek(1).low == "coming" || p.peek(1).low == "next") {
		p.at += 2
		l, ok := p.unit()
		if !ok {
			return moment{}, false
		}
		tomorrow := p.ref.AddDate(0, 0, 1)
		return exactly(tomorrow, length{l.days * first.number, l.months * first.number}.after(tomorrow)), true
	}
	shift, said := p.which()
	if said == "" || said == "this" {
		return moment{}, false
	}
	if t := p.peek(0); t.number <= 0 && t.low != "couple" {
		return moment{}, false
	}
	quarters := p.peek(0).number
	if p.peek(1).low == "quarters" || p.peek(1).low == "quarter" {
		p.at += 2
		now, _ := p.block("quarter", 0)
		if shift > 0 {
			return exactly(now.To, now.To.AddDate(0, 3*quarters, 0)), true
		}
		return exactly(now.From.AddDate(0, -3*quarters, 0), now.From), true
	}
	l, ok := p.lengthOf()
	if !ok {
		return moment{}, false
	}
	if shift < 0 {
		return exactly(l.before(p.ref), p.ref), true
	}
	tomorrow := p.ref.AddDate(0, 0, 1)
	return exactly(tomorrow, l.after(tomorrow)), true
}
