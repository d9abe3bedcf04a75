package verify

import (
	"slices"

	"github.com/atleast-desk/atleast"
)

// Settle returns the sightings with the status that people's standing verdicts
// give to the footage of each: manipulated or misattributed where anybody says
// so, else verified where anybody says so, else unverified. What was written
// into the sighting itself when it was coded says nothing.
func Settle(sightings []atleast.Sighting, verdicts []atleast.Verdict) []atleast.Sighting {
	said := map[string][]atleast.Judgement{}
	for _, v := range Standing(verdicts) {
		if v.On == atleast.OnSighting {
			said[v.A] = append(said[v.A], v.Is)
		}
	}
	settled := slices.Clone(sightings)
	for i, s := range settled {
		settled[i].Status = status(said[s.ID])
	}
	return settled
}

// status returns the gravest of what was said; unverified is not an objection.
func status(said []atleast.Judgement) atleast.Status {
	for _, s := range []atleast.Status{atleast.Manipulated, atleast.Misattributed, atleast.Verified} {
		if slices.Contains(said, atleast.Judgement(s)) {
			return s
		}
	}
	return atleast.Unverified
}
