package main

import (
	"bytes"
	"image"
	_ "image/jpeg"
	_ "image/png"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp"
)

// refusal says why a picture is left out; empty if it is not.
type refusal string

const (
	sameBytes   refusal = "same bytes as another"
	unread      refusal = "not read"
	small       refusal = "too small"
	huge        refusal = "too large"
	strip       refusal = "a strip"
	transparent refusal = "cut out"
	fewColours  refusal = "few colours"
	drawn       refusal = "plain areas, as drawn"
)

const (
	leastSide    = 200      // pixels of the shorter side
	mostPixels   = 60 << 20 // in all
	mostStretch  = 3        // times the shorter side the longer may have
	sampleSide   = 256      // pixels of the sides of the copy that is judged
	leastColours = 1000     // of the 262,144 that 6 bits for each of red, green and blue tell apart
	mostPlain    = 0.30     // part of the copy's pixels that may equal the one before in all eight bits
)

// judge names the format of a photograph's bytes, or says why they are none:
// drawings and screenshots have few colours or plain areas, a camera's picture
// has noise everywhere.
func judge(b []byte) (format string, no refusal) {
	config, format, err := image.DecodeConfig(bytes.NewReader(b))
	if err != nil {
		return "", unread
	}
	long, short := max(config.Width, config.Height), min(config.Width, config.Height)
	switch {
	case short < leastSide:
		return "", small
	case long*short > mostPixels:
		return "", huge
	case long > mostStretch*short:
		return "", strip
	}
	img, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		return "", unread
	}
	if o, ok := img.(interface{ Opaque() bool }); ok && !o.Opaque() {
		return "", transparent
	}
	copied := image.NewRGBA(image.Rect(0, 0, sampleSide, sampleSide))
	draw.ApproxBiLinear.Scale(copied, copied.Rect, img, img.Bounds(), draw.Src, nil)
	if colours(copied) < leastColours {
		return "", fewColours
	}
	if plain(copied) > mostPlain {
		return "", drawn
	}
	return format, ""
}

// colours counts the colours of a picture, told apart by 6 bits each.
func colours(img *image.RGBA) int {
	seen := map[[3]uint8]bool{}
	for i := 0; i < len(img.Pix); i += 4 {
		seen[[3]uint8{img.Pix[i] >> 2, img.Pix[i+1] >> 2, img.Pix[i+2] >> 2}] = true
	}
	return len(seen)
}

// plain is the part of the pixels that equal the one before.
func plain(img *image.RGBA) float64 {
	n := 0
	for i := 4; i < len(img.Pix); i += 4 {
		if bytes.Equal(img.Pix[i:i+3], img.Pix[i-4:i-1]) {
			n++
		}
	}
	return float64(n) / float64(len(img.Pix)/4)
}
