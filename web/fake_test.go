package web

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/atleast-desk/atleast/corroborate"
	"github.com/atleast-desk/atleast/custody"
	"github.com/atleast-desk/atleast/intake"
	"github.com/atleast-desk/atleast/publish"
)

// fakeDesk is a desk in memory with one small case, so that pages are tested
// without the stages behind them. What it answers to Tally is worked out by
// hand, not computed.
type fakeDesk struct {
	cases     []atleast.Case
	items     []atleast.Item
	bytes     map[atleast.Digest][]byte
	claims    []atleast.ReadClaim
	figures   []corroborate.Figure
	sightings []atleast.Sighting
	verdicts  []atleast.Verdict
	evidence  atleast.Evidence
	tally     atleast.Tally
	events    []custody.Entry
	refuse    error // what Judge returns, where it is to fail
}

var day = time.Date(2024, 8, 14, 6, 30, 0, 0, time.UTC)

func number(n float64) *float64 { return &n }
func whole(n int64) *int64      { return &n }

// newFakeDesk is the case most pages are shown with.
func newFakeDesk() *fakeDesk {
	d := &fakeDesk{bytes: map[atleast.Digest][]byte{}}
	d.cases = []atleast.Case{{
		ID: "kursk", Question: "How many soldiers were captured in Kursk oblast since 6 August 2024?", What: "captured soldiers",
		Zone: "Europe/Kyiv", SpeedKMH: 120, Opened: day, Notice: "Practice: every picture here is drawn",
	}}
	d.keep("report.txt", atleast.Report, "text/plain", []byte("Ukrainian authorities revealed they seized 102 soldiers in one go."))
	d.keep("street.png", atleast.Photo, "image/png", drawnPicture(1))
	d.keep("street-crop.png", atleast.Photo, "image/png", drawnPicture(2))
	d.keep("page.html", atleast.Report, "text/html", []byte("<script>alert(1)</script>"))
	d.keepArchive()
	d.keepFilms()
	d.keepAgain()
	d.claims = []atleast.ReadClaim{{Item: d.items[0].Digest, ID: "c1", Claim: atleast.Claim{
		Report: "report.txt", Start: 31, End: 66, Quote: "they seized 102 soldiers in one go.", Speaker: "Ukrainian authorities", SpeakerKind: atleast.Group,
		Stance: atleast.Asserted, Quantity: &atleast.Quantity{Start: 43, End: 55, Text: "102 soldiers", Bound: atleast.Exact, Low: number(102), High: number(102), What: "soldiers"},
	}}}
	d.figures = fakeFigures(d.items[0].Digest.String())
	d.sightings = fakeSightings(d.items[1].Digest.String())
	d.count()
	for i, s := range d.sightings {
		d.events = append(d.events, custody.Entry{Index: int64(i), Event: atleast.Event{Kind: atleast.SightingCoded, Case: "kursk", Subject: s.ID, By: s.By, At: day}})
	}
	d.events = append(d.events, custody.Entry{Index: 4, Event: atleast.Event{Kind: atleast.ItemPreserved, Case: "kursk", Subject: d.items[1].Digest.String(), By: "m.r", At: day}})
	d.verdicts = []atleast.Verdict{
		{ID: "v1", Case: "kursk", On: atleast.OnPair, A: "s1", B: "s4", Is: atleast.Unsure, Why: "too dark", By: "m.r", At: day},
		{ID: "v2", Case: "kursk", On: atleast.OnPair, A: "s4", B: "s1", Is: atleast.Different, Why: "Captives filmed by 8 August were not captured on 14 August.", By: "m.r", At: day.Add(time.Hour)},
		{ID: "v3", Case: "kursk", On: atleast.OnSighting, A: "s1", Is: atleast.Judgement(atleast.Verified), Why: "road and tree line agree", By: "o.k", At: day.Add(2 * time.Hour)},
	}
	return d
}

func (d *fakeDesk) keep(name string, kind atleast.Kind, mediaType string, content []byte) {
	item := atleast.Item{Digest: atleast.DigestOf(content), Size: int64(len(content)), Kind: kind, Type: mediaType, Name: name, First: day}
	if kind == atleast.Photo {
		item.Width, item.Height = 320, 240
	}
	d.items = append(d.items, item)
	d.bytes[item.Digest] = content
}

