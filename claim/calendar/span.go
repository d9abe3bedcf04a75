package calendar

import (
	"strings"
	"time"
)

// span reads any time: a range, one with an open end, a period or a day.
func (p *parser) span() (moment, bool) {
	for _, rule := range []func() (moment, bool){p.fromTo, p.open, p.dayPair, p.joined, p.one} {
		if m, ok := p.try(rule); ok {
			return m, true
		}
	}
	return moment{}, false
}

// one reads a day or a period, whichever takes more words.
func (p *parser) one() (moment, bool) {
	mark := p.at
	day, okDay := p.try(p.single)
	afterDay := p.at
	p.at = mark
	period, okPeriod := p.try(p.period)
	if okDay && (!okPeriod || afterDay >= p.at) {
		p.at = afterDay
		return day, true
	}
	return period, okPeriod
}

// end reads one end of a range; "now" is one too.
func (p *parser) end() (moment, bool) {
	if p.known && p.takeAny("now", "present", "the present", "date") != "" {
		return dayOf(p.ref), true
	}
	return p.one()
}

// fromTo reads "from A to B" and "between A and B".
func (p *parser) fromTo() (moment, bool) {
	lead := p.takeAny("from", "between")
	if lead == "" {
		return moment{}, false
	}
	if m, ok := p.try(p.dayPair); ok {
		return m, true
	}
	a, ok := p.end()
	if !ok {
		return moment{}, false
	}
	joint := p.takeAny("to", "until", "till", "through", "and", "-", "–", "~", "up to")
	if joint == "" || joint == "and" && lead == "from" || joint == "to" && lead == "between" {
		return moment{}, false
	}
	b, ok := p.end()
	if !ok {
		return moment{}, false
	}
	return p.range2(a, b)
}

// joined reads "A - B", "A to B" without a word before.
func (p *parser) joined() (moment, bool) {
	a, ok := p.end()
	if !ok || p.peek(-1).low == "now" {
		return moment{}, false
	}
	if p.takeAny("to", "until", "till", "through", "-", "–", "~", "—") == "" {
		return moment{}, false
	}
	b, ok := p.end()
	if !ok {
		return moment{}, false
	}
	return p.range2(a, b)
}

// range2 makes one span of two; an end without a year takes the other's.
func (p *parser) range2(a, b moment) (moment, bool) {
	if a.year == 0 && b.year != 0 && a.month > 0 {
		a = a.inYear(b)
	}
	if len(a.readings) == 0 || len(b.readings) == 0 {
		return moment{}, false
	}
	var out []Days
	for i, from := range a.readings {
		start := from.From
		if a.edges != nil {
			start = a.edges[i]
		}
		for j := range b.readings {
			end := b.ending(j, start)
			if start.Before(end) && (end.Before(start.AddDate(1, 0, 0)) || a.year != 0) {
				out = append(out, Days{start, end})
				break
			}
		}
	}
	if len(a.readings) > 1 && len(b.readings) > 1 && len(out) == 1 {
		other := a.readings[0].From.AddDate(-1, 0, 0)
		if out[0].From.Equal(a.readings[0].From) {
			other = a.readings[1].From
		}
		days := out[0].To.Sub(out[0].From)
		if from := other; from.Before(out[0].From) {
			out = append([]Days{{from, from.Add(days)}}, out...)
		}
	}
	return moment{readings: out, year: a.year, month: a.month}, len(out) > 0
}

// ending returns where a range that begins at start and leads to reading i ends.
func (m moment) ending(i int, start time.Time) time.Time {
	r := m.readings[i]
	switch {
	case m.edges != nil:
		return m.edges[i]
	case m.day && m.weekday != "" && m.date == 0:
		return start.AddDate(0, 0, (int(r.From.Weekday())-int(start.Weekday())+6)%7+1)
	case m.day || m.whole():
		return r.From
	}
	return r.To
}

// whole reports whether a period is a month or year as such: "from 2014 to 2018"
// ends where 2018 begins.
func (m moment) whole() bool { return m.month > 0 || m.year > 0 }

// inYear gives a day or month the year of the end it leads to.
func (m moment) inYear(end moment) moment {
	y := end.year
	if m.month > end.month && end.month > 0 {
		y--
	}
	m.year = y
	if m.date > 0 {
		m.readings = []Days{oneDay(date(y, m.month, m.date))}
	} else {
		m.readings = []Days{monthSpan(y, m.month)}
	}
	return m
}

// dayPair reads two days that share their month: "3 and 12 of Sept", "April 9th
// through seventeenth", "Aug 6-14".
func (p *parser) dayPair() (moment, bool) {
	mark := p.at
	month, monthFirst := p.monthName()
	p.take("the")
	a := p.peek(0)
	if a.number < 1 || a.number > 31 || a.digits == 0 && !a.ordinal || a.digits > 2 {
		p.at = mark
		return moment{}, false
	}
	p.at++
	if p.takeAny("to", "until", "till", "through", "and", "-", "–", "~") == "" {
		return moment{}, false
	}
	p.take("the")
	b := p.peek(0)
	if b.number < a.number || b.number > 31 || b.digits == 0 && !b.ordinal || b.digits > 2 || monthNames[p.peek(1).low] > 0 && monthFirst {
		return moment{}, false
	}
	p.at++
	if !monthFirst {
		p.take("of")
		ok := false
		if month, ok = p.monthName(); !ok {
			return moment{}, false
		}
	}
	first, ok := p.withYear(month, a.number)
	if !ok {
		return moment{}, false
	}
	for i, r := range first.readings {
		first.readings[i].To = r.From.AddDate(0, 0, b.number-a.number)
	}
	first.day = false
	return first, true
}

// open reads "before A", "since A", "until A", "A or later".
func (p *parser) open() (moment, bool) {
	lead := p.takeAny("before the", "before", "after the", "after", "since the", "since", "until", "till", "prior to", "no later than", "as late as", "starting on", "starting from", "starting", "beginning on", "beginning", "by the", "by", "as of")
	m, ok := p.one()
	if !ok {
		return moment{}, false
	}
	trail := ""
	if lead == "" {
		trail = p.takeAny("or later", "or after", "and after", "or greater", "and greater", "or earlier", "or before", "and later", "onwards", "onward")
	}
	var out []Days
	for i, r := range m.readings {
		if m.edges != nil && !strings.HasPrefix(lead, "since") {
			r = Days{m.edges[i], m.edges[i]}
		}
		switch {
		case lead == "before" || lead == "before the" || lead == "prior to" || trail == "or earlier" || trail == "or before":
			out = append(out, Days{To: r.From})
		case lead == "until" || lead == "till" || lead == "as late as" || lead == "no later than" || lead == "by" || lead == "by the":
			out = append(out, Days{To: r.From})
		case lead == "after" || lead == "after the":
			out = append(out, Days{From: pastOf(r, m.day)})
		case lead != "" || trail != "":
			out = append(out, Days{From: r.From})
		default:
			return moment{}, false
		}
	}
	m.readings, m.day = out, false
	return m, len(out) > 0
}

// pastOf returns where "after A" begins.
func pastOf(r Days, day bool) time.Time {
	if day {
		return r.From
	}
	return r.To
}
