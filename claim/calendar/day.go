package calendar

import "time"

// single reads one day.
func (p *parser) single() (moment, bool) {
	if m, ok := p.try(p.pointed); ok {
		return m, true
	}
	for _, rule := range []func() (moment, bool){p.weekdayDate, p.counted, p.numeric, p.monthDay, p.dayMonth, p.named, p.dayOfMonth, p.weekday} {
		if m, ok := p.try(rule); ok {
			return m, true
		}
	}
	return moment{}, false
}

// pointed reads a date that is told apart from those of other years: "this 5/12",
// "next 6th of April".
func (p *parser) pointed() (moment, bool) {
	_, said := p.which()
	if said == "" || !p.known {
		return moment{}, false
	}
	for _, rule := range []func() (moment, bool){p.numeric, p.monthDay, p.dayMonth} {
		if m, ok := p.try(rule); ok {
			return p.pick(m, said), true
		}
	}
	return moment{}, false
}

// pick keeps the reading that "this", "next" or "last" means.
func (p *parser) pick(m moment, said string) moment {
	for _, r := range m.readings {
		switch {
		case said == "this" && r.From.Year() == p.ref.Year(), said == "next" && r.From.After(p.ref), said == "last" && r.From.Before(p.ref):
			m.readings = []Days{r}
			return m
		}
	}
	return m
}

// withYear completes month and day: with the year that follows, else with both
// readings around the day from which the text counts.
func (p *parser) withYear(month, day int) (moment, bool) {
	mark := p.at
	p.takeAny(", of", ", in", ",", "of", "in", "-", "/", ". ")
	if y, ok := p.anyYear(); ok && valid(y, month, day) {
		return dayOf(date(y, month, day)), true
	}
	p.at = mark
	if day < 1 || day > 31 || !valid(2024, month, day) {
		return moment{}, false
	}
	m := moment{day: true, month: month, date: day}
	if p.known {
		m.readings = p.around(func(y int) (time.Time, bool) { return date(y, month, day), valid(y, month, day) }, 1)
	}
	return m, true
}

// around returns the last reading up to the reference day and the next after it.
func (p *parser) around(in func(year int) (time.Time, bool), days int) []Days {
	var before, after time.Time
	for y := p.ref.Year() - 8; y <= p.ref.Year()+8; y++ { // a leap day can be eight years away
		switch t, ok := in(y); {
		case ok && !t.After(p.ref):
			before = t
		case ok && after.IsZero():
			after = t
		}
	}
	return []Days{{before, before.AddDate(0, 0, days)}, {after, after.AddDate(0, 0, days)}}
}

// monthDay reads "August 14, 2024", "Oct/2", "sep-23-2020".
func (p *parser) monthDay() (moment, bool) {
	month, ok := p.monthName()
	if !ok {
		return moment{}, false
	}
	p.takeAny("-", "/", "the", ",")
	d := p.peek(0)
	if d.number < 1 || d.number > 31 || d.digits > 2 || d.digits == 0 && !d.ordinal && d.number <= 20 {
		return moment{}, false
	}
	if next := p.peek(1); next.low == ":" || next.low == "%" {
		return moment{}, false
	}
	p.at++
	return p.withYear(month, d.number)
}

// dayMonth reads "14 August 2024", "3rd of Jan", "22/Jan/2019".
func (p *parser) dayMonth() (moment, bool) {
	p.take("the")
	d := p.peek(0)
	if d.number < 1 || d.number > 31 || d.digits > 2 || d.digits == 0 && !d.ordinal && d.number <= 20 || p.peek(-1).low == "$" {
		return moment{}, false
	}
	p.at++
	p.takeAny("day of", "of", "-", "/")
	month, ok := p.monthName()
	if !ok {
		return moment{}, false
	}
	return p.withYear(month, d.number)
}

