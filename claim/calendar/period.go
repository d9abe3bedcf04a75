package calendar

import (
	"strings"
	"time"
)

// period reads a span of days that one phrase names.
func (p *parser) period() (moment, bool) {
	for _, rule := range []func() (moment, bool){p.part, p.lasting, p.weekOf, p.relativeCount, p.relative, p.quarter, p.monthYear, p.century, p.decade, p.yearMonth, p.year} {
		if m, ok := p.try(rule); ok {
			return m, true
		}
	}
	return moment{}, false
}

func monthSpan(y, m int) Days { return Days{date(y, m, 1), date(y, m+1, 1)} }

func yearSpan(y int) Days { return Days{date(y, 1, 1), date(y+1, 1, 1)} }

// monthYear reads "April 2017", "june of 1992", "2015-12", "this September", "May".
func (p *parser) monthYear() (moment, bool) {
	if t := p.peek(0); t.digits == 4 && t.number > 1500 && t.number < 2200 && p.peek(1).tight && (p.peek(1).low == "-" || p.peek(1).low == "/") && p.peek(2).digits > 0 && p.peek(2).digits <= 2 && p.peek(2).number >= 1 && p.peek(2).number <= 12 && p.peek(3).low != "-" {
		p.at += 3
		m := moment{readings: []Days{monthSpan(t.number, p.peek(-1).number)}, year: t.number, month: p.peek(-1).number}
		return m, true
	}
	shift, said := p.which()
	spelt := p.peek(0).low
	month, ok := p.monthName()
	if !ok {
		return moment{}, false
	}
	if said == "" {
		mark := p.at
		p.takeAny(", of", "of", "in", ",", "-", "/")
		if y, ok := p.anyYear(); ok {
			return moment{readings: []Days{monthSpan(y, month)}, year: y, month: month}, true
		}
		if s, which := p.which(); which != "" && p.take("year") && p.known {
			return moment{readings: []Days{monthSpan(p.ref.Year()+s, month)}, year: p.ref.Year() + s, month: month}, true
		}
		p.at = mark
		if spelt == "may" || spelt == "march" || spelt == "mar" || spelt == "sun" {
			if !p.monthFits() {
				return moment{}, false
			}
		}
		m := moment{month: month}
		if p.known {
			m.readings = p.around(func(y int) (time.Time, bool) { return date(y, month, 1), true }, 0)
			for i := range m.readings {
				m.readings[i].To = m.readings[i].From.AddDate(0, 1, 0)
			}
		}
		return m, true
	}
	if !p.known {
		return moment{}, false
	}
	y := p.ref.Year()
	switch {
	case said == "this":
	case shift > 0 && month <= int(p.ref.Month()):
		y++
	case shift < 0 && month >= int(p.ref.Month()):
		y--
	}
	return moment{readings: []Days{monthSpan(y, month)}, year: y, month: month}, true
}

// monthFits tells the month from the verb: it stands after a preposition.
func (p *parser) monthFits() bool {
	if next := p.peek(0).low; (next == "to" || next == "through" || next == "-") && monthNames[p.peek(1).low] > 0 {
		return true
	}
	switch p.peek(-2).low {
	case "in", "of", "since", "until", "till", "by", "from", "to", "between", "and", "during", "before", "after", "mid", "late", "early", "the", "for", "through":
		return true
	}
	return false
}

// year reads "2018", "the year 2018", "two thousand and twenty", "nineteen ninety six".
func (p *parser) year() (moment, bool) {
	if p.takeAny("the calendar year", "calendar year", "the year of", "the year", "year of", "cy") == "" {
		p.take("year")
	}
	y, ok := p.yearToken()
	if !ok {
		y, ok = p.speltYear()
	}
	if !ok || p.peek(0).low == "s" || p.peek(0).low == "%" {
		return moment{}, false
	}
	return moment{readings: []Days{yearSpan(y)}, year: y, bare: true}, true
}

