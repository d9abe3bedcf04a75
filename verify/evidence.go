package verify

import "github.com/atleast-desk/atleast"

// Evidence gathers everything that the tally of a case is computed from.
// Sightings are settled, verdicts merged; verdicts are oldest first.
func Evidence(c atleast.Case, sightings []atleast.Sighting, verdicts []atleast.Verdict, assumptions []atleast.Assumption) atleast.Evidence {
	agreed, _ := Pairs(verdicts)
	evidence := atleast.Evidence{
		Case:        c.ID,
		What:        c.What,
		Zone:        c.Zone,
		SpeedKMH:    c.SpeedKMH,
		Sightings:   Settle(sightings, verdicts),
		Verdicts:    agreed,
		Assumptions: assumptions,
	}
	for _, pair := range c.Exclude {
		evidence.Exclusive = append(evidence.Exclusive, [2]string(pair))
	}
	return evidence
}
