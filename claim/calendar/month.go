package calendar

import "time"

func monthSpan(y, m int) Days { return Days{date(y, m, 1), date(y, m+1, 1)} }

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
