package media

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"strings"
	"testing"

	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/font"
	"golang.org/x/image/font/basicfont"
	"golang.org/x/image/math/fixed"
)

func TestText(t *testing.T) {
	s := sandbox(t)
	needs(t, "tesseract")
	small := image.NewRGBA(image.Rect(0, 0, 200, 40))
	draw.Draw(small, small.Rect, image.White, image.Point{}, draw.Src)
	pen := font.Drawer{Dst: small, Src: image.NewUniform(color.Black), Face: basicfont.Face7x13, Dot: fixed.P(10, 24)}
	pen.DrawString("Prisoners of war: 102")
	large := image.NewRGBA(image.Rect(0, 0, 800, 160))
	xdraw.CatmullRom.Scale(large, large.Rect, small, small.Rect, draw.Src, nil)
	var file bytes.Buffer
	if err := png.Encode(&file, large); err != nil {
		t.Fatal(err)
	}
	got, err := s.Text(t.Context(), write(t, file.Bytes()), "eng")
	if err != nil || !strings.Contains(got, "102") {
		t.Errorf("read %q, %v; want the words with 102", got, err)
	}
	if _, err := s.Text(t.Context(), write(t, file.Bytes()), "tlh"); reasonOf(err) != NoTool {
		t.Errorf("a language that is not installed: %v", err)
	}
	if _, err := s.Text(t.Context(), write(t, []byte("no picture")), "eng"); reasonOf(err) != Unknown {
		t.Errorf("no picture: %v", err)
	}
}
