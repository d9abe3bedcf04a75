package web

import (
	"flag"
	"html/template"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/atleast-desk/atleast"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestCharts compares each drawing with its golden file.
func TestCharts(t *testing.T) {
	zone, err := time.LoadLocation("Europe/Kyiv")
	if err != nil {
		t.Skip("needs the time zone database, which this machine does not have")
	}
	places := []spot{{"s1", atleast.Region{Lat: 51.27, Lon: 34.94, RadiusM: 1500}}, {"s2", atleast.Region{Lat: 51.12, Lon: 35.25, RadiusM: 800}}}
	antimeridian := []spot{{"east", atleast.Region{Lat: -17, Lon: 179.9, RadiusM: 900}}, {"west", atleast.Region{Lat: -17, Lon: -179.9, RadiusM: 900}}}
	pole := []spot{{"pole", atleast.Region{Lat: 90, Lon: 0, RadiusM: 1000}}}
	span := func(from, to string) atleast.Span {
		s, err := atleast.ParseSpan(from, to, zone)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	stays := []stay{{"s1", span("2024-08-06", "2024-08-08")}, {"s2", span("2024-08-14T06:30:00+03:00", "2024-08-14T06:30:00+03:00")}}
	desk := newFakeDesk()
	floor := int64(142)
	ring := chains{Links: []link{{"A", "B"}, {"B", "C"}, {"C", "A"}}}
	for name, drawing := range map[string]template.HTML{
		"floor":              chartOf(floor, 0, "captured soldiers", largest(desk.figures)).draw(wideChart),
		"floor-narrow":       chartOf(floor, 174, "captured soldiers", largest(desk.figures)).draw(narrowChart),
		"floor-alone":        chartOf(0, 0, "people", nil).draw(wideChart),
		"floor-shown":        floorChart{Floor: 142, Shown: 174, What: "people"}.draw(wideChart),
		"sum":                drawSum([]addend{{"s4", 102, 102, "1"}, {"s2", 40, 40, "1"}}, 142, wideChart),
		"sum-empty":          drawSum(nil, 0, wideChart),
		"fall":               drawFall(40, 142),
		"map":                drawMap(places, halfChart),
		"map-antimeridian":   drawMap(antimeridian, halfChart),
		"map-pole":           drawMap(pole, halfChart),
		"clock":              drawClock(stays, zone, halfChart),
		"reach":              journey{Metres: 90e3, Between: 30 * time.Minute, SpeedKMH: 120}.draw(halfChart),
		"time":               timesOf(desk.figures, &floor, zone).Drawing,
		"time-revised":       drawFigures(datedOf(desk.figures[:2], zone), []drawnJoin{{"A", "B", true}, {"B", "Z", false}}, nil, zone, wideChart),
		"passages":           drawPassages(atleast.Item{Name: "cut.mp4", Length: 9}, atleast.Item{Name: "<film>.mp4", Length: 20}, []atleast.Passage{{FromS: 0, ToS: 5, AtS: 12, Speed: 1}, {FromS: 5, ToS: 8, AtS: 10, Speed: -2}}),
		"passages-unknown":   drawPassages(atleast.Item{}, atleast.Item{}, nil),
		"world":              drawWorld(desk.tally.World, wideChart),
		"crop":               drawCrop(atleast.Transform{Crop: [4]float64{0.1, 0, 0.9, 0.5}}, atleast.Item{Name: "street.png", Width: 320, Height: 240}),
		"crop-over":          drawCropOver(atleast.Transform{Crop: [4]float64{0.1, 0, 0.9, 0.5}}, atleast.Item{Name: "street.png", Width: 320, Height: 240}),
		"chains":             chainsOf(desk.figures[2]).draw(),
		"chains-tree":        chainsOf(desk.figures[2]).drawTree(),
		"map-narrow":         drawMap(places, narrowChart),
		"world-narrow":       drawWorld(desk.tally.World, narrowChart),
		"chains-ring":        ring.draw(),
		"chains-alone":       chains{Alone: []string{"<b>The Report</b>"}}.draw(),
		"interval-exact":     drawInterval(atleast.Quantity{Bound: atleast.Exact, Low: number(102), High: number(102)}, &floor, 600),
		"interval-at-least":  drawInterval(atleast.Quantity{Bound: atleast.AtLeast, Low: number(247)}, &floor, 600),
		"interval-less-than": drawInterval(atleast.Quantity{Bound: atleast.LessThan, High: number(300)}, nil, 600),
		"interval-about":     drawInterval(atleast.Quantity{Bound: atleast.About, Low: number(50), High: number(50)}, nil, 600),
		"interval-range":     drawInterval(atleast.Quantity{Bound: atleast.Range, Low: number(300), High: number(400)}, nil, 600),
	} {
		t.Run(name, func(t *testing.T) { golden(t, filepath.Join("testdata", "charts", name+".svg"), string(drawing)) })
	}
}

// golden compares got with the file, one element a line so that a difference
// can be read.
func golden(t *testing.T, file, got string) {
	t.Helper()
	got = strings.ReplaceAll(got, "><", ">\n<") + "\n"
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; look at it, then run the test with -update\ngot:\n%s", file, got)
	}
}

// A drawing may carry what a report or a person wrote, never as markup.
func TestChartsEscape(t *testing.T) {
	evil := `<script>alert("x")</script>`
	for name, drawing := range map[string]template.HTML{
		"floor":  floorChart{Floor: 1, What: evil, Claims: []column{{Label: evil, Text: evil, Low: number(5)}}}.draw(narrowChart),
		"map":    drawMap([]spot{{evil, atleast.Region{Lat: 1, Lon: 1, RadiusM: 1}}}, narrowChart),
		"chains": chains{Links: []link{{evil, "x"}}}.drawBoth(),
	} {
		if strings.Contains(string(drawing), "<script") {
			t.Errorf("%s: markup of others got through", name)
		}
	}
}
