package web

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/atleast-desk/atleast"
)

// whole reads a whole number of at least zero; ok is false where the field is
// empty or was not one, and then a problem says so.
func (f *form) whole(field string) (n int64, ok bool) {
	typed := strings.ReplaceAll(f.Get(field), ",", "")
	if typed == "" {
		return 0, false
	}
	n, err := strconv.ParseInt(typed, 10, 64)
	if err != nil || n < 0 {
		f.Say(field, "“%s” is not a whole number of zero or more, such as 29", f.Get(field))
		return 0, false
	}
	return n, true
}

// bounds reads how many at least, and at most where that is said.
func (f *form) bounds() (low int64, high *int64) {
	low, ok := f.whole("low")
	if !ok && f.Wrong("low") == "" {
		f.Say("low", "Say how many are seen at the very least")
	}
	most, ok := f.whole("high")
	if !ok {
		return low, nil
	}
	if most < low {
		f.Say("high", "At most %s is fewer than at least %s", grouped(most), grouped(low))
	}
	return low, &most
}

// number reads a finite number between low and high.
func (f *form) number(field string, low, high float64, example string) (x float64, ok bool) {
	typed := strings.Replace(f.Get(field), ",", ".", 1)
	if typed == "" {
		return 0, false
	}
	x, err := strconv.ParseFloat(typed, 64)
	if err != nil || math.IsNaN(x) || x < low || x > high {
		f.Say(field, "“%s” is not a number from %v to %v, such as %s", f.Get(field), low, high, example)
		return 0, false
	}
	return x, true
}

// region reads latitude, longitude and radius: all three, or none.
func (f *form) region() *atleast.Region {
	lat, haveLat := f.number("lat", -90, 90, "51.2046")
	lon, haveLon := f.number("lon", -180, 180, "35.0165")
	radius, haveRadius := f.number("radius_m", 0, 2.1e7, "500")
	switch given := f.Get("lat") + f.Get("lon") + f.Get("radius_m"); {
	case given == "":
		return nil
	case haveLat && haveLon && haveRadius:
		return &atleast.Region{Lat: lat, Lon: lon, RadiusM: radius}
	}
	for _, part := range []struct{ field, missing string }{
		{"lat", "A place needs its latitude too"},
		{"lon", "A place needs its longitude too"},
		{"radius_m", "A place needs a radius that surely holds it, in metres"},
	} {
		if f.Get(part.field) == "" {
			f.Say(part.field, "%s", part.missing)
		}
	}
	return nil
}

// span reads two times in zone: both, or none.
func (f *form) span(zone *time.Location) *atleast.Span {
	from, to := f.Get("from"), f.Get("to")
	if from == "" && to == "" {
		return nil
	}
	if to == "" {
		to = from // one day, or one moment
	}
	if from == "" {
		f.Say("from", "A time needs its beginning too")
		return nil
	}
	span, field, err := parseTimes(from, to, zone)
	if err != nil {
		f.Say(field, "%s", err.Error())
		return nil
	}
	return &span
}
