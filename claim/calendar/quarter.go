package calendar

import "time"

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
