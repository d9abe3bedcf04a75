package atleast_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/atleast-desk/atleast"
	"github.com/google/go-cmp/cmp"
)

const goodEvidence = `{"case":"kursk","what":"captured soldiers","zone":"Europe/Kyiv","speed_kmh":120,
 "sightings":[{"id":"s1","footage":"f1","low":29,"high":29,"status":"verified",
               "place":{"lat":51.20,"lon":35.02,"radius_m":500},"time":{"from":"2024-08-07","to":"2024-08-08"},"kind":"person"},
              {"id":"s2","low":1e7,"status":"unverified","why":"a \"row\" of tents \u2014 see frame 3","by":"o.k",
               "time":{"from":"2024-08-07T10:00:00+03:00","to":"2024-08-07T10:05:00Z"}}],
 "exclusive":[["tank","truck"]],
 "verdicts":[{"a":"s1","b":"s2","is":"different","why":"uniforms","by":["m.r","o.k"]}],
 "assumptions":[{"name":"day","pairs":[["s1","s2"]]}]}`

func TestParseEvidence(t *testing.T) {
	// One byte at a time: no token may depend on where a read ends.
	got, err := atleast.ParseEvidence(iotest.OneByteReader(strings.NewReader(goodEvidence)))
	if err != nil {
		t.Fatal(err)
	}
	high := int64(29)
	kyiv, _ := time.LoadLocation("Europe/Kyiv")
	want := atleast.Evidence{
		Case: "kursk", What: "captured soldiers", Zone: "Europe/Kyiv", SpeedKMH: 120,
		Sightings: []atleast.Sighting{
			{
				ID: "s1", Footage: "f1", Low: 29, High: &high, Status: atleast.Verified, Kind: "person",
				Place: &atleast.Region{Lat: 51.20, Lon: 35.02, RadiusM: 500},
				Time: &atleast.Span{
					From: time.Date(2024, 8, 7, 0, 0, 0, 0, kyiv).UTC(), To: time.Date(2024, 8, 9, 0, 0, 0, 0, kyiv).UTC(),
				},
			},
			{
				ID: "s2", Low: 10_000_000, Status: atleast.Unverified, Why: "a \"row\" of tents — see frame 3", By: "o.k",
				Time: &atleast.Span{
					From: time.Date(2024, 8, 7, 7, 0, 0, 0, time.UTC), To: time.Date(2024, 8, 7, 10, 5, 0, 0, time.UTC),
				},
			},
		},
		Exclusive:   [][2]string{{"tank", "truck"}},
		Verdicts:    []atleast.PairVerdict{{A: "s1", B: "s2", Is: atleast.Different, Why: "uniforms", By: []string{"m.r", "o.k"}}},
		Assumptions: []atleast.Assumption{{Name: "day", Pairs: [][2]string{{"s1", "s2"}}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestParseEvidenceTakesZoneFromBehind(t *testing.T) {
	late := `{"sightings":[{"id":"a","low":1,"status":"verified","time":{"from":"2024-08-07","to":"2024-08-07"}}],"zone":"Asia/Tokyo"}`
	ev, err := atleast.ParseEvidence(strings.NewReader(late))
	if err != nil {
		t.Fatal(err)
	}
	if want := time.Date(2024, 8, 6, 15, 0, 0, 0, time.UTC); !ev.Sightings[0].Time.From.Equal(want) {
		t.Errorf("from is %v, want %v", ev.Sightings[0].Time.From, want)
	}
}

func TestParseEvidenceNamesThePlace(t *testing.T) {
	sighting := func(fields string) string {
		return `{"sightings":[{"id":"a","low":1,"status":"verified"},{` + fields + `}]}`
	}
	tests := []struct{ name, text, path, reason string }{
		{"unknown field", sighting(`"id":"b","lo":3`), "sightings[1].lo", "unknown field"},
		{"unknown field at the top", `{"sightngs":[]}`, "sightngs", "unknown field"},
		{"unknown field of a place", sighting(`"place":{"lat":1,"lng":3}`), "sightings[1].place.lng", "unknown field"},
		{"field twice", sighting(`"low":3,"low":4`), "sightings[1].low", "stands twice"},
		{"low above high", sighting(`"id":"b","low":3,"high":2,"status":"verified"`), "sightings[1].low", "above high"},
		{"low below zero", sighting(`"id":"b","low":-3`), "sightings[1].low", "below 0"},
		{"low in text", sighting(`"id":"b","low":"3"`), "sightings[1].low", "want a number"},
		{"low broken", sighting(`"id":"b","low":2.5`), "sightings[1].low", "not a whole number"},
		{"low beyond all people", sighting(`"id":"b","low":1e13`), "sightings[1].low", "is more than"},
		{"low missing", sighting(`"id":"b"`), "sightings[1]", "low is missing"},
		{"status missing", sighting(`"id":"b","low":1`), "sightings[1].status", "is missing"},
		{"status unknown", sighting(`"id":"b","low":1,"status":"ok"`), "sightings[1].status", `"ok" is none of`},
		{"id twice", sighting(`"id":"a","low":1,"status":"verified"`), "sightings[1].id", "is also sightings[0]"},
		{"id missing", sighting(`"low":1,"status":"verified"`), "sightings[1].id", "is missing"},
		{"time reversed", sighting(`"id":"b","time":{"from":"2024-08-09","to":"2024-08-07"}`), "sightings[1].time", "is before from"},
		{"no time", sighting(`"id":"b","time":{"from":"yesterday","to":"2024-08-07"}`), "sightings[1].time", "neither a date"},
		{"NaN", sighting(`"id":"b","place":{"lat":NaN,"lon":1,"radius_m":1}`), "sightings[1].place.lat", "want a number"},
		{"latitude", sighting(`"id":"b","low":1,"status":"verified","place":{"lat":91,"lon":1,"radius_m":1}`), "sightings[1].place.lat", "not within"},
		{"longitude", sighting(`"id":"b","low":1,"status":"verified","place":{"lat":9,"lon":-181,"radius_m":1}`), "sightings[1].place.lon", "not within"},
		{"radius", sighting(`"id":"b","low":1,"status":"verified","place":{"lat":9,"lon":-1,"radius_m":-1}`), "sightings[1].place.radius_m", "no radius"},
		{"radius missing", sighting(`"id":"b","place":{"lat":9,"lon":-1}`), "sightings[1].place", "radius_m is missing"},
		{"too large a number", sighting(`"id":"b","place":{"lat":1e999,"lon":1,"radius_m":1}`), "sightings[1].place.lat", "out of range"},
		{"zone", `{"zone":"Mars/Olympus"}`, "zone", "no IANA zone"},
		{"zone of the machine", `{"zone":"Local"}`, "zone", "another zone on every machine"},
		{"speed", `{"speed_kmh":0}`, "speed_kmh", "not above 0"},
		{"verdict on nobody", `{"sightings":[{"id":"a","low":1,"status":"verified"}],"verdicts":[{"a":"a","b":"x","is":"same"}]}`, "verdicts[0].b", `"x"`},
		{"verdict on itself", `{"sightings":[{"id":"a","low":1,"status":"verified"}],"verdicts":[{"a":"a","b":"a","is":"same"}]}`, "verdicts[0].b", "both ends"},
		{"verdict unknown", `{"sightings":[{"id":"a","low":1,"status":"verified"},{"id":"b","low":1,"status":"verified"}],"verdicts":[{"a":"a","b":"b","is":"equal"}]}`, "verdicts[0].is", `"equal" is none of`},
		{"exclusive alone", `{"exclusive":[["tank"]]}`, "exclusive[0]", "two names"},
		{"exclusive of three", `{"exclusive":[["tank","truck","car"]]}`, "exclusive[0][2]", "two names"},
		{"exclusive of itself", `{"exclusive":[["tank","tank"]]}`, "exclusive[0]", "cannot exclude itself"},
		{"assumption on nobody", `{"assumptions":[{"name":"x","pairs":[["a","b"]]}]}`, "assumptions[0].pairs[0]", `"a"`},
		{"broken off", `{"sightings":[{"id":"a`, "sightings[0].id", "the file ends"},
		{"two documents", `{} {}`, "", "the end of the file"},
		{"no object", `[1]`, "", "want an object"},
		{"empty", ``, "", "the file ends at byte 0"},
		{"bad escape", `{"case":"\x"}`, "case", "bad escape"},
		{"not UTF-8", "{\"case\":\"\xff\"}", "case", "not UTF-8"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := atleast.ParseEvidence(strings.NewReader(tt.text))
			var bad *atleast.BadEvidence
			if !errors.As(err, &bad) {
				t.Fatalf("got %v, want a *BadEvidence", err)
			}
			if bad.Path != tt.path || !strings.Contains(bad.Reason, tt.reason) {
				t.Errorf("got %q at %q, want %q at %q", bad.Reason, bad.Path, tt.reason, tt.path)
			}
		})
	}
}

func TestParseEvidenceTellsAReadErrorFromABadFile(t *testing.T) {
	_, err := atleast.ParseEvidence(io.MultiReader(strings.NewReader(`{"case":"x`), iotest.ErrReader(io.ErrClosedPipe)))
	if !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("got %v, want the reader's error", err)
	}
}

// What parses is valid, and says the same when it is written and read again.
func FuzzParseEvidence(f *testing.F) {
	f.Add([]byte(goodEvidence))
	f.Add([]byte(`{"sightings":null}`))
	f.Add([]byte(`{"sightings":[{"id":"a","low":0,"high":null,"status":"verified","place":{"lat":-90,"lon":180,"radius_m":0}}],"zone":""}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		ev, err := atleast.ParseEvidence(bytes.NewReader(text))
		if err != nil {
			return
		}
		if err := ev.Validate(); err != nil {
			t.Fatalf("what was read is not valid: %v", err)
		}
		written, err := json.Marshal(ev)
		if err != nil {
			t.Fatal(err)
		}
		again, err := atleast.ParseEvidence(bytes.NewReader(written))
		if err != nil {
			t.Fatalf("%v in %s", err, written)
		}
		if diff := cmp.Diff(ev, again); diff != "" {
			rewritten, _ := json.Marshal(again)
			if !bytes.Equal(written, rewritten) {
				t.Fatal(diff)
			}
		}
	})
}