// numeric reads "2024-08-14", "8/14/2024", "14.8.2024", "8/14", "20240814".
func (p *parser) numeric() (moment, bool) {
	a := p.peek(0)
	if a.digits == 8 && valid(a.number/10000, a.number/100%100, a.number%100) && a.number/10000 > 1500 {
		p.at++
		return dayOf(date(a.number/10000, a.number/100%100, a.number%100)), true
	}
	joint := p.peek(1)
	if a.digits == 0 || a.digits == 3 || a.digits > 4 || (joint.low != "/" && joint.low != "-" && joint.low != ".") || !joint.tight {
		return moment{}, false
	}
	if a.digits == 4 {
		return p.yearFirst(a.number, joint.low)
	}
	b, again, c := p.peek(2), p.peek(3), p.peek(4)
	if b.digits == 0 || b.digits > 2 || !b.tight {
		return moment{}, false
	}
	month, day := a.number, b.number
	if month > 12 {
		month, day = day, month
	}
	if again.low == joint.low && (c.digits == 4 || c.digits == 2) && c.tight && again.tight {
		y := c.number
		if c.digits == 2 {
			y = fullYear(c.number)
		}
		if !valid(y, month, day) {
			return moment{}, false
		}
		p.at += 5
		return dayOf(date(y, month, day)), true
	}
	if joint.low == "." || !valid(2024, month, day) || again.low == "/" && again.tight {
		return moment{}, false
	}
	if joint.low == "-" && !p.dashedDate() {
		return moment{}, false
	}
	p.at += 3
	return p.withYear(month, day)
}

// dashedDate tells "4-23 in next month" from a score: a hyphen alone makes no date.
func (p *parser) dashedDate() bool { return p.peek(3).low == "in" }

func (p *parser) yearFirst(y int, joint string) (moment, bool) {
	b, again, c := p.peek(2), p.peek(3), p.peek(4)
	month := b.number
	if m, ok := monthNames[b.low]; ok {
		month = m
	} else if b.digits == 0 || b.digits > 2 {
		return moment{}, false
	}
	if again.low != joint || c.digits == 0 || c.digits > 2 || !valid(y, month, c.number) {
		return moment{}, false
	}
	p.at += 5
	return dayOf(date(y, month, c.number)), true
}

// named reads "today", "the day before yesterday".
func (p *parser) named() (moment, bool) {
	if !p.known {
		return moment{}, false
	}
	p.take("the")
	days := map[string]int{"day after tomorrow": 2, "day before yesterday": -2, "day before": -1, "day after": 1, "next day": 1, "previous day": -1,
		"last day": -1, "following day": 1, "today": 0, "tomorrow": 1, "yesterday": -1, "tonight": 0, "otd": 0}
	for _, words := range []string{"day after tomorrow", "day before yesterday", "next day", "previous day", "following day", "today", "tomorrow", "yesterday", "otd"} {
		if p.take(words) {
			return dayOf(p.ref.AddDate(0, 0, days[words])), true
		}
	}
	for _, words := range []string{"day before", "day after"} {
		if p.peek(-1).low == "the" && p.take(words) {
			if t := p.peek(0).low; t == "" || t == "." || t == "," || t == "!" || t == "?" {
				return dayOf(p.ref.AddDate(0, 0, days[words])), true
			}
		}
	}
	return moment{}, false
}

// dayOfMonth reads "the 21st", "the 21st this month".
func (p *parser) dayOfMonth() (moment, bool) {
	if !p.known || !p.take("the") {
		return moment{}, false
	}
	d := p.peek(0)
	if !d.ordinal || d.number < 1 || d.number > 31 {
		return moment{}, false
	}
	p.at++
	p.take("day")
	shift := 0
	switch p.takeAny("of this month", "of the month", "this month", "of next month", "next month", "of last month", "last month") {
	case "":
		if t := p.peek(0); t.low != "" && t.low != "." && t.low != "," && t.low != "?" && t.low != "!" || d.digits == 0 {
			return moment{}, false
		}
		return moment{readings: p.aroundMonth(d.number), day: true, date: d.number, bare: true}, true
	case "of next month", "next month":
		shift = 1
	case "of last month", "last month":
		shift = -1
	}
	first := date(p.ref.Year(), int(p.ref.Month())+shift, 1)
	if !valid(first.Year(), int(first.Month()), d.number) {
		return moment{}, false
	}
	return dayOf(first.AddDate(0, 0, d.number-1)), true
}

// aroundMonth returns the last and the next day of that number.
func (p *parser) aroundMonth(day int) []Days {
	var before, after time.Time
	for shift := -3; shift <= 3; shift++ {
		first := date(p.ref.Year(), int(p.ref.Month())+shift, 1)
		if !valid(first.Year(), int(first.Month()), day) {
			continue
		}
		t := first.AddDate(0, 0, day-1)
		if t.Before(p.ref) {
			before = t
		} else if after.IsZero() {
			after = t
		}
	}
	return []Days{oneDay(before), oneDay(after)}
}
