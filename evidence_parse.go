package atleast

import (
	"io"
	"math"
	"strconv"
	"time"
	_ "time/tzdata" // zones must mean the same on every machine
)

// ParseEvidence reads evidence as JSON from a stream. It is strict: an unknown
// field, a value of the wrong type, a statement that cannot be (low above high,
// a time that ends before it begins, a verdict on a sighting that is not there)
// is a *BadEvidence that names the place. Bare dates are days in the document's
// zone, wherever in the document that stands.
func ParseEvidence(r io.Reader) (Evidence, error) {
	p := evidenceParser{scanner: newScanner(r), zone: time.UTC, days: map[string]day{}, words: map[string]string{}}
	if err := p.document(); err != nil {
		return Evidence{}, err
	}
	if err := p.ev.Validate(); err != nil {
		return Evidence{}, err
	}
	return p.ev, nil
}

// evidenceParser fills an Evidence from a scanner.
type evidenceParser struct {
	*scanner
	ev        Evidence
	zone      *time.Location
	zoneKnown bool
	late      []lateSpan        // bare dates read before the zone
	days      map[string]day    // bare dates read so far
	words     map[string]string // kinds, names: one copy of each
	places    []Region          // places and spans are cut from slabs, for
	spans     []Span            // a million small objects burden the collector
}

// day is a bare date in the document's zone.
type day struct{ first, last time.Time }

// lateSpan is a span whose bare dates wait for the document's zone.
type lateSpan struct {
	sighting int
	from, to string
}

var (
	evidenceFields   = []string{"case", "what", "zone", "speed_kmh", "sightings", "exclusive", "verdicts", "assumptions"}
	sightingFields   = []string{"id", "footage", "low", "high", "status", "place", "time", "kind", "why", "by"}
	placeFields      = []string{"lat", "lon", "radius_m"}
	timeFields       = []string{"from", "to"}
	verdictFields    = []string{"a", "b", "is", "why", "by"}
	assumptionFields = []string{"name", "pairs"}
)

func (p *evidenceParser) document() error {
	err := p.object(evidenceFields, func(i int) error {
		switch evidenceFields[i] {
		case "case":
			return p.into(&p.ev.Case)
		case "what":
			return p.into(&p.ev.What)
		case "zone":
			return p.readZone()
		case "speed_kmh":
			return p.speed()
		case "sightings":
			return p.array(p.sighting)
		case "exclusive":
			return p.pairs(&p.ev.Exclusive)
		case "verdicts":
			return p.array(p.verdict)
		default:
			return p.array(p.assumption)
		}
	})
	if err != nil {
		return err
	}
	if p.peek() != 0 {
		return p.syntax("the end of the file")
	}
	if p.end != nil && p.end != io.EOF { //nolint:errorlint // a reader's bare io.EOF is the one good end
		return p.fail("")
	}
	return p.resolveLate()
}

func (p *evidenceParser) into(to *string) error {
	text, err := p.string()
	*to = string(text)
	return err
}

// word reads a string that many sightings share, and keeps one copy.
func (p *evidenceParser) word(to *string) error {
	text, err := p.string()
	if err != nil {
		return err
	}
	known, ok := p.words[string(text)]
	if !ok {
		known = string(text)
		if len(p.words) < 1<<16 {
			p.words[known] = known
		}
	}
	*to = known
	return nil
}

func (p *evidenceParser) float(to *float64) error {
	text, err := p.number()
	if err != nil {
		return err
	}
	*to, err = strconv.ParseFloat(string(text), 64)
	if err != nil {
		return p.fail("%s is out of range", clip(text))
	}
	return nil
}

// whole reads a whole number, also one written 1e7 or 29.0.
func (p *evidenceParser) whole(to *int64) error {
	text, err := p.number()
	if err != nil {
		return err
	}
	if n, err := strconv.ParseInt(string(text), 10, 64); err == nil {
		*to = n
		return nil
	}
	f, err := strconv.ParseFloat(string(text), 64)
	if err != nil || math.Abs(f) > MostPeople {
		return p.fail("%s is more than %d", clip(text), int64(MostPeople))
	}
	if f != math.Trunc(f) {
		return p.fail("%s is not a whole number", clip(text))
	}
	*to = int64(f)
	return nil
}

