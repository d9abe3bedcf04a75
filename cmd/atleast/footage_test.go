package main

import (
	"strings"
	"testing"

	"github.com/atleast-desk/atleast"
)

// The table says which part of a film is which, and what only sounds the same;
// of what matches nothing it gives the number.
func TestGroupTable(t *testing.T) {
	sameSound := func(path string) []atleast.SameSound { return []atleast.SameSound{{With: path}} }
	var out strings.Builder
	p := &program{out: &out}
	err := p.printGroups([]atleast.Footage{
		{Group: 1, Kind: "video", Members: []atleast.Member{
			{Path: "a.mp4", Relation: atleast.Reference, Shared: 1, SameSound: sameSound("b.mp4")},
			{Path: "cut.mp4", Relation: atleast.Clip, To: "a.mp4", Shared: 0.9, Parts: []atleast.Passage{{ToS: 5.1, AtS: 12, Speed: -1}, {FromS: 5.1, ToS: 65, AtS: 30, Speed: 1.501}}},
		}},
		{Group: 2, Kind: "video", Members: []atleast.Member{{Path: "b.mp4", Relation: atleast.Reference, SameSound: sameSound("a.mp4")}}},
		{Group: 3, Kind: "audio", Members: []atleast.Member{{Path: "song.mp3", Relation: atleast.Reference, SameSound: sameSound("a.mp4")}}},
		{Group: 4, Kind: "video", Members: []atleast.Member{{Path: "alone.mp4", Relation: atleast.Reference}}},
		{Group: 5, Kind: "video", Members: []atleast.Member{{Path: "both.mp4", Relation: atleast.Compilation, To: "a.mp4", Parts: []atleast.Passage{{ToS: 4, AtS: 2, Speed: 1}}}}},
		{Group: 6, Kind: "image", Members: []atleast.Member{{Path: "x.jpg", Relation: atleast.Reference, SameScene: []string{"y.jpg"}}}},
	}, false)
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(out.String(), "\n")
	for i, want := range []string{"WHICH PART", "same sound as b.mp4, other pictures", "parts 0:00-0:05 at 0:12, reversed; 0:05-1:05 at 0:30, speed 1.5",
		"same sound as a.mp4, other pictures", "same sound as a.mp4",
		"parts 0:00-0:04 at 0:02", "look: the same scene as y.jpg?", "1 more match nothing else", ""} {
		if i >= len(rows) || !strings.HasSuffix(rows[i], want) {
			t.Fatalf("row %d does not end with %q:\n%s", i, want, out.String())
		}
	}
}
