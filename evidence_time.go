package atleast

import (
	"fmt"
	"time"
)

// loadZone is an IANA zone by name; the empty name is UTC.
func loadZone(name string) (*time.Location, error) {
	if name == "Local" {
		return nil, fmt.Errorf("zone %q means another zone on every machine; name one, such as Europe/Kyiv", name)
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil, fmt.Errorf("%q is no IANA zone, such as Europe/Kyiv", name)
	}
	return zone, nil
}

// time reads the span of sighting i. Bare dates wait for the zone.
func (p *evidenceParser) time(i int) error {
	var from, to string
	err := p.object(timeFields, func(f int) error {
		if timeFields[f] == "from" {
			return p.word(&from)
		}
		return p.word(&to)
	})
	switch {
	case err != nil:
		return err
	case from == "":
		return p.fail("from is missing")
	case to == "":
		return p.fail("to is missing")
	}
	span, err := p.span(from, to)
	if err != nil {
		return p.fail("%v", err)
	}
	if !p.zoneKnown && (len(from) == len(bareDate) || len(to) == len(bareDate)) {
		p.late = append(p.late, lateSpan{i, from, to})
	}
	p.ev.Sightings[i].Time = cut(&p.spans, span)
	return nil
}

// span is ParseSpan with a memory for bare dates, of which a large file has few.
func (p *evidenceParser) span(from, to string) (Span, error) {
	start, err := p.moment(from)
	if err != nil {
		return Span{}, fmt.Errorf("from: %w", err)
	}
	end, err := p.moment(to)
	if err != nil {
		return Span{}, fmt.Errorf("to: %w", err)
	}
	if end.last.Before(start.first) {
		return Span{}, fmt.Errorf("to: %s is before from: %s", to, from)
	}
	return Span{From: start.first, To: end.last}, nil
}

func (p *evidenceParser) moment(text string) (day, error) {
	if d, ok := p.days[text]; ok {
		return d, nil
	}
	first, last, err := parseMoment(text, p.zone)
	d := day{first, last}
	if err == nil && len(text) == len(bareDate) {
		p.days[text] = d
	}
	return d, err
}

// resolveLate reads bare dates again that came before the document's zone.
func (p *evidenceParser) resolveLate() error {
	if !p.zoneKnown {
		return nil
	}
	clear(p.days)
	for _, l := range p.late {
		span, err := p.span(l.from, l.to)
		if err != nil {
			return bad(fmt.Sprintf("sightings[%d].time", l.sighting), "%v", err)
		}
		*p.ev.Sightings[l.sighting].Time = span
	}
	return nil
}
