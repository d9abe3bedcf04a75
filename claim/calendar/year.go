package calendar

func yearSpan(y int) Days { return Days{date(y, 1, 1), date(y+1, 1, 1)} }

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

// wholeYear reads a year said by number or relation.
func (p *parser) wholeYear() (moment, bool) {
	if m, ok := p.try(p.year); ok {
		return m, true
	}
	m, ok := p.try(p.relative)
	return m, ok && p.peek(-1).low == "year"
}
