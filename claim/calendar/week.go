package calendar

import "time"

// weekOf reads "the week of April 10th", "week 27 of 2018", "the first week of 2021", "last week of this month".
func (p *parser) weekOf() (moment, bool) {
	if m, ok := p.try(p.nthPart); ok {
		return m, true
	}
	p.take("the")
	if p.takeAny("week of", "week starting on", "week starting", "week beginning on", "week beginning", "week commencing", "w / c") != "" {
		m, ok := p.single()
		if !ok || len(m.readings) == 0 {
			return moment{}, false
		}
		for i, r := range m.readings {
			start := monday(r.From)
			m.readings[i] = Days{start, start.AddDate(0, 0, 7)}
		}
		return moment{readings: m.readings}, true
	}
	if p.take("week") {
		n := p.peek(0)
		if n.number < 1 || n.number > 53 || n.digits == 0 {
			return moment{}, false
		}
		p.at++
		m := moment{readings: []Days{yearSpan(p.ref.Year())}}
		if p.take("of") {
			ok := false
			if m, ok = p.wholeYear(); !ok {
				return moment{}, false
			}
		} else if !p.known {
			return moment{}, false
		}
		start := firstWeek(m.readings[0].From).AddDate(0, 0, 7*(n.number-1))
		return exactly(start, start.AddDate(0, 0, 7)), true
	}
	return p.nthWeek()
}

// nthPart reads "the third month of 2021", "the last four months of 2021", "first ten days of last year".
func (p *parser) nthPart() (moment, bool) {
	p.take("the")
	n, last := 0, p.take("last")
	if t := p.peek(0); !last && t.ordinal {
		n = t.number
		p.at++
	}
	if !last && n == 0 {
		return moment{}, false
	}
	many := 1
	if t := p.peek(0); t.number > 1 && !t.ordinal && t.digits < 3 {
		many = t.number
		p.at++
	}
	l, ok := p.unit()
	if !ok || l.days == 7 || p.takeAny("of", "in") == "" {
		return moment{}, false
	}
	m, ok := p.period()
	if !ok || len(m.readings) == 0 {
		return moment{}, false
	}
	for i, r := range m.readings {
		from := r.From.AddDate(0, l.months*(n-1)*many, l.days*(n-1)*many)
		if last {
			from = r.To.AddDate(0, -l.months*many, -l.days*many)
		}
		m.readings[i] = Days{from, from.AddDate(0, l.months*many, l.days*many)}
	}
	return moment{readings: m.readings, day: many == 1 && l.days == 1}, true
}

// firstWeek returns the Monday of the first week that has most of its days in the month or year from.
func firstWeek(from time.Time) time.Time { return monday(from.AddDate(0, 0, 3)) }

// nthWeek reads "3rd week of Jan", "last week of 2016", "the first 2 weeks of 2021".
func (p *parser) nthWeek() (moment, bool) {
	n, last := 0, p.take("last")
	if !last {
		if t := p.peek(0); t.ordinal && t.number <= 5 {
			n = t.number
			p.at++
		} else {
			return moment{}, false
		}
	}
	weeks := 1
	if t := p.peek(0); t.number > 1 && p.peek(1).low == "weeks" {
		weeks = t.number
		p.at++
	}
	if p.takeAny("weeks", "week") == "" {
		return moment{}, false
	}
	p.takeAny("of", "in")
	m, ok := p.period()
	if !ok || len(m.readings) == 0 {
		return moment{}, false
	}
	for i, r := range m.readings {
		start := firstWeek(r.From).AddDate(0, 0, 7*(n-1))
		if last {
			start = firstWeek(r.To).AddDate(0, 0, -7*weeks)
		}
		m.readings[i] = Days{start, start.AddDate(0, 0, 7*weeks)}
	}
	return moment{readings: m.readings}, true
}
