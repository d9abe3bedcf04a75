package sample

import (
	"bytes"
	_ "embed"
	"image"
	"image/color/palette"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"time"

	ximage "golang.org/x/image/draw"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/intake"
)

//go:embed street/note.txt
var streetNote []byte

func street() lesson {
	return lesson{
		about: atleast.Case{
			ID:       "practice",
			Question: "Practice: a drawn street. How many people crossed it in the morning?",
			What:     "people",
			Zone:     "UTC",
			SpeedKMH: atleast.DefaultSpeedKMH,
			Notice:   "Practice: every picture here is drawn by the project itself, and the places are invented.",
		},
		files:     streetFiles,
		sightings: streetSightings,
		verdicts:  streetVerdicts(),
		assumptions: []atleast.Assumption{{
			Name:  "nobody at the market had been at the corner",
			Pairs: [][2]string{{"s1", "s3"}},
		}},
	}
}

// The drawn pictures: three places, of which the corner comes back as a repost,
// a crop and a clip; of the market there are two photographs.
var (
	corner = scene{width: 960, height: 640, people: 7, seed: 11, label: "CORNER 09:00"}
	bridge = scene{width: 900, height: 600, people: 5, seed: 23, label: "BRIDGE 09:02"}
	market = scene{width: 960, height: 600, people: 6, seed: 37, label: "MARKET 09:30"}
)

// marketAside is a second photograph of the market, from a step to the side: it looks
// like the first, and is no copy of it.
func marketAside() scene {
	aside := market
	aside.step = 16
	return aside
}

func streetFiles() ([]file, error) {
	picture := corner.draw()
	half := image.NewRGBA(image.Rect(0, 0, 480, 320))
	ximage.CatmullRom.Scale(half, half.Rect, picture, picture.Rect, ximage.Src, nil)
	cropped := image.NewRGBA(image.Rect(0, 0, 800, 560))
	draw.Draw(cropped, cropped.Rect, picture, image.Pt(96, 40), draw.Src)
	sign(half)
	sign(cropped)

	var files []file
	for _, f := range []struct {
		name, where string
		encode      func(*bytes.Buffer) error
	}{
		{"corner.png", "https://drawn.example/corner", asPNG(picture)},
		{"corner-repost.jpg", "https://drawn.example/channel/repost", asJPEG(half)},
		{"corner-crop.jpg", "https://drawn.example/channel/crop", asJPEG(cropped)},
		{"corner-clip.gif", "https://drawn.example/channel/clip", asClip(picture)},
		{"bridge.png", "https://drawn.example/bridge", asPNG(bridge.draw())},
		{"market.png", "https://drawn.example/market", asPNG(market.draw())},
		{"market-aside.png", "https://drawn.example/market-aside", asPNG(marketAside().draw())},
	} {
		var b bytes.Buffer
		if err := f.encode(&b); err != nil {
			return nil, err
		}
		files = append(files, file{name: f.name, where: f.where, data: b.Bytes()})
	}
	kept, err := streetArchives()
	if err != nil {
		return nil, err
	}
	return append(append(files, file{name: "note.txt", where: "https://drawn.example/gazette", data: streetNote}), kept...), nil
}

func asPNG(m image.Image) func(*bytes.Buffer) error {
	return func(b *bytes.Buffer) error { return png.Encode(b, m) }
}

func asJPEG(m image.Image) func(*bytes.Buffer) error {
	return func(b *bytes.Buffer) error { return jpeg.Encode(b, m, &jpeg.Options{Quality: 70}) }
}

// asClip pans over the picture in twelve frames.
func asClip(m *image.RGBA) func(*bytes.Buffer) error {
	return func(b *bytes.Buffer) error {
		clip := gif.GIF{LoopCount: 0}
		for i := range 12 {
			window := image.Rect(i*20, 60, i*20+640, 540)
			frame := image.NewPaletted(image.Rect(0, 0, 320, 240), palette.Plan9)
			small := image.NewRGBA(frame.Rect)
			ximage.ApproxBiLinear.Scale(small, small.Rect, m, window, ximage.Src, nil)
			sign(small)
			draw.Draw(frame, frame.Rect, small, image.Point{}, draw.Src)
			clip.Image = append(clip.Image, frame)
			clip.Delay = append(clip.Delay, 20)
		}
		return gif.EncodeAll(b, &clip)
	}
}

// streetSightings are coded in the pictures as kept: the order is that of streetFiles.
func streetSightings(kept []intake.Kept) []atleast.Sighting {
	seen := func(id string, item int, count int64, lat, lon float64, clock string, why string) atleast.Sighting {
		return atleast.Sighting{
			ID: id, Footage: kept[item].Item.Digest.String(), Low: count, High: people(count), Kind: "person",
			Place: &atleast.Region{Lat: lat, Lon: lon, RadiusM: 100},
			Time:  moment(clock), Why: why,
		}
	}
	return []atleast.Sighting{
		seen("s1", 0, 7, 0.010, 0.010, "2024-06-02T09:00:00Z", "Seven drawn people at the corner; the drawn clock says nine."),
		seen("s2", 4, 5, 0.010, 0.190, "2024-06-02T09:02:00Z", "Five drawn people on the bridge, twenty kilometres from the corner."),
		seen("s3", 5, 6, 0.020, 0.030, "2024-06-02T09:30:00Z", "Six drawn people at the market, half an hour later and within a walk."),
		seen("s4", 3, 4, 0.010, 0.010, "2024-06-02T09:00:00Z", "Four of the people at the corner, in the clip that pans over it."),
	}
}

func streetVerdicts() []atleast.Verdict {
	verdicts := []atleast.Verdict{
		verified("s1", "Drawn by the project."),
		verified("s2", "Drawn by the project."),
		verified("s3", "Drawn by the project."),
		verified("s4", "Drawn by the project."),
	}
	return append(verdicts, agreed("s4", "s1", atleast.Within, "The clip is the corner picture itself: whoever is in it is among the seven.")...)
}

func moment(clock string) *atleast.Span {
	span, err := atleast.ParseSpan(clock, clock, time.UTC)
	if err != nil {
		panic(err) // the sample's own clock
	}
	return &span
}