func (p *evidenceParser) speed() error {
	if err := p.float(&p.ev.SpeedKMH); err != nil {
		return err
	}
	if p.ev.SpeedKMH <= 0 {
		return p.fail("%v is not above 0; leave it out for %d", p.ev.SpeedKMH, DefaultSpeedKMH)
	}
	return nil
}

func (p *evidenceParser) readZone() error {
	err := p.into(&p.ev.Zone)
	if err != nil {
		return err
	}
	if p.zone, err = loadZone(p.ev.Zone); err != nil {
		return p.fail("%v", err)
	}
	p.zoneKnown = true
	return nil
}

func (p *evidenceParser) sighting(i int) error {
	p.ev.Sightings = append(p.ev.Sightings, Sighting{Low: -1})
	s := &p.ev.Sightings[i]
	err := p.object(sightingFields, func(f int) error {
		switch sightingFields[f] {
		case "id":
			return p.into(&s.ID)
		case "footage":
			return p.into(&s.Footage)
		case "low":
			return p.low(&s.Low)
		case "high":
			s.High = new(int64)
			return p.whole(s.High)
		case "status":
			return p.word((*string)(&s.Status))
		case "place":
			return p.place(s)
		case "time":
			return p.time(i)
		case "kind":
			return p.word(&s.Kind)
		case "why":
			return p.into(&s.Why)
		default:
			return p.word(&s.By)
		}
	})
	if err == nil && s.Low < 0 {
		return p.fail("low is missing")
	}
	return err
}

// low reads a low, of which -1 means that none was read.
func (p *evidenceParser) low(to *int64) error {
	if err := p.whole(to); err != nil {
		return err
	}
	if *to < 0 {
		return p.fail("%d is below 0", *to)
	}
	return nil
}

func (p *evidenceParser) place(s *Sighting) error {
	missing := math.NaN()
	at := Region{Lat: missing, Lon: missing, RadiusM: missing}
	fields := [...]*float64{&at.Lat, &at.Lon, &at.RadiusM}
	if err := p.object(placeFields, func(i int) error { return p.float(fields[i]) }); err != nil {
		return err
	}
	for i, f := range fields {
		if math.IsNaN(*f) {
			return p.fail("%s is missing", placeFields[i])
		}
	}
	s.Place = cut(&p.places, at)
	return nil
}

// cut stores v in a slab and returns where.
func cut[T any](slab *[]T, v T) *T {
	if len(*slab) == cap(*slab) {
		*slab = make([]T, 0, min(1024, 2*cap(*slab)+8))
	}
	*slab = append(*slab, v)
	return &(*slab)[len(*slab)-1]
}

func (p *evidenceParser) verdict(i int) error {
	p.ev.Verdicts = append(p.ev.Verdicts, PairVerdict{})
	v := &p.ev.Verdicts[i]
	return p.object(verdictFields, func(f int) error {
		switch verdictFields[f] {
		case "a":
			return p.into(&v.A)
		case "b":
			return p.into(&v.B)
		case "is":
			return p.word((*string)(&v.Is))
		case "why":
			return p.into(&v.Why)
		default:
			return p.array(func(int) error {
				v.By = append(v.By, "")
				return p.word(&v.By[len(v.By)-1])
			})
		}
	})
}

func (p *evidenceParser) assumption(i int) error {
	p.ev.Assumptions = append(p.ev.Assumptions, Assumption{})
	a := &p.ev.Assumptions[i]
	return p.object(assumptionFields, func(f int) error {
		if assumptionFields[f] == "name" {
			return p.into(&a.Name)
		}
		return p.pairs(&a.Pairs)
	})
}

func (p *evidenceParser) pairs(to *[][2]string) error {
	return p.array(func(int) error {
		var pair [2]string
		n := 0
		err := p.array(func(i int) error {
			if n++; n > 2 {
				return p.fail("a pair has two names")
			}
			return p.into(&pair[i])
		})
		if err == nil && n != 2 {
			return p.fail("a pair has two names, not %d", n)
		}
		*to = append(*to, pair)
		return err
	})
}