// anyYear reads a year after a month: in figures, two of them after an
// apostrophe or "of", or in words.
func (p *parser) anyYear() (int, bool) {
	if y, ok := p.yearToken(); ok {
		return y, true
	}
	if t := p.peek(0); (t.low == "'" || t.low == "’") && p.peek(1).digits == 2 && p.peek(1).tight {
		p.at += 2
		return fullYear(p.peek(-1).number), true
	}
	if t := p.peek(0); p.peek(-1).low == "of" && t.digits == 2 && !t.ordinal {
		p.at++
		return fullYear(t.number), true
	}
	return p.speltYear()
}

// fullYear completes a year of two figures.
func fullYear(n int) int {
	if n >= 30 {
		return 1900 + n
	}
	return 2000 + n
}

// speltYear reads years in words.
func (p *parser) speltYear() (int, bool) {
	mark := p.at
	if p.take("two thousand") {
		after := p.at
		p.take("and")
		if n, ok := p.belowHundred(); ok {
			return 2000 + n, true
		}
		p.at = after
		return 2000, p.peek(-3).low != "of" && monthNames[p.peek(-3).low] > 0
	}
	p.at = mark
	if a := p.peek(0); a.digits == 0 && (a.number >= 15 && a.number <= 20) && !a.ordinal {
		p.at++
		if n, ok := p.belowHundred(); ok && n >= 10 {
			return 100*a.number + n, true
		}
	}
	p.at = mark
	return 0, false
}

