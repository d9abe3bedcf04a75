package main

import (
	"bytes"
	"image"
	"image/color"
	_ "image/jpeg"
	"image/png"
	"os"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp"
)

const (
	across = 6   // pairs beside one another on a sheet
	thumb  = 150 // pixels of a picture's side on it
)

// drawSheet shows pairs side by side, to be looked at.
func drawSheet(path string, pairs []pair, pictures []picture) error {
	down := (len(pairs) + across - 1) / across
	out := image.NewRGBA(image.Rect(0, 0, across*(2*thumb+10), down*(thumb+10)))
	draw.Draw(out, out.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	for i, p := range pairs {
		x, y := i%across*(2*thumb+10), i/across*(thumb+10)
		for k, at := range [2]int{p.a, p.b} {
			if err := place(out, image.Pt(x+k*thumb, y), pictures[at].path); err != nil {
				return err
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, out); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}

// place shrinks a picture into a square.
func place(out *image.RGBA, at image.Point, path string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	img, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		return err
	}
	w, h := img.Bounds().Dx(), img.Bounds().Dy()
	long := max(w, h)
	r := image.Rect(0, 0, (thumb-4)*w/long, (thumb-4)*h/long).Add(at)
	draw.ApproxBiLinear.Scale(out, r, img, img.Bounds(), draw.Src, nil)
	return nil
}
