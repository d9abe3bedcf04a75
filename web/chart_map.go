package web

import (
	"fmt"
	"html/template"
	"math"
	"strconv"
	"strings"

	"github.com/atleast-desk/atleast"
)

// spot is a place on the map.
type spot struct {
	Label  string
	Region atleast.Region
}

const (
	mapShape        = 0.625 // its height beside its width
	mapPad          = 56.0
	metresPerDegree = 111_320.0 // of latitude, near enough to draw by
)

// outline is a plane drawn around some spots: east to the right, north up, one
// scale in both directions.
type outline struct {
	width, height float64 // of the drawing
	lat0, lon0    float64 // degrees at the middle
	metresPerPx   float64
	eastPerDegree float64 // metres a degree of longitude at lat0
}

// outlineOf fits the spots with their radii into the map. Longitudes are taken
// the short way round from the first spot, so the antimeridian is no edge.
func outlineOf(spots []spot, width float64) outline {
	o := outline{width: width, height: width * mapShape}
	if len(spots) == 0 {
		return o
	}
	first := spots[0].Region
	south, north, west, east := 90.0, -90.0, 180.0, -180.0
	for _, p := range spots {
		reachLat := p.Region.RadiusM / metresPerDegree
		reachLon := reachLat / math.Max(math.Cos(p.Region.Lat*math.Pi/180), 0.01)
		lon := around(p.Region.Lon - first.Lon)
		south, north = math.Min(south, p.Region.Lat-reachLat), math.Max(north, p.Region.Lat+reachLat)
		west, east = math.Min(west, lon-reachLon), math.Max(east, lon+reachLon)
	}
	o.lat0, o.lon0 = (south+north)/2, first.Lon+(west+east)/2
	o.eastPerDegree = metresPerDegree * math.Max(math.Cos(o.lat0*math.Pi/180), 0.01)
	o.metresPerPx = math.Max(
		math.Max((east-west)*o.eastPerDegree/(o.width-2*mapPad), (north-south)*metresPerDegree/(o.height-2*mapPad)),
		2) // never closer than 2 m a pixel
	return o
}

// around brings a difference of longitudes to -180..180.
func around(degrees float64) float64 {
	return math.Mod(math.Mod(degrees+180, 360)+360, 360) - 180
}

func (o outline) xy(lat, lon float64) (x, y float64) {
	return o.width/2 + around(lon-o.lon0)*o.eastPerDegree/o.metresPerPx,
		o.height/2 - (lat-o.lat0)*metresPerDegree/o.metresPerPx
}

// drawMap draws where the spots lie: graticule, discs that surely hold each
// place, labels, and a scale. It needs no tiles and no network.
func drawMap(spots []spot, width float64) template.HTML {
	o := outlineOf(spots, width)
	s := newSVG("chart map", fmt.Sprintf("Map of %s", plural(len(spots), "place", "places")), o.width, o.height)
	if len(spots) == 0 {
		return s.done()
	}
	s.rect("frame", 0.5, 0.5, o.width-1, o.height-1)
	o.graticule(s)
	for _, p := range spots {
		x, y := o.xy(p.Region.Lat, p.Region.Lon)
		s.circle("disc", x, y, math.Max(p.Region.RadiusM/o.metresPerPx, 3))
	}
	o.labels(s, spots)
	o.scale(s)
	return s.done()
}

// graticule draws round meridians and parallels.
func (o outline) graticule(s *svg) {
	step := niceStep(o.height * o.metresPerPx / metresPerDegree / 3)
	places := max(0, int(math.Ceil(-math.Log10(step)-1e-9)))
	halfLat, halfLon := o.height/2*o.metresPerPx/metresPerDegree, o.width/2*o.metresPerPx/o.eastPerDegree
	for lat := math.Ceil((o.lat0-halfLat)/step) * step; lat <= o.lat0+halfLat; lat += step {
		_, y := o.xy(lat, o.lon0)
		s.line("grid", 0, y, o.width, y)
		if y < 40 {
			continue // the meridians' own labels stand there
		}
		s.text("tick", "start", 6, y-4, degreeWords(lat, places))
	}
	for lon := math.Ceil((o.lon0-halfLon)/step) * step; lon <= o.lon0+halfLon; lon += step {
		x, _ := o.xy(o.lat0, lon)
		s.line("grid", x, 0, x, o.height)
		if x > o.width-48 {
			continue // it would be cut off
		}
		s.text("tick", "start", x+4, 14, degreeWords(around(lon), places))
	}
}

// degreeWords writes a parallel or a meridian; the equator has no sign.
func degreeWords(degrees float64, places int) string {
	words := strconv.FormatFloat(degrees, 'f', places, 64)
	if strings.Trim(words, "-0.") == "" {
		words = strings.TrimPrefix(words, "-")
	}
	return words + "°"
}

// labels writes each spot's name beside it, one below the other where several
// share a place.
func (o outline) labels(s *svg, spots []spot) {
	var taken [][2]float64
	for _, p := range spots {
		x, y := o.xy(p.Region.Lat, p.Region.Lon)
		s.circle("point", x, y, 2.5)
		for crowded(taken, x, y) {
			y += 16
		}
		taken = append(taken, [2]float64{x, y})
		if x > o.width-120 {
			s.text("figure", "end", x-8, y+4, clip(p.Label, 24))
		} else {
			s.text("figure", "start", x+8, y+4, clip(p.Label, 24))
		}
	}
}

func crowded(taken [][2]float64, x, y float64) bool {
	for _, t := range taken {
		if math.Abs(t[0]-x) < 96 && math.Abs(t[1]-y) < 15 {
			return true
		}
	}
	return false
}

// scale draws a round length at the foot of the map.
func (o outline) scale(s *svg) {
	length := niceStep(100*o.metresPerPx) / o.metresPerPx
	x, y := o.width-16-length, o.height-16.0
	s.path("scale", [2]float64{x, y - 6}, [2]float64{x, y}, [2]float64{x + length, y}, [2]float64{x + length, y - 6})
	s.text("tick", "middle", x+length/2, y-8, metres(math.Round(length*o.metresPerPx)))
}
