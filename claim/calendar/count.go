package calendar

import "time"

// length is a number of days, weeks, months or years.
type length struct{ days, months int }

func (l length) after(t time.Time) time.Time { return t.AddDate(0, l.months, l.days) }

func (l length) before(t time.Time) time.Time { return t.AddDate(0, -l.months, -l.days) }

// lengthOf reads "two weeks", "3 months and 2 days", "a year".
func (p *parser) lengthOf() (length, bool) {
	var total length
	found := false
	for {
		mark := p.at
		if found {
			p.takeAny(", and", "and", ",")
		}
		one, ok := p.oneLength()
		if !ok {
			p.at = mark
			return total, found
		}
		total.days += one.days
		total.months += one.months
		found = true
	}
}

func (p *parser) oneLength() (length, bool) {
	mark := p.at
	n := 1
	switch t := p.peek(0); {
	case t.number > 0 && !t.ordinal && t.digits < 4:
		n = t.number
		p.at++
		if t.low == "couple" {
			p.take("of")
		}
	case t.low == "a" || t.low == "an":
		p.at++
		if p.peek(0).low == "couple" {
			n = 2
			p.at++
			p.take("of")
		}
	default:
		return length{}, false
	}
	l, ok := p.unit()
	if !ok {
		p.at = mark
		return length{}, false
	}
	return length{n * l.days, n * l.months}, true
}

func (p *parser) unit() (length, bool) {
	l := length{}
	switch p.peek(0).low {
	case "day", "days":
		l.days = 1
	case "week", "weeks":
		l.days = 7
	case "month", "months":
		l.months = 1
	case "quarter", "quarters":
		l.months = 3
	case "year", "years":
		l.months = 12
	case "decade", "decades":
		l.months = 120
	default:
		return l, false
	}
	p.at++
	return l, true
}

// counted reads days counted from another: "2 days ago", "in two months",
// "3 weeks after May 13", "two weeks from now".
func (p *parser) counted() (moment, bool) {
	if !p.known {
		return moment{}, false
	}
	in := p.takeAny("in")
	l, ok := p.lengthOf()
	if !ok {
		return moment{}, false
	}
	switch p.takeAny("ago", "from now", "from today", "hence", "later", "after", "before", "from", "since", "prior to", "earlier") {
	case "ago", "earlier":
		return dayOf(l.before(p.ref)), true
	case "from now", "from today", "hence", "later":
		if in != "" {
			return moment{}, false
		}
		return p.onWeekday(l.after(p.ref)), true
	case "after", "from", "since":
		if in != "" && p.peek(-1).low == "from" {
			return moment{}, false
		}
		return p.shifted(l.after)
	case "before", "prior to":
		return p.shifted(l.before)
	}
	if in != "" {
		return dayOf(l.after(p.ref)), true
	}
	return moment{}, false
}

// lasting reads a length of time that begins on a day: "3 days starting from next
// Monday", "for 1 week, from 20 Dec".
func (p *parser) lasting() (moment, bool) {
	with := p.take("for")
	l, ok := p.lengthOf()
	if !ok || !p.known {
		return moment{}, false
	}
	if p.takeAny("starting from", "starting on", "starting", "beginning on", "beginning") == "" {
		p.take(",")
		if !with || !p.take("from") {
			return moment{}, false
		}
	}
	m, ok := p.single()
	if !ok || len(m.readings) == 0 {
		return moment{}, false
	}
	from := m.readings[len(m.readings)-1].From
	return exactly(from, l.after(from)), true
}

// onWeekday moves a day to the weekday that is named with it, "two months from
// today on Tuesday": the first from that day on.
func (p *parser) onWeekday(t time.Time) moment {
	mark := p.at
	p.takeAny(", on", "on", ",")
	if w, ok := p.weekdayName(); ok && p.peek(-2).low == "on" {
		return dayOf(t.AddDate(0, 0, (int(w)-int(t.Weekday())+7)%7))
	}
	p.at = mark
	return dayOf(t)
}

func (p *parser) shifted(by func(time.Time) time.Time) (moment, bool) {
	if p.take("now") {
		return dayOf(by(p.ref)), true
	}
	base, ok := p.single()
	if !ok {
		if base, ok = p.period(); !ok {
			return moment{}, false
		}
	}
	if len(base.readings) == 0 {
		return moment{}, false
	}
	return dayOf(by(base.readings[len(base.readings)-1].From)), true
}
