package web

import (
	"fmt"
	"html/template"
	"math"
	"slices"

	"github.com/atleast-desk/atleast"
)

const (
	worldLeft       = 96.0
	worldLeftNarrow = 56.0
	worldHead       = 32.0
	worldRow        = 28.0
	worldRows       = 24 // sightings that the drawing holds
)

// drawWorld draws who may be whom: the people of a least world side by side, and
// for each sighting those of them that it shows. Sightings one above the other
// show the same people. It is empty where there are too many to draw.
func drawWorld(shares []atleast.Share, width float64) template.HTML {
	ids, people := worldSightings(shares), worldPeople(shares)
	if people == 0 || len(ids) > worldRows || len(shares) > pageRows {
		return ""
	}
	s := newSVG("chart world", fmt.Sprintf("Who may be whom among %s seen in %s", grouped(people), plural(len(ids), "sighting", "sightings")),
		width, worldHead+worldRow*float64(len(ids))+8)
	left := worldLeft
	if s.narrow() {
		left = worldLeftNarrow
	}
	scale := (width - left - 8) / float64(people)
	for row, id := range ids {
		s.text("figure", "end", left-10, worldHead+worldRow*(float64(row)+0.5)+4, clip(id, int(left/8)))
	}
	at := left
	for _, share := range shares {
		part := scale * float64(share.People)
		s.line("grid", at, worldHead-16, at, s.height-4)
		if part > 8*float64(len(grouped(share.People))) {
			s.text("tick", "start", at+3, worldHead-8, grouped(share.People))
		}
		for row, id := range ids {
			if slices.Contains(share.SeenIn, id) {
				s.rect("proven", at+0.5, worldHead+worldRow*float64(row)+5, math.Max(part-1, 0.5), worldRow-10)
			}
		}
		at += part
	}
	s.line("floor-line", at, worldHead-16, at, s.height-4)
	s.text("floor-label", "end", at-6, 11, grouped(people)+" in all")
	return s.done()
}

// worldSightings names every sighting that shows anyone, those that show most
// first.
func worldSightings(shares []atleast.Share) []string {
	var ids []string
	seen := map[string]int64{}
	for _, share := range shares {
		for _, id := range share.SeenIn {
			if _, known := seen[id]; !known {
				ids = append(ids, id)
			}
			seen[id] += share.People
		}
	}
	slices.SortStableFunc(ids, func(a, b string) int { return int(seen[b] - seen[a]) })
	return ids
}

func worldPeople(shares []atleast.Share) (people int64) {
	for _, share := range shares {
		people += share.People
	}
	return people
}

// among says for each sighting whose people may all be among those of another,
// which other that is: the one that shows most.
func among(shares []atleast.Share) [][2]string {
	var found [][2]string
	ids := worldSightings(shares)
	for i, id := range ids {
		for j, other := range ids {
			if i != j && allIn(shares, id, other) && (j < i || !allIn(shares, other, id)) {
				found = append(found, [2]string{id, other})
				break
			}
		}
	}
	return found
}

// allIn reports whether everybody seen in the first is also seen in the second.
func allIn(shares []atleast.Share, first, second string) bool {
	return !slices.ContainsFunc(shares, func(s atleast.Share) bool {
		return slices.Contains(s.SeenIn, first) && !slices.Contains(s.SeenIn, second)
	})
}
