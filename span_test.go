package atleast

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
)

func TestParseSpan(t *testing.T) {
	kyiv, err := time.LoadLocation("Europe/Kyiv")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		from, to  string
		wantFrom  string
		wantTo    string
		wantError string
	}{
		{from: "2024-08-14", to: "2024-08-14", wantFrom: "2024-08-13T21:00:00Z", wantTo: "2024-08-14T21:00:00Z"},
		{from: "2024-10-27", to: "2024-10-27", wantFrom: "2024-10-26T21:00:00Z", wantTo: "2024-10-27T22:00:00Z"}, // 25 hours
		{from: "2024-08-14T06:30:00+03:00", to: "2024-08-14", wantFrom: "2024-08-14T03:30:00Z", wantTo: "2024-08-14T21:00:00Z"},
		{from: "2024-08-14T06:30:00.25Z", to: "2024-08-14T06:30:00.25Z", wantFrom: "2024-08-14T06:30:00.25Z", wantTo: "2024-08-14T06:30:00.25Z"},
		{from: "2024-08-15", to: "2024-08-14", wantError: "before"},
		{from: "2024-08-14T07:00:00Z", to: "2024-08-14T06:00:00Z", wantError: "before"},
		{from: "14 August", to: "2024-08-14", wantError: "from: \"14 August\""},
		{from: "2024-08-14", to: "2024-02-30", wantError: "to: \"2024-02-30\""},
		{from: "", to: "", wantError: "from"},
	} {
		got, err := ParseSpan(test.from, test.to, kyiv)
		if test.wantError != "" {
			if err == nil || !strings.Contains(err.Error(), test.wantError) {
				t.Errorf("%s to %s: error %v, want one with %q", test.from, test.to, err, test.wantError)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s to %s: %v", test.from, test.to, err)
			continue
		}
		if from, to := got.From.Format(time.RFC3339Nano), got.To.Format(time.RFC3339Nano); from != test.wantFrom || to != test.wantTo {
			t.Errorf("%s to %s: %s to %s, want %s to %s", test.from, test.to, from, to, test.wantFrom, test.wantTo)
		}
		again := Span{}
		text, err := json.Marshal(got)
		if err == nil {
			err = json.Unmarshal(text, &again)
		}
		if err != nil || !again.From.Equal(got.From) || !again.To.Equal(got.To) {
			t.Errorf("%s to %s: written as %s and read as %v (%v)", test.from, test.to, text, again, err)
		}
	}
}
