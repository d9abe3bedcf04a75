package atleast

import (
	"fmt"
	"math"
	"slices"
)

// Validate says what is wrong with the evidence, as a *BadEvidence, or nil.
func (ev Evidence) Validate() error {
	if !(ev.SpeedKMH >= 0) || math.IsInf(ev.SpeedKMH, 0) {
		return bad("speed_kmh", "%v is no speed", ev.SpeedKMH)
	}
	if _, err := loadZone(ev.Zone); err != nil {
		return bad("zone", "%v", err)
	}
	at := make(map[string]int, len(ev.Sightings))
	for i := range ev.Sightings {
		if err := ev.Sightings[i].validate(i); err != nil {
			return err
		}
		if first, twice := at[ev.Sightings[i].ID]; twice {
			return bad(fmt.Sprintf("sightings[%d].id", i), "%q is also sightings[%d]; every sighting needs its own", ev.Sightings[i].ID, first)
		}
		at[ev.Sightings[i].ID] = i
	}
	if err := ev.validateKinds(); err != nil {
		return err
	}
	for i, v := range ev.Verdicts {
		if err := v.validate(fmt.Sprintf("verdicts[%d]", i), at); err != nil {
			return err
		}
	}
	return ev.validateAssumptions(at)
}

func (s *Sighting) validate(i int) error {
	where := func(field string) string { return fmt.Sprintf("sightings[%d].%s", i, field) }
	switch {
	case s.ID == "":
		return bad(where("id"), "is missing")
	case s.Low < 0:
		return bad(where("low"), "%d is below 0", s.Low)
	case s.Low > MostPeople:
		return bad(where("low"), "%d is more than %d", s.Low, int64(MostPeople))
	case s.High != nil && *s.High > MostPeople:
		return bad(where("high"), "%d is more than %d; leave it out where it is open", *s.High, int64(MostPeople))
	case s.High != nil && *s.High < s.Low:
		return bad(where("low"), "%d is above high, %d", s.Low, *s.High)
	case s.Status == "":
		return bad(where("status"), "is missing; want one of %v", Statuses())
	case !slices.Contains(Statuses(), s.Status):
		return bad(where("status"), "%q is none of %v", s.Status, Statuses())
	case s.Time != nil && !s.Time.Valid():
		return bad(where("time"), "from and to must both be set, to not before from")
	case s.Time != nil && (s.Time.From.Year() < 1 || s.Time.To.Year() > 9999):
		return bad(where("time"), "is not within the years 1 to 9999")
	case s.Place != nil:
		return s.Place.validate(where("place"))
	}
	return nil
}

// validate refuses what is not on the globe. A comparison with NaN is false,
// so every range is asked for what it must hold.
func (r *Region) validate(where string) error {
	switch {
	case !(r.Lat >= -90 && r.Lat <= 90):
		return bad(where+".lat", "%v is not within -90 to 90 degrees", r.Lat)
	case !(r.Lon >= -180 && r.Lon <= 180):
		return bad(where+".lon", "%v is not within -180 to 180 degrees", r.Lon)
	case !(r.RadiusM >= 0) || math.IsInf(r.RadiusM, 1):
		return bad(where+".radius_m", "%v is no radius in metres", r.RadiusM)
	}
	return nil
}

func (ev Evidence) validateKinds() error {
	for i, pair := range ev.Exclusive {
		where := fmt.Sprintf("exclusive[%d]", i)
		switch {
		case pair[0] == "" || pair[1] == "":
			return bad(where, "a kind is empty")
		case pair[0] == pair[1]:
			return bad(where, "%q cannot exclude itself", pair[0])
		}
	}
	return nil
}

func (v PairVerdict) validate(where string, at map[string]int) error {
	for _, end := range [...]struct{ name, id string }{{".a", v.A}, {".b", v.B}} {
		if end.id == "" {
			return bad(where+end.name, "is missing")
		}
		if _, ok := at[end.id]; !ok {
			return bad(where+end.name, "no sighting is called %q", end.id)
		}
	}
	switch {
	case v.A == v.B:
		return bad(where+".b", "%q is both ends of the pair", v.B)
	case v.Is == "":
		return bad(where+".is", "is missing; want one of %v", OnPair.Judgements())
	case !slices.Contains(OnPair.Judgements(), v.Is):
		return bad(where+".is", "%q is none of %v", v.Is, OnPair.Judgements())
	case slices.Contains(v.By, ""):
		return bad(fmt.Sprintf("%s.by[%d]", where, slices.Index(v.By, "")), "is empty")
	}
	return nil
}

func (ev Evidence) validateAssumptions(at map[string]int) error {
	names := map[string]bool{}
	for i, a := range ev.Assumptions {
		where := fmt.Sprintf("assumptions[%d]", i)
		switch {
		case a.Name == "":
			return bad(where+".name", "is missing")
		case names[a.Name]:
			return bad(where+".name", "%q stands twice", a.Name)
		}
		names[a.Name] = true
		for j, pair := range a.Pairs {
			for _, id := range pair {
				if _, ok := at[id]; !ok {
					return bad(fmt.Sprintf("%s.pairs[%d]", where, j), "no sighting is called %q", id)
				}
			}
			if pair[0] == pair[1] {
				return bad(fmt.Sprintf("%s.pairs[%d]", where, j), "%q is both ends of the pair", pair[0])
			}
		}
	}
	return nil
}
