package calendar

import "time"

// weekdayName reads the name of a weekday.
func (p *parser) weekdayName() (time.Weekday, bool) {
	w, ok := weekdays[p.peek(0).low]
	if !ok || w < 0 || (p.peek(0).low == "sun" || p.peek(0).low == "sat" || p.peek(0).low == "mon" || p.peek(0).low == "wed") && p.peek(1).number < 0 {
		return 0, false
	}
	p.at++
	if p.peek(0).low == "." && len(p.peek(-1).low) <= 5 && p.peek(0).tight && p.peek(1).low != "" {
		if p.peek(1).number >= 0 {
			p.at++
		}
	}
	return time.Weekday(w), true
}

// which reads the word before a weekday, week, month or year that says which.
func (p *parser) which() (shift int, said string) {
	switch w := p.takeAny("this past", "this coming", "the following", "the coming", "the next", "the last", "the past", "the previous", "the upcoming", "this", "next", "last", "past", "previous", "coming", "following", "upcoming", "current", "the current", "that"); w {
	case "":
		return 0, ""
	case "this", "current", "the current", "that":
		return 0, "this"
	case "next", "the next", "following", "the following":
		return 1, "next"
	case "coming", "the coming", "upcoming", "this coming", "the upcoming":
		return 1, "coming"
	case "past", "this past", "the past":
		return -1, "past"
	default:
		return -1, "last"
	}
}

// monday returns the first day of the week that holds t.
func monday(t time.Time) time.Time { return t.AddDate(0, 0, -(int(t.Weekday())+6)%7) }

// inWeek returns a weekday of the week that begins on a Monday.
func inWeek(start time.Time, w time.Weekday) time.Time {
	return start.AddDate(0, 0, (int(w)+6)%7)
}

// weekdayDate reads a weekday together with its date: "Wednesday, August 14",
// "this friday (jun-15)", "tuesday the eleventh", "Monday 21".
func (p *parser) weekdayDate() (moment, bool) {
	_, said := p.which()
	w, ok := p.weekdayName()
	if !ok {
		return moment{}, false
	}
	name := w.String()
	bracket := p.take("(")
	the := p.takeAny(",", "-", "the") == "the"
	for _, rule := range []func() (moment, bool){p.numeric, p.monthDay, p.dayMonth} {
		if m, ok := p.try(rule); ok {
			if bracket {
				p.take(")")
			}
			m.weekday = name
			if p.known {
				m = p.onDay(p.pick(m, said), w)
			}
			return m, true
		}
	}
	d := p.peek(0)
	if !p.known || bracket || d.number < 1 || d.number > 31 || d.digits == 0 && !d.ordinal || d.digits > 2 || p.counts() || p.peek(1).low == ":" || p.peek(1).low == "am" || p.peek(1).low == "pm" {
		return moment{}, false
	}
	p.at++
	m := moment{readings: p.matching(w, d.number), day: true, date: d.number, weekday: name}
	if t := date(p.ref.Year(), int(p.ref.Month()), d.number); the && t.Weekday() == w {
		m.readings = []Days{oneDay(t)}
	}
	return m, true
}

// onDay keeps the reading that falls on the weekday, if one does.
func (p *parser) onDay(m moment, w time.Weekday) moment {
	for _, r := range m.readings {
		if len(m.readings) == 2 && r.From.Weekday() == w {
			m.readings = []Days{r}
			break
		}
	}
	return m
}

// matching returns the last and the next day of that number that falls on the weekday.
func (p *parser) matching(w time.Weekday, day int) []Days {
	var before, after time.Time
	for shift := -14; shift <= 14; shift++ {
		first := date(p.ref.Year(), int(p.ref.Month())+shift, 1)
		t := first.AddDate(0, 0, day-1)
		if t.Month() != first.Month() || t.Weekday() != w {
			continue
		}
		if t.Before(p.ref) {
			before = t
		} else if after.IsZero() {
			after = t
		}
	}
	if after.Equal(p.ref) {
		return []Days{oneDay(after)}
	}
	return []Days{oneDay(before), oneDay(after)}
}

// weekday reads "Friday", "last Monday", "Monday of the following week", "this week Monday".
func (p *parser) weekday() (moment, bool) {
	if !p.known {
		return moment{}, false
	}
	if m, ok := p.try(p.weekThenDay); ok {
		return m, true
	}
	_, said := p.which()
	w, ok := p.weekdayName()
	if !ok {
		return moment{}, false
	}
	this := inWeek(monday(p.ref), w)
	if said == "" {
		mark := p.at
		p.take("of")
		if shift, which := p.which(); which != "" && p.take("week") {
			return dayOf(this.AddDate(0, 0, 7*shift)), true
		}
		p.at = mark
	}
	switch said {
	case "this":
		return dayOf(this), true
	case "next":
		return dayOf(this.AddDate(0, 0, 7)), true
	case "last":
		return dayOf(this.AddDate(0, 0, -7)), true
	case "past":
		if !this.Before(p.ref) {
			this = this.AddDate(0, 0, -7)
		}
		return dayOf(this), true
	case "coming":
		if !this.After(p.ref) {
			this = this.AddDate(0, 0, 7)
		}
		return dayOf(this), true
	}
	if !this.Before(p.ref) {
		m := moment{readings: []Days{oneDay(this.AddDate(0, 0, -7)), oneDay(this)}, day: true, weekday: w.String()}
		return m, true
	}
	return moment{readings: []Days{oneDay(this), oneDay(this.AddDate(0, 0, 7))}, day: true, weekday: w.String()}, true
}

// weekThenDay reads "this week Monday" and "previous week - Monday".
func (p *parser) weekThenDay() (moment, bool) {
	shift, said := p.which()
	if said == "" || !p.take("week") {
		return moment{}, false
	}
	p.takeAny("-", ",", "on")
	w, ok := p.weekdayName()
	if !ok {
		return moment{}, false
	}
	return dayOf(inWeek(monday(p.ref).AddDate(0, 0, 7*shift), w)), true
}

// counts reports whether the number that comes next counts days, weeks or hours.
func (p *parser) counts() bool {
	switch p.peek(1).low {
	case "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "minutes", "people":
		return true
	}
	return false
}
