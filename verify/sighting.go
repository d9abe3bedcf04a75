package verify

import (
	"fmt"
	"math"
	"regexp"
	"slices"

	"github.com/atleast-desk/atleast"
)

// MaxPeople is more than any footage shows, and small enough that the sums of
// many sightings stay exact.
const MaxPeople = 1_000_000_000

// maxRadiusM is half the way around the earth: a disc that holds every place.
const maxRadiusM = 20_037_508

var sightingID = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)

// CheckSighting says what is wrong with a sighting as it is coded, or nil. The
// error is atleast.ErrInvalid. The ID may be empty.
func CheckSighting(s atleast.Sighting) error {
	if why := faultOf(s); why != "" {
		return fmt.Errorf("sighting %s: %w: %s", s.ID, atleast.ErrInvalid, why)
	}
	return nil
}

func faultOf(s atleast.Sighting) string {
	switch {
	case s.ID != "" && !sightingID.MatchString(s.ID):
		return "its id may hold up to 64 letters, digits, dots, hyphens and underscores"
	case s.Low < 0:
		return fmt.Sprintf("low is %d; nobody can be seen fewer than 0 times", s.Low)
	case s.Low > MaxPeople || s.High != nil && *s.High > MaxPeople:
		return fmt.Sprintf("more than %d is not believed", MaxPeople)
	case s.High != nil && *s.High < s.Low:
		return fmt.Sprintf("high, %d, is below low, %d", *s.High, s.Low)
	case s.Status != "" && !slices.Contains(atleast.Statuses(), s.Status):
		return fmt.Sprintf("status %q is none of %q", s.Status, atleast.Statuses())
	case s.Time != nil && !s.Time.Valid():
		return "its time has no start, or ends before it starts"
	case s.Why == "":
		return "its grounds are empty; say what was seen, and how place and time were found"
	case s.By == "":
		return "who coded it is empty"
	case s.Place != nil:
		return faultOfPlace(*s.Place)
	}
	return ""
}

func faultOfPlace(r atleast.Region) string {
	switch {
	case !(math.Abs(r.Lat) <= 90):
		return fmt.Sprintf("latitude %v is not between -90 and 90", r.Lat)
	case !(math.Abs(r.Lon) <= 180):
		return fmt.Sprintf("longitude %v is not between -180 and 180", r.Lon)
	case !(r.RadiusM >= 0 && r.RadiusM <= maxRadiusM):
		return fmt.Sprintf("radius_m %v is not between 0 and %d", r.RadiusM, maxRadiusM)
	}
	return ""
}
