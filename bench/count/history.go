package main

import (
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/atleast-desk/atleast"
)

// history is what really happened in a drawn case: groups of people, each
// filmed several times on its way from where it was captured.
type history struct {
	ev     atleast.Evidence
	people int64
	shown  []film // by sighting
}

// film is what a sighting really shows.
type film struct {
	group  int
	people int64 // the first so many of the group
	site   int
	moment time.Time
}

// A dozen settlements lie along a front of 300 km; for every thousand sightings
// there is one such front.
const dozen = 12

// drawHistory draws n sightings over thirty days, and three verdicts
// a sighting, none of them wrong. Analysts compare what might be confused:
// films of one settlement within a day and a half. Scattered verdicts are on
// any pairs: no desk works like that, but it makes the hardest cases.
func drawHistory(rng *rand.Rand, n int, scattered bool) *history {
	h := &history{ev: atleast.Evidence{Case: "drawn", What: "captured soldiers", Zone: "Europe/Kyiv"}}
	for group := 0; len(h.shown) < n; group++ {
		h.drawGroup(rng, group, n)
	}
	h.drawVerdicts(rng, 3*n, scattered)
	return h
}

// drawGroup films one group up to six times in two days.
func (h *history) drawGroup(rng *rand.Rand, group, n int) {
	size := 1 + rng.Int64N(6)
	if rng.IntN(3) == 0 {
		size = 1 + rng.Int64N(30)
	}
	h.people += size
	site := rng.IntN(dozen * max(1, n/1000))
	along, front := float64(site%dozen), float64(site/dozen)
	lat, lon := 50.5+0.1*along+0.02*rng.Float64(), 34+4*front+0.3*along+0.02*rng.Float64()
	moment := time.Date(2024, 8, 6, 0, 0, 0, 0, time.UTC).Add(time.Duration(rng.Int64N(30*24*3600)) * time.Second)
	for range 1 + rng.IntN(6) {
		if len(h.shown) == n {
			return
		}
		seen := size
		if rng.IntN(3) == 0 {
			seen = 1 + rng.Int64N(size)
		}
		h.shown = append(h.shown, film{group, seen, site, moment})
		h.film(rng, seen, atleast.Region{Lat: lat, Lon: lon, RadiusM: 50 + 2000*rng.Float64()}, moment)
		later := time.Duration(rng.Int64N(8*3600)) * time.Second
		moment = moment.Add(later)
		lat += (rng.Float64() - 0.5) * min(0.2, later.Hours()*0.1) // up to 6 km/h each way
		lon += (rng.Float64() - 0.5) * min(0.3, later.Hours()*0.15)
	}
}

// film adds a sighting. Most are timed within the hour, others to the day.
func (h *history) film(rng *rand.Rand, seen int64, place atleast.Region, moment time.Time) {
	number := len(h.ev.Sightings) + 1
	s := atleast.Sighting{
		ID: fmt.Sprintf("s%d", number), Footage: fmt.Sprintf("f%d", number), Low: seen,
		Status: atleast.Verified, Place: &place, Kind: "person",
		Time: &atleast.Span{From: moment.Add(-10 * time.Minute), To: moment.Add(20 * time.Minute)},
	}
	switch rng.IntN(4) {
	case 0:
		high := seen
		s.High = &high
	case 1:
		high := seen + rng.Int64N(4)
		s.High = &high
		s.Low = max(1, seen-rng.Int64N(3))
	}
	switch rng.IntN(5) {
	case 0:
		day := moment.Truncate(24 * time.Hour)
		s.Time = &atleast.Span{From: day, To: day.Add(24 * time.Hour)}
	case 1:
		s.Place, s.Time = nil, nil
	}
	h.ev.Sightings = append(h.ev.Sightings, s)
}

// drawVerdicts says of up to n pairs what is true of them.
func (h *history) drawVerdicts(rng *rand.Rand, n int, scattered bool) {
	var pairs [][2]int
	for b := range h.shown {
		for a := range b {
			if h.compared(a, b) || scattered && rng.IntN(4) == 0 {
				pairs = append(pairs, [2]int{a, b})
			}
		}
	}
	rng.Shuffle(len(pairs), func(i, j int) { pairs[i], pairs[j] = pairs[j], pairs[i] })
	for _, pair := range pairs[:min(n, len(pairs))] {
		h.ev.Verdicts = append(h.ev.Verdicts, h.judge(pair[0], pair[1]))
	}
}

// compared reports that the two films might be confused.
func (h *history) compared(a, b int) bool {
	apart := h.shown[a].moment.Sub(h.shown[b].moment).Abs()
	return h.shown[a].site == h.shown[b].site && apart < 36*time.Hour
}

func (h *history) judge(a, b int) atleast.PairVerdict {
	v := atleast.PairVerdict{A: h.ev.Sightings[a].ID, B: h.ev.Sightings[b].ID,
		Is: atleast.Different, Why: "compared frame by frame", By: []string{"m.r", "o.k"}}
	switch p, q := h.shown[a], h.shown[b]; {
	case p.group != q.group:
	case p.people == q.people:
		v.Is = atleast.Same
	default:
		v.Is = atleast.Within
		if p.people > q.people {
			v.A, v.B = v.B, v.A
		}
	}
	return v
}
