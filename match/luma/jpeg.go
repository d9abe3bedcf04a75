package luma

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
)

func readJPEG(b []byte, _ int) (Picture, error) {
	config, err := jpeg.DecodeConfig(bytes.NewReader(b))
	if err != nil {
		return Picture{}, fmt.Errorf("read jpeg header: %w: %w", ErrDamaged, err)
	}
	if err := checkSize(config.Width, config.Height, 4); err != nil {
		return Picture{}, fmt.Errorf("read jpeg: %w", err)
	}
	img, err := jpeg.Decode(bytes.NewReader(b))
	if err != nil {
		return Picture{}, fmt.Errorf("read jpeg: %w: %w", ErrDamaged, err)
	}
	var p Picture
	if ycc, ok := img.(*image.YCbCr); ok {
		p = Of(Plane{})
		p.Plane = NewPlane(ycc.Rect.Dx(), ycc.Rect.Dy())
		for y := range p.H {
			copy(p.Row(y), ycc.Y[y*ycc.YStride:])
		}
		p.FullW, p.FullH = p.W, p.H
	} else {
		p = Of(FromImage(img))
	}
	p.Format = "jpeg"
	p.Turn = TurnOf(orientation(b, "jpeg"))
	return p, nil
}