// drawnPicture is a house or two on a street.
func drawnPicture(houses int) []byte {
	picture := image.NewRGBA(image.Rect(0, 0, 320, 240))
	for y := range 240 {
		for x := range 320 {
			c := color.RGBA{120, 170, 220, 255}
			if y > 170 {
				c = color.RGBA{90, 90, 80, 255}
			}
			if h := x / 110; h < houses && x%110 > 20 && y > 90 && y <= 170 {
				c = color.RGBA{200, 90, 60, 255}
			}
			picture.Set(x, y, c)
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		panic(err)
	}
	return out.Bytes()
}

func fakeSightings(footage string) []atleast.Sighting {
	at := func(from, to string) *atleast.Span {
		zone, _ := time.LoadLocation("Europe/Kyiv")
		span, err := atleast.ParseSpan(from, to, zone)
		if err != nil {
			panic(err)
		}
		return &span
	}
	return []atleast.Sighting{
		{ID: "s1", Footage: footage, Low: 29, Status: atleast.Verified, By: "m.r", Why: "One video; the road bends as on the satellite picture.",
			Place: &atleast.Region{Lat: 51.27, Lon: 34.94, RadiusM: 1500}, Time: at("2024-08-06", "2024-08-08")},
		{ID: "s2", Footage: "sudzha crossing", Low: 40, High: whole(40), Status: atleast.Verified, By: "m.r", Why: "Several videos at the crossing.",
			Place: &atleast.Region{Lat: 51.12, Lon: 35.25, RadiusM: 800}, Time: at("2024-08-06", "2024-08-07")},
		{ID: "s3", Footage: "drone clip", Low: 32, Status: atleast.Unverified, By: "o.k", Why: "A drone clip; place not found."},
		{ID: "s4", Footage: "bunker pictures", Low: 102, High: whole(102), Status: atleast.Verified, By: "o.k", Why: "Pictures of the 102 in a concrete bunker.",
			Place: &atleast.Region{Lat: 51.3, Lon: 35.1, RadiusM: 20000}, Time: at("2024-08-14", "2024-08-14")},
	}
}

// count fills in evidence and tally, by hand.
func (d *fakeDesk) count() {
	d.evidence = atleast.Evidence{
		Case: "kursk", What: "captured soldiers", Zone: "Europe/Kyiv", SpeedKMH: 120, Sightings: d.sightings,
		Verdicts:    []atleast.PairVerdict{{A: "s1", B: "s4", Is: atleast.Different, Why: "captives by 8 August", By: []string{"m.r", "o.k"}}},
		Assumptions: []atleast.Assumption{{Name: "different settlements on one day show different people", Pairs: [][2]string{{"s1", "s2"}}}},
	}
	d.tally = atleast.Tally{
		Floor: whole(142), LeastWorld: whole(142), Exact: true,
		Assumed: []atleast.Assumed{{Name: "different settlements on one day show different people", Floor: whole(171)}},
		Certificate: &atleast.Certificate{
			Weights: []atleast.Weight{{ID: "s2", Y: "1"}, {ID: "s4", Y: "1"}},
			Pairs:   []atleast.Apart{{A: "s1", B: "s4", Because: atleast.ByVerdict, Why: "captives filmed by 8 August"}},
		},
		World:   []atleast.Share{{People: 29, SeenIn: []string{"s1", "s2"}}, {People: 11, SeenIn: []string{"s2"}}, {People: 102, SeenIn: []string{"s4"}}},
		RestsOn: []atleast.Support{{Sighting: "s4", FloorWithout: whole(40)}, {Verdict: &[2]string{"s2", "s4"}, FloorWithout: whole(102)}, {Sighting: "s2", FloorWithout: whole(131)}},
	}
}

func fakeFigures(report string) []corroborate.Figure {
	figure := func(id string, q atleast.Quantity, day, origin string, known bool, relays ...string) corroborate.Figure {
		q.What = "soldiers"
		carrier := corroborate.Carrier{Report: report, Name: "The Report", Published: "2024-08-26", Quantity: q, Stance: atleast.Asserted, Quote: q.String() + " soldiers"}
		for _, relay := range relays {
			carrier.Chain = append(carrier.Chain, corroborate.Link{Name: relay, As: corroborate.ByRelay})
		}
		carrier.Chain = append(carrier.Chain, corroborate.Link{Name: origin, As: corroborate.BySpeaker})
		carrier.ID = map[string]string{"capture-soldier-102": "c1"}[id]
		second := carrier
		second.ID, second.Name, second.Chain = "other-"+id, "Another Paper", append([]corroborate.Link{{Name: "A Wire", As: corroborate.ByRelay}}, carrier.Chain...)
		return corroborate.Figure{ID: id, What: "soldiers", Quantity: q, Scope: corroborate.Scope{Event: "capture", Noun: "soldier", From: day, To: day},
			Carriers: []corroborate.Carrier{carrier, second}, Origins: []corroborate.Origin{{Name: origin, Known: known, Kind: corroborate.Party}}, AtLeast: 1, AtMost: 1}
	}
	return []corroborate.Figure{
		figure("capture-soldier-102", atleast.Quantity{Text: "102", Bound: atleast.Exact, Low: number(102), High: number(102)}, "2024-08-14", "Security Service of Ukraine", true, "Ukrainska Pravda"),
		figure("capture-soldier-247", atleast.Quantity{Text: "at least 247", Bound: atleast.AtLeast, Low: number(247)}, "2024-08-25", "The Washington Post", true),
		figure("capture-soldier-hundreds", atleast.Quantity{Text: "hundreds", Bound: atleast.Vague, Low: number(100)}, "2024-08-13", "officials", false, "Financial Times"),
		figure("capture-soldier-594", atleast.Quantity{Text: "594", Bound: atleast.Exact, Low: number(594), High: number(594)}, "2024-08-27", "Oleksandr Syrskyi", true, "Politico"),
		figure("capture-soldier-50", atleast.Quantity{Text: "about 50", Bound: atleast.About, Low: number(50), High: number(50)}, "2024-08-06", "military sources", false),
	}
}

func (d *fakeDesk) Cases(context.Context) ([]atleast.Case, error) { return d.cases, nil }

func (d *fakeDesk) OpenCase(_ context.Context, _ string, c atleast.Case) error {
	for _, other := range d.cases {
		if other.ID == c.ID {
			return fmt.Errorf("case %s: %w", c.ID, atleast.ErrExists)
		}
	}
	d.cases = append(d.cases, c)
	return nil
}

func (d *fakeDesk) Case(_ context.Context, id string) (atleast.Case, error) {
	for _, c := range d.cases {
		if c.ID == id {
			return c, nil
		}
	}
	return atleast.Case{}, fmt.Errorf("case %s: %w", id, atleast.ErrNotFound)
}

func (d *fakeDesk) Add(_ context.Context, _, _ string, f intake.File) (intake.Kept, error) {
	r, err := f.Open()
	if err != nil {
		return intake.Kept{}, err
	}
	content, err := io.ReadAll(r)
	if err != nil {
		return intake.Kept{}, err
	}
	if len(content) == 0 {
		return intake.Kept{}, fmt.Errorf("%w: it is empty", intake.ErrUnusable)
	}
	_, known := d.bytes[atleast.DigestOf(content)]
	if !known {
		d.keep(f.Name, atleast.Report, "text/plain", content)
	}
	return intake.Kept{New: !known, NewFind: true}, nil
}

func (d *fakeDesk) Code(_ context.Context, _, by string, s atleast.Sighting) (atleast.Sighting, error) {
	s.ID, s.By = fmt.Sprintf("s%d", len(d.sightings)+1), by
	d.sightings = append(d.sightings, s)
	return s, nil
}

func (d *fakeDesk) Judge(_ context.Context, v atleast.Verdict) (atleast.Verdict, error) {
	if d.refuse != nil {
		return v, d.refuse
	}
	v.ID = fmt.Sprintf("v%d", len(d.verdicts)+1)
	d.verdicts = append(d.verdicts, v)
	return v, nil
}

func (d *fakeDesk) Assume(_ context.Context, _, _ string, a atleast.Assumption) error {
	d.evidence.Assumptions = append(d.evidence.Assumptions, a)
	return nil
}

func (d *fakeDesk) of(caseID string) bool { return caseID == "kursk" }

func (d *fakeDesk) Items(_ context.Context, caseID string) ([]atleast.Item, error) {
	if !d.of(caseID) {
		return nil, nil
	}
	return d.items, nil
}

func (d *fakeDesk) Item(_ context.Context, digest atleast.Digest) (atleast.Item, error) {
	for _, item := range d.items {
		if item.Digest == digest {
			return item, nil
		}
	}
	return atleast.Item{}, fmt.Errorf("item %s: %w", digest.Short(), atleast.ErrNotFound)
}

type nopCloser struct{ io.ReadSeeker }

func (nopCloser) Close() error { return nil }

func (d *fakeDesk) Content(_ context.Context, digest atleast.Digest) (io.ReadSeekCloser, error) {
	return nopCloser{bytes.NewReader(d.bytes[digest])}, nil
}

func (d *fakeDesk) Text(_ context.Context, digest atleast.Digest) (string, error) {
	return string(d.bytes[digest]), nil
}

func (d *fakeDesk) ScreenText(_ context.Context, digest atleast.Digest) (atleast.ScreenText, error) {
	if digest != d.items[1].Digest {
		return atleast.ScreenText{}, fmt.Errorf("text on the screen of %s: %w", digest.Short(), atleast.ErrNotFound)
	}
	return atleast.ScreenText{Item: digest, Tool: "tesseract 5.3.0", Lines: []atleast.ScreenLine{{Text: "Суджа <102>", Confidence: 0.93}}}, nil
}

func (d *fakeDesk) Search(_ context.Context, _, words string, _ int) ([]atleast.Hit, error) {
	if words != "суджа" {
		return nil, nil
	}
	return []atleast.Hit{{Item: d.items[1], Snippets: []atleast.Snippet{{In: atleast.InScreen, Text: "Суджа <102>", Marks: [][2]int{{0, 10}}}}}}, nil
}

func (d *fakeDesk) Caveats(context.Context, string) (map[atleast.Digest]string, error) {
	return map[atleast.Digest]string{d.items[0].Digest: "its charset was guessed"}, nil
}

func (d *fakeDesk) Publish(_ context.Context, _, by, dir string, show publish.Show) error {
	if err := os.Mkdir(dir, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "release.json"), fmt.Appendf(nil, "%s %v", by, show), 0o644)
}

