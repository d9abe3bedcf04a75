package calendar

import "time"

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
