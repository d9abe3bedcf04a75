package web

import (
	"context"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/verify"
)

// keepFilms keeps a film, an edited version of it with a part that runs
// backwards, and another film with the same song.
func (d *fakeDesk) keepFilms() {
	for _, film := range []struct {
		name   string
		length float64
	}{{"march.mp4", 20}, {"march-cut.mp4", 9}, {"song.mp4", 30}} {
		d.keep(film.name, atleast.Video, "video/mp4", []byte(film.name))
		d.items[len(d.items)-1].Length = film.length
	}
}

// films are the three of keepFilms.
func (d *fakeDesk) films() (march, cut, song atleast.Item) { return d.items[5], d.items[6], d.items[7] }

// keepAgain keeps a second photograph of the street.
func (d *fakeDesk) keepAgain() {
	d.keep("street-again.png", atleast.Photo, "image/png", drawnPicture(3))
}

// Lookalikes asks about the two photographs of the street.
func (d *fakeDesk) Lookalikes(ctx context.Context, caseID string) ([]atleast.Lookalike, error) {
	if !d.of(caseID) {
		return nil, nil
	}
	footage, err := d.Footage(ctx, caseID)
	return verify.Lookalikes(footage, d.verdicts), err
}

func (d *fakeDesk) Footage(context.Context, string) ([]atleast.Footage, error) {
	a, b := d.items[1].Digest.String(), d.items[2].Digest.String()
	march, cut, song := d.films()
	again := d.items[8].Digest.String()
	return []atleast.Footage{
		{Group: 1, Kind: "image", Members: []atleast.Member{
			{Path: a, Relation: atleast.Reference, SameScene: []string{again}}, {Path: b, Relation: atleast.Cropped, To: a, Shared: 0.82, Distance: 12},
		}},
		{Group: 2, Kind: "video", Members: []atleast.Member{
			{Path: march.Digest.String(), Relation: atleast.Reference, Shared: 1},
			{Path: cut.Digest.String(), Relation: atleast.Clip, To: march.Digest.String(), Shared: 0.89, Distance: 20, OffsetS: number(12), Parts: []atleast.Passage{
				{FromS: 0, ToS: 5, AtS: 12, Speed: 1}, {FromS: 5, ToS: 8, AtS: 10, Speed: -2},
			}, SameSound: []atleast.SameSound{{With: song.Digest.String(), Passage: atleast.Passage{FromS: 1, ToS: 9, AtS: 21.5, Speed: 1}}}},
		}},
		{Group: 3, Kind: "video", Members: []atleast.Member{
			{Path: song.Digest.String(), Relation: atleast.Reference, Shared: 1, SameSound: []atleast.SameSound{{With: cut.Digest.String(), Passage: atleast.Passage{FromS: 21.5, ToS: 29.5, AtS: 1, Speed: 1}}}},
		}},
		{Group: 4, Kind: "image", Members: []atleast.Member{{Path: again, Relation: atleast.Reference, SameScene: []string{a}}}},
	}, nil
}
