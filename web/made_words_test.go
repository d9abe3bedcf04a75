package web

import (
	"testing"

	"github.com/atleast-desk/atleast"
)

func TestMadeWords(t *testing.T) {
	film := func(length float64) atleast.Item { return atleast.Item{Name: "b.mp4", Length: length} }
	part := func(from, to, speed float64) atleast.Passage {
		return atleast.Passage{FromS: from, ToS: to, Speed: speed}
	}
	picture := atleast.Item{Name: "b.png"}
	for want, test := range map[string]struct {
		member   atleast.Member
		this, to atleast.Item
	}{
		"is the fullest or earliest known":       {member: atleast.Member{Relation: atleast.Reference}},
		"has the same bytes as b.png":            {member: atleast.Member{Relation: atleast.SameBytes}, to: picture},
		"shows the same recording as b.png":      {member: atleast.Member{Relation: atleast.JudgedSame}, to: picture},
		"quotes b.png among other recordings":    {member: atleast.Member{Relation: atleast.Compilation}, to: picture},
		"shows all of b.png, re-encoded":         {member: atleast.Member{Relation: atleast.Reencoded}, to: picture},
		"shows all of b.png, mirrored":           {member: atleast.Member{Relation: atleast.Mirrored, Transform: atleast.Transform{Crop: [4]float64{0, 0, 1, 1}, Mirror: true}}, to: picture},
		"is the whole of b.mp4, re-encoded":      {member: atleast.Member{Relation: atleast.Reencoded, Parts: []atleast.Passage{part(0, 9.8, 1)}}, this: film(10), to: film(10.1)},
		"shows 1 part of b.mp4, at another size": {member: atleast.Member{Relation: atleast.Resized, Parts: []atleast.Passage{part(0, 9.8, 2)}}, this: film(10), to: film(10)},
		"shows 1 part of b.mp4":                  {member: atleast.Member{Relation: atleast.Clip, Parts: []atleast.Passage{part(0, 4, 1)}}, this: film(4), to: film(10)},
		"is the whole of b.mp4, 50 to 100 % of the width and 0 to 50 % of the height of its picture": {member: atleast.Member{Relation: atleast.Cropped,
			Transform: atleast.Transform{Crop: [4]float64{0.5, 0, 1, 0.5}}, Parts: []atleast.Passage{part(0, 9.8, 1)}}, this: film(10), to: film(10)},
		"shows 2 parts of b.mp4":            {member: atleast.Member{Relation: atleast.Clip, Parts: []atleast.Passage{part(0, 4, 1), part(4, 8, -1)}}, this: film(8), to: film(8)},
		"shows 1 part of b.mp4, re-encoded": {member: atleast.Member{Relation: atleast.Reencoded, Parts: []atleast.Passage{part(0, 4, 1)}}, to: film(0)},
		"shows 10 to 90 % of the width and 0 to 50 % of the height of b.png, turned by 90°": {member: atleast.Member{Relation: atleast.Rotated, Transform: atleast.Transform{Crop: [4]float64{0.1, 0, 0.9, 0.5}, Rotate: 90}}, to: picture},
	} {
		if got := madeWords(test.member, test.this, test.to); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
