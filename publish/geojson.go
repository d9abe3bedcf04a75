package publish

import (
	"github.com/atleast-desk/atleast"
)

// What sightings.geojson is made of (RFC 7946): a point a sighting, with the
// radius of the disc that surely holds the place beside it.
type featureCollection struct {
	Type     string    `json:"type"`
	Features []feature `json:"features"`
}

type feature struct {
	Type       string     `json:"type"`
	ID         string     `json:"id"`
	Geometry   point      `json:"geometry"`
	Properties properties `json:"properties"`
}

type point struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"` // longitude, latitude
}

type properties struct {
	Low     int64          `json:"low"`
	High    *int64         `json:"high"`
	Status  atleast.Status `json:"status"`
	RadiusM float64        `json:"radius_m"`
	From    string         `json:"from,omitempty"`
	To      string         `json:"to,omitempty"`
	Why     string         `json:"why,omitempty"`
}

// mapOf returns the sightings that have a place.
func mapOf(ev atleast.Evidence) featureCollection {
	all := featureCollection{Type: "FeatureCollection", Features: []feature{}}
	for _, s := range ev.Sightings {
		if s.Place == nil {
			continue
		}
		p := properties{Low: s.Low, High: s.High, Status: s.Status, RadiusM: s.Place.RadiusM, Why: s.Why}
		if s.Time != nil {
			p.From, p.To = instant(s.Time.From), instant(s.Time.To)
		}
		all.Features = append(all.Features, feature{"Feature", s.ID, point{"Point", [2]float64{s.Place.Lon, s.Place.Lat}}, p})
	}
	return all
}
