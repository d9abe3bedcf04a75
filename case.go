package atleast

import (
	"fmt"
	"regexp"
	"time"
)

// Case is one question under investigation.
type Case struct {
	ID       string     `json:"id"`                  // a short name in addresses and commands: "kursk"
	Question string     `json:"question"`            // "How many soldiers were captured in Kursk oblast since 6 August 2024?"
	What     string     `json:"what"`                // the counted noun: "captured soldiers"
	Zone     string     `json:"zone"`                // IANA time zone in which bare dates are read: "Europe/Kyiv"
	SpeedKMH float64    `json:"speed_kmh"`           // the fastest anyone is assumed to travel, for place and time
	Exclude  [][]string `json:"exclusive,omitempty"` // pairs of kinds that exclude each other: [["tank","truck"]]
	Notice   string     `json:"notice,omitempty"`    // said on every page of the case: "Practice: every picture here is drawn"
	Opened   time.Time  `json:"opened"`
}

// DefaultSpeedKMH is the land speed assumed where a case states none: faster
// than military columns and civilian traffic on the roads of a war zone.
const DefaultSpeedKMH = 120

var caseID = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,63}$`)

// Validate says what is wrong with the case, or nil.
func (c Case) Validate() error {
	switch {
	case !caseID.MatchString(c.ID):
		return fmt.Errorf("case %q: a case's name is up to 64 lower-case letters a to z, digits and hyphens", c.ID)
	case c.Question == "":
		return fmt.Errorf("case %q: its question is empty", c.ID)
	case !(c.SpeedKMH > 0) || c.SpeedKMH > 1e6:
		return fmt.Errorf("case %q: speed_kmh %v is not a speed above zero", c.ID, c.SpeedKMH)
	}
	if _, err := time.LoadLocation(c.Zone); err != nil {
		return fmt.Errorf("case %q: zone: %w", c.ID, err)
	}
	for _, pair := range c.Exclude {
		if len(pair) != 2 || pair[0] == pair[1] {
			return fmt.Errorf("case %q: exclusive %q: want pairs of two different kinds", c.ID, pair)
		}
	}
	return nil
}
