package check

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/atleast-desk/atleast"
)

// open stands for a high that is not stated.
const open = math.MaxInt64

// Sums of lows and highs stay within 64 bits.
const (
	maxCount = atleast.MostPeople // of a low or a high
	maxTotal = 1 << 60            // of a world
)

// rules is the evidence as the checker reads it: what counts, by number.
// Sightings that are the same people share a group; groups are numbered too.
type rules struct {
	sightings []atleast.Sighting  // those that count
	index     map[string]int      // a sighting's number by its ID; below zero where it does not count
	verdicts  []verdict           // those that count
	exclusive map[[2]string]bool  // kinds that exclude each other, both ways round
	named     map[string]bool     // the assumptions' names
	spots     []spot              // by sighting
	speed     float64             // metres a second
	group     []int               // by sighting
	members   [][]int             // by group: its sightings
	low, high []int64             // by group; high may be open
	wholes    [][]int             // by group: the groups it lies directly within
	parts     [][]int             // by group: the groups that lie directly within it
	differ    map[[2]int]struct{} // pairs of groups that a verdict says are different
	closures  map[int][]int       // memory of closure
	work      int                 // pairs compared so far
}

// verdict is a verdict that counts, between numbered sightings.
type verdict struct {
	a, b int
	is   atleast.Judgement
}

// readRules refuses evidence that says nothing definite, and numbers the rest.
func readRules(ev atleast.Evidence, o Options) (*rules, error) {
	r := &rules{index: make(map[string]int, len(ev.Sightings)), exclusive: map[[2]string]bool{}, named: map[string]bool{}}
	if err := r.readSpeed(ev.SpeedKMH); err != nil {
		return nil, err
	}
	if err := r.readSightings(ev.Sightings, o); err != nil {
		return nil, err
	}
	for i, pair := range ev.Exclusive {
		if pair[0] == pair[1] || pair[0] == "" || pair[1] == "" {
			return nil, fmt.Errorf("exclusive[%d]: %q are not two different kinds", i, pair)
		}
		r.exclusive[pair] = true
		r.exclusive[[2]string{pair[1], pair[0]}] = true
	}
	for _, a := range ev.Assumptions {
		r.named[a.Name] = true
	}
	if err := r.readVerdicts(ev, o); err != nil {
		return nil, err
	}
	r.contract()
	return r, nil
}

func (r *rules) readSpeed(kmh float64) error {
	if kmh == 0 {
		kmh = atleast.DefaultSpeedKMH
	}
	if !(kmh > 0) || math.IsInf(kmh, 0) {
		return fmt.Errorf("speed_kmh: %v is not a speed above zero", kmh)
	}
	r.speed = kmh / 3.6
	return nil
}

func (r *rules) readSightings(all []atleast.Sighting, o Options) error {
	for i, s := range all {
		if err := validSighting(s); err != nil {
			return fmt.Errorf("sightings[%d]: %w", i, err)
		}
		if _, twin := r.index[s.ID]; twin {
			return fmt.Errorf("sightings[%d]: a second sighting has the id %q", i, s.ID)
		}
		r.index[s.ID] = -1
		if s.Status == atleast.Verified || o.Unverified && s.Status == atleast.Unverified {
			r.index[s.ID] = len(r.sightings)
			r.sightings = append(r.sightings, s)
			r.spots = append(r.spots, newSpot(s))
		}
	}
	return nil
}

func validSighting(s atleast.Sighting) error {
	finite := func(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
	switch p := s.Place; {
	case s.ID == "":
		return errors.New("its id is empty")
	case s.Low < 0 || s.Low > maxCount:
		return fmt.Errorf("low %d is not between 0 and %d", s.Low, int64(maxCount))
	case s.High != nil && (*s.High < s.Low || *s.High > maxCount):
		return fmt.Errorf("high %d is not between low %d and %d", *s.High, s.Low, int64(maxCount))
	case s.Time != nil && !s.Time.Valid():
		return errors.New("its time has no beginning, or ends before it")
	case p == nil:
		return nil
	case !(math.Abs(p.Lat) <= 90) || !(math.Abs(p.Lon) <= 360):
		return fmt.Errorf("place %v, %v is not on the globe", p.Lat, p.Lon)
	case !(p.RadiusM >= 0) || !finite(p.RadiusM):
		return fmt.Errorf("radius_m %v is not a length", p.RadiusM)
	}
	return nil
}

// readVerdicts keeps the verdicts between sightings that count. Several entries
// may say that one pair is different: their reviewers count together.
func (r *rules) readVerdicts(ev atleast.Evidence, o Options) error {
	reviewers := map[[2]int]map[string]bool{}
	for i, v := range ev.Verdicts {
		a, knownA := r.index[v.A]
		b, knownB := r.index[v.B]
		switch {
		case !knownA || !knownB || v.A == v.B:
			return fmt.Errorf("verdicts[%d]: %q and %q are not two sightings", i, v.A, v.B)
		case !slices.Contains(atleast.OnPair.Judgements(), v.Is):
			return fmt.Errorf("verdicts[%d]: %q says nothing of a pair", i, v.Is)
		case a < 0 || b < 0 || v.Is == atleast.Unsure:
			continue
		case v.Is == atleast.Different:
			addNames(reviewers, ordered(a, b), v.By)
		}
		r.verdicts = append(r.verdicts, verdict{a, b, v.Is})
	}
	if !o.SingleReview {
		r.verdicts = slices.DeleteFunc(r.verdicts, func(v verdict) bool {
			return v.is == atleast.Different && len(reviewers[ordered(v.a, v.b)]) < 2
		})
	}
	return nil
}

// addNames adds the people among the names to those of the pair.
func addNames(reviewers map[[2]int]map[string]bool, pair [2]int, by []string) {
	if reviewers[pair] == nil {
		reviewers[pair] = map[string]bool{}
	}
	for _, name := range by {
		if name = strings.TrimSpace(name); name != "" {
			reviewers[pair][name] = true
		}
	}
}

// number is the number of a sighting that counts.
func (r *rules) number(id string) (int, bool) {
	v, known := r.index[id]
	return v, known && v >= 0
}