var speltTens = map[string]int{"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

func (p *parser) belowHundred() (int, bool) {
	t := p.peek(0)
	if ten, ok := speltTens[t.low]; ok {
		p.at++
		n := max(ten, t.number)
		if u := p.peek(0); n == ten && u.number > 0 && u.number < 10 && u.digits == 0 {
			p.at++
			n += u.number
		}
		return n, true
	}
	if t.number > 0 && t.number < 100 && t.digits == 0 && !t.ordinal {
		p.at++
		return t.number, true
	}
	return 0, false
}

// yearMonth reads "2017 April" and "12-2015".
func (p *parser) yearMonth() (moment, bool) {
	if y, ok := p.yearToken(); ok {
		month, ok := p.monthName()
		return moment{readings: []Days{monthSpan(y, month)}, year: y, month: month}, ok
	}
	m, dash := p.peek(0), p.peek(1)
	if m.digits == 0 || m.digits > 2 || m.number < 1 || m.number > 12 || !dash.tight || dash.low != "-" && dash.low != "/" {
		return moment{}, false
	}
	p.at += 2
	y, ok := p.yearToken()
	return moment{readings: []Days{monthSpan(y, m.number)}, year: y, month: m.number}, ok
}

// century reads "the 21st century".
func (p *parser) century() (moment, bool) {
	p.take("the")
	n := p.peek(0)
	if !n.ordinal || n.number < 10 {
		return moment{}, false
	}
	p.at++
	first := (n.number - 1) * 100
	return exactly(date(first, 1, 1), date(first+100, 1, 1)), p.take("century")
}

// decade reads "1990s", "the 1990 s".
func (p *parser) decade() (moment, bool) {
	p.take("the")
	y, ok := p.yearToken()
	if !ok || y%10 != 0 {
		return moment{}, false
	}
	if p.peek(0).low == "'" || p.peek(0).low == "’" {
		p.at++
	}
	if !p.take("s") {
		return moment{}, false
	}
	return exactly(date(y, 1, 1), date(y+10, 1, 1)), true
}

// quarter reads "2019-Q1", "Q1 2019", "2017 q1", "2019-H2".
func (p *parser) quarter() (moment, bool) {
	if y, ok := p.yearToken(); ok {
		p.takeAny("-", "/", ",")
		if from, to, ok := p.fraction(y); ok {
			return moment{readings: []Days{{from, to}}, year: y}, true
		}
		return moment{}, false
	}
	mark := p.at
	if _, _, ok := p.fraction(2000); !ok {
		return moment{}, false
	}
	p.takeAny("of", ",", "-", "/")
	y, ok := p.yearToken()
	if !ok {
		return moment{}, false
	}
	end := p.at
	p.at = mark
	from, to, _ := p.fraction(y)
	p.at = end
	return moment{readings: []Days{{from, to}}, year: y}, true
}

// fraction reads "q1" and "h2" of a year.
func (p *parser) fraction(y int) (from, to time.Time, ok bool) {
	letter, n := p.peek(0).low, p.peek(1)
	switch {
	case letter == "q" && n.tight && n.number >= 1 && n.number <= 4:
		p.at += 2
		return date(y, 3*n.number-2, 1), date(y, 3*n.number+1, 1), true
	case letter == "h" && n.tight && n.number >= 1 && n.number <= 2:
		p.at += 2
		return date(y, 6*n.number-5, 1), date(y, 6*n.number+1, 1), true
	}
	return from, to, false
}

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

// wholeYear reads a year said by number or relation.
func (p *parser) wholeYear() (moment, bool) {
	if m, ok := p.try(p.year); ok {
		return m, true
	}
	m, ok := p.try(p.relative)
	return m, ok && p.peek(-1).low == "year"
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

// part reads "early 2022", "mid May", "the end of March", "the middle of 2000", "late July".
func (p *parser) part() (moment, bool) {
	p.take("the")
	var share int
	var edge bool
	switch p.takeAny("early in", "early", "beginning of", "start of", "mid -", "mid", "middle of", "late in", "late", "end of") {
	case "early", "early in":
		share = firstPart
	case "beginning of", "start of":
		share, edge = firstPart, true
	case "mid", "mid -":
		share = middlePart
	case "middle of":
		share, edge = middlePart, true
	case "late", "late in":
		share = lastPart
	case "end of":
		share, edge = lastPart, true
	default:
		return moment{}, false
	}
	m, ok := p.try(p.period)
	if !ok && p.known {
		p.take("the")
		var span Days
		if span, ok = p.block(p.takeAny("week", "month", "year"), 0); ok {
			m.readings = []Days{span}
		}
	}
	if !ok {
		return moment{}, false
	}
	m.bare = false
	for i, r := range m.readings {
		if edge {
			m.edges = append(m.edges, edgeOf(r, share))
		}
		m.readings[i] = cut(r, share)
	}
	return m, true
}

// The parts of a span of time.
const (
	firstPart = iota
	middlePart
	lastPart
)

// edgeOf returns the moment at which a part of a span is reached.
func edgeOf(r Days, part int) time.Time {
	switch part {
	case firstPart:
		return r.From
	case lastPart:
		return r.To
	}
	if months(r) == 1 {
		return r.From.AddDate(0, 0, 15)
	}
	return r.From.Add(r.To.Sub(r.From) / 2).Truncate(24 * time.Hour)
}

func months(r Days) int { return int(r.To.Sub(r.From).Hours()/24/30.4 + 0.5) }

// cut returns the early, middle or late part of a span: thirds of a year, halves
// of a month with its middle from the 10th to the 20th, halves of anything else.
func cut(r Days, part int) Days {
	n := months(r)
	third := max(1, n/3)
	days := int(r.To.Sub(r.From).Hours() / 24)
	switch {
	case n >= 12 && part == firstPart:
		return Days{r.From, r.From.AddDate(0, third, 0)}
	case n >= 12 && part == middlePart:
		return Days{r.From.AddDate(0, third, 0), r.From.AddDate(0, 2*third, 0)}
	case n >= 12:
		return Days{r.From.AddDate(0, 2*third, 0), r.To}
	case n == 1 && part == middlePart:
		return Days{r.From.AddDate(0, 0, 9), r.From.AddDate(0, 0, 20)}
	case n == 1 && part == firstPart:
		return Days{r.From, r.From.AddDate(0, 0, 15)}
	case n == 1:
		return Days{r.From.AddDate(0, 0, 15), r.To}
	case part == lastPart:
		return Days{r.From.AddDate(0, 0, days/2), r.To}
	}
	return Days{r.From, r.From.AddDate(0, 0, (days+1)/2)}
}
