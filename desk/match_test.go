package desk_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"

	"github.com/atleast-desk/atleast"
)

// drawing is a picture with something to see in it.
func drawing(t *testing.T, seed int) []byte {
	t.Helper()
	picture := image.NewGray(image.Rect(0, 0, 320, 240))
	for y := range 240 {
		for x := range 320 {
			picture.SetGray(x, y, color.Gray{Y: uint8((x*x/(seed+3) + y*(seed+1) + x*y/97) % 256)})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestFootage(t *testing.T) {
	d := open(t)
	first, second := add(t, d, file("a.png", drawing(t, 1))), add(t, d, file("b.png", drawing(t, 40)))
	if first.Trouble+second.Trouble != "" {
		t.Skip("this machine does not open pictures: " + first.Trouble)
	}
	wantKinds(t, d, atleast.CaseOpened, atleast.ItemPreserved, atleast.FootageMatched, atleast.ItemPreserved, atleast.FootageMatched)
	a, b := first.Item.Digest.String(), second.Item.Digest.String()
	groups := func() (sizes []int) {
		t.Helper()
		footage, err := d.Footage(t.Context(), "kursk")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range footage {
			sizes = append(sizes, len(f.Members))
		}
		return sizes
	}
	if got := groups(); len(got) != 2 {
		t.Errorf("two drawings are grouped as %v", got)
	}
	judge(t, d, atleast.Verdict{On: atleast.OnItems, A: a, B: b, Is: atleast.Same, By: "m.r"})
	if got := groups(); len(got) != 1 {
		t.Errorf("after somebody saw that they are the same: %v", got)
	}
	judge(t, d, atleast.Verdict{On: atleast.OnItems, A: b, B: a, Is: atleast.Different, By: "o.k"})
	if got := groups(); len(got) != 2 {
		t.Errorf("while people disagree: %v", got)
	}
	if disagreed, err := d.Disagreements(t.Context(), "kursk"); err != nil || len(disagreed) != 1 {
		t.Errorf("Disagreements = %v, %v; want the pair of items", disagreed, err)
	}
}

func TestBrokenPictureIsKeptWithItsTrouble(t *testing.T) {
	d := open(t)
	broken := file("broken.png", drawing(t, 1)[:200])
	kept := add(t, d, broken)
	if kept.Item.Kind != atleast.Photo || kept.Trouble == "" {
		t.Fatalf("kept %+v; want a photo with a trouble", kept)
	}
	if again := add(t, d, broken); again.Trouble != kept.Trouble {
		t.Errorf("tried again: %q; want the same trouble", again.Trouble)
	}
	if reasons, err := d.Troubles(t.Context(), kept.Item.Digest); err != nil || len(reasons) != 1 || reasons[0] != kept.Trouble {
		t.Errorf("Troubles = %q, %v; want %q", reasons, err, kept.Trouble)
	}
	wantKinds(t, d, atleast.CaseOpened, atleast.ItemPreserved, atleast.FootageMatched)
	if footage, err := d.Footage(t.Context(), "kursk"); err != nil || len(footage) != 1 {
		t.Errorf("Footage = %v, %v; want the picture by itself", footage, err)
	}
}
