package web

import (
	"fmt"
	"html/template"
	"math"
	"time"

	"github.com/atleast-desk/atleast"
)

// journey sets two sightings against each other: the longest time that may lie
// between them, and the shortest way. It is drawn for the eye; whether it
// proves anything the count decides, on the ellipsoid and with room to spare.
type journey struct {
	Metres   float64       // between the nearest points of the two discs, about
	Between  time.Duration // between the furthest moments of the two spans
	SpeedKMH float64
}

// journeyOf returns the journey between two sightings, if both say where and when.
func journeyOf(a, b atleast.Sighting, speedKMH float64) (journey, bool) {
	if a.Place == nil || b.Place == nil || a.Time == nil || b.Time == nil || speedKMH <= 0 {
		return journey{}, false
	}
	apart := greatCircle(*a.Place, *b.Place) - a.Place.RadiusM - b.Place.RadiusM
	between := max(a.Time.To.Sub(b.Time.From), b.Time.To.Sub(a.Time.From), 0)
	return journey{Metres: math.Max(apart, 0), Between: between, SpeedKMH: speedKMH}, true
}

// Needs is how long the way takes at the assumed speed.
func (j journey) Needs() time.Duration {
	return time.Duration(j.Metres / (j.SpeedKMH / 3.6) * float64(time.Second))
}

// earthRadius is the mean radius in metres: good to half a percent.
const earthRadius = 6_371_009.0

// greatCircle is the distance between two middles on a sphere, in metres.
func greatCircle(a, b atleast.Region) float64 {
	const degree = math.Pi / 180
	sinLat := math.Sin((b.Lat - a.Lat) * degree / 2)
	sinLon := math.Sin((b.Lon - a.Lon) * degree / 2)
	h := sinLat*sinLat + math.Cos(a.Lat*degree)*math.Cos(b.Lat*degree)*sinLon*sinLon
	return 2 * earthRadius * math.Asin(math.Sqrt(math.Min(h, 1)))
}

// Words says what the drawing shows.
func (j journey) Words() string {
	way := fmt.Sprintf("At %.0f km/h the way of about %s takes %s", j.SpeedKMH, metres(math.Round(j.Metres/100)*100), hoursWords(j.Needs()))
	if j.Metres == 0 {
		way = "They may be at the same place"
	}
	between := fmt.Sprintf("between them lie at most %s", hoursWords(j.Between))
	if j.Between == 0 {
		between = "both were seen at one moment"
	}
	if j.Needs() > j.Between {
		return fmt.Sprintf("%s; %s. Nobody can be in both.", way, between)
	}
	return fmt.Sprintf("%s; %s. Somebody could be in both.", way, between)
}

// draw draws the time the way takes above the time there was.
func (j journey) draw(width float64) template.HTML {
	const left, row = 112.0, 28.0
	s := newSVG("chart reach", j.Words(), width, 2*row+8)
	most := math.Max(float64(max(j.Needs(), j.Between)), 1)
	end := func(d time.Duration) float64 { return left + float64(d)/most*(width-left-144) }
	s.text("figure", "end", left-10, row/2+4, "the way takes")
	s.rect("proven", left, row/2-6, end(j.Needs())-left, 12)
	s.line("exact", end(j.Needs()), row/2-9, end(j.Needs()), row/2+9)
	s.text("label", "start", end(j.Needs())+8, row/2+4, hoursWords(j.Needs()))
	s.text("figure", "end", left-10, row*1.5+4, "there was")
	s.rect("claimed", left, row*1.5-6, end(j.Between)-left, 12)
	s.text("label", "start", end(j.Between)+8, row*1.5+4, "at most "+hoursWords(j.Between))
	return s.done()
}
