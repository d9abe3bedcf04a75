package web

import (
	"html/template"

	"github.com/atleast-desk/atleast"
)

// cropped reports whether a transform states a part of the other picture that is
// not all of it.
func cropped(t atleast.Transform) bool {
	c := t.Crop
	return c != [4]float64{} && c != [4]float64{0, 0, 1, 1} && c[0] < c[2] && c[1] < c[3]
}

const cropWidth, cropHeight = 96.0, 64.0

// drawCrop draws the frame of the other picture and, filled, the part of it that
// the member shows.
func drawCrop(t atleast.Transform, to atleast.Item) template.HTML {
	if !cropped(t) {
		return ""
	}
	width, height := cropWidth, cropHeight
	if to.Width > 0 && to.Height > 0 {
		scale := min(cropWidth/float64(to.Width), cropHeight/float64(to.Height))
		width, height = scale*float64(to.Width), scale*float64(to.Height)
	}
	s := newSVG("crop", "the part of "+to.Name+" that it shows", width+2, height+2)
	s.rect("claimed", 1, 1, width, height)
	s.rect("proven-part", 1+t.Crop[0]*width, 1+t.Crop[1]*height, (t.Crop[2]-t.Crop[0])*width, (t.Crop[3]-t.Crop[1])*height)
	return s.done()
}

// drawCropOver draws the same to lie over the other picture itself.
func drawCropOver(t atleast.Transform, to atleast.Item) template.HTML {
	if !cropped(t) || to.Width <= 0 || to.Height <= 0 {
		return ""
	}
	width, height := float64(to.Width), float64(to.Height)
	s := newSVG("crop-over", "the part of "+to.Name+" that the other shows", width, height)
	s.rect("crop-edge", t.Crop[0]*width, t.Crop[1]*height, (t.Crop[2]-t.Crop[0])*width, (t.Crop[3]-t.Crop[1])*height)
	return s.done()
}