func (d *fakeDesk) Troubles(context.Context, atleast.Digest) ([]string, error) { return nil, nil }

func (d *fakeDesk) Claims(_ context.Context, caseID string) ([]atleast.ReadClaim, error) {
	if !d.of(caseID) {
		return nil, nil
	}
	return d.claims, nil
}

func (d *fakeDesk) ClaimsIn(_ context.Context, item atleast.Digest) (own []atleast.ReadClaim, err error) {
	for _, c := range d.claims {
		if c.Item == item {
			own = append(own, c)
		}
	}
	return own, nil
}

func (d *fakeDesk) Claim(_ context.Context, _, id string) (atleast.ReadClaim, error) {
	for _, c := range d.claims {
		if c.ID == id {
			return c, nil
		}
	}
	return atleast.ReadClaim{}, fmt.Errorf("claim %s: %w", id, atleast.ErrNotFound)
}

func (d *fakeDesk) CountClaims(ctx context.Context, caseID string) (int, error) {
	claims, err := d.Claims(ctx, caseID)
	return len(claims), err
}

func (d *fakeDesk) Figures(_ context.Context, caseID string) ([]corroborate.Figure, error) {
	if !d.of(caseID) {
		return nil, nil
	}
	return d.figures, nil
}

func (d *fakeDesk) Sightings(_ context.Context, caseID string) ([]atleast.Sighting, error) {
	if !d.of(caseID) {
		return nil, nil
	}
	return d.sightings, nil
}

