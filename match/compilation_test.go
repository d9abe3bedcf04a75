package match_test

import (
	"image"
	"image/color"
	"image/draw"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/match"
	"github.com/atleast-desk/atleast/match/mangle"
)

// beside puts two pictures next to each other with a white line between.
func beside(left, right image.Image) *image.RGBA {
	w, h := left.Bounds().Dx(), left.Bounds().Dy()
	out := image.NewRGBA(image.Rect(0, 0, 2*w+6, h))
	draw.Draw(out, out.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(out, image.Rect(0, 0, w, h), left, image.Point{}, draw.Src)
	draw.Draw(out, image.Rect(w+6, 0, 2*w+6, h), right, image.Point{}, draw.Src)
	return out
}

// A picture that quotes two others joins neither, and does not join them.
func TestCompilation(t *testing.T) {
	a, b := mangle.Scene(1, 480, 320), mangle.Scene(2, 480, 320)
	entries := []match.Entry{
		photo(t, "a.jpg", original(1)),
		photo(t, "z-small.jpg", edit(t, "half-size", 1)),
		photo(t, "b.jpg", original(2)),
		photo(t, "both.jpg", mangle.JPEG(beside(a, b), 90)),
	}
	want := []string{
		"1 image a.jpg reference>",
		"1 image z-small.jpg resized>a.jpg",
		"2 image b.jpg reference>",
		"3 image both.jpg compilation>a.jpg",
	}
	if diff := cmp.Diff(want, lines(match.Groups(entries, nil))); diff != "" {
		t.Error(diff)
	}
}

// The same where one picture is set small into the other.
func TestQuotedWithinAnother(t *testing.T) {
	var inset mangle.Edit
	for _, e := range mangle.Edits() {
		if e.Quote != nil {
			inset = e
		}
	}
	entries := []match.Entry{
		photo(t, "a.jpg", original(1)),
		photo(t, "b.jpg", original(2)),
		photo(t, "b-in-a.jpg", inset.Apply(mangle.Scene(2, 480, 320), mangle.Scene(1, 480, 320), 5)),
	}
	footage := match.Groups(entries, nil)
	if len(footage) != 3 || footage[1].Members[0].Relation != atleast.Compilation {
		t.Errorf("got %v, want b-in-a.jpg as a compilation and the others apart", lines(footage))
	}
}

// A photograph of which two copies show different halves is no compilation.
func TestHalvesOfOne(t *testing.T) {
	whole := mangle.Scene(1, 640, 320)
	entries := []match.Entry{
		photo(t, "whole.jpg", mangle.JPEG(whole, 92)),
		photo(t, "left.jpg", mangle.JPEG(whole.SubImage(image.Rect(0, 0, 310, 320)), 85)),
		photo(t, "right.jpg", mangle.JPEG(whole.SubImage(image.Rect(330, 0, 640, 320)), 85)),
	}
	want := []string{"1 image whole.jpg reference>", "1 image left.jpg cropped>whole.jpg", "1 image right.jpg cropped>whole.jpg"}
	if diff := cmp.Diff(want, lines(match.Groups(entries, nil))); diff != "" {
		t.Error(diff)
	}
}
