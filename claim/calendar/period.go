package calendar

// period reads a span of days that one phrase names.
func (p *parser) period() (moment, bool) {
	for _, rule := range []func() (moment, bool){p.part, p.lasting, p.weekOf, p.relativeCount, p.relative, p.quarter, p.monthYear, p.century, p.decade, p.yearMonth, p.year} {
		if m, ok := p.try(rule); ok {
			return m, true
		}
	}
	return moment{}, false
}