func (d *fakeDesk) Verdicts(_ context.Context, caseID string) ([]atleast.Verdict, error) {
	if !d.of(caseID) {
		return nil, nil
	}
	return d.verdicts, nil
}

func (d *fakeDesk) Evidence(ctx context.Context, caseID string) (atleast.Evidence, error) {
	if !d.of(caseID) {
		_, err := d.Case(ctx, caseID)
		return atleast.Evidence{Case: caseID, What: "people"}, err
	}
	return d.evidence, nil
}

func (d *fakeDesk) Tally(ctx context.Context, caseID string) (atleast.Tally, error) {
	if !d.of(caseID) {
		_, err := d.Case(ctx, caseID)
		return atleast.Tally{Floor: whole(0), LeastWorld: whole(0), Exact: true}, err
	}
	return d.tally, nil
}

func (d *fakeDesk) Events(_ context.Context, from, limit int64) ([]custody.Entry, error) {
	size := int64(len(d.events))
	from = min(from, size)
	return append([]custody.Entry{}, d.events[from:min(size, from+limit)]...), nil
}

func (d *fakeDesk) EventsAbout(_ context.Context, subject string) (about []custody.Entry, err error) {
	for _, entry := range d.events {
		if entry.Event.Subject == subject {
			about = append(about, entry)
		}
	}
	return about, nil
}

func (d *fakeDesk) LedgerSize(context.Context) (int64, error) { return int64(len(d.events)), nil }

func (d *fakeDesk) Checkpoint(context.Context) ([]byte, error) {
	return []byte("desk\n4\nAAAA\n\n— desk abc\n"), nil
}

func (d *fakeDesk) Prove(_ context.Context, index int64) ([]byte, error) {
	return fmt.Appendf(nil, "c2sp.org/tlog-proof@v1\nindex %d\n", index), nil
}

func (d *fakeDesk) VerifierKey() string { return "desk+01234567+AAAA" }
